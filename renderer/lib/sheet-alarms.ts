import type { Item, Questionnaire } from '#contract/instrument-file'
import { COMPARE } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'

type Critical = NonNullable<Item['critical']>
export type Alarm = { item: Item; critical: Critical }

/** A condition that this screen cannot read counts as met by every answer but 0: rather one look too many. */
const isMet = (when: string, value: number): boolean => {
  const [, sign = '', than] = /^\s*([=!<>]=|[<>])\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(when) ?? []
  const compare = COMPARE[sign]
  return compare ? compare(value, Number(than)) : value !== 0
}

/**
 * Answers that somebody must act on, most urgent first, while the questions still go on. The host decides for good when
 * the sheet is finished.
 */
export const alarmsOf = (form: Pick<Questionnaire, 'items'>, answers: Answers): Alarm[] =>
  form.items
    .flatMap((item) => {
      const value = answers[item.id]
      return item.critical && value !== undefined && isMet(item.critical.when, value)
        ? [{ item, critical: item.critical }]
        : []
    })
    .toSorted((a, b) => Number(b.critical.urgency === 'immediate') - Number(a.critical.urgency === 'immediate'))

/** What to do next at the most serious level of the instrument. */
export const gravestSteps = (form: Questionnaire): { zh: string[]; en: string[] } => {
  const bands = form.scales.flatMap((scale) => scale.bands).toSorted((a, b) => b.severity - a.severity)
  const band = bands.find(({ id }) => form.triage?.nextSteps[id])
  return (band && form.triage?.nextSteps[band.id]) ?? { zh: [], en: [] }
}
