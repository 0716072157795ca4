import { existsSync } from 'node:fs'
import { AppError } from '#contract/errors'
import type { AuditEvent } from '#core/audit'
import { record } from '#core/gatekeeping'
import { parseRecoveryCode } from '#core/recovery-code'
import { accountOf, isPracticeVault } from '#core/accounts'
import { connect } from '#db/connection'
import { type Keyslots, openWithPassword, openWithRecovery, readKeyslots } from '#db/vault/keyslots'
import { openVault } from '#db/vault/open'
import { failuresSoFar, recordFailure, recordSuccess, remainingDelay } from '#db/vault/throttle'
import type { Clock } from './clock.ts'
import type { Place } from './places.ts'
import type { OpenRoom } from './room.ts'

type Opened = { databaseKey: Buffer; userId: string; failures: number }

/** The keyslots of a place that has a vault; a missing half is told apart and nothing new is ever made. */
export function openSlots(place: Place): Keyslots {
  const keyslots = readKeyslots(place.folder)
  if (!keyslots) throw new AppError('storage', { reason: 'keyslots-missing' })
  if (!existsSync(place.vaultFile)) throw new AppError('storage', { reason: 'vault-missing' })
  return keyslots
}

/** `forbidden` with the delay until the next try: the same answer for every wrong password. */
export async function tryPassword(place: Place, keyslots: Keyslots, password: string, clock: Clock): Promise<Opened> {
  refuseTooSoon(place, clock)
  const opened = await openWithPassword(keyslots, password)
  if (!opened) throw refused(place, clock)
  return { ...opened, failures: failuresSoFar(place.folder) }
}

export function tryRecovery(place: Place, keyslots: Keyslots, code: string, clock: Clock): Opened {
  refuseTooSoon(place, clock)
  const typed = parseRecoveryCode(code)
  if ('wrongLines' in typed) throw new AppError('invalid', { field: 'code', reason: 'mistyped' })
  const databaseKey = openWithRecovery(keyslots, Buffer.from(typed.bytes))
  const userId = keyslots.slots.find((slot) => slot.kind === 'user')?.userId
  if (!databaseKey || !userId) throw refused(place, clock)
  return { databaseKey, userId, failures: failuresSoFar(place.folder) }
}

/** Whether a text is the recovery code of this place. False for anything that is no code; a wrong code is refused. */
export function provesRecovery(place: Place, text: string, clock: Clock): boolean {
  if ('wrongLines' in parseRecoveryCode(text)) return false
  tryRecovery(place, openSlots(place), text, clock).databaseKey.fill(0)
  return true
}

/** Opens the vault, zeroes the key, and writes down who came in and how often it was tried wrongly before. */
export function enter(
  place: Place,
  databaseKey: Buffer,
  userId: string,
  failures: number,
  clock: Clock,
  event: AuditEvent,
): OpenRoom {
  const connection = openConnection(place, databaseKey)
  try {
    const me = accountOf(connection.readable, userId)
    connection.transaction((db) => {
      const at = clock.now()
      if (failures > 0)
        record(
          db,
          { at, userId: null, event: 'vault.unlock-failed', subjectId: String(failures), studentId: null },
          null,
        )
      record(db, { at, userId, event, subjectId: null, studentId: null }, null)
    })
    recordSuccess(place.folder)
    return { connection, me, practice: isPracticeVault(connection.readable), keys: null, startCode: false }
  } catch (error) {
    connection.vault.close()
    throw error
  }
}

function openConnection(place: Place, databaseKey: Buffer) {
  try {
    return connect(openVault(place.vaultFile, databaseKey))
  } finally {
    databaseKey.fill(0)
  }
}

function refuseTooSoon(place: Place, clock: Clock): void {
  const retryAfterMs = Math.ceil(remainingDelay(place.folder, Date.parse(clock.now())))
  if (retryAfterMs > 0) throw new AppError('forbidden', { reason: 'too-soon', retryAfterMs })
}

function refused(place: Place, clock: Clock): AppError {
  const nowMs = Date.parse(clock.now())
  recordFailure(place.folder, nowMs)
  return new AppError('forbidden', {
    reason: 'wrong-secret',
    retryAfterMs: Math.ceil(remainingDelay(place.folder, nowMs)),
  })
}
