import type { backups } from '#contract/backups'
import { AppError } from '#contract/errors'
import { addPlace, keepPassphrase, placesOf, removePlace, saveSchedule, setsOf, THIS_COMPUTER } from '#core/backups'
import type { HostedHandlers, WriteContext } from '#core/context'
import { isCheckDue } from '#core/full-check'
import { getSetting } from '#core/settings'
import { KDF_FLOOR } from '#db/vault/kdf'
import type { House } from '#electron/host/house'
import { provePassword, setBackupPassphrase } from '#electron/host/people-keys'
import type { OpenRoom } from '#electron/host/room'
import { writeContextOf } from '#electron/host/write-context'
import { type BackupParts, createBackupRuns } from './runs.ts'
import { createPendingPassphrase, passphraseCost } from './passphrase.ts'
import { markPlace } from './places.ts'
import { setsIn, statusOf } from './status.ts'

type HandlerParts = BackupParts & { kdfTargetMs: number; practiceAccount: { password: string } }
export type Backups = {
  handlers: HostedHandlers<typeof backups>
  /** Stops what goes on; a set of this computer is made when the program is left and there is something new. */
  beforeLock(room: OpenRoom, reason: string): void
  /** No set of before opens with the new key: one of today is begun on this computer, without a word when it cannot be. */
  afterKeyChange(room: OpenRoom): void
  /** What is due by the schedule, if anything; called once a minute. */
  tick(): Promise<void>
  /** When nothing goes on any more. */
  quiet(): Promise<void>
}

export function createBackups(house: House, parts: HandlerParts): Backups {
  const runs = createBackupRuns(house, parts)
  const passphrase = createPendingPassphrase()
  const open = (): OpenRoom => {
    const room = house.room()
    if (!room) throw new AppError('locked')
    return room
  }
  const write = (work: (ctx: WriteContext) => void): { ok: true } => {
    const room = open()
    room.connection.transaction((db) => work(writeContextOf(parts, room, db)))
    return { ok: true }
  }
  /** On made-up records there is nothing to save; this computer is enough to see how it is done. */
  const refuseInPractice = (): void => {
    if (house.place().isPractice) throw new AppError('conflict', { reason: 'practice' })
  }
  const placeOf = (room: OpenRoom, placeId: string) => {
    const place = placesOf(room.connection.readable).find(({ id }) => id === placeId)
    if (!place) throw new AppError('not-found', { field: 'placeId' })
    return place
  }

  return {
    beforeLock(room, reason) {
      passphrase.forget()
      runs.beforeLock(room, reason)
    },
    afterKeyChange: runs.afterKeyChange,
    async tick() {
      await runs.tick()
      const room = house.room()
      if (!room?.keys || runs.running() || house.place().isPractice) return
      if (isCheckDue({ db: room.connection.readable, now: parts.clock.now })) runs.check(room)
    },
    quiet: runs.quiet,
    handlers: {
      status: () =>
        statusOf(open().connection.readable, house.place().folder, parts.clock.now(), runs.running(), runs.lastRun()),
      addPlace({ label, folder }) {
        refuseInPractice()
        const known = placesOf(open().connection.readable)
        const id = markPlace(folder, known, house.place().folder, parts.newId)
        return write((ctx) => addPlace(ctx, { id, label, folder }))
      },
      removePlace({ placeId }) {
        if (placeId === THIS_COMPUTER) throw new AppError('conflict', { field: 'placeId', reason: 'this-computer' })
        placeOf(open(), placeId)
        return write((ctx) => removePlace(ctx, placeId))
      },
      saveSchedule: ({ schedule }) => write((ctx) => saveSchedule(ctx, schedule)),
      preparePassphrase: () => ({
        passphrase: passphrase.prepare(getSetting(open().connection.readable, 'preferences').language),
      }),
      setPassphrase: ({ passphrase: typed, password }) =>
        house.alone(async () => {
          const room = open()
          const keeping = { place: house.place(), room, parts }
          const text = passphrase.take(typed)
          // Nobody types a password for the practice room.
          const secret = house.place().isPractice ? parts.practiceAccount.password : password
          await provePassword(keeping, secret)
          const kdf = parts.kdfTargetMs > 0 ? passphraseCost() : KDF_FLOOR
          await setBackupPassphrase(keeping, text, kdf)
          passphrase.forget()
          return write(keepPassphrase)
        }),
      start({ placeIds }) {
        const room = open()
        const places = [...new Set(placeIds)].map((id) => placeOf(room, id))
        runs.backUp(room, places)
        return { ok: true }
      },
      cancel() {
        runs.cancel()
        return { ok: true }
      },
      async sets({ placeId }) {
        const room = open()
        return setsIn(setsOf(room.connection.readable, placeId), placeOf(room, placeId), house.place().folder)
      },
      async rehearse() {
        await runs.rehearse(open())
        return { ok: true }
      },
      checkVault() {
        runs.check(open())
        return { ok: true }
      },
    },
  }
}
