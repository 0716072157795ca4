import { statSync } from 'node:fs'
import type { BackupStatus } from '#contract/backups'
import { AppError } from '#contract/errors'
import {
  areWaysInKept,
  hasChanged,
  keepRehearsal,
  keepSet,
  keepWaysIn,
  type KnownSet,
  type Place,
  placesOf,
  scheduleOf,
  THIS_COMPUTER,
} from '#core/backups'
import type { WriteContext } from '#core/context'
import type { Keyslots } from '#db/vault/keyslots-file'
import { startFullCheck } from '#electron/host/full-check'
import type { House } from '#electron/host/house'
import type { Log } from '#electron/host/log'
import type { OpenRoom } from '#electron/host/room'
import { slotsOf } from '#electron/host/rotating'
import { type ContextParts, writeContextOf } from '#electron/host/write-context'
import { backUp, type BackingUp } from './back-up.ts'
import { createDue } from './due.ts'
import { createJobs, type Running } from './job.ts'
import { makeSetAtOnce } from './make-set.ts'
import { withOwnKey } from './own-key.ts'
import { ownFolder } from './places.ts'
import { newestSet, rehearse } from './rehearse.ts'

export type BackupParts = ContextParts & { log: Log }
export type BackupRuns = {
  running(): Running | null
  lastRun(): BackupStatus['lastRun']
  backUp(room: OpenRoom, places: readonly Place[]): void
  rehearse(room: OpenRoom): Promise<void>
  check(room: OpenRoom): void
  cancel(): void
  beforeLock(room: OpenRoom, reason: string): void
  afterKeyChange(room: OpenRoom): void
  tick(): Promise<void>
  quiet(): Promise<void>
}

/** With these the program is left; any other lock opens again soon. */
const LEAVING = ['quit', 'left', 'hung', 'shutdown', 'parent-gone']
/** A set of a vault up to here is made within the time that a closing program has. */
const AT_ONCE_UP_TO = 24 * 1024 * 1024

/** What takes long, one at a time, in the room it was begun in. */
export function createBackupRuns(house: House, parts: BackupParts): BackupRuns {
  const { clock, log } = parts
  const jobs = createJobs((error) => log({ path: 'backups', name: error instanceof Error ? error.name : typeof error }))
  let lastRun: BackupStatus['lastRun'] = null

  /** Nothing is written into a room that was closed meanwhile, or takes nothing. */
  const write = (room: OpenRoom, work: (ctx: WriteContext) => void): void => {
    if (house.room() !== room || room.alarm) return
    try {
      room.connection.transaction((db) => work(writeContextOf(parts, room, db)))
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'storage')) throw error
    }
  }
  const keepPeoplesSlots = (room: OpenRoom, { slots }: Keyslots): void => {
    const text = JSON.stringify(slots.filter(({ kind }) => kind === 'user'))
    if (!areWaysInKept(room.connection.readable, text)) write(room, (ctx) => keepWaysIn(ctx, text))
  }
  const runBackup = (room: OpenRoom, places: readonly Place[]): void => {
    const place = house.place()
    refuseWithoutKey(room)
    jobs.begin(
      'backup',
      () => house.room() === room,
      (job) => {
        lastRun = []
        return withOwnKey(place, room, async ({ keyslots, databaseKey }) => {
          keepPeoplesSlots(room, keyslots)
          const source = {
            vault: room.connection.vault,
            keyslots,
            databaseKey,
            folder: ownFolder(place.folder),
            now: clock.now(),
          }
          const keep = (placeId: string, set: KnownSet): void => write(room, (ctx) => keepSet(ctx, placeId, set))
          const onDone: BackingUp['onDone'] = (outcome) => (lastRun = [...(lastRun ?? []), outcome])
          lastRun = await backUp({ source, places, dataFolder: place.folder, now: clock.now, keep, onDone }, job)
        })
      },
    )
  }
  /** Before the work begins, where it can still be said. */
  const refuseWithoutKey = (room: OpenRoom): Keyslots => {
    const { keyslots, databaseKey } = slotsOf(house.place(), room)
    databaseKey.fill(0)
    return keyslots
  }
  const runRehearsal = async (room: OpenRoom): Promise<void> => {
    const place = house.place()
    const db = room.connection.readable
    const choice = await newestSet(placesOf(db), place.folder, refuseWithoutKey(room).kcv)
    if (!choice) throw new AppError('conflict', { reason: 'no-set' })
    jobs.begin(
      'rehearsal',
      () => house.room() === room,
      (job) =>
        withOwnKey(place, room, async (held) => {
          const result = await rehearse(choice, { ...held, dataFolder: place.folder, db, now: clock.now }, job)
          write(room, (ctx) => keepRehearsal(ctx, choice.place.id, result))
        }),
    )
  }
  const due = createDue(house, parts, { running: jobs.running, backUp: runBackup, rehearse: runRehearsal })

  return {
    running: jobs.running,
    lastRun: () => lastRun,
    backUp: runBackup,
    rehearse: runRehearsal,
    check: (room) => startFullCheck(house, parts, jobs, room),
    cancel: jobs.cancel,
    tick: due.tick,
    afterKeyChange(room) {
      if (!room.keys || room.alarm || room.startCode || house.place().isPractice) return
      try {
        const places = placesOf(room.connection.readable).filter(({ isThisComputer }) => isThisComputer)
        if (places.length > 0) runBackup(room, places)
      } catch (error) {
        log({ path: 'backups', name: error instanceof Error ? error.name : typeof error })
      }
    },
    quiet: jobs.quiet,
    beforeLock(room, reason) {
      jobs.cancel()
      lastRun = null
      // What is damaged never takes the place of a good set.
      if (room.alarm) return
      const db = room.connection.readable
      const place = house.place()
      if (!LEAVING.includes(reason) || place.isPractice || !room.keys) return
      if (!scheduleOf(db).atQuit || !hasChanged(db) || statSync(place.vaultFile).size > AT_ONCE_UP_TO) return
      const { keyslots, databaseKey } = slotsOf(place, room)
      try {
        keepPeoplesSlots(room, keyslots)
        const { vault } = room.connection
        const now = clock.now()
        const made = makeSetAtOnce({ vault, keyslots, databaseKey, folder: ownFolder(place.folder), now })
        const { name, bytes, contents } = made
        const set = { name, madeAt: now, verifiedAt: null, bytes, commits: contents.commits, trouble: null }
        write(room, (ctx) => keepSet(ctx, THIS_COMPUTER, set))
      } finally {
        databaseKey.fill(0)
      }
    },
  }
}
