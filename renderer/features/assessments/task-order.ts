import type { InPersonTask } from '#contract/assessments'
import type { CriticalAnswer } from '#contract/results'

type Ordered = Pick<InPersonTask, 'urgency' | 'raisedAt' | 'closedAt'>

/** What is still to do first, then what cannot wait, then what has waited longest. */
export const inOrder = <T extends Ordered>(tasks: readonly T[]): T[] =>
  tasks.toSorted(
    (a, b) =>
      Number(a.closedAt !== null) - Number(b.closedAt !== null) ||
      Number(a.urgency !== 'immediate') - Number(b.urgency !== 'immediate') ||
      a.raisedAt.localeCompare(b.raisedAt),
  )

/** What cannot wait first; else in the order of the questions. */
export const mostSeriousFirst = <C extends Pick<CriticalAnswer, 'urgency'>>(critical: readonly C[]): C[] =>
  critical.toSorted((a, b) => Number(a.urgency !== 'immediate') - Number(b.urgency !== 'immediate'))
