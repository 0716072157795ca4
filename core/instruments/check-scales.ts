import type { Instrument, Questionnaire, Scale } from '#contract/instrument-file'
import type { FileFlaw } from '#contract/instruments'
import { readFormula } from './alternates.ts'
import { bandFlaws } from './check-bands.ts'
import { twice } from './check-items.ts'
import { factorOf, itemsOf } from './missing.ts'
import { valuesOf } from './recode.ts'
import { halfUp } from './rounding.ts'

/** What every kind of instrument says of its scales. */
export function scaleFlaws(instrument: Instrument): FileFlaw[] {
  const { scales } = instrument
  const nonePrimary: FileFlaw[] = scales.some(({ primary }) => primary)
    ? []
    : [{ path: 'scales', problem: 'missing', detail: 'primary: true' }]
  return [
    ...twice(scales, 'scales'),
    ...nonePrimary,
    ...scales.flatMap((scale, i) => {
      const path = `scales[${i}]`
      const ages = scale.cutpoints.flatMap(({ ages: between }, j) =>
        between && between[0] > between[1] ? [wrongRange(`${path}.cutpoints[${j}].ages`, between.join('–'))] : [],
      )
      const order = scale.min < scale.max ? [] : [wrongRange(path, `${scale.min}–${scale.max}`)]
      return [...twice(scale.bands, `${path}.bands`), ...bandFlaws(scale, stepOf(scale), path), ...ages, ...order]
    }),
  ]
}

/** What a scale says of its items: that they are there, that they count, and that they give this range. */
export const itemScaleFlaws = (form: Questionnaire): FileFlaw[] =>
  form.scales.flatMap((scale, i) => {
    const path = `scales[${i}]`
    const unknown = scale.items.flatMap((id, j): FileFlaw[] => {
      const item = form.items.find((one) => one.id === id)
      const here = `${path}.items[${j}]`
      if (!item) return [{ path: here, problem: 'unknown-item', detail: id }]
      if (!item.scored) return [{ path: here, problem: 'unknown-item', detail: `${id} scored: false` }]
      return scale.items.indexOf(id) < j ? [{ path: here, problem: 'twice', detail: id }] : []
    })
    return unknown.length > 0 ? unknown : [...rangeFlaws(form, scale, path), ...alternateFlaws(scale, path)]
  })

const wrongRange = (path: string, detail: string): FileFlaw => ({ path, problem: 'range', detail })

function rangeFlaws(form: Questionnaire, scale: Scale, path: string): FileFlaw[] {
  const possible = possibleRange(form, scale)
  if (!possible || (possible.min === scale.min && possible.max === scale.max)) return []
  return [wrongRange(path, `${scale.min}–${scale.max} ← ${possible.min}–${possible.max}`)]
}

/** The lowest and highest score that the items can give; of a triage the rules decide. */
function possibleRange(form: Questionnaire, scale: Scale): { min: number; max: number } | null {
  if (scale.method === 'triage') return null
  const values = itemsOf(form, scale).map((item) => valuesOf(form, item))
  const [min, max] = [sum(values.map((value) => value.min)), sum(values.map((value) => value.max))]
  if (scale.method === 'mean')
    return { min: halfUp(min * 100, values.length) / 100, max: halfUp(max * 100, values.length) / 100 }
  return { min: min * factorOf(scale), max: max * factorOf(scale) }
}

const alternateFlaws = (scale: Scale, path: string): FileFlaw[] =>
  scale.alternates.flatMap(({ formula, min, max }, i): FileFlaw[] => {
    const here = `${path}.alternates[${i}]`
    const count = readFormula(formula, scale.id)
    if (!count) return [{ path: `${here}.formula`, problem: 'condition', detail: formula }]
    const possible = { min: count(scale.min), max: count(scale.max) }
    return possible.min === min && possible.max === max
      ? []
      : [wrongRange(here, `${min}–${max} ← ${possible.min}–${possible.max}`)]
  })

/** Scores that are typed in have decimals when their bands do. */
function stepOf(scale: Instrument['scales'][number]): 1 | 0.01 {
  if ('method' in scale) return scale.method === 'mean' ? 0.01 : 1
  return scale.bands.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to)) ? 1 : 0.01
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
