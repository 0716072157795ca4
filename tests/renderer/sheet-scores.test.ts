import { expect, test } from 'vitest'
import type { ScoreEntry } from '#contract/instrument-file'
import { scoreRowsOf, scoresOf, typedOf } from '#lib/sheet-scores'

const scale = (id: string, min: number, max: number): ScoreEntry['scales'][number] => ({
  id,
  title: { zh: id, en: '' },
  primary: true,
  min,
  max,
  bands: [],
  higherIs: 'worse',
  cutpoints: [],
})
const scales = [scale('total', 0, 90), scale('study', 0, 15), scale('factor', 1, 5)]
const read = (typed: Record<string, string>) => scoreRowsOf(scales, typed)

test('a score counts when it is a number within its range', () => {
  expect(scoresOf(read({ total: '63', study: '15', factor: '2.4' }))).toEqual({ total: 63, study: 15, factor: 2.4 })
})

test('full-width digits and a decimal comma are read as they are meant', () => {
  expect(scoresOf(read({ total: '６３', factor: '2，4' }))).toEqual({ total: 63, factor: 2.4 })
})

test('what is empty is open, what is outside or no number is said', () => {
  expect(read({ total: ' ', study: '16', factor: 'x' }).map(({ flaw }) => flaw)).toEqual([
    null,
    'out-of-range',
    'no-number',
  ])
  expect(scoresOf(read({ total: '', study: '16', factor: 'x' }))).toEqual({})
})

test('what was kept stands in the boxes again', () => {
  expect(scoresOf(read(typedOf({ total: 63, factor: 2.4 })))).toEqual({ total: 63, factor: 2.4 })
})
