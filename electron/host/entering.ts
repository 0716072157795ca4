import { type AuditEvent, leaveWitness } from '#core/audit'
import { accountOf, isPracticeVault } from '#core/accounts'
import { writeLook } from '#core/full-check'
import { record } from '#core/gatekeeping'
import { sawKeyslots } from '#core/keys'
import type { Connection, WritableDb } from '#db/connection'
import { changeKeyslots } from '#db/vault/change-keyslots'
import { type Examined, openExamined } from '#db/vault/examine'
import { type Keyslots, repairCopies } from '#db/vault/keyslots-file'
import type { OwnKeys } from '#db/vault/own-keys'
import { settleRotation } from '#db/vault/rotate'
import { signerOf } from '#db/vault/signing'
import { recordSuccess } from '#db/vault/throttle'
import { backUpBeforeMigration } from './backups/before-migration.ts'
import type { Clock } from './clock.ts'
import { forgetTraces, leaveTrace, takeInTracesOf } from './damage.ts'
import { writeOrMakeRoom } from './disk-full.ts'
import type { Place } from './places.ts'
import type { OpenRoom } from './room.ts'
import type { Entry } from './unlocking.ts'

/** Opens the vault, zeroes the key, and writes down who came in and how often it was tried wrongly before. */
export function enter(place: Place, entry: Entry, clock: Clock, event: AuditEvent): OpenRoom {
  const { keyslots, databaseKey } = settleRotation(place, entry)
  let connection: Connection | undefined
  try {
    let migrated: string | null = null
    const examined = openConnection(place, databaseKey, keyslots, clock.now(), (steps) => (migrated = steps))
    connection = examined.connection
    const { alarm, care } = examined
    const { keys, slots } = alarm
      ? { keys: entry.own, slots: keyslots }
      : ownKeys(place, { ...entry, databaseKey, keyslots })
    const room: OpenRoom = {
      connection,
      me: accountOf(connection.readable, entry.userId),
      practice: isPracticeVault(connection.readable),
      keys,
      startCode: entry.start,
      alarm,
      care,
    }
    const at = clock.now()
    if (alarm) {
      leaveTrace(room, event, {}, at)
      return room
    }
    const { transaction } = connection
    const write = () => transaction((db) => writeDown(db, room, slots, entry, { at, event, migrated }))
    writeOrMakeRoom(place.folder, room, write, () => leaveTrace(room, event, {}, at))
    if (room.alarm) return room
    forgetTraces(room)
    recordSuccess(place.folder, slots.slots.find(({ userId }) => userId === entry.userId)?.slotId ?? null)
    return room
  } catch (error) {
    connection?.vault.close()
    throw error
  } finally {
    databaseKey.fill(0)
    entry.databaseKey.fill(0)
    entry.successor?.end()
  }
}

/** The one way to open a vault and what belongs to it. The caller zeroes the key. `onMigration` hears of `2-3`. */
export function openConnection(
  place: Place,
  databaseKey: Buffer,
  keyslots: Keyslots,
  now: string,
  onMigration: (steps: string) => void = () => {},
): Examined {
  const backUp = backUpBeforeMigration(place, keyslots, databaseKey, now)
  return openExamined(place.vaultFile, databaseKey, keyslots, {
    beforeMigration(db, from, to) {
      backUp(db, from, to)
      onMigration(`${from}-${to}`)
    },
    now,
  })
}

/** The person's keys, and the keyslots as they stand on the disk from now on. */
function ownKeys(
  { folder }: Place,
  { own, successor, keyslots, databaseKey, slotId }: Entry,
): { keys: OwnKeys | null; slots: Keyslots } {
  try {
    if (own || !successor) {
      repairCopies(folder, keyslots)
      return { keys: own, slots: keyslots }
    }
    const former = keyslots.former.filter((slot) => slot.slotId !== slotId)
    const change = { slots: [...keyslots.slots, successor.slot], former }
    const slots = changeKeyslots({ folder, keyslots, databaseKey }, change, [successor])
    return { keys: successor.own, slots }
  } catch {
    // A disk that takes no more keeps nobody out; the next unlock tries again.
    return { keys: own, slots: keyslots }
  }
}

function writeDown(
  db: WritableDb,
  room: OpenRoom,
  slots: Keyslots,
  { failures }: Entry,
  { at, event, migrated }: { at: string; event: AuditEvent; migrated: string | null },
): void {
  leaveWitness(db, at)
  takeInTracesOf(db, room, at)
  if (room.care?.isLookedAtWhole) writeLook(db, at)
  const { keys, me } = room
  const about = { at, subjectId: null, studentId: null }
  if (migrated) record(db, { ...about, userId: null, event: 'vault.migrated', subjectId: migrated }, null)
  if (failures > 0)
    record(db, { ...about, userId: null, event: 'vault.unlock-failed', subjectId: String(failures) }, null)
  const sign = keys && signerOf(keys)
  record(db, { ...about, userId: me.id, event }, sign)
  sawKeyslots(db, slots)
}
