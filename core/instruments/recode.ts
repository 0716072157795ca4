import type { Item, Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'

/** The lowest and the highest value that an item can have. */
export function valuesOf(form: Pick<Questionnaire, 'options'>, item: Item): { min: number; max: number } {
  const values = optionsOf(form, item).map(({ value }) => value)
  return { min: Math.min(...values), max: Math.max(...values) }
}

/** What an answer counts: of a reversed item `min + max − answer`. */
export function recode(form: Pick<Questionnaire, 'options'>, item: Item, answer: number): number {
  if (!item.reverse) return answer
  const { min, max } = valuesOf(form, item)
  return min + max - answer
}
