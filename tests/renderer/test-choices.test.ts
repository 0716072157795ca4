import { expect, test } from 'vitest'
import type { InstrumentSummary } from '#contract/instruments'
import { lacksOf, modesOf, offersOf } from '#lib/test-choices'

const summary = (id: string, part: Partial<InstrumentSummary> = {}): InstrumentSummary => ({
  id,
  title: { zh: id, en: '' },
  short: id,
  kind: 'self-report',
  version: '1',
  origin: 'built-in',
  itemCount: 9,
  ageMin: null,
  ageMax: null,
  ageNote: '',
  timeframe: { zh: '过去两周', en: '' },
  license: { statement: '', attribution: '', verdict: 'EMBED', conditions: [], url: null },
  zhText: 'official',
  textNote: '',
  thresholdsSet: true,
  retired: false,
  withheld: false,
  uses: 0,
  lastUsedOn: null,
  competence: null,
  ...part,
})
type Choice = Parameters<typeof offersOf>[1][number]
const choice = (instrumentId: string, blocks: Choice['blocks'] = []): Choice => ({
  instrumentId,
  blocks,
  tooYoung: false,
  lastTakenOn: null,
})

test('the most used stands first; what is out of use or may not be used is not offered', () => {
  const library = [
    summary('a'),
    summary('b', { uses: 7 }),
    summary('c', { retired: true, uses: 9 }),
    summary('d', { withheld: true }),
    summary('e', { uses: 7, lastUsedOn: '2026-11-01' }),
  ]
  const choices = library.map(({ id }) => choice(id))
  expect(offersOf(library, choices).map(({ id }) => id)).toEqual(['e', 'b', 'a'])
})

test('what the student lacks is said once, what the counselor lacks for each instrument', () => {
  const offers = offersOf(
    [summary('a'), summary('b')],
    [choice('a', ['not-competent', 'consent-under-14']), choice('b', ['not-competent', 'consent-under-14'])],
  )
  expect(lacksOf(offers, false).map(({ block, offer }) => `${block} ${offer.id}`)).toEqual([
    'not-competent a',
    'consent-under-14 a',
    'not-competent b',
  ])
})

test('whoever knows that the student is fourteen needs no birthday', () => {
  const offers = offersOf([summary('a')], [choice('a', ['age-unknown'])])
  expect(lacksOf(offers, false)).toHaveLength(1)
  expect(lacksOf(offers, true)).toEqual([])
})

test('each kind is given in its own ways', () => {
  expect(modesOf('interview')).toEqual(['interview'])
  expect(modesOf('score-entry')).toEqual(['scores'])
  expect(modesOf('self-report')).toEqual(['kiosk', 'aloud', 'paper'])
})
