import { AppError } from '#contract/errors'
import type { Questionnaire } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import { readCondition } from './conditions.ts'

/** Whether a phrase of a file holds. One that is not understood stops the scoring; the file check refuses it long before. */
export function holds(phrase: string, form: Pick<Questionnaire, 'items'>, answers: Answers, value?: number): boolean {
  const read = readCondition(phrase, { items: form.items, hasValue: value !== undefined })
  if (!read.holds) throw new AppError('invalid', { field: 'condition', reason: 'condition' })
  return read.holds({ answers, value })
}
