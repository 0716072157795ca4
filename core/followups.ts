import { addDays } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Followup, followups } from '#contract/followups'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { getSetting, saveSetting } from '#core/settings'
import { findCase } from '#db/repos/cases'
import {
  findDueFollowups,
  findFollowup,
  findFollowupsByCase,
  hadCrisis,
  insertFollowup,
  updateFollowup,
} from '#db/repos/followups'

/*
 *   due ──finish──▶ done (again: a new one that is due)
 *    ├──move──▶ due on another day
 *    └──drop──▶ dropped
 */
export const followupsHandlers: Handlers<typeof followups> = {
  listByCase: (ctx, { caseId }) => findFollowupsByCase(ctx.db, caseId),
  due: (ctx) => findDueFollowups(ctx.db, ctx.today(), ctx.me.roles.includes('director') ? null : ctx.me.id),
  plan(ctx, { caseId, studentId, cause, basis, from, steps }) {
    if (basis === 'crisis' && !hadCrisis(ctx.db, studentId)) throw new AppError('conflict', { reason: 'no-crisis' })
    const { counselorId } = found(findCase(ctx.db, caseId), 'caseId')
    const days = steps.map((step) => step.days)
    const twice = days.findIndex((day, i) => days.indexOf(day) !== i)
    if (twice >= 0) throw new AppError('invalid', { field: `steps.${twice}.days`, reason: 'twice' })
    for (const { id, days: step } of steps)
      makeDue(ctx, { id, caseId, studentId, cause, basis, step, ownerId: counselorId, dueOn: addDays(from, step) })
    ctx.audit('followup.planned', { subjectId: caseId, studentId })
    return findFollowupsByCase(ctx.db, caseId)
  },
  finish(ctx, { followupId, studentId, fields, again }) {
    const before = found(findFollowup(ctx.db, followupId), 'followupId')
    if (before.state === 'dropped') throw new AppError('conflict', { reason: 'dropped' })
    if (fields.doneAt.slice(0, 10) > ctx.today())
      throw new AppError('invalid', { field: 'fields.doneAt', reason: 'ahead' })
    if (fields.outcome !== 'not-reached' && fields.text.trim() === '')
      throw new AppError('invalid', { field: 'fields.text', reason: 'empty' })
    updateFollowup(ctx.db, followupId, { ...fields, state: 'done', by: ctx.me.id, recordedAt: ctx.now() })
    if (again) {
      if (fields.outcome !== 'not-reached') throw new AppError('invalid', { field: 'again', reason: 'was-reached' })
      const { caseId, cause, basis, step } = before
      const { counselorId } = found(findCase(ctx.db, caseId), 'caseId')
      makeDue(ctx, { id: again.id, caseId, studentId, cause, basis, step, ownerId: counselorId, dueOn: again.on })
    }
    ctx.audit('followup.done', { subjectId: followupId, studentId })
    return found(findFollowup(ctx.db, followupId), 'followupId')
  },
  move(ctx, { followupId, studentId, dueOn }) {
    dueOne(ctx, followupId)
    if (dueOn < ctx.today()) throw new AppError('invalid', { field: 'dueOn', reason: 'past' })
    updateFollowup(ctx.db, followupId, { dueOn })
    ctx.audit('followup.moved', { subjectId: followupId, studentId })
    return found(findFollowup(ctx.db, followupId), 'followupId')
  },
  drop(ctx, { followupId, studentId, reason }) {
    dueOne(ctx, followupId)
    updateFollowup(ctx.db, followupId, {
      state: 'dropped',
      droppedReason: reason,
      by: ctx.me.id,
      recordedAt: ctx.now(),
    })
    ctx.audit('followup.dropped', { subjectId: followupId, studentId })
    return found(findFollowup(ctx.db, followupId), 'followupId')
  },
  rules: (ctx) => getSetting(ctx.db, 'followupRules'),
  saveRules(ctx, { rules }) {
    const ladders = rules.ladders.map((ladder) => ({
      ...ladder,
      days: [...new Set(ladder.days)].toSorted((a, b) => a - b),
    }))
    saveSetting(ctx.db, 'followupRules', { ladders })
    ctx.audit('settings.changed', { subjectId: 'followupRules' })
    return { ok: true }
  },
}

type New = Pick<Followup, 'id' | 'caseId' | 'studentId' | 'cause' | 'basis' | 'step' | 'dueOn'> & { ownerId: string }
const makeDue = (ctx: WriteContext, one: New): void =>
  insertFollowup(ctx.db, { ...one, state: 'due', text: '', droppedReason: '', madeAt: ctx.now() })

function dueOne(ctx: WriteContext, id: string): void {
  const { state } = found(findFollowup(ctx.db, id), 'followupId')
  if (state !== 'due') throw new AppError('conflict', { reason: state })
}
