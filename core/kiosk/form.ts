import { AppError } from '#contract/errors'
import type { Questionnaire } from '#contract/instrument-file'
import type { KioskForm } from '#contract/kiosk'
import type { Answers } from '#contract/results'

/** What the student sees: no hint for an interviewer, no scoring, no meaning of an answer. */
export const kioskForm = (form: Questionnaire): KioskForm => ({
  short: form.title.short,
  title: { zh: form.title.zh, en: form.title.en },
  attribution: form.license.attribution,
  zhText: form.confidence.zhText,
  instructions: form.instructions,
  timeframe: form.timeframe,
  stem: form.stem ?? null,
  options: form.options,
  items: form.items.map(({ id, zh, en, options, required, skipIf }) => ({
    id,
    zh,
    en,
    options: options ?? null,
    required,
    ...(skipIf && { skipIf }),
  })),
})

/** One sheet per form, and in each only answers that can be ticked. What was sent is never named. */
export function refuseWrongSheets(forms: readonly KioskForm[], sheets: readonly Answers[]): void {
  if (sheets.length !== forms.length) throw new AppError('invalid', { field: 'answers', reason: 'sheets' })
  forms.forEach((form, i) => {
    const values = new Map(
      form.items.map((item) => [item.id, new Set((item.options ?? form.options).map(({ value }) => value))]),
    )
    for (const [id, value] of Object.entries(sheets[i] ?? {}))
      if (!values.get(id)?.has(value)) throw new AppError('invalid', { field: `answers.${i}`, reason: 'not-an-option' })
  })
}
