import { expect, test } from 'vitest'
import { AppError } from '#contract/errors'
import type { Instrument } from '#contract/instrument-file'
import { type Answers, Result } from '#contract/results'
import { score } from '#core/instruments/score'
import { entryOf, formOf, sheet, smallForm } from '#tests/core/instruments/forms'

const teen = { age: 14 }
const first = (instrument: Instrument, answers: Answers, age: number | null = 14) => {
  const result = score(instrument, answers, { age })
  const [scale] = result.scales
  if (!scale) throw new Error('no scale')
  return scale
}
const refusal = (instrument: Instrument, answers: Answers): unknown => {
  try {
    score(instrument, answers, teen)
    return 'taken'
  } catch (error) {
    return error instanceof AppError ? { code: error.code, ...error.data } : error
  }
}

test('a value that is no option, and a question that is not there, are refused', () => {
  const phq9 = formOf('phq9')
  expect(refusal(phq9, { phq9_1: 4 })).toEqual({ code: 'invalid', field: 'answers.phq9_1', reason: 'not-an-option' })
  expect(refusal(phq9, { phq9_1: Number.NaN })).toMatchObject({ reason: 'not-an-option' })
  expect(refusal(phq9, { phq9_10: 1 })).toEqual({ code: 'invalid', field: 'answers.phq9_10', reason: 'unknown-item' })
})

test('two blank questions of nine are made up from the others, three are not', () => {
  const phq9 = formOf('phq9')
  expect(first(phq9, sheet(phq9, '1 1 1 1 1 1 1 - -'))).toMatchObject({ score: 9, missing: 2, prorated: true })
  expect(first(phq9, sheet(phq9, '3 3 3 3 3 3 - - -'))).toMatchObject({ score: null, missing: 3, band: null })
})

test.each([
  // 3 × 2 ÷ 1, 3 × 3 ÷ 2 = 4.5, 4 × 9 ÷ 8 = 4.5, 7 × 9 ÷ 8 = 7.875, 5 × 9 ÷ 7 = 6.43, 2 × 4 ÷ 3 = 2.67
  [2, 1, '3 -', 6],
  [3, 1, '1 2 -', 5],
  [9, 1, '1 1 1 1 0 0 0 0 -', 5],
  [9, 1, '1 1 1 1 1 1 1 0 -', 8],
  [9, 2, '1 1 1 1 1 0 0 - -', 6],
  [4, 1, '1 1 0 -', 3],
])('%d items, %d blank allowed: %s makes %d', (count, maxMissing, answers, expected) => {
  const form = smallForm(count, 'sum', { maxMissing, method: 'prorate' })
  expect(first(form, sheet(form, answers)).score).toBe(expected)
})

test('a made-up sum is rounded before it is multiplied', () => {
  const form = smallForm(3, 'sum*4', { maxMissing: 1, method: 'prorate' })
  expect(first(form, sheet(form, '0 1 -'))).toMatchObject({ score: 8, prorated: true })
})

test('a mean is that of the answers, to two decimals, halves up', () => {
  const form = smallForm(8, 'mean', { maxMissing: 1, method: 'none' })
  expect(first(form, sheet(form, '1 0 0 0 0 0 0 0')).score).toBe(0.13)
  expect(first(form, sheet(form, '1 1 1 0 0 0 0 -'))).toMatchObject({ score: 0.43, missing: 1, prorated: true })
})

test('a sheet without any answer has no score, however many blanks are allowed', () => {
  const form = smallForm(2, 'sum', { maxMissing: 2, method: 'prorate' })
  expect(first(form, {})).toMatchObject({ score: null, missing: 2, prorated: false })
})

test('blanks are not made up where the file does not say so', () => {
  const form = smallForm(3, 'sum', { maxMissing: 1, method: 'none' })
  expect(first(form, sheet(form, '1 1 -')).score).toBeNull()
})

test('a cut point for certain ages counts only when the age is known to fit', () => {
  const phq9 = formOf('phq9')
  const answers = sheet(phq9, '2 2 2 2 2 1 0 0 0')
  const met = (age: number | null) => first(phq9, answers, age).cutpoints.map(({ when }) => when)
  expect([met(12), met(13), met(17), met(18), met(null)]).toEqual([
    ['>=10'],
    ['>=10', '>=11'],
    ['>=10', '>=11'],
    ['>=10'],
    ['>=10'],
  ])
})

test('another counting of the same score stands beside it', () => {
  const rses = formOf('rses')
  expect(first(rses, sheet(rses, '2 2 2 2 2 2 2 2 2 2')).alternates).toMatchObject([{ id: 'total_1to4', score: 25 }])
  expect(first(rses, {}).alternates).toEqual([])
})

test('a blank item 9 is asked in person, whether or not there is a total', () => {
  const phq9 = formOf('phq9')
  const asked = (given: string) => score(phq9, sheet(phq9, given), teen).askInPerson.map(({ item }) => item)
  expect(asked('0 0 0 0 0 0 0 0 -')).toEqual(['phq9_9'])
  expect(asked('- - - - - - - - -')).toEqual(['phq9_9'])
  expect(asked('- - - - - - - - 0')).toEqual([])
})

