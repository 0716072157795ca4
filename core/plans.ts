import { AppError } from '#contract/errors'
import type { GoalCourse, Plan, PLAN_BLOCKS, PlanBody, plans } from '#contract/plans'
import { consentStateOf } from '#core/consents'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { isNewStretch } from '#core/new-stretch'
import { openCase } from '#core/open-case'
import { getSetting, saveSetting } from '#core/settings'
import { findConsents } from '#db/repos/consents'
import { findOpenCrisisId } from '#db/repos/crises'
import { findIntakeState } from '#db/repos/intakes'
import {
  activatePlan,
  deletePlanDraft,
  findActivePlan,
  findMarks,
  findPlan,
  findPlansOfCase,
  insertPlan,
  isMarkSigned,
  putMark,
  updatePlan,
} from '#db/repos/plans'
import { findVisit } from '#db/repos/visits'

const EMPTY: PlanBody = {
  service: 'psychological',
  goals: [],
  methods: '',
  specialMethod: '',
  steps: '',
  schedule: '',
  contents: [],
  reviewDays: null,
  why: '',
}

/*
 *   draft ──discard──▶ (nothing)
 *   draft ──save──▶ draft ──activate (agreed with the student)──▶ active ──the next version is agreed──▶ replaced
 */
export const plansHandlers: Handlers<typeof plans> = {
  list: (ctx, { caseId }) => findPlansOfCase(ctx.db, caseId),
  get: (ctx, { planId }) => found(findPlan(ctx.db, planId), 'planId'),
  draft(ctx, { id, caseId, studentId }) {
    openCase(ctx, caseId)
    const newest = findPlansOfCase(ctx.db, caseId)[0]
    if (newest?.state === 'draft') return newest
    const body = newest ? carriedOn(newest) : EMPTY
    const version = (newest?.version ?? 0) + 1
    insertPlan(ctx.db, { id, caseId, studentId, version, body, by: ctx.me.id, savedAt: ctx.now() }, ctx.newId)
    ctx.audit('plan.started', { subjectId: id, studentId })
    return found(findPlan(ctx.db, id), 'planId')
  },
  save(ctx, { planId, studentId, edits, body }) {
    const plan = draftOf(ctx, planId)
    if (JSON.stringify(plan.body) === JSON.stringify(body)) return plan
    if (plan.edits !== edits) throw new AppError('conflict', { reason: 'moved-on' })
    const roots = body.goals.map(({ rootId }) => rootId)
    if (new Set(roots).size !== roots.length) throw new AppError('invalid', { field: 'body.goals', reason: 'twice' })
    updatePlan(ctx.db, planId, body, { edits: edits + 1, by: ctx.me.id, savedAt: ctx.now() }, ctx.newId)
    if (isNewStretch(ctx, plan.savedAt)) ctx.audit('plan.saved', { subjectId: planId, studentId })
    return found(findPlan(ctx.db, planId), 'planId')
  },
  discard(ctx, { planId, studentId, edits }) {
    const plan = draftOf(ctx, planId)
    if (plan.edits !== edits) throw new AppError('conflict', { reason: 'moved-on' })
    deletePlanDraft(ctx.db, planId)
    ctx.audit('plan.discarded', { subjectId: planId, studentId })
    return { ok: true }
  },
  blocks: (ctx, { planId }) => blocksOf(ctx, found(findPlan(ctx.db, planId), 'planId')),
  activate(ctx, { planId, studentId, edits, agreedOn }) {
    const plan = draftOf(ctx, planId)
    if (plan.edits !== edits) throw new AppError('conflict', { reason: 'moved-on' })
    if (agreedOn > ctx.today()) throw new AppError('invalid', { field: 'agreedOn', reason: 'ahead' })
    const block = blocksOf(ctx, plan)[0]
    if (block) throw new AppError('conflict', { reason: `lacks-${block}` })
    activatePlan(ctx.db, plan, { agreedOn, activatedAt: ctx.now() })
    ctx.audit('plan.agreed', { subjectId: planId, studentId })
    return found(findPlan(ctx.db, planId), 'planId')
  },
  course: (ctx, { caseId }) => courseOf(ctx.db, caseId),
  mark(ctx, { id, visitId, studentId, rootId, score, words }) {
    const visit = found(findVisit(ctx.db, visitId), 'visitId')
    if (visit.arrivedAt === null) throw new AppError('conflict', { reason: 'not-arrived' })
    const { caseId } = visit
    const plan = found(findActivePlan(ctx.db, caseId), 'rootId')
    if (!plan.body.goals.some((goal) => goal.rootId === rootId)) throw new AppError('not-found', { field: 'rootId' })
    if (isMarkSigned(ctx.db, visitId, rootId)) throw new AppError('conflict', { reason: 'signed' })
    putMark(ctx.db, { id, rootId, caseId, studentId, visitId, score, words, at: ctx.now(), by: ctx.me.id })
    ctx.audit('goal.marked', { subjectId: rootId, studentId })
    return courseOf(ctx.db, caseId)
  },
  rules: (ctx) => getSetting(ctx.db, 'planRules'),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'planRules', rules)
    ctx.audit('settings.changed', { subjectId: 'planRules' })
    return { ok: true }
  },
}

