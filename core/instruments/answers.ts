import { AppError } from '#contract/errors'
import type { Questionnaire, ScoreEntry } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'

const refuse = (id: string, reason: 'unknown-item' | 'not-an-option' | 'out-of-range'): never => {
  throw new AppError('invalid', { field: `answers.${id}`, reason })
}

/** Refuses an answer to a question that is not there, and one that is not among its options. */
export function refuseWrongAnswers(form: Questionnaire, answers: Answers): void {
  const items = new Map(form.items.map((item) => [item.id, item]))
  for (const [id, value] of Object.entries(answers)) {
    const item = items.get(id) ?? refuse(id, 'unknown-item')
    if (!optionsOf(form, item).some((option) => option.value === value)) refuse(id, 'not-an-option')
  }
}

/** Refuses a score of a scale that is not there, and one that the scale cannot have. */
export function refuseWrongScores(form: ScoreEntry, scores: Answers): void {
  const scales = new Map(form.scales.map((scale) => [scale.id, scale]))
  for (const [id, value] of Object.entries(scores)) {
    const { min, max } = scales.get(id) ?? refuse(id, 'unknown-item')
    if (!(value >= min && value <= max)) refuse(id, 'out-of-range')
  }
}
