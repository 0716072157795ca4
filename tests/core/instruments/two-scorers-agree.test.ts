import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import type { Result } from '#contract/results'
import { builtIn } from '#core/instruments/built-in'
import { score } from '#core/instruments/score'
import { type Drawn, randomSheets } from './random-sheets.ts'
import { SECOND_FORMS } from './second-scorer.ts'
import type { Outcome } from './second-sheet.ts'
import { spoiledOnes } from './spoiled-instruments.ts'

const NAMES = Object.keys(SECOND_FORMS)
const SHEETS = 10_000

const formNamed = (name: string): Questionnaire => {
  const form = builtIn().find(({ id }) => id === name)
  if (!form || form.kind === 'score-entry') throw new Error(`${name} is not built in`)
  return form
}

/** Every sheet with what the second scorer makes of it. */
const scoredTwice = Object.fromEntries(
  Object.entries(SECOND_FORMS).map(([name, form]) => [
    name,
    randomSheets(form, SHEETS).map((drawn) => ({ drawn, second: form.score(drawn.sheet, drawn.age) })),
  ]),
)

const asOutcome = (form: Questionnaire, result: Result): Outcome => ({
  scales: Object.fromEntries(
    result.scales.map(({ id, score, band, missing, prorated, alternates, cutpoints }) => [
      id,
      {
        score,
        band: band?.id ?? null,
        missing,
        prorated,
        alternates: Object.fromEntries(alternates.map((other) => [other.id, other.score])),
        cutpoints: cutpoints.map(({ when }) => when),
      },
    ]),
  ),
  critical: result.critical.map(({ item }) => item),
  askInPerson: result.askInPerson.map(({ item }) => item),
  valid: result.valid && !result.void,
  incomplete: result.incomplete,
  warnings: result.warnings.map(({ id }) => id),
  advice: result.advice.length,
  nextStep:
    Object.entries(form.triage?.nextSteps ?? {}).find(([, steps]) => isDeepStrictEqual(steps, result.nextSteps))?.[0] ??
    null,
})

const engineOn = (form: Questionnaire, { answers, age }: Drawn): Outcome =>
  asOutcome(form, score(form, answers, { age }))

test.each(NAMES)('%s: the second scorer and the file name the same questions and answers', (name) => {
  const { items, values, beside } = SECOND_FORMS[name]!
  const form = formNamed(name)
  expect(form.items.map(({ id }) => id)).toEqual(beside === undefined ? items : [...items, beside])
  for (const item of form.items.filter(({ scored }) => scored))
    expect(
      optionsOf(form, item)
        .map(({ value }) => value)
        .toSorted((a, b) => a - b),
    ).toEqual(values)
})

test.each(NAMES)('%s: both scorers agree on 10,000 sheets', (name) => {
  const form = formNamed(name)
  const disagreements = scoredTwice[name]!.map(({ drawn, second }) => ({
    ...drawn,
    engine: engineOn(form, drawn),
    second,
  })).filter(({ engine, second }) => !isDeepStrictEqual(engine, second))
  expect(disagreements.slice(0, 3), `${disagreements.length} sheets`).toEqual([])
})

test.each(NAMES)('%s: the sheets meet every band, and none', (name) => {
  const bandsMet = new Set(scoredTwice[name]!.map(({ second }) => Object.values(second.scales)[0]!.band))
  expect(bandsMet).toEqual(new Set([...formNamed(name).scales[0]!.bands.map(({ id }) => id), null]))
})

test.each(NAMES)('%s: spoiled in any one place, it is found out', (name) => {
  const unnoticed = spoiledOnes(formNamed(name)).filter(({ spoiled }) =>
    scoredTwice[name]!.every(({ drawn, second }) => isDeepStrictEqual(engineOn(spoiled, drawn), second)),
  )
  expect(unnoticed.map(({ what }) => what)).toEqual([])
})
