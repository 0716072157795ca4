import { AppError } from '#contract/errors'
import type { Role, Subject } from '#contract/procedure'
import type { Account } from '#contract/settings'
import { found } from '#core/found'
import type { ReadableDb, WritableDb } from '#db/connection'
import { CLOCK_TOLERANCE, insertAuditRow, jumpRow, type NewAuditRow, type Sign } from '#db/repos/audit'
import { deleteOldReplies, findReply, insertReply } from '#db/repos/requests'
import { findStudentIdOf, isInDestroyedCase } from '#db/repos/subjects'

/** The rules that hold for every call alike; the gate asks them in its order. */

export function refuseOtherRoles(roles: readonly Role[], me: Account): void {
  if (!me.roles.some((role) => roles.includes(role))) throw new AppError('forbidden', { reason: 'role' })
}

/**
 * Every record the input names must exist and belong to the student it names: two children are never mixed.
 * Gives that student's id for the log.
 */
export function checkSubjects(
  db: ReadableDb,
  subjects: readonly Subject[],
  input: Record<string, unknown>,
): string | null {
  let studentId = typeof input['studentId'] === 'string' ? input['studentId'] : null
  for (const subject of subjects) {
    const field = `${subject}Id`
    const owner = found(findStudentIdOf(db, subject, String(input[field])), field)
    if (studentId !== null && owner !== studentId) throw new AppError('conflict', { field, reason: 'wrong-student' })
    studentId = owner
  }
  return studentId
}

/** What was destroyed stays empty. */
export function refuseDestroyed(db: ReadableDb, subjects: readonly Subject[], input: Record<string, unknown>): void {
  if (subjects.some((subject) => isInDestroyedCase(db, subject, String(input[`${subject}Id`]))))
    throw new AppError('conflict', { reason: 'destroyed' })
}

const NAMED = [
  'noteId',
  'visitId',
  'crisisId',
  'referralId',
  'caseId',
  'assessmentId',
  'roundId',
  'recordId',
  'letterId',
  'observationId',
  'contactId',
  'attachmentId',
  'studentId',
  'subjectId',
]

/** The first record id an input names, for the audit row of a sensitive read. */
export function namedSubject(input: Record<string, unknown>): string | null {
  for (const name of NAMED) if (typeof input[name] === 'string') return input[name]
  return null
}

/** `sign`: the key of whoever acts; null where the row is of nobody, or of a vault whose accounts have no keys yet. */
export const record = (db: WritableDb, row: NewAuditRow, sign: Sign | null): void => void insertAuditRow(db, row, sign)

/** The same for what was read while nothing could be written. */
export const recordLate = (db: WritableDb, row: NewAuditRow, sign: Sign | null): void =>
  void insertAuditRow(db, row, sign, true)

/** That the clock went `minutes` forward (negative: back) beside the steady one; nothing for what is set right in passing. */
export function recordClockJump(
  db: WritableDb,
  who: Pick<NewAuditRow, 'at' | 'userId'>,
  minutes: number,
  sign: Sign | null,
): void {
  if (Math.abs(minutes) > CLOCK_TOLERANCE) insertAuditRow(db, jumpRow(who, minutes), sign)
}

/** The former answer to a request that comes a second time; `conflict` when the id was used for another call. */
export function formerReply(db: WritableDb, id: string, procedure: string): { reply: unknown } | null {
  const former = findReply(db, id)
  if (!former) return null
  if (former.procedure !== procedure) throw new AppError('conflict', { field: 'requestId', reason: 'used' })
  // A case was destroyed since, and with it every answer that might hold a word of it.
  if (former.reply === '') throw new AppError('conflict', { field: 'requestId', reason: 'answered' })
  return { reply: JSON.parse(former.reply) }
}

const KEEP_MS = 24 * 3_600_000
export function rememberReply(db: WritableDb, id: string, procedure: string, reply: unknown, at: string): void {
  deleteOldReplies(db, new Date(Date.parse(at) - KEEP_MS).toISOString())
  insertReply(db, { id, procedure, reply: JSON.stringify(reply), at })
}
