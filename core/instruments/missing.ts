import type { Item, Questionnaire, Scale } from '#contract/instrument-file'
import { isRequired, isSkipped } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'
import { recode } from './recode.ts'
import { halfUp } from './rounding.ts'

export type Points = { score: number | null; missing: number; prorated: boolean }

/** The items that count for a scale; one without a score never does. */
export function itemsOf(form: Pick<Questionnaire, 'items'>, scale: Pick<Scale, 'items'>): Item[] {
  const counts = new Set(scale.items)
  return form.items.filter((item) => item.scored && counts.has(item.id))
}

/** Unanswered items of a scale. A question that the skip rule leaves out is not missing. */
export const missingOf = (form: Questionnaire, scale: Scale, answers: Answers): number =>
  itemsOf(form, scale).filter((item) => answers[item.id] === undefined && !isSkipped(item, answers)).length

export const allRequiredAnswered = (items: readonly Item[], answers: Answers): boolean =>
  items.every((item) => answers[item.id] !== undefined || !isRequired(item, answers))

/**
 * The score of a scale that adds up or averages its items. With more unanswered than the file allows there is none; up to
 * that number a mean is the mean of the answers, and a sum is made up from them where the file says `prorate`.
 */
export function pointsOf(form: Questionnaire, scale: Scale, answers: Answers): Points {
  const items = itemsOf(form, scale)
  const counted = items.flatMap((item) => {
    const answer = answers[item.id]
    return answer === undefined ? [] : [recode(form, item, answer)]
  })
  const missing = items.length - counted.length
  const none = { score: null, missing, prorated: false }
  if (counted.length === 0 || missing > form.missing.maxMissing) return none
  const sum = counted.reduce((total, points) => total + points, 0)
  if (scale.method === 'mean') return { score: halfUp(sum * 100, counted.length) / 100, missing, prorated: missing > 0 }
  if (missing > 0 && form.missing.method !== 'prorate') return none
  const whole = halfUp(sum * items.length, counted.length)
  return { score: whole * factorOf(scale), missing, prorated: missing > 0 }
}

/** 4 for `sum*4`, else 1. */
export const factorOf = ({ method }: Pick<Scale, 'method'>): number => Number(method.split('*')[1] ?? 1)
