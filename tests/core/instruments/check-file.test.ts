import { expect, test } from 'vitest'
import type { Questionnaire, ScoreEntry } from '#contract/instrument-file'
import { checkInstrumentFile } from '#core/instruments/check-file'
import { entryOf, formOf } from '#tests/core/instruments/forms'

/** A file of a school, made from a built-in one and then spoiled. Written loosely, as a file may be. */
type Loose = Record<string, any> // oxlint-disable-line typescript/no-explicit-any -- a broken file has no type
const own = (instrument: Questionnaire | ScoreEntry, spoil: (file: Loose) => void = () => {}): string => {
  const file: Loose = { ...instrument, id: 'own' }
  spoil(file)
  return JSON.stringify(file, null, 2)
}
const found = (text: string): string[] =>
  checkInstrumentFile(text).issues.map(({ path, problem, detail }) => `${path} | ${problem} | ${detail}`)

const phq9 = (spoil?: (file: Loose) => void): string => own(formOf('phq9'), spoil)
const asq = (spoil?: (file: Loose) => void): string => own(formOf('asq'), spoil)
const mht = (spoil?: (file: Loose) => void): string => own(entryOf('mht'), spoil)
const swls = (spoil?: (file: Loose) => void): string => own(formOf('swls'), spoil)

test('a file in which nothing is wrong comes out as an instrument', () => {
  for (const text of [phq9(), asq(), mht(), swls()])
    expect(checkInstrumentFile(text)).toMatchObject({ instrument: { id: 'own' }, issues: [] })
})

test('a byte order mark and line ends of Windows are no mistake', () => {
  const text = `\u{FEFF}${phq9().replaceAll('\n', '\r\n')}`
  expect(checkInstrumentFile(text)).toEqual(checkInstrumentFile(phq9()))
})

test.each([
  ['', '1:1'],
  ['{', '1:2'],
  ['{\r\n  "id": “own”\r\n}', '2:9 “own”'],
  ['{"id": own}', '1:8 own}'],
  ['{"a": 1,}', '1:9 }'],
  ['[1, 2,]', '1:7 ]'],
  ['[1 2]', '1:4 2]'],
  ['{"a" 1}', '1:6 1}'],
  ['{"a": [], "b": {}} x', '1:20 x'],
  ['{"a": 01}', '1:7 01}'],
  ['{"a": "one\n two"}', '1:11'],
  [String.raw`{"a": "C:\x"}`, String.raw`1:10 \x"}`],
  ['{"a": [true, nil]}', '1:14 nil]}'],
  ["{'a': 1}", "1:2 'a': 1}"],
])('%j is not JSON, from %s on', (text, where) => {
  expect(found(text)).toEqual([` | not-json | ${where}`])
})

test('a critical answer that no option can be is a flaw: nobody would be called', () => {
  const critical = (when: string) => found(phq9((file) => (file.items[8].critical.when = when)))
  expect(critical('>=4')).toEqual(['items[8].critical.when | out-of-range | >=4 ← 0 | 1 | 2 | 3'])
  expect(critical('in [7, 8]')).toHaveLength(1)
  for (const when of ['>=3', 'in [2, 9]', '>=1 and phq9_1 >= 1', 'phq9_9 != 0']) expect(critical(when)).toEqual([])
})

test('a file of nothing but brackets is refused like any other', () => {
  const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
  expect(found(deep(400_000))).toEqual([expect.stringContaining('[…]')])
  expect(found(`{"kind": "interview", "items": [${deep(400_000)}]}`)).toContain('items[0] | wrong-type | object ← […]')
})

test('no question bears the name that every object has, or it would count as answered', () => {
  expect(found(phq9((file) => (file.items[8].id = 'constructor')))).toEqual([
    expect.stringMatching(/^items\[8\]\.id \| unknown-word/u),
  ])
})