test('a low answer asks for a closer look, a good score or not', () => {
  const who5 = formOf('who5')
  expect(score(who5, sheet(who5, '5 5 5 5 1'), teen).advice).toHaveLength(1)
  expect(score(who5, sheet(who5, '2 2 2 2 2'), teen).advice).toEqual([])
})

test.each([
  ['asq', '1 0 0 0 -', 2, 'asq_1', 'asq_5'],
  ['asq', '- 8 - - 8', 1, 'asq_2 asq_5', 'asq_1 asq_3 asq_4'],
  ['asq', '0 0 - 0 -', null, '', 'asq_3 asq_5'],
  ['asq', '- - - - 1', 2, 'asq_5', 'asq_1 asq_2 asq_3 asq_4'],
  ['cssrs-screen', '0 0 - - - 1 -', 3, 'cssrs_6', 'cssrs_6_3m'],
  ['cssrs-screen', '1 - - - - - -', 1, 'cssrs_1', 'cssrs_2 cssrs_6 cssrs_6_3m'],
  ['cssrs-screen', '0 0 - - - - -', null, '', 'cssrs_6 cssrs_6_3m'],
])('%s with %s is not complete: level %s, and it says what to ask', (id, given, level, critical, toAsk) => {
  const form = formOf(id)
  const result = score(form, sheet(form, given), teen)
  expect(result).toMatchObject({ incomplete: true, valid: false })
  expect(result.scales[0]?.score).toBe(level)
  expect(result.critical.map(({ item }) => item).join(' ')).toBe(critical)
  expect(result.askInPerson.map(({ item }) => item).join(' ')).toBe(toAsk)
  expect(result.nextSteps === null).toBe(level === null)
})

test('a question that the interview leaves out is not missing', () => {
  const asq = formOf('asq')
  expect(first(asq, sheet(asq, '0 0 0 0 -')).missing).toBe(0)
  expect(first(asq, sheet(asq, '1 0 0 0 -')).missing).toBe(1)
})

test('the next steps are those of the level', () => {
  const asq = formOf('asq')
  const { nextSteps } = score(asq, sheet(asq, '1 0 0 0 1'), teen)
  expect(nextSteps).toEqual(asq.triage?.nextSteps.acute)
})

test('scores that were typed in are read with the thresholds of the school', () => {
  const mht = entryOf('mht')
  const band = { id: 'high', from: 65, to: 90, zh: '需要关注', en: 'look closer', severity: 3, source: '' }
  for (const scale of mht.scales) if (scale.id === 'total') scale.bands = [band]
  const result = score(mht, { total: 68, study: 15, validity: 2 }, teen)
  expect(result).toMatchObject({ valid: true, void: false, incomplete: false, critical: [] })
  expect(result.scales.find(({ id }) => id === 'total')).toMatchObject({ score: 68, band })
  expect(result.scales.find(({ id }) => id === 'social')).toMatchObject({ score: null, band: null })
  expect(score(mht, { study: 3 }, teen).valid).toBe(false)
})

test('a typed score with decimals between two bands belongs to the one it has reached', () => {
  const mht = entryOf('mht')
  const band = (id: string, from: number, to: number) => ({ id, from, to, zh: id, en: id, severity: 0, source: '' })
  for (const scale of mht.scales) if (scale.id === 'total') scale.bands = [band('upper', 56, 90), band('lower', 0, 55)]
  const reached = (total: number) => score(mht, { total }, teen).scales.find(({ id }) => id === 'total')?.band?.id
  expect([0, 55, 55.5, 55.99].map(reached)).toEqual(Array(4).fill('lower'))
  expect([56, 56.01, 90].map(reached)).toEqual(Array(3).fill('upper'))
})

test('a validity score of 7 makes the whole sheet count for nothing', () => {
  const mht = entryOf('mht')
  expect(score(mht, { total: 40, validity: 6 }, teen)).toMatchObject({ void: false, valid: true })
  expect(score(mht, { total: 40, validity: 7 }, teen)).toMatchObject({ void: true, valid: false })
  expect(score(mht, { total: 40 }, teen)).toMatchObject({ void: false, valid: true })
})

test('a typed score outside its scale is refused', () => {
  const mht = entryOf('mht')
  const outside = { code: 'invalid', field: 'answers.study', reason: 'out-of-range' }
  expect(refusal(mht, { study: 16 })).toEqual(outside)
  expect(refusal(mht, { study: -1 })).toEqual(outside)
  expect(refusal(mht, { study: Number.NaN })).toEqual(outside)
  expect(refusal(mht, { studies: 1 })).toMatchObject({ field: 'answers.studies', reason: 'unknown-item' })
})

test('every result keeps to the contract', () => {
  const asq = formOf('asq')
  const rses = formOf('rses')
  for (const result of [
    score(asq, {}, teen),
    score(rses, sheet(rses, '2 2 2 2 2 2 2 2 2 2'), teen),
    score(entryOf('scl90'), { total: 160, positive_mean: 2.35 }, { age: null }),
  ])
    expect(Result.parse(result)).toEqual(result)
})
