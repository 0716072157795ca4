import type { Instrument, Questionnaire, Scale } from '#contract/instrument-file'
import type { Answers, Result, ScaleScore } from '#contract/results'
import { alternatesOf } from './alternates.ts'
import { refuseWrongAnswers } from './answers.ts'
import { bandOf, cutpointsMet, headOf } from './bands.ts'
import { blanksToAsk, criticalAnswers } from './critical.ts'
import { scoreEntered } from './entered.ts'
import { allRequiredAnswered, missingOf, pointsOf } from './missing.ts'
import { nextStepsOf, triageOf } from './triage.ts'
import { adviceOf, failsACheck, warningsOf } from './validity.ts'

/** Age in whole years on the day of the test; null when the date of birth is not known. */
export type About = { age: number | null }

/** What a sheet gives. Everything particular to an instrument stands in its file. */
export const score = (instrument: Instrument, answers: Answers, about: About): Result =>
  instrument.kind === 'score-entry'
    ? scoreEntered(instrument, answers, about.age)
    : scoreSheet(instrument, answers, about)

function scoreSheet(form: Questionnaire, answers: Answers, { age }: About): Result {
  refuseWrongAnswers(form, answers)
  const triage = form.triage ? triageOf(form.triage, form, answers) : null
  const scales = form.scales.map((scale) => scoreScale(form, scale, answers, { age, level: triage?.level ?? null }))
  const isWhole = form.kind !== 'interview' || allRequiredAnswered(form.items, answers)
  const incomplete = !isWhole || triage?.incomplete === true || failsACheck(form, answers)
  return {
    scales,
    critical: criticalAnswers(form, answers),
    askInPerson: blanksToAsk(form, answers),
    valid: !incomplete && scales.every(({ primary, score: points }) => !primary || points !== null),
    incomplete,
    void: false,
    warnings: warningsOf(form, answers),
    advice: adviceOf(form, answers),
    nextSteps: nextStepsOf(form, scales),
  }
}

function scoreScale(
  form: Questionnaire,
  scale: Scale,
  answers: Answers,
  { age, level }: About & { level: number | null },
): ScaleScore {
  const points =
    scale.method === 'triage'
      ? { score: level, missing: missingOf(form, scale, answers), prorated: false }
      : pointsOf(form, scale, answers)
  return {
    ...headOf(scale),
    ...points,
    band: bandOf(scale, points.score),
    alternates: alternatesOf(scale, points.score),
    cutpoints: cutpointsMet(scale, points.score, age),
  }
}
