import type { ScoreEntry } from '#contract/instrument-file'
import type { Answers, Result } from '#contract/results'
import { refuseWrongScores } from './answers.ts'
import { bandOf, cutpointsMet, headOf } from './bands.ts'
import { holds } from './holds.ts'

/** Scores that were typed in, from paper or another program: nothing is reckoned, they are only read. */
export function scoreEntered(form: ScoreEntry, entered: Answers, age: number | null): Result {
  refuseWrongScores(form, entered)
  const scales = form.scales.map((scale) => {
    const points = entered[scale.id] ?? null
    return {
      ...headOf(scale),
      score: points,
      missing: 0,
      prorated: false,
      band: bandOf(scale, points),
      alternates: [],
      cutpoints: cutpointsMet(scale, points, age),
    }
  })
  const isVoid = isVoidSheet(form, entered)
  return {
    scales,
    critical: [],
    askInPerson: [],
    valid: !isVoid && scales.every(({ primary, score }) => !primary || score !== null),
    incomplete: false,
    void: isVoid,
    warnings: [],
    advice: [],
    nextSteps: null,
  }
}

function isVoidSheet({ voidWhen }: ScoreEntry, entered: Answers): boolean {
  const validity = voidWhen ? entered[voidWhen.scale] : undefined
  return voidWhen !== null && validity !== undefined && holds(voidWhen.when, { items: [] }, {}, validity)
}
