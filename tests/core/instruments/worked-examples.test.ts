import { expect, test } from 'vitest'
import type { Questionnaire } from '#contract/instrument-file'
import { builtIn } from '#core/instruments/built-in'
import { score } from '#core/instruments/score'

/** Answers in file order, `-` for a blank; the unscored question on difficulty is left out. Then what the sheet gives. */
const EXAMPLES: [id: string, answers: string, gives: string, critical: string, note: string][] = [
  ['phq9', '0 0 0 0 0 0 0 0 0', 'total 0 minimal', '', 'valid'],
  ['phq9', '1 2 2 1 1 1 2 0 0', 'total 10 moderate', '', 'valid'],
  ['phq9', '0 1 0 1 0 0 0 0 1', 'total 3 minimal', 'phq9_9', 'valid'],
  ['gad7', '0 0 0 0 0 0 0', 'total 0 minimal', '', 'valid'],
  ['gad7', '1 2 1 2 1 2 1', 'total 10 moderate', '', 'valid'],
  ['gad7', '3 3 3 2 2 1 -', 'total null null', '', 'not valid'],
  ['rses', '3 3 0 3 0 3 3 0 0 0', 'total 30 high, total_ex8 27 null', '', 'valid'],
  ['rses', '2 2 2 2 2 2 2 2 2 2', 'total 15 normal, total_ex8 14 null', '', 'valid, same_answer'],
  ['rses', '1 1 2 2 2 1 1 3 2 2', 'total 10 low, total_ex8 10 null', '', 'valid'],
  ['k6', '0 0 0 0 0 0', 'total 0 low', '', 'valid'],
  ['k6', '2 1 1 1 1 0', 'total 6 moderate', '', 'valid'],
  ['k6', '3 3 2 2 2 1', 'total 13 serious', '', 'valid'],
  ['who5', '5 5 5 5 5', 'index 100 usual', '', 'valid'],
  ['who5', '3 2 3 2 3', 'index 52 usual', '', 'valid'],
  ['who5', '1 2 1 1 2', 'index 28 very_low', '', 'valid'],
  ['cesd', '0 0 0 3 0 0 0 3 0 0 0 3 0 0 0 3 0 0 0 0', 'total 0 none', '', 'valid'],
  ['cesd', '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0', 'total 12 none', '', 'valid, same_answer'],
  ['cesd', '1 1 1 2 1 1 1 2 1 1 1 2 1 1 1 2 1 1 1 1', 'total 20 marked', '', 'valid'],
  ['swls', '7 7 7 7 7', 'total 35 ext_sat', '', 'valid'],
  ['swls', '4 4 4 4 4', 'total 20 neutral', '', 'valid'],
  ['swls', '2 1 2 3 1', 'total 9 ext_dissat', '', 'valid'],
  ['asq', '0 0 0 0 -', 'triage 0 negative', '', 'valid'],
  ['asq', '1 0 0 0 0', 'triage 1 nonacute', 'asq_1', 'valid'],
  ['asq', '1 1 1 0 1', 'triage 2 acute', 'asq_1 asq_2 asq_3 asq_5', 'valid'],
  ['cssrs-screen', '0 0 - - - 0 -', 'triage 0 none', '', 'valid'],
  ['cssrs-screen', '1 1 1 0 0 0 -', 'triage 2 moderate', 'cssrs_1 cssrs_2 cssrs_3', 'valid'],
  ['cssrs-screen', '1 1 1 1 0 1 1', 'triage 3 high', 'cssrs_1 cssrs_2 cssrs_3 cssrs_4 cssrs_6 cssrs_6_3m', 'valid'],
]

const formOf = (id: string): Questionnaire => {
  const found = builtIn().find((instrument) => instrument.id === id)
  if (found?.kind === 'self-report' || found?.kind === 'interview') return found
  throw new Error(`${id} has no items`)
}

test.each(EXAMPLES)('%s: %s gives %s', (id, given, gives, critical, note) => {
  const form = formOf(id)
  const scored = form.items.filter((item) => item.scored)
  const sheet = given.split(' ')
  expect(sheet).toHaveLength(scored.length)
  const answers = Object.fromEntries(
    sheet.flatMap((value, i) => (value === '-' ? [] : [[scored[i]?.id ?? '', Number(value)] as const])),
  )
  const result = score(form, answers, { age: 14 })
  const found = result.scales.map((scale) => `${scale.id} ${scale.score} ${scale.band?.id ?? null}`)
  expect(found.join(', ')).toBe(gives)
  expect(result.critical.map(({ item }) => item).join(' ')).toBe(critical)
  expect([result.valid ? 'valid' : 'not valid', ...result.warnings.map((warning) => warning.id)].join(', ')).toBe(note)
})
