import type { DeclarationFields, EntryFields } from '#contract/case-course'
import type { CASE_EVENTS } from '#contract/case-tables'
import { AppError } from '#contract/errors'
import { CLOSE_BLOCKS, type Case, type cases } from '#contract/cases'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { termNumber } from '#core/numbers'
import { getSetting, saveSetting } from '#core/settings'
import type { ReadableDb } from '#db/connection'
import { insertHandover, rebook } from '#db/repos/accounts'
import { findArchiveOf } from '#db/repos/archives'
import { findCaseWork, findUnreadTestId, insertDeclaration, insertStability } from '#db/repos/case-course'
import {
  countUnfinished,
  findCase,
  findCasePage,
  findEntry,
  findOpenCase,
  insertCase,
  insertCaseEvent,
  updateCase,
} from '#db/repos/cases'
import { reassignFollowups } from '#db/repos/followups'
import { holdsCases } from '#db/repos/ownership'
import { findUsers } from '#db/repos/settings'
import { attentionOf } from './cases/attention.ts'
import { progressOf } from './cases/course.ts'

export const casesHandlers: Handlers<typeof cases> = {
  get: (ctx, { caseId }) => found(findCase(ctx.db, caseId), 'caseId'),
  list: (ctx, { state, offset, limit }) => findCasePage(ctx.db, state, offset, limit),
  closeBlocks: (ctx, { caseId }) => blocksOf(ctx.db, found(findCase(ctx.db, caseId), 'caseId')),
  close(ctx, { caseId, reason, closeNote, advice, explanation = '' }) {
    const open = found(findCase(ctx.db, caseId), 'caseId')
    if (open.state === 'closed') throw new AppError('conflict', { reason: 'already-closed' })
    const block = blocksOf(ctx.db, open).find((name) => name !== 'waiting-referral')
    if (block) throw new AppError('conflict', { reason: block })
    if (reason === 'relation-overstepped' && explanation.trim() === '')
      throw new AppError('invalid', { field: 'explanation', reason: 'no-explanation' })
    const ending = { closeReason: reason, closeNote, advice, explanation }
    updateCase(ctx.db, caseId, { state: 'closed', closedOn: ctx.today(), ...ending })
    happened(ctx, open, 'closed', { reason, text: closeNote })
    return found(findCase(ctx.db, caseId), 'caseId')
  },
  reopen(ctx, { caseId, studentId, reason }) {
    const closed = found(findCase(ctx.db, caseId), 'caseId')
    if (closed.state === 'open') throw new AppError('conflict', { reason: 'already-open' })
    if (findOpenCase(ctx.db, studentId)) throw new AppError('conflict', { reason: 'other-open-case' })
    if (findArchiveOf(ctx.db, caseId)) throw new AppError('conflict', { reason: 'archived' })
    updateCase(ctx.db, caseId, { state: 'open', closedOn: null, closeReason: null })
    happened(ctx, closed, 'reopened', { text: reason })
    return found(findCase(ctx.db, caseId), 'caseId')
  },
  progress: (ctx, { caseId }) => progressOf(ctx, found(findCase(ctx.db, caseId), 'caseId')),
  declare(ctx, { id, caseId, studentId, fields }) {
    checkDeclaration(fields)
    insertDeclaration(ctx.db, { ...fields, id, caseId, studentId, by: ctx.me.id, at: ctx.now() })
    ctx.audit('case.declared', { subjectId: caseId, studentId })
    return { ok: true }
  },
  setStability(ctx, { id, caseId, studentId, fields }) {
    insertStability(ctx.db, { ...fields, id, caseId, studentId, by: ctx.me.id, at: ctx.now() })
    ctx.audit('case.stability-set', { subjectId: caseId, studentId })
    return { ok: true }
  },
  setEntry(ctx, { caseId, studentId, fields: { basis, note } }) {
    updateCase(ctx.db, caseId, { entryBasis: basis, entryNote: note.trim() })
    ctx.audit('case.entry-set', { subjectId: caseId, studentId })
    return { ok: true }
  },
  attention: attentionOf,
  rules: (ctx) => getSetting(ctx.db, 'caseRules'),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'caseRules', rules)
    ctx.audit('settings.changed', { subjectId: 'caseRules' })
    return { ok: true }
  },
}

