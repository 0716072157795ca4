import { z } from 'zod'
import { slotForPerson } from '#db/vault/change-keyslots'
import type { Kdf } from '#db/vault/kdf'
import { isSignedBy, type Keyslots, readCopies, sign, writeKeyslots } from '#db/vault/keyslots-file'
import { sealKey, Slot } from '#db/vault/slots'
import type { Inside } from './open-set.ts'

/** Who will be able to open the records that come back, and with what. */
export type WaysIn = {
  /** Passwords that go on; none when a new one has to be chosen. */
  people: Slot[]
  /** Recovery and backup, and what is left of the first format. */
  others: Pick<Keyslots, 'slots' | 'former'>
  /** The file must count further than any that was there. */
  counter: number
}

/** The good keyslots beside the present vault, if any. */
export function presentSlots(folder: string): Keyslots | null {
  try {
    return readCopies(folder)[0] ?? null
  } catch {
    return null
  }
}

/**
 * Under the same key the keyslots of today go on. Else those that were kept with the records, without people who lost the
 * right to come in since, as far as this computer knows.
 */
export function waysInto(inside: Inside, ofSet: Keyslots, present: Keyslots | null, databaseKey: Buffer): WaysIn {
  const { manifest, people } = inside
  const isSameVault = present?.vaultId === manifest.vaultId
  const counter = Math.max(ofSet.counter, isSameVault ? present.counter : 0)
  const ids = new Set(people.accounts.map(({ id }) => id))
  const hasAccount = ({ userId }: { userId: string | null }): boolean => userId !== null && ids.has(userId)
  if (isSameVault && present.epoch === manifest.epoch && !present.pending && isSignedBy(present, databaseKey))
    return {
      counter,
      people: present.slots.filter((slot) => slot.kind === 'user' && hasAccount(slot)),
      others: {
        slots: present.slots.filter(({ kind }) => kind !== 'user'),
        former: present.former.filter((slot) => slot.kind !== 'user' || hasAccount(slot)),
      },
    }
  const mayStill = new Set(isSameVault ? present.slots.map(({ userId }) => userId) : ids)
  const kept = keptSlots(people.waysIn)
    .filter((slot) => hasAccount(slot) && mayStill.has(slot.userId))
    .map((slot) => ({ ...slot, sealed: sealKey(slot, databaseKey, manifest) }))
  return { counter, people: kept, others: { slots: ofSet.slots, former: ofSet.former } }
}

/** Puts the keyslots of the vault that comes back into `folder`; both copies are read back. */
export async function writeWaysIn(
  folder: string,
  { people, others, counter }: WaysIn,
  { manifest }: Pick<Inside, 'manifest'>,
  databaseKey: Buffer,
  fresh: { userId: string; password: string; kdf: Kdf; at: string } | null,
): Promise<void> {
  const { vaultId, epoch } = manifest
  const slots = [...people, ...others.slots]
  const content = { vaultId, epoch, counter: counter + 1, slots, former: others.former, due: false }
  if (!fresh) return void writeKeyslots(folder, sign(content, databaseKey))
  const { userId, password, kdf, at } = fresh
  const basis = { databaseKey, at, belonging: { vaultId, epoch } }
  const made = await slotForPerson(basis, { userId, start: false }, password, kdf)
  try {
    const others = slots.filter((slot) => slot.userId !== userId)
    const former = content.former.filter((slot) => slot.userId !== userId)
    writeKeyslots(folder, sign({ ...content, former, slots: [...others, made.slot] }, databaseKey), made.prove)
  } finally {
    made.end()
  }
}

export const keepsPasswords = ({ people, others }: WaysIn): boolean =>
  people.length > 0 || others.former.some(({ kind }) => kind === 'user')

function keptSlots(text: string | null): Slot[] {
  try {
    return z.array(Slot).parse(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}
