import { AppError } from '#contract/errors'
import type { Scale } from '#contract/instrument-file'
import type { ScaleScore } from '#contract/results'

const STEPS = {
  '+': (score: number, by: number) => score + by,
  '-': (score: number, by: number) => score - by,
  '*': (score: number, by: number) => score * by,
}
const FORMULA = /^(?<name>[a-z0-9][a-z0-9_-]*)\s*(?<sign>[-+*])\s*(?<by>\d+)$/u

/** Reads `total + 10`: the id of the scale itself, one of `+ - *`, a whole number. Null when it is anything else. */
export function readFormula(formula: string, scaleId: string): ((score: number) => number) | null {
  const { name, sign, by } = FORMULA.exec(formula.trim())?.groups ?? {}
  if (name !== scaleId) return null
  const step = STEPS[sign as keyof typeof STEPS]
  return (score) => step(score, Number(by))
}

/** The same score in the other countings of the file. */
export function alternatesOf(scale: Scale, score: number | null): ScaleScore['alternates'] {
  if (score === null) return []
  return scale.alternates.map(({ formula, ...alternate }) => {
    const count = readFormula(formula, scale.id)
    if (!count) throw new AppError('invalid', { field: 'formula', reason: 'condition' })
    return { ...alternate, score: count(score) }
  })
}
