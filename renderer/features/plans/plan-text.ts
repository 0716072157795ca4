import type { Plan, PlanBody } from '#contract/plans'
import { bothTexts } from '#lib/both-texts'

/** The parts of a plan that are written as plain text, in the order of the sheet. */
export const PLAN_TEXTS = ['methods', 'specialMethod', 'steps', 'schedule'] as const

export const keptOf = ({ body, edits, savedAt }: Plan) => ({ body, version: edits, savedAt })

/** What was written here and elsewhere; goals of both, each once. */
export const bothPlans = (mine: PlanBody, theirs: PlanBody): PlanBody => ({
  ...mine,
  ...Object.fromEntries([...PLAN_TEXTS, 'why' as const].map((part) => [part, bothTexts(mine[part], theirs[part])])),
  contents: [...new Set([...theirs.contents, ...mine.contents])],
  goals: [
    ...mine.goals,
    ...theirs.goals.filter(({ rootId }) => !mine.goals.some((goal) => goal.rootId === rootId)),
  ].slice(0, 8),
})
