import { askedItems, keepAsked } from '#contract/instrument-flow'
import type { KioskForm } from '#contract/kiosk'
import type { Answers } from '#contract/results'

/** Where in a sitting one stands: `step` 0 is the introduction of a form, then its questions, then its end. */
export type Place = { form: number; step: number }
export type Sitting = { place: Place; answers: Answers[] }

/** Goes on where a reloaded page had been: at the first form with an open question. */
export function beginSitting(forms: readonly KioskForm[], kept: readonly Answers[]): Sitting {
  const answers = forms.map((_, i) => kept[i] ?? {})
  const form = Math.max(
    0,
    forms.findIndex((one, i) => askedItems(one, answers[i] ?? {}).some(({ id }) => !(id in (answers[i] ?? {})))),
  )
  const given = answers[form] ?? {}
  if (Object.keys(given).length === 0) return { place: { form, step: 0 }, answers }
  const items = askedItems(forms[form] ?? { items: [] }, given)
  const open = items.findIndex(({ id }) => !(id in given))
  return { place: { form, step: (open < 0 ? items.length : open) + 1 }, answers }
}

/** The answer chosen; undefined takes it back. Answers to questions that are no longer asked go with it. */
export function withAnswer(
  forms: readonly KioskForm[],
  { place, answers }: Sitting,
  item: string,
  value: number | undefined,
): Sitting {
  const form = forms[place.form]
  if (!form) return { place, answers }
  const given = { ...answers[place.form] }
  if (value === undefined) delete given[item]
  else given[item] = value
  const kept = keepAsked(form, given)
  return { place, answers: answers.map((one, i) => (i === place.form ? kept : one)) }
}

/** One step on or back, over the borders of the forms; stays where there is nothing beyond. */
export function moved(forms: readonly KioskForm[], { place, answers }: Sitting, by: 1 | -1): Sitting {
  const last = lastStep(forms, place.form, answers)
  const step = place.step + by
  if (step >= 0 && step <= last) return { place: { ...place, step }, answers }
  const form = place.form + by
  if (!forms[form]) return { place, answers }
  return { place: { form, step: by > 0 ? 0 : lastStep(forms, form, answers) }, answers }
}

/** The step of the end of a form: one after its last question. */
export const lastStep = (forms: readonly KioskForm[], form: number, answers: readonly Answers[]): number =>
  askedItems(forms[form] ?? { items: [] }, answers[form] ?? {}).length + 1

/** Numbers, from 1, of the questions of a form that have no answer. */
export const blanksOf = (form: KioskForm, given: Answers): number[] =>
  askedItems(form, given).flatMap(({ id }, i) => (id in given ? [] : [i + 1]))
