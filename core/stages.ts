import { AppError } from '#contract/errors'
import { EMPTY_STAGE, NOTHING_HOME } from '#contract/stage-parts'
import type { Stage, StageFields, stages } from '#contract/stages'
import type { AuditEvent } from '#core/audit'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { personOf } from '#core/contacts/persons'
import { found } from '#core/found'
import { openCase } from '#core/open-case'
import { getSetting, saveSetting } from '#core/settings'
import { findCase } from '#db/repos/cases'
import { findStage, findStagesOfCase, insertStage, updateStage } from '#db/repos/stages'
import { stagesDue } from './stages/due.ts'
import { daysOfStage, stageOn } from './stages/schedule.ts'
import { declinedBy, receiverOf } from './stages/told.ts'

/*
 *   draft ──finish──▶ finished ──deliver──▶ delivered
 *     ▲ └──skip──▶ skipped ──written after all──┐
 *     └─────────────────────────────────────────┘
 */
export const stagesHandlers: Handlers<typeof stages> = {
  ofCase(ctx, { caseId }) {
    const one = found(findCase(ctx.db, caseId), 'caseId')
    const written = findStagesOfCase(ctx.db, caseId)
    return {
      stages: written,
      next: one.state === 'open' ? nextOf(ctx, one.openedOn, written) : null,
      declined: declinedBy(ctx, one.studentId),
    }
  },
  write(ctx, { id, caseId, studentId, stage, fields, isFinished }) {
    openCase(ctx, caseId)
    refuseTaken(ctx, caseId, stage)
    const written = checked(ctx, studentId, fields, isFinished)
    insertStage(ctx.db, {
      ...written,
      id,
      caseId,
      studentId,
      stage,
      state: isFinished ? 'finished' : 'draft',
      finishedAt: isFinished ? ctx.now() : null,
      skippedReason: '',
      ...stamp(ctx),
    })
    return recorded(ctx, isFinished ? 'stage.finished' : 'stage.saved', id)
  },
  change(ctx, { stageId, studentId, fields, isFinished }) {
    const before = found(findStage(ctx.db, stageId), 'stageId')
    const wasFinished = before.state === 'finished' || before.state === 'delivered'
    if (!wasFinished) openCase(ctx, before.caseId)
    if (wasFinished && !isFinished) throw new AppError('conflict', { reason: 'finished' })
    if (before.state === 'delivered' && fields.familyText.trim() === '')
      throw new AppError('conflict', { field: 'fields.familyText', reason: 'delivered' })
    updateStage(ctx.db, stageId, {
      ...checked(ctx, studentId, fields, isFinished),
      ...(!wasFinished && { state: isFinished ? 'finished' : 'draft', finishedAt: isFinished ? ctx.now() : null }),
      skippedReason: '',
      ...stamp(ctx),
    })
    return recorded(ctx, isFinished && !wasFinished ? 'stage.finished' : 'stage.saved', stageId)
  },
  deliver(ctx, { stageId, studentId, on, way, to, exceptionGround }) {
    const { state, familyText, toldTopics } = found(findStage(ctx.db, stageId), 'stageId')
    if (state !== 'finished' && state !== 'delivered') throw new AppError('conflict', { reason: 'not-finished' })
    if (familyText.trim() === '') throw new AppError('conflict', { reason: 'nothing-to-hand-over' })
    if (on > ctx.today()) throw new AppError('invalid', { field: 'on', reason: 'ahead' })
    const whom = receiverOf(ctx, studentId, { ...to, toldTopics, exceptionGround })
    updateStage(ctx.db, stageId, { ...whom, state: 'delivered', deliveredOn: on, deliveredWay: way, ...stamp(ctx) })
    return recorded(ctx, 'stage.delivered', stageId)
  },
  skip(ctx, { id, caseId, studentId, stage, reason }) {
    openCase(ctx, caseId)
    const there = findStagesOfCase(ctx.db, caseId).find((one) => one.stage === stage)
    if (there && there.state !== 'draft') throw new AppError('conflict', { reason: 'stage-taken' })
    const skipped = { state: 'skipped', skippedReason: reason, ...stamp(ctx) } as const
    if (there) updateStage(ctx.db, there.id, skipped)
    else insertStage(ctx.db, { ...EMPTY_STAGE, ...skipped, id, caseId, studentId, stage, finishedAt: null })
    return recorded(ctx, 'stage.skipped', there?.id ?? id)
  },
  due: stagesDue,
  rules: (ctx) => getSetting(ctx.db, 'stageRules'),
  saveRules(ctx, { rules }) {
    if (rules.finalWeeks < rules.draftWeeks)
      throw new AppError('invalid', { field: 'rules.finalWeeks', reason: 'before' })
    saveSetting(ctx.db, 'stageRules', rules)
    ctx.audit('settings.changed', { subjectId: 'stageRules' })
    return { ok: true }
  },
}

const stamp = (ctx: WriteContext) => ({ by: ctx.me.id, savedAt: ctx.now() })

/** The one whose week it is, else the next after what is written. */
function nextOf(ctx: ReadContext, openedOn: string, written: readonly Stage[]) {
  const rules = getSetting(ctx.db, 'stageRules')
  const now = Math.max(stageOn(rules, openedOn, ctx.today()), 1)
  const last = Math.max(0, ...written.map(({ stage }) => stage))
  const stage = written.some((one) => one.stage === now) ? last + 1 : now
  const { draftBy, finishBy } = daysOfStage(rules, openedOn, stage)
  return { stage, draftBy, finishBy }
}

function refuseTaken(ctx: WriteContext, caseId: string, stage: number): void {
  if (findStagesOfCase(ctx.db, caseId).some((one) => one.stage === stage))
    throw new AppError('conflict', { field: 'stage', reason: 'stage-taken' })
}

/** A draft may still say anything; what is finished holds to what was agreed. Without a text for the family it goes to nobody. */
function checked(ctx: WriteContext, studentId: string, fields: StageFields, isFinished: boolean): StageFields {
  if (fields.personId !== null) personOf(ctx, studentId, fields.personId)
  if (!isFinished) return fields
  if (fields.text.trim() === '') throw new AppError('invalid', { field: 'fields.text', reason: 'no-text' })
  if (fields.familyText.trim() === '') return { ...fields, ...NOTHING_HOME }
  return { ...fields, ...receiverOf(ctx, studentId, fields) }
}

function recorded(ctx: WriteContext, event: AuditEvent, id: string): Stage {
  const stage = found(findStage(ctx.db, id), 'stageId')
  ctx.audit(event, { subjectId: id, studentId: stage.studentId })
  return stage
}
