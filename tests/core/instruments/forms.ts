import fc from 'fast-check'
import type { Instrument, Item, Questionnaire, Scale, ScoreEntry } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Answers } from '#contract/results'
import { builtIn } from '#core/instruments/built-in'

const found = (id: string): Instrument => {
  const instrument = builtIn().find((one) => one.id === id)
  if (!instrument) throw new Error(`there is no ${id}`)
  return structuredClone(instrument)
}

/** A copy of a built-in instrument with items, free to be changed. */
export function formOf(id: string): Questionnaire {
  const instrument = found(id)
  if (instrument.kind === 'score-entry') throw new Error(`${id} has no items`)
  return instrument
}

/** A copy of a built-in instrument that only takes scores. */
export function entryOf(id: string): ScoreEntry {
  const instrument = found(id)
  if (instrument.kind !== 'score-entry') throw new Error(`${id} has items`)
  return instrument
}

export const questionnaires = (): Questionnaire[] =>
  builtIn().flatMap((one) => (one.kind === 'score-entry' ? [] : [structuredClone(one)]))

/** Answers in file order from `0 1 -`, blanks left out. */
export function sheet(form: Questionnaire, given: string): Answers {
  return Object.fromEntries(
    given.split(' ').flatMap((value, i) => (value === '-' ? [] : [[form.items[i]?.id ?? '', Number(value)] as const])),
  )
}

/** Any sheet of an instrument; `blanks`: whether questions may be left open. */
export const anySheet = (form: Questionnaire, blanks: boolean): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      form.items.map((item: Item) => [item.id, fc.constantFrom(...optionsOf(form, item).map(({ value }) => value))]),
    ),
    { requiredKeys: blanks ? [] : form.items.map(({ id }) => id) },
  )

/** A small self-report of `count` items with options 0–3 and one scale. */
export function smallForm(
  count: number,
  method: Scale['method'],
  missing: Partial<Questionnaire['missing']>,
): Questionnaire {
  const form = formOf('gad7')
  const [item] = form.items
  const [scale] = form.scales
  if (!item || !scale) throw new Error('gad7 has items and a scale')
  const items = Array.from({ length: count }, (_, i) => ({ ...item, id: `q${i + 1}` }))
  const blank = { bands: [], cutpoints: [], alternates: [], min: 0, max: 100 }
  return {
    ...form,
    id: 'small',
    items,
    scales: [{ ...scale, ...blank, method, items: items.map(({ id }) => id) }],
    missing: { ...form.missing, ...missing },
  }
}
