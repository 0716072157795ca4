import type { Questionnaire } from '#contract/instrument-file'
import type { Answers, Result } from '#contract/results'
import { holds } from './holds.ts'

/**
 * Checks with `warn` speak when their condition holds and change nothing. Those with `incomplete` name what a complete
 * sheet fulfils, so they are failed when it does not hold.
 */
export const warningsOf = (form: Questionnaire, answers: Answers): Result['warnings'] =>
  checksOf(form, 'warn')
    .filter(({ when }) => holds(when, form, answers))
    .map(({ id, zh, en }) => ({ id, zh, en }))

export const failsACheck = (form: Questionnaire, answers: Answers): boolean =>
  checksOf(form, 'incomplete').some(({ when }) => !holds(when, form, answers))

export const adviceOf = (form: Questionnaire, answers: Answers): Result['advice'] =>
  form.advice.filter(({ when }) => holds(when, form, answers)).map(({ zh, en }) => ({ zh, en }))

const checksOf = (form: Questionnaire, effect: 'warn' | 'incomplete') =>
  (form.validity?.checks ?? []).filter((check) => check.effect === effect)
