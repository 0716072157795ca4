import { expect, test } from 'vitest'
import { builtIn } from '#core/instruments/built-in'
import { changeBetween, changeThreshold } from '#core/instruments/change'
import { entryOf, formOf } from '#tests/core/instruments/forms'

const scaleOf = (id: string) => {
  const [scale] = formOf(id).scales
  if (!scale) throw new Error(`${id} has no scale`)
  return scale
}

test.each([
  ['phq9', 15, 10, 'better'],
  ['phq9', 15, 11, 'same'],
  ['phq9', 10, 15, 'worse'],
  ['gad7', 12, 8, 'better'],
  ['gad7', 12, 9, 'same'],
  ['who5', 40, 52, 'better'],
  ['who5', 52, 40, 'worse'],
  ['who5', 40, 48, 'same'],
  ['k6', 20, 2, 'unknown'],
] as const)('%s from %d to %d: %s', (id, earlier, later, expected) => {
  expect(changeBetween(scaleOf(id), earlier, later)).toBe(expected)
})

test('without a score on either side nothing is said', () => {
  expect(changeBetween(scaleOf('phq9'), null, 3)).toBe('unknown')
  expect(changeBetween(scaleOf('phq9'), 3, null)).toBe('unknown')
})

test('a threshold with decimals is met exactly', () => {
  const [scale] = entryOf('mssmhs').scales
  const change = { points: 0.2, zh: '一', en: '', source: '' }
  expect(scale && changeBetween({ ...scale, change }, 2.31, 2.11)).toBe('better')
  expect(scale && changeBetween({ ...scale, change }, 2.31, 2.12)).toBe('same')
})

test('every threshold has its words in both languages and its source', () => {
  const thresholds = builtIn().flatMap(({ scales }) => scales.map(changeThreshold).filter((found) => found !== null))
  expect(thresholds.map(({ points }) => points)).toEqual([5, 4, 10])
  for (const { zh, en, source } of thresholds) expect([zh, en, source].every((text) => text.length > 0)).toBe(true)
})
