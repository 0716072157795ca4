import { accountToRecover } from '#core/accounts'
import { keyslotsAreOld } from '#core/keys'
import { changeKeyslots, slotForPerson, slotForRecovery } from '#db/vault/change-keyslots'
import { calibrateKdf } from '#db/vault/kdf'
import { openWithOwn } from '#db/vault/keyslots'
import type { Keyslots } from '#db/vault/keyslots-file'
import { settleRotation } from '#db/vault/rotate'
import type { Clock } from './clock.ts'
import { openConnection } from './entering.ts'
import type { Place } from './places.ts'
import { type Entry, type EntryByRecovery, openSlots } from './unlocking.ts'

type Parts = { clock: Clock; kdfTargetMs: number }

/**
 * After the recovery code was typed: new keys and a new password for one account. The database key is due to be changed as soon
 * as the room is open. What was sealed to the former keys stays sealed.
 */
export async function recoverAccount(
  place: Place,
  entry: EntryByRecovery,
  newPassword: string,
  parts: Parts,
): Promise<Entry> {
  const { folder } = place
  const { keyslots, databaseKey } = settleRotation(place, entry)
  const basis = { belonging: keyslots, databaseKey, at: parts.clock.now() }
  try {
    const { userId, isOld } = lookInside(place, databaseKey, keyslots, parts.clock.now())
    const kdf = await calibrateKdf(parts.kdfTargetMs)
    const person = await slotForPerson(basis, { userId, start: false }, newPassword, kdf)
    // A sheet of the first format held the database key itself: it goes on with keys like the others.
    const isFormer = keyslots.former.some(({ slotId }) => slotId === entry.slotId)
    const fresh = [person, ...(isFormer ? [slotForRecovery(basis, entry.code)] : [])]
    const slots = [...keyslots.slots.filter((slot) => slot.userId !== userId), ...fresh.map(({ slot }) => slot)]
    const former = keyslots.former.filter((slot) => slot.userId !== userId && slot.slotId !== entry.slotId)
    // A file that was put back stays older than what the vault has seen: the alarm is for somebody to answer.
    const counter = keyslots.counter + (isOld ? 0 : 1)
    try {
      changeKeyslots({ folder, keyslots, databaseKey }, { slots, former, due: true, counter }, fresh)
    } finally {
      for (const { end } of fresh) end()
    }
    const now = openSlots(place)
    const opened = openWithOwn(now, person.own)
    const { own } = person
    return { ...opened, keyslots: now, userId, own, start: false, failures: entry.failures, successor: null }
  } finally {
    databaseKey.fill(0)
    entry.databaseKey.fill(0)
    entry.code.fill(0)
  }
}

function lookInside(place: Place, databaseKey: Buffer, keyslots: Keyslots, now: string) {
  const { connection } = openConnection(place, databaseKey, keyslots, now)
  try {
    const { readable } = connection
    return { userId: accountToRecover(readable).id, isOld: keyslotsAreOld(readable, keyslots) }
  } finally {
    connection.vault.close()
  }
}
