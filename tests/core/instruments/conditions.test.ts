import { expect, test } from 'vitest'
import type { Answers } from '#contract/results'
import { readCondition } from '#core/instruments/conditions'
import { formOf, sheet } from '#tests/core/instruments/forms'

const asq = formOf('asq')
const cssrs = formOf('cssrs-screen')

const holds = (phrase: string, form: typeof asq, answers: Answers, value?: number): boolean => {
  const read = readCondition(phrase, { items: form.items, hasValue: value !== undefined })
  if (!read.holds) throw new Error(`${phrase}: ${read.problem} at ${read.at}`)
  return read.holds({ answers, value })
}

test.each([
  ['>=1', 1, true],
  ['>=1', 0, false],
  ['<= 50', 50, true],
  ['>10 and <15', 15, false],
  ['== -2', -2, true],
  ['!=1', 1, false],
  ['<2.5', 2.49, true],
  ['in [1, 8]', 8, true],
] as const)('%s holds for %d: %s', (phrase, value, expected) => {
  expect(holds(phrase, asq, {}, value)).toBe(expected)
})

test.each([
  ['asq_5 == 1', '0 0 0 0 1', true],
  ['asq_5 == 1', '0 0 0 0 -', false],
  ['asq_5 != 1', '0 0 0 0 -', false],
  ['asq_5 is null', '0 0 0 0 -', true],
  ['asq_5 is not null', '0 0 0 0 -', false],
  ['any of asq_1..asq_4 in [1,8] and asq_5 is null', '0 - 8 0 -', true],
  ['any of asq_1..asq_4 in [1,8] and asq_5 is null', '0 0 0 0 -', false],
  ['any of asq_1..asq_4 in [1,8] and asq_5 is null', '1 0 0 0 0', false],
  ['any of asq_1..asq_4 in [1,8], or asq_5 == 8', '0 0 0 0 8', true],
  ['any of asq_1, asq_3..asq_4 == 1', '0 1 0 0 -', false],
  ['any of asq_1, asq_3..asq_4 == 1', '0 1 0 1 -', true],
  ['all of asq_1, asq_2 == 0', '0 0 1 1 -', true],
  ['asq_1..asq_4 all == 0', '0 0 0 0 -', true],
  ['asq_1..asq_4 all == 0', '0 0 - 0 -', false],
  ['asq_1 == 1 or asq_2 == 1 and asq_3 == 1', '1 0 0 0 -', true],
  ['(asq_1 == 1 or asq_2 == 1) and asq_3 == 1', '1 0 0 0 -', false],
  ['any item <= 1', '- - - - 8', false],
  ['any item <= 1', '- - - - 0', true],
  ['all 5 items answered with the same option', '8 8 8 8 8', true],
  ['all 5 items answered with the same option', '8 8 8 8 -', false],
  ['all 5 items answered with the same option', '- - - - -', false],
  ['all required questions answered', '0 0 0 0 -', true],
  ['all required questions answered', '1 0 0 0 -', false],
  ['none is yes', '- - - - -', true],
  ['none is yes', '0 0 0 1 -', false],
  ['otherwise', '- - - - -', true],
  ['otherwise (a question of 1–4 is unanswered, 未问全)', '1 1 1 1 1', true],
] as const)('%s on %s: %s', (phrase, answers, expected) => {
  expect(holds(phrase, asq, sheet(asq, answers))).toBe(expected)
})

test('what decides the levels of the longer interview is read as written', () => {
  const phrase = 'cssrs_3 == 1 or (cssrs_6 == 1 and cssrs_6_3m == 0)'
  expect(holds(phrase, cssrs, sheet(cssrs, '1 1 0 0 0 1 0'))).toBe(true)
  expect(holds(phrase, cssrs, sheet(cssrs, '1 1 0 0 0 1 -'))).toBe(false)
  const all = 'all required questions answered and none is yes'
  expect(holds(all, cssrs, sheet(cssrs, '0 0 - - - 0 -'))).toBe(true)
  expect(holds(all, cssrs, sheet(cssrs, '0 0 - - - - -'))).toBe(false)
})

test.each([
  ['', 1, ''],
  ['asq_1 = 1', 7, '= 1'],
  ['asq_1 ≥ 1', 7, '≥ 1'],
  ['asq_1 == ', 9, ''],
  ['asq_1 == yes', 10, 'yes'],
  ['asq_1 constructor 1', 7, 'constructor'],
  ['asq_1 == 1 asq_2 == 1', 12, 'asq_2'],
  ['(asq_1 == 1', 12, ''],
  ['asq_1 in []', 11, ']'],
  ['asq_4..asq_1 all == 0', 8, 'asq_1'],
  ['asq_1..asq_4 == 0', 14, '=='],
  ['all 4 items answered with the same option', 5, '4'],
  ['all required questions', 5, 'required'],
  ['>= 1', 1, '>='],
  ['otherwise asq_1', 1, 'otherwise'],
] as const)('“%s” is not understood, and it is said where', (phrase, at, found) => {
  const read = readCondition(phrase, { items: asq.items, hasValue: false })
  expect(read).toMatchObject({ holds: null, at, found })
})

test('an item that is not there is named', () => {
  expect(readCondition('asq_1 == 1 or asq_9 == 1', { items: asq.items, hasValue: false })).toEqual({
    holds: null,
    problem: 'unknown-item',
    at: 15,
    found: 'asq_9',
  })
})
