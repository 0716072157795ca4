import { setTimeout as after } from 'node:timers/promises'
import { statSync } from 'node:fs'
import { writeCheck } from '#core/full-check'
import { lastGoodCheckIn } from '#db/vault/seen'
import { type CheckFault, checkFully } from '#db/vault/full-check'
import type { Jobs } from './backups/job.ts'
import { withOwnKey } from './backups/own-key.ts'
import { leaveTrace } from './damage.ts'
import type { House } from './house.ts'
import type { OpenRoom } from './room.ts'
import { type ContextParts, writeContextOf } from './write-context.ts'

const SLICE_BYTES = 1024 * 1024
/** Between two slices, so that whoever works in the room does not notice. */
const PAUSE_MS = 10

class Stopped extends Error {}

/** Checks the whole vault behind the work; what is wrong with pages or structure makes the room open for reading only at once. */
export function startFullCheck(house: House, parts: ContextParts, jobs: Jobs, room: OpenRoom): void {
  const place = house.place()
  const { connection } = room
  /** A new database key closes the vault under the check and opens it again: what it holds is of no vault then. */
  const isWanted = (): boolean => house.room() === room && room.connection === connection
  jobs.begin('check', isWanted, (job) =>
    withOwnKey(place, room, async ({ databaseKey }) => {
      const { signal, onChunk } = job.step('verify', null, statSync(place.vaultFile).size)
      const pause = async (): Promise<void> => {
        onChunk?.(SLICE_BYTES)
        await after(PAUSE_MS)
        if (signal?.aborted || !isWanted()) throw new Stopped()
      }
      try {
        const { fault, ...counts } = await checkFully(connection, databaseKey, pause)
        const at = parts.clock.now()
        if (fault === 'pages' || fault === 'structure') return raise(house, room, fault, at)
        if (room.alarm) return
        connection.transaction((db) =>
          writeCheck(writeContextOf(parts, room, db), { at, ok: fault === null, ...counts }),
        )
      } catch (error) {
        if (!(error instanceof Stopped)) throw error
      }
    }),
  )
}

function raise(house: House, room: OpenRoom, kind: Exclude<CheckFault, 'log'>, at: string): void {
  const { db } = room.connection.vault
  leaveTrace(room, 'vault.checked', { subjectId: kind }, at)
  room.alarm = { kind, lost: null, lastGoodAt: lastGoodCheckIn(db) }
  db.pragma('query_only = ON')
  house.changed()
}
