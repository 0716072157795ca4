import type { EntryState, SeenOutcome } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import type { Entry } from '#contract/screenings'
import { closeTask } from '#core/assessments/tasks'
import type { WriteContext } from '#core/context'
import { findEntry, updateEntry } from '#db/repos/screening-entries'
import { findTasksOf } from '#db/repos/tasks'
import { entryOf, getEntry } from './entries.ts'
import { openRound } from './rounds.ts'

type Where = { roundId: string; studentId: string }
type Mark = Where & { state?: Exclude<EntryState, 'done'> | undefined; flagged?: boolean | undefined; reason: string }

export function markEntry(ctx: WriteContext, { roundId, studentId, state, flagged, reason }: Mark): Entry {
  openRound(ctx, roundId)
  const entry = getEntry(ctx, roundId, studentId)
  if (state !== undefined && entry.state === 'done')
    throw new AppError('conflict', { field: 'state', reason: 'has-result' })
  if (flagged === false && entry.urgency !== null)
    throw new AppError('conflict', { field: 'flagged', reason: 'critical-answer' })
  if (reason === '' && (flagged !== undefined || (state !== undefined && state !== 'due')))
    throw new AppError('invalid', { field: 'reason', reason: 'no-reason' })
  const isSame = flagged === undefined || flagged === (entry.flagged === 1)
  updateEntry(ctx.db, roundId, studentId, {
    ...(state !== undefined && { state }),
    reason,
    // A flag taken off before there is a result says nothing of the result that comes.
    ...(flagged !== undefined && { flagged, byHand: flagged || entry.state === 'done' }),
    ...(!isSame && { flaggedOn: flagged ? ctx.today() : null }),
  })
  ctx.audit('screening.entry-changed', { subjectId: roundId, studentId })
  return entryOf(ctx, roundId, studentId)
}

type Seen = Where & { seenOn: string; outcome: SeenOutcome; note: string }

/** The talk in person that a flag asks for; what the sheet itself asks for is closed with it. */
export function recordSeen(ctx: WriteContext, { roundId, studentId, seenOn, outcome, note }: Seen): Entry {
  const entry = getEntry(ctx, roundId, studentId)
  const tasks = entry.assessmentId === null ? [] : findTasksOf(ctx.db, entry.assessmentId)
  if (entry.flagged === 0 && tasks.length === 0)
    throw new AppError('conflict', { field: 'studentId', reason: 'not-flagged' })
  if (seenOn > ctx.today()) throw new AppError('invalid', { field: 'seenOn', reason: 'future' })
  updateEntry(ctx.db, roundId, studentId, { seenOn, outcome, note })
  ctx.audit('screening.seen', { subjectId: roundId, studentId })
  for (const { id, closedAt } of tasks) if (closedAt === null) closeTask(ctx, id, { seenOn, outcome, note })
  return entryOf(ctx, roundId, studentId)
}

/** The task of a sheet was closed elsewhere: whoever was asked in person has been seen in the round, too. */
export function keepSeen(ctx: WriteContext, { roundId, studentId, ...seen }: Seen): void {
  if (findEntry(ctx.db, roundId, studentId)?.seenOn !== null) return
  updateEntry(ctx.db, roundId, studentId, seen)
  ctx.audit('screening.seen', { subjectId: roundId, studentId })
}

/**
 * The student's sheet does not count after all: the round waits for another one, and what was decided on this one says nothing
 * of that. A flag set by hand stays, with the talk that followed it.
 */
export function takeOutOfRound(ctx: WriteContext, { roundId, studentId }: Where): void {
  openRound(ctx, roundId)
  const { byHand, flagged } = getEntry(ctx, roundId, studentId)
  const isFlaggedByHand = byHand === 1 && flagged === 1
  updateEntry(ctx.db, roundId, studentId, {
    state: 'due',
    assessmentId: null,
    level: null,
    urgency: null,
    sourceRow: null,
    ...(!isFlaggedByHand && { flagged: false, flaggedOn: null, byHand: false, seenOn: null, outcome: null }),
  })
  ctx.audit('screening.entry-changed', { subjectId: roundId, studentId })
}
