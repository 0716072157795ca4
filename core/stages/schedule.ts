import { addDays } from '#contract/calendar'
import type { StageRules } from '#contract/stages'

const WEEK = 7

export type StageDays = { draftFrom: string; draftBy: string; finishFrom: string; finishBy: string }

/** The weeks of one summary of a case: the week it is begun in, and the week by whose end it is finished and handed over. */
export function daysOfStage(rules: StageRules, openedOn: string, stage: number): StageDays {
  const finishBy = addDays(openedOn, WEEK * (rules.finalWeeks + (stage - 1) * (rules.repeatWeeks ?? 0)) - 1)
  const draftBy = addDays(finishBy, -WEEK * (rules.finalWeeks - rules.draftWeeks))
  return {
    draftFrom: addDays(draftBy, 1 - WEEK),
    draftBy,
    finishFrom: addDays(finishBy, 1 - WEEK),
    finishBy,
  }
}

/** The latest summary whose week of beginning has come by that day; 0 before the first. */
export function stageOn(rules: StageRules, openedOn: string, day: string): number {
  if (daysOfStage(rules, openedOn, 1).draftFrom > day) return 0
  if (rules.repeatWeeks === null) return 1
  let stage = 1
  while (daysOfStage(rules, openedOn, stage + 1).draftFrom <= day) stage++
  return stage
}
