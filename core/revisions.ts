import { addDays } from '#contract/calendar'
import { BIN_KINDS, REVISION_DAYS } from '#contract/revision-tables'
import { AppError } from '#contract/errors'
import type { RecordFields, Revision, revisions } from '#contract/revisions'
import { reopened } from '#core/acceptances'
import { agreeOnState, checkState } from '#core/appointments/brought-back'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { standsAgain } from '#core/declines'
import { found } from '#core/found'
import { refuseDestroyed } from '#core/gatekeeping'
import { isOpenTo, refuseOthers } from '#core/ownership'
import { settleGoals } from '#core/reviews'
import { derivedOf } from '#core/students'
import type { WritableDb } from '#db/connection'
import {
  deleteRevisionsBefore,
  findBin,
  findPresent,
  findRevisions,
  findStudentOfRecord,
  putFields,
  stampRevisions,
} from '#db/repos/revisions'
import { findStudent, updateStudent } from '#db/repos/students'
import { refuseBreaking, type Which } from './revisions/rules.ts'

export const revisionsHandlers: Handlers<typeof revisions> = {
  of(ctx, which) {
    refuseStrangers(ctx, 'reason', which)
    const states = findRevisions(ctx.db, which.kind, which.recordId, keptSince(ctx))
    const names = Object.keys(states[0]?.fields ?? {})
    return { now: names.length === 0 ? {} : presentOf(ctx, which, names), states }
  },
  check(ctx, { seq, ...which }) {
    refuseStrangers(ctx, 'never', which)
    return which.kind === 'visit' ? checkState(ctx, which.recordId, stateOf(ctx, which, seq).fields) : []
  },
  bin: (ctx, { limit }) =>
    BIN_KINDS.flatMap((kind) => findBin(ctx.db, kind, keptSince(ctx), limit))
      .toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt))
      .slice(0, limit)
      .map((line) => ({ ...line, title: isReadable(ctx, line.studentId) ? line.title : null })),
  restore(ctx, { seq, reason, overReason, ...which }) {
    refuseStrangers(ctx, 'never', which)
    const state = stateOf(ctx, which, seq)
    // A letter or a call may have been put down to somebody else then.
    const { student_id: former } = state.fields
    if (typeof former === 'string' && former !== which.studentId) refuseOthers(ctx, 'never', 'student', former)
    if (which.kind === 'visit') agreeOnState(ctx, which.recordId, state.fields, overReason)
    return broughtBack(ctx, which, state.fields, reason)
  },
  takeOut(ctx, { reason, ...which }) {
    refuseStrangers(ctx, 'never', which)
    const { deleted_at: deletedAt } = presentOf(ctx, which, ['deleted_at'])
    if (deletedAt === null) throw new AppError('conflict', { reason: 'not-in-the-bin' })
    if (String(deletedAt) < keptSince(ctx)) throw new AppError('conflict', { reason: 'too-late' })
    return broughtBack(ctx, which, { deleted_at: null }, reason)
  },
}

/** Within the transaction of a write: whose doing the earlier states are. What is too old to be brought back goes. */
export function stampChanges(db: WritableDb, ctx: Pick<WriteContext, 'me' | 'now' | 'today'>): void {
  stampRevisions(db, { at: ctx.now(), by: ctx.me.id })
  deleteRevisionsBefore(db, keptSince(ctx))
}

/** So far back states are kept. */
const keptSince = ({ today }: Pick<ReadContext, 'today'>): string =>
  new Date(`${addDays(today(), -REVISION_DAYS)}T00:00`).toISOString()

function stateOf(ctx: ReadContext | WriteContext, { kind, recordId }: Which, seq: number): Revision {
  const state = findRevisions(ctx.db, kind, recordId, keptSince(ctx)).find((one) => one.seq === seq)
  if (!state) throw new AppError('conflict', { field: 'seq', reason: 'too-late' })
  return state
}

const isReadable = (ctx: ReadContext, studentId: string | null): boolean =>
  studentId === null || isOpenTo(ctx, 'reason', 'student', studentId)

function refuseStrangers(ctx: ReadContext | WriteContext, rule: 'reason' | 'never', which: Which): void {
  const { studentId } = found(findStudentOfRecord(ctx.db, which.kind, which.recordId), 'recordId')
  if (studentId !== which.studentId) throw new AppError('conflict', { field: 'recordId', reason: 'wrong-student' })
  if (studentId !== null) refuseOthers(ctx, rule, 'student', studentId)
}

const presentOf = (ctx: ReadContext | WriteContext, { kind, recordId }: Which, names: string[]): RecordFields =>
  found(findPresent(ctx.db, kind, recordId, names), 'recordId')

function broughtBack(ctx: WriteContext, which: Which, fields: RecordFields, reason: string): { ok: true } {
  const { kind, recordId, studentId } = which
  if (kind !== 'hardship') refuseDestroyed(ctx.db, [kind], { [`${kind}Id`]: recordId })
  refuseBreaking(ctx, which, fields)
  putFields(ctx.db, kind, recordId, fields)
  if (kind === 'student') indexAnew(ctx, recordId)
  if (kind === 'review') settleGoals(ctx, recordId)
  if (kind === 'acceptance') reopened(ctx, recordId)
  if (kind === 'decline') standsAgain(ctx, recordId)
  stampRevisions(ctx.db, { at: ctx.now(), by: ctx.me.id, reason })
  ctx.audit('revision.restored', { subjectId: recordId, studentId })
  return { ok: true }
}

/** Name and number are looked for under keys that are worked out from them. */
function indexAnew(ctx: WriteContext, studentId: string): void {
  const student = found(findStudent(ctx.db, studentId), 'recordId')
  updateStudent(ctx.db, student, derivedOf(student, ctx.now()))
}