test('everything of the wrong form is said at once, with its place', () => {
  const text = phq9((file) => {
    delete file.timeframe
    file.formatVersion = 2
    file.items[0].zh = ''
    file.items[1].reverse = 'no'
    file.items[8].critical.urgency = 'soon'
    file.items[9].options = [{ value: 0, zh: '无', en: 'none' }]
    file.items[3].id = 'Frage 4'
    file.scales[0].method = 'median'
    file.scales[0].bands[0].severity = 9
    file.title.short = 'x'.repeat(50)
    file.options[0].value = 0.5
  })
  expect(found(text)).toEqual([
    'formatVersion | unknown-word | 1 ← 2',
    expect.stringMatching(/^title\.short \| too-long \| ≤ 40 ← "xxx/u),
    'timeframe | missing | object',
    'options[0].value | wrong-type | int ← 0.5',
    'items[0].zh | missing | ≥ 1 ← ""',
    'items[1].reverse | wrong-type | boolean ← "no"',
    expect.stringMatching(/^items\[3\]\.id \| unknown-word \| .*← "Frage 4"$/u),
    'items[8].critical.urgency | unknown-word | same-day | immediate ← "soon"',
    expect.stringMatching(/^items\[9\]\.options \| out-of-range \| ≥ 2/u),
    'scales[0].bands[0].severity | out-of-range | ≤ 4 ← 9',
    expect.stringMatching(/^scales\[0\]\.method \| unknown-word \| .*← "median"$/u),
  ])
})

test.each([
  ['a kind that is not there', (file: Loose) => (file.kind = 'game'), 'kind | unknown-word | "game"'],
  ['no kind', (file: Loose) => delete file.kind, 'kind | missing | '],
])('%s is said', (_, spoil, expected) => {
  expect(found(phq9(spoil))).toEqual([expected])
})

test('a file that is no object is said', () => {
  expect(found('[]')).toHaveLength(1)
  expect(found('null')).toHaveLength(1)
})

type Case = [what: string, text: string, expected: string[]]
const ITEMS: Case[] = [
  ['an id twice', phq9((f) => (f.items[9].id = 'phq9_1')), ['items[9].id | twice | phq9_1']],
  ['an option value twice', phq9((f) => (f.items[9].options[3].value = 0)), ['items[9].options[3].value | twice | 0']],
  [
    'a key that the format does not know',
    phq9((f) => (f.items[2].reversed = true)),
    ['items[2].reversed | unknown-word | reversed'],
  ],
  [
    'a skip rule on an item that is not there',
    asq((f) => (f.items[4].skipIf.all[1].item = 'asq_9')),
    ['items[4].skipIf.all[1].item | unknown-item | asq_9'],
  ],
  [
    'a skip rule that looks ahead',
    asq((f) => (f.items[1].skipIf = { all: [{ item: 'asq_3', in: [0] }] })),
    ['items[1].skipIf.all[0].item | later-item | asq_3'],
  ],
  [
    'a skip rule that looks at itself',
    asq((f) => (f.items[1].skipIf = { all: [{ item: 'asq_2', in: [0] }] })),
    ['items[1].skipIf.all[0].item | later-item | asq_2'],
  ],
  [
    'a skip rule on an answer that cannot be given',
    asq((f) => (f.items[4].skipIf.all[0].in = [0, 2])),
    ['items[4].skipIf.all[0].in[1] | unknown-word | 2'],
  ],
  [
    'a skip rule that leaves out what counts',
    phq9((f) => (f.items[4].skipIf = { all: [{ item: 'phq9_1', in: [0] }] })),
    ['items[4].skipIf | scored-skip | phq9_5'],
  ],
  [
    'a blank to be asked of an item that is not there',
    phq9((f) => (f.missing.followUpIfMissing = ['phq9_0'])),
    ['missing.followUpIfMissing[0] | unknown-item | phq9_0'],
  ],
]
const CONDITIONS: Case[] = [
  [
    'a critical answer that is not understood',
    phq9((f) => (f.items[8].critical.when = '>= one')),
    ['items[8].critical.when | condition | >= one · 4: one'],
  ],
  [
    'a cut point that is not understood',
    phq9((f) => (f.scales[0].cutpoints[0].when = '10+')),
    ['scales[0].cutpoints[0].when | condition | 10+ · 3: +'],
  ],
  [
    'a triage rule that breaks off',
    asq((f) => (f.triage.rules[0].if = 'asq_5 ==')),
    ['triage.rules[0].if | condition | asq_5 == · 9: …'],
  ],
  [
    'a triage rule on an item that is not there',
    asq((f) => (f.triage.rules[0].if = 'asq_6 == 1')),
    ['triage.rules[0].if | unknown-item | asq_6 == 1 · 1: asq_6'],
  ],
  [
    'a validity check that counts other items',
    swls((f) => (f.validity = { checks: [check('all 6 items answered with the same option')] })),
    ['validity.checks[0].when | condition | all 6 items answered with the same option · 5: 6'],
  ],
  [
    'advice without an item',
    swls((f) => (f.advice = [{ when: '<= 1', zh: '请留意', en: '' }])),
    ['advice[0].when | condition | <= 1 · 1: <='],
  ],
  ['a void rule that is not understood', mht((f) => (f.voidWhen.when = '7')), ['voidWhen.when | condition | 7 · 1: 7']],
]
const SCALES: Case[] = [
  ['a scale twice', mht((f) => (f.scales[2].id = 'study')), ['scales[2].id | twice | study']],
  [
    'an item of a scale that is not there',
    swls((f) => (f.scales[0].items[4] = 'swls_6')),
    ['scales[0].items[4] | unknown-item | swls_6'],
  ],
  [
    'an item of a scale that does not count',
    phq9((f) => f.scales[0].items.push('phq9_difficulty')),
    ['scales[0].items[9] | unknown-item | phq9_difficulty scored: false'],
  ],
  [
    'an item that counts twice',
    swls((f) => (f.scales[0].items[4] = 'swls_1')),
    ['scales[0].items[4] | twice | swls_1'],
  ],
  ['bands with a hole', swls((f) => (f.scales[0].bands[1].from = 12)), ['scales[0].bands[1] | band-gap | 10–11']],
  ['bands that begin late', swls((f) => (f.scales[0].bands[0].from = 6)), ['scales[0].bands[0] | band-gap | 5–5']],
  ['bands that end early', swls((f) => (f.scales[0].bands[6].to = 33)), ['scales[0].bands[6] | band-gap | 34–35']],
  ['bands that overlap', swls((f) => (f.scales[0].bands[1].from = 8)), ['scales[0].bands[1] | band-overlap | 8–9']],
  [
    'a band outside the scale',
    swls((f) => (f.scales[0].bands[6].to = 36)),
    ['scales[0].bands[6] | band-outside | 31–36 / 5–35'],
  ],
  [
    'a band that runs backwards',
    swls((f) => Object.assign(f.scales[0].bands[6], { from: 35, to: 31 })),
    ['scales[0].bands[6] | band-order | 35–31'],
  ],
  [
    'a band twice',
    swls((f) => (f.scales[0].bands[1].id = 'ext_dissat')),
    ['scales[0].bands[1].id | twice | ext_dissat'],
  ],
  [
    'bands of a mean that leave hundredths out',
    swls((f) =>
      Object.assign(f.scales[0], { method: 'mean', min: 1, max: 7, bands: [band('a', 1, 3.9), band('b', 4, 7)] }),
    ),
    ['scales[0].bands[1] | band-gap | 3.91–3.99'],
  ],
  [
    'a range that the items cannot give',
    swls((f) => Object.assign(f.scales[0], { min: 0, bands: [] })),
    ['scales[0] | range | 0–35 ← 5–35'],
  ],
  [
    'a range of a factor that the items cannot give',
    own(formOf('who5'), (f) => Object.assign(f.scales[0], { max: 25, bands: [] })),
    ['scales[0] | range | 0–25 ← 0–100'],
  ],
  [
    'another counting that is not understood',
    own(formOf('rses'), (f) => (f.scales[0].alternates[0].formula = 'sum + 10')),
    ['scales[0].alternates[0].formula | condition | sum + 10'],
  ],
  [
    'another counting with another range',
    own(formOf('rses'), (f) => (f.scales[0].alternates[0].max = 50)),
    ['scales[0].alternates[0] | range | 10–50 ← 10–40'],
  ],
  ['no scale that decides', swls((f) => (f.scales[0].primary = false)), ['scales | missing | primary: true']],
  [
    'ages of a cut point that run backwards',
    phq9((f) => (f.scales[0].cutpoints[1].ages = [17, 13])),
    ['scales[0].cutpoints[1].ages | range | 17–13'],
  ],
  ['ages that run backwards', phq9((f) => (f.ages.max = 6)), ['ages | range | 11–6']],
  ['a void rule on no scale', mht((f) => (f.voidWhen.scale = 'lie')), ['voidWhen.scale | unknown-item | lie']],
  [
    'typed thresholds with a hole',
    mht((f) => (f.scales[0].bands = [band('a', 0, 55), band('b', 65, 90)])),
    ['scales[0].bands[1] | band-gap | 56–64'],
  ],
]
const TRIAGE: Case[] = [
  [
    'triage without rules',
    asq((f) => delete f.triage),
    ['scales[0].method | no-triage | triage', 'missing.method | no-triage | triage'],
  ],
  [
    'rules without a scale',
    asq((f) => Object.assign(f.scales[0], { method: 'sum', min: 0, max: 40, bands: [] })),
    ['triage | no-triage | scales[].method: triage'],
  ],
  [
    'a level outside the scale',
    asq((f) => (f.triage.rules[0].level = 3)),
    ['triage.rules[0].level | out-of-range | 0–2 ← 3'],
  ],
  [
    'next steps of no band',
    asq((f) => (f.triage.nextSteps.urgent = { zh: ['立即'], en: [] })),
    ['triage.nextSteps.urgent | unknown-item | urgent'],
  ],
]

function check(when: string) {
  return { id: 'same', when, effect: 'warn', zh: '请核实', en: '' }
}
function band(id: string, from: number, to: number) {
  return { id, from, to, zh: '一段', en: '', severity: 0 }
}

test.each([...ITEMS, ...CONDITIONS, ...SCALES, ...TRIAGE])('%s is said', (_, text, expected) => {
  expect(found(text)).toEqual(expected)
  expect(checkInstrumentFile(text).instrument).toBeNull()
})

test('the id of a built-in instrument is taken', () => {
  expect(found(phq9((file) => (file.id = 'who5')))).toEqual(['id | built-in-id | who5'])
})

test('several mistakes of meaning are said together', () => {
  const text = phq9((file) => {
    file.items[9].id = 'phq9_1'
    file.items[8].critical.when = 'often'
    file.scales[0].max = 30
  })
  expect(found(text)).toEqual([
    'scales[0].bands[4] | band-gap | 28–30',
    'items[9].id | twice | phq9_1',
    'scales[0] | range | 0–30 ← 0–27',
    'items[8].critical.when | unknown-item | often · 1: often',
  ])
})
