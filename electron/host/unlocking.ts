import { existsSync } from 'node:fs'
import { AppError } from '#contract/errors'
import { parseRecoveryCode } from '#core/recovery-code'
import { type NewSlot, slotForPerson } from '#db/vault/change-keyslots'
import { openAnyWithPassword, openAnyWithRecovery, type Opened, type OpenedByPerson } from '#db/vault/keyslots'
import { type Keyslots, readCopies } from '#db/vault/keyslots-file'
import type { OwnKeys } from '#db/vault/own-keys'
import { failuresSoFar, lastSlot, recordFailure, remainingDelay } from '#db/vault/throttle'
import type { Clock } from './clock.ts'
import type { Place } from './places.ts'

/** Who may come in, before the vault is open. `enter` zeroes the key. */
export type Entry = OpenedByPerson & {
  keyslots: Keyslots
  /** Wrong tries since the last right one. */
  failures: number
  /** Takes the place of a slot of the first format as soon as the vault has opened. */
  successor: (NewSlot & { own: OwnKeys }) | null
}
export type EntryByRecovery = Opened & { keyslots: Keyslots; failures: number; code: Buffer }

/** The keyslots of a place that has a vault, newest copy first; a missing half is told apart and nothing new is ever made. */
export function slotCopies(place: Place): Keyslots[] {
  const copies = readCopies(place.folder)
  if (copies.length === 0) throw new AppError('storage', { reason: 'keyslots-missing' })
  if (!existsSync(place.vaultFile)) throw new AppError('storage', { reason: 'vault-missing' })
  return copies
}
export function openSlots(place: Place): Keyslots {
  const [keyslots] = slotCopies(place)
  if (!keyslots) throw new AppError('storage', { reason: 'keyslots-missing' })
  return keyslots
}

/** `forbidden` with the delay until the next try: the same answer for every wrong password. */
export async function tryPassword(place: Place, password: string, clock: Clock): Promise<Entry> {
  refuseTooSoon(place, clock)
  const opened = await openAnyWithPassword(slotCopies(place), password, lastSlot(place.folder))
  if (!opened) throw refused(place, clock)
  const successor = opened.own ? null : await successorOf(opened, password, clock)
  return { ...opened, failures: failuresSoFar(place.folder), successor }
}

export async function tryRecovery(place: Place, code: string, clock: Clock): Promise<EntryByRecovery> {
  refuseTooSoon(place, clock)
  const typed = parseRecoveryCode(code)
  if ('wrongLines' in typed) throw new AppError('invalid', { field: 'code', reason: 'mistyped' })
  const bytes = Buffer.from(typed.bytes)
  const opened = await openAnyWithRecovery(slotCopies(place), bytes)
  if (!opened) throw refused(place, clock)
  return { ...opened, failures: failuresSoFar(place.folder), code: bytes }
}

/** Whether a text is the recovery code of this place. False for anything that is no code; a wrong code is refused. */
export async function provesRecovery(place: Place, text: string, clock: Clock): Promise<boolean> {
  if ('wrongLines' in parseRecoveryCode(text)) return false
  const { databaseKey, code } = await tryRecovery(place, text, clock)
  databaseKey.fill(0)
  code.fill(0)
  return true
}

/** A slot of the first format holds the database key itself; its successor holds keys of the person's own. */
function successorOf(opened: OpenedByPerson & { keyslots: Keyslots }, password: string, clock: Clock) {
  const { keyslots, databaseKey, slotId, userId } = opened
  const kdf = keyslots.former.find((slot) => slot.slotId === slotId)?.kdf
  if (!kdf) return null
  const basis = { belonging: keyslots, databaseKey, at: clock.now() }
  return slotForPerson(basis, { userId, start: false }, password, kdf)
}

/** Every try at a secret waits its turn. */
export function refuseTooSoon(place: Place, clock: Clock): void {
  const retryAfterMs = Math.ceil(remainingDelay(place.folder, Date.parse(clock.now())))
  if (retryAfterMs > 0) throw new AppError('forbidden', { reason: 'too-soon', retryAfterMs })
}

/** Counts a wrong try. */
export function refused(place: Place, clock: Clock): AppError {
  const nowMs = Date.parse(clock.now())
  recordFailure(place.folder, nowMs)
  return new AppError('forbidden', {
    reason: 'wrong-secret',
    retryAfterMs: Math.ceil(remainingDelay(place.folder, nowMs)),
  })
}