/** Somebody one knows from elsewhere is handed over, or it is written down why not and who agreed (000-F 3, 000-O 五.3). */
function checkDeclaration({ relation, decision, reason, agreedBy }: DeclarationFields): void {
  if (relation === 'none' || decision === 'reassign') return
  if (reason.trim() === '') throw new AppError('invalid', { field: 'fields.reason', reason: 'empty' })
  if (agreedBy === '') throw new AppError('invalid', { field: 'fields.agreedBy', reason: 'empty' })
}

/**
 * The student's open case; opened now when there is none, for `receiverId` if she counsels. A case that was opened while no
 * counselor was there goes to the first who works with it.
 */
export function ensureOpenCase(ctx: WriteContext, studentId: string, onDay: string, receiverId = ctx.me.id): Case {
  const open = findOpenCase(ctx.db, studentId)
  const counselorId = keeperOf(ctx, receiverId)
  if (open) return holdsCases(ctx.db, open.counselorId) ? open : takenUp(ctx, open, counselorId)
  const id = ctx.newId()
  insertCase(ctx.db, {
    id,
    no: termNumber(ctx, 'case', onDay, 3),
    studentId,
    openedOn: onDay,
    counselorId,
    createdAt: ctx.now(),
  })
  const opened = found(findCase(ctx.db, id), 'caseId')
  happened(ctx, opened, 'opened', { onDay })
  return opened
}

/** What is known of how the student came, where nobody has said so yet. */
export function enterBy(ctx: WriteContext, { id, studentId }: Case, { basis, note }: EntryFields): void {
  if (findEntry(ctx.db, id)) return
  updateCase(ctx.db, id, { entryBasis: basis, entryNote: note })
  ctx.audit('case.entry-set', { subjectId: id, studentId })
}

/** Whoever receives, else whoever is here, else the only counselor there is; without any it stays with whoever opened it. */
function keeperOf(ctx: WriteContext, receiverId: string): string {
  const counselors = findUsers(ctx.db).filter(({ roles }) => roles.includes('counselor'))
  const wished = [receiverId, ctx.me.id].find((id) => counselors.some((counselor) => counselor.id === id))
  return wished ?? (counselors.length === 1 ? counselors[0]?.id : undefined) ?? ctx.me.id
}

function takenUp(ctx: WriteContext, open: Case, counselorId: string): Case {
  if (counselorId === open.counselorId) return open
  moveCase(ctx, open, { toId: counselorId, note: '' })
  return found(findCase(ctx.db, open.id), 'caseId')
}

/** From its counselor to another; where it was and why stays readable. */
export function moveCase(
  ctx: WriteContext,
  from: Case,
  { toId, note, clientView = '' }: { toId: string; note: string; clientView?: string },
): void {
  const { id: caseId, studentId, counselorId: fromId } = from
  const [by, at] = [ctx.me.id, ctx.now()]
  updateCase(ctx.db, caseId, { counselorId: toId })
  insertHandover(ctx.db, { id: ctx.newId(), caseId, studentId, fromId, toId, note, clientView, at, by })
  rebook(ctx.db, caseId, fromId, toId)
  reassignFollowups(ctx.db, caseId, toId)
  ctx.audit('case.handed-over', { subjectId: caseId, studentId })
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
  const { isCareer, reviewedOn } = findCaseWork(db, open.id)
  const stands: Record<(typeof CLOSE_BLOCKS)[number], boolean> = {
    'open-crisis': openCrises > 0,
    'unsigned-notes': unsignedNotes > 0,
    'unread-tests': findUnreadTestId(db, open) !== undefined,
    // S74: planning a career ends with a look at what came of it.
    'unfinished-review': isCareer && reviewedOn === null,
    'waiting-referral': waitingReferrals > 0,
  }
  return CLOSE_BLOCKS.filter((name) => stands[name])
}
