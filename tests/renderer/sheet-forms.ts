import type { Questionnaire } from '#contract/instrument-file'
import { builtIn } from '#core/instruments/built-in'

/** A copy of a built-in instrument with items, free to be changed. */
export const formOf = (id: string): Questionnaire => {
  const form = builtIn().find((one) => one.id === id)
  if (!form || form.kind === 'score-entry') throw new Error(`${id} has no items`)
  return structuredClone(form)
}
