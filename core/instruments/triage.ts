import type { Questionnaire } from '#contract/instrument-file'
import type { Answers, Result, ScaleScore } from '#contract/results'
import { holds } from './holds.ts'

/** The first rule that matches. Without one there is no level, and the interview is not complete. */
export const triageOf = (
  { rules }: NonNullable<Questionnaire['triage']>,
  form: Questionnaire,
  answers: Answers,
): { level: number | null; incomplete: boolean } =>
  rules.find((rule) => holds(rule.if, form, answers)) ?? { level: null, incomplete: true }

/** What to do next, by the band of the primary triage scale. */
export function nextStepsOf(form: Questionnaire, scales: ScaleScore[]): Result['nextSteps'] {
  const triageIds = new Set(
    form.scales.filter(({ method, primary }) => method === 'triage' && primary).map(({ id }) => id),
  )
  const band = scales.find(({ id }) => triageIds.has(id))?.band
  return (band && form.triage?.nextSteps[band.id]) ?? null
}
