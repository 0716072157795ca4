import type { CASE_EVENTS } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import { CLOSE_BLOCKS, type Case, type cases } from '#contract/cases'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import type { ReadableDb } from '#db/connection'
import {
  countUnfinished,
  findCase,
  findCasePage,
  findOpenCase,
  insertCase,
  insertCaseEvent,
  updateCase,
} from '#db/repos/cases'

export const casesHandlers: Handlers<typeof cases> = {
  get: (ctx, { caseId }) => found(findCase(ctx.db, caseId), 'caseId'),
  list: (ctx, { state, offset, limit }) => findCasePage(ctx.db, state, offset, limit),
  closeBlocks: (ctx, { caseId }) => blocksOf(ctx.db, found(findCase(ctx.db, caseId), 'caseId')),
  close(ctx, { caseId, reason, closeNote, advice }) {
    const open = found(findCase(ctx.db, caseId), 'caseId')
    if (open.state === 'closed') throw new AppError('conflict', { reason: 'already-closed' })
    const block = blocksOf(ctx.db, open).find((name) => name !== 'waiting-referral')
    if (block) throw new AppError('conflict', { reason: block })
    updateCase(ctx.db, caseId, { state: 'closed', closedOn: ctx.today(), closeReason: reason, closeNote, advice })
    happened(ctx, open, 'closed', { reason, text: closeNote })
    return found(findCase(ctx.db, caseId), 'caseId')
  },
  reopen(ctx, { caseId, studentId, reason }) {
    const closed = found(findCase(ctx.db, caseId), 'caseId')
    if (closed.state === 'open') throw new AppError('conflict', { reason: 'already-open' })
    if (findOpenCase(ctx.db, studentId)) throw new AppError('conflict', { reason: 'other-open-case' })
    updateCase(ctx.db, caseId, { state: 'open', closedOn: null, closeReason: null })
    happened(ctx, closed, 'reopened', { text: reason })
    return found(findCase(ctx.db, caseId), 'caseId')
  },
}

/** The student's open case; opened now when there is none. */
export function ensureOpenCase(ctx: WriteContext, studentId: string, onDay: string): Case {
  const open = findOpenCase(ctx.db, studentId)
  if (open) return open
  const id = ctx.newId()
  insertCase(ctx.db, {
    id,
    no: termNumber(ctx, 'case', onDay, 3),
    studentId,
    openedOn: onDay,
    counselorId: ctx.me.id,
    createdAt: ctx.now(),
  })
  const opened = found(findCase(ctx.db, id), 'caseId')
  happened(ctx, opened, 'opened', { onDay })
  return opened
}

/** One line of the case's own history, with its audit row; a later closure never hides an earlier one. */
function happened(
  ctx: WriteContext,
  { id, studentId }: Case,
  what: (typeof CASE_EVENTS)[number],
  { onDay = ctx.today(), reason = null, text = '' }: { onDay?: string; reason?: Case['closeReason']; text?: string },
): void {
  const [by, enteredAt] = [ctx.me.id, ctx.now()]
  insertCaseEvent(ctx.db, { id: ctx.newId(), caseId: id, studentId, what, onDay, reason, text, by, enteredAt })
  ctx.audit(`case.${what}`, { subjectId: id, studentId })
}

function blocksOf(db: ReadableDb, open: Case): (typeof CLOSE_BLOCKS)[number][] {
  const { openCrises, unsignedNotes, waitingReferrals } = countUnfinished(db, open)
  const counts = { 'open-crisis': openCrises, 'unsigned-notes': unsignedNotes, 'waiting-referral': waitingReferrals }
  return CLOSE_BLOCKS.filter((name) => counts[name] > 0)
}
