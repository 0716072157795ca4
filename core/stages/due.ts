import { addDays } from '#contract/calendar'
import type { StageDue } from '#contract/stages'
import type { ReadContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findCasesToSummarise, findStageStates, type StageStanding } from '#db/repos/stages'
import { daysOfStage, stageOn } from './schedule.ts'

/** A summary nobody has begun is asked for until so long after its day: old cases are not called up when the rule begins to hold. */
const ASKED_DAYS = 56

/** What is to be begun, finished or handed over in one's own open cases, the longest waiting first. */
export function stagesDue(ctx: ReadContext): StageDue[] {
  const rules = getSetting(ctx.db, 'stageRules')
  if (!rules.isOn) return []
  const today = ctx.today()
  const written = Map.groupBy(findStageStates(ctx.db, ctx.me.id), ({ caseId }) => caseId)
  const lines = findCasesToSummarise(ctx.db, ctx.me.id).flatMap(({ openedOn, ...who }): StageDue[] => {
    const there = written.get(who.caseId) ?? []
    if (lastOf(there)?.state === 'skipped') return []
    const waiting = there.flatMap((one): StageDue[] => {
      const { finishFrom, finishBy } = daysOfStage(rules, openedOn, one.stage)
      const why = nextOf(one)
      return why && finishFrom <= today ? [{ ...who, stageId: one.id, stage: one.stage, why, dueOn: finishBy }] : []
    })
    const stage = stageOn(rules, openedOn, today)
    if (stage === 0 || there.some((one) => one.stage === stage)) return waiting
    const { draftBy, finishFrom, finishBy } = daysOfStage(rules, openedOn, stage)
    if (addDays(finishBy, ASKED_DAYS) < today) return waiting
    const isLate = finishFrom <= today
    const why = isLate ? 'finish' : 'draft'
    return [...waiting, { ...who, stageId: null, stage, why, dueOn: isLate ? finishBy : draftBy }]
  })
  return lines.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

const lastOf = (there: readonly StageStanding[]): StageStanding | undefined =>
  there.toSorted((a, b) => a.stage - b.stage).at(-1)

/** What is for the file alone is done once it is finished. */
const nextOf = ({ state, isForFamily }: StageStanding): StageDue['why'] | null =>
  state === 'draft' ? 'finish' : state === 'finished' && isForFamily === 1 ? 'deliver' : null