type Asking = ReadContext | WriteContext

function draftOf(ctx: WriteContext, planId: string): Plan {
  const plan = found(findPlan(ctx.db, planId), 'planId')
  openCase(ctx, plan.caseId)
  if (plan.state !== 'draft') throw new AppError('conflict', { reason: 'agreed' })
  return plan
}

/** What the next version begins with: goals that are still open keep their marks. */
const carriedOn = ({ body, goalStates }: Plan): PlanBody => ({
  ...body,
  goals: body.goals.filter(({ rootId }) => goalStates[rootId] === 'open'),
  why: '',
})

function blocksOf(ctx: Asking, { caseId, studentId, body }: Plan): (typeof PLAN_BLOCKS)[number][] {
  const lacks = {
    notice: lacksNotice(ctx, studentId),
    intake: findIntakeState(ctx.db, caseId) !== 'finished',
    goals: body.goals.length === 0 || body.goals.some(({ text, sign }) => text.trim() === '' || sign.trim() === ''),
    contents: body.service === 'career' && body.contents.length === 0,
    agreement: body.specialMethod.trim() !== '' && !hasAgreement(ctx, studentId),
  }
  return (Object.keys(lacks) as (keyof typeof lacks)[]).filter((name) => lacks[name])
}

/** Without having been told of purpose, rules and limits there is no counseling relationship (000-F 4, 必须); a crisis comes first. */
const lacksNotice = (ctx: Asking, studentId: string): boolean =>
  findOpenCrisisId(ctx.db, studentId) === undefined &&
  consentStateOf(ctx, studentId).some(({ purpose, needed, missing }) => purpose === 'notice' && needed && missing)

/** In writing: what was only said does not carry a special method. */
const hasAgreement = ({ db, today }: Asking, studentId: string): boolean =>
  findConsents(db, studentId).some(
    ({ kind, answer, mode, withdrawnOn, validUntil }) =>
      kind === 'agreement' &&
      answer === 'agrees' &&
      mode !== 'spoken' &&
      withdrawnOn === null &&
      (validUntil === null || validUntil >= today()),
  )

/** Goals of the plan that holds, each with how it went. */
export function courseOf(db: ReadContext['db'], caseId: string): GoalCourse[] {
  const plan = findActivePlan(db, caseId)
  return plan ? courseOfPlan(db, plan) : []
}
export function courseOfPlan(db: ReadContext['db'], { caseId, body, goalStates }: Plan): GoalCourse[] {
  const marks = findMarks(db, caseId)
  return body.goals.map(({ rootId, text, sign }) => ({
    rootId,
    text,
    sign,
    state: goalStates[rootId] ?? 'open',
    marks: marks.filter((mark) => mark.rootId === rootId),
  }))
}
