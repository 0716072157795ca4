import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CASE_STATES, CLOSE_REASONS } from '#contract/case-tables'
import * as tables from '#contract/code-tables'
import { AUDIT_EVENTS } from '#core/audit'

type Words = { [key: string]: string | Words }
const renderer = join(import.meta.dirname, '..', '..', 'renderer')
const files = import.meta.glob<{ zh: Words; en: Words }>('../../renderer/lib/words/*.ts', { eager: true })
const features = Object.entries(files).map(([path, { zh, en }]) => ({
  feature: path.slice(path.lastIndexOf('/') + 1, -'.ts'.length),
  zh,
  en,
}))

/** Every text under its full key. */
const textsOf = (words: Words, before = ''): [key: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${before}${key}`, value]] : textsOf(value, `${before}${key}.`),
  )
const keysOf = (words: Words, before = '') => textsOf(words, before).map(([key]) => key)
const valuesIn = (text: string) => new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]))

test.each(features)('every word of $feature stands in both languages', ({ zh, en }) => {
  expect(new Set(keysOf(en))).toEqual(new Set(keysOf(zh)))
})

test.each(features)('the words of $feature take the same values in both languages', ({ zh, en }) => {
  const english = new Map(textsOf(en))
  for (const [key, text] of textsOf(zh)) expect(valuesIn(english.get(key) ?? ''), key).toEqual(valuesIn(text))
})

test.each(features)('no word of $feature shouts or names a patient', ({ zh, en }) => {
  for (const [key, text] of [...textsOf(zh), ...textsOf(en)])
    expect(text, key).not.toMatch(/[!！]|患者|病人|\bpatients?\b/i)
})

test('every fixed key that a screen asks for has words', () => {
  const known = new Set(features.flatMap(({ feature, zh }) => keysOf(zh, `${feature}.`)))
  const missing = sources(renderer).flatMap((place) =>
    [...readFileSync(place, 'utf8').matchAll(/\bt\(\s*'([\w-]+\.[\w.-]+)'/g)]
      .map((found) => found[1] ?? '')
      .filter((key) => !known.has(key) && !known.has(`${key}_one`))
      .map((key) => `${place.slice(renderer.length)}: ${key}`),
  )
  expect(missing).toEqual([])
})

test('every word is asked for by some screen', () => {
  const code = sources(renderer)
    .map((place) => readFileSync(place, 'utf8'))
    .join('\n')
  const fixed = new Set([...code.matchAll(/['`]([\w-]+(?:\.[\w-]+)+)['`]/g)].map((found) => found[1]))
  const made = [...code.matchAll(/`([\w-]+\.[^`]*\$\{[^`]*)`/g)].map(
    (found) => new RegExp(`^${(found[1] ?? '').replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  )
  const unasked = features
    .filter(({ feature }) => feature !== 'codes')
    .flatMap(({ feature, zh }) => keysOf(zh, `${feature}.`))
    .map((key) => key.replace(/_(one|other)$/, ''))
    .filter((key) => !fixed.has(key) && !made.some((pattern) => pattern.test(key)))
  expect(unasked).toEqual([])
})

test.each([
  ['stages', tables.STAGES],
  ['sexes', tables.SEXES],
  ['studentKinds', tables.STUDENT_KINDS],
  ['channels', tables.CHANNELS],
  ['sources', tables.SOURCES],
  ['visitors', tables.VISITORS],
  ['areas', Object.keys(tables.PROBLEM_AREAS)],
  ['problems', tables.PROBLEMS],
  ['visitStates', tables.VISIT_STATES],
  ['noteStates', tables.NOTE_STATES],
  ['closedDayKinds', tables.CLOSED_DAY_KINDS],
  ['findings', tables.FINDINGS],
  ['waitOutcomes', tables.WAIT_OUTCOMES],
  ['handoverLists', tables.HANDOVER_LISTS],
  ['consentKinds', tables.CONSENT_KINDS],
  ['consentModes', tables.CONSENT_MODES],
  ['signers', tables.SIGNERS],
  ['crisisSteps', tables.CRISIS_STEPS],
  ['crisisStates', tables.CRISIS_STATES],
  ['crisisOutcomes', tables.CRISIS_OUTCOMES],
  ['referralKinds', tables.REFERRAL_KINDS],
  ['urgencies', tables.URGENCIES],
  ['institutions', tables.INSTITUTIONS],
  ['referralStates', tables.REFERRAL_STATES],
  ['guardianAnswers', tables.GUARDIAN_ANSWERS],
  ['returnAdvice', tables.RETURN_ADVICE],
  ['caseStates', CASE_STATES],
  ['closeReasons', CLOSE_REASONS],
])('every key of the list %s has a label', (list, keys) => {
  const codes = features.find(({ feature }) => feature === 'codes')?.zh[list] as Words
  expect(Object.keys(codes)).toEqual(expect.arrayContaining([...keys]))
})

test.each(AUDIT_EVENTS)('the activity log has words for %s', (event) => {
  const words = features.find(({ feature }) => feature === 'audit')?.zh ?? {}
  expect(keysOf(words)).toContain(event)
})

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('words/'))
    .map((name) => join(folder, name))
