import { beforeEach, describe, expect, it } from 'vitest'
import type { AssessmentLine, CoursePoint, InPersonTask } from '#contract/assessments'
import type { Instrument } from '#contract/instrument-file'
import type { CriticalAnswer, Result } from '#contract/results'
import type { Language } from '#contract/vault'
import { builtIn } from '#core/instruments/built-in'
import { score } from '#core/instruments/score'
import { agoOf } from '#lib/ago'
import { bandSegments, percentOf } from '#lib/band-segments'
import { bandTone } from '#lib/severity'
import { taskWords } from '#lib/task-words'
import { addWords, i18n, setLanguage } from '#lib/words'
import * as assessmentWords from '#lib/words/assessments'
import * as codeWords from '#lib/words/codes'
import { person } from '#tests/people'

type Before = { point: CoursePoint; change: CoursePoint['change'] }
type Given = {
  assessment: { short: string; takenOn: string; begunAt: string; mode: 'paper' | 'interview' }
  result: Result
  instrument: Instrument
  before: Before | null
}
type Reading = {
  startingText: (given: Given, language: Language, t: typeof i18n.t) => string
  courseBefore: (points: readonly CoursePoint[], assessmentId: string) => Before | null
  inOrder: <T extends Pick<InPersonTask, 'urgency' | 'raisedAt' | 'closedAt'>>(tasks: readonly T[]) => T[]
  mostSeriousFirst: <C extends Pick<CriticalAnswer, 'urgency'>>(critical: readonly C[]) => C[]
  latestTests: (lines: readonly AssessmentLine[]) => { line: AssessmentLine; times: number }[]
}
/** Rules inside feature folders; they have no alias because screens reach them from the same folder only. */
const { startingText, courseBefore, inOrder, mostSeriousFirst, latestTests } = Object.assign(
  {},
  ...Object.values(
    import.meta.glob(
      [
        '../../renderer/features/assessments/{starting-text,course-before,task-order}.ts',
        '../../renderer/features/students/latest-tests.ts',
      ],
      { eager: true },
    ),
  ),
) as Reading

beforeEach(async () => {
  await i18n.init({ lng: 'zh', fallbackLng: 'zh', interpolation: { escapeValue: false } })
  addWords('assessments', assessmentWords)
  addWords('codes', codeWords)
  setLanguage('zh')
})

const formOf = (id: string): Instrument => {
  const form = builtIn().find((one) => one.id === id)
  if (!form) throw new Error(`there is no ${id}`)
  return form
}
/** Answers in the order of the file, `-` for a blank. */
const scored = (id: string, given: string): { instrument: Instrument; result: Result } => {
  const instrument = formOf(id)
  const items = instrument.kind === 'score-entry' ? instrument.scales : instrument.items
  const pairs = given.split(' ').flatMap((value, at) => (value === '-' ? [] : [[items[at]?.id, Number(value)]]))
  return { instrument, result: score(instrument, Object.fromEntries(pairs), { age: 15 }) }
}
const paper = (short: string): Given['assessment'] => ({
  short,
  takenOn: '2026-11-20',
  begunAt: '2026-11-20T12:10',
  mode: 'paper',
})

describe('bands as a picture', () => {
  const phq9 = { min: 0, max: 27 }
  const bands = [
    { from: 10, to: 27 },
    { from: 0, to: 4 },
    { from: 5, to: 9 },
  ]

  it('bands of whole numbers meet in the middle of the step and leave no gap', () => {
    const { low, high, segments } = bandSegments(phq9, bands)
    expect([low, high]).toEqual([-0.5, 27.5])
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [-0.5, 4.5],
      [4.5, 9.5],
      [9.5, 27.5],
    ])
  })

  it('bands that touch stay within the ends of the scale', () => {
    const { low, high, segments } = bandSegments({ min: 1, max: 5 }, [
      { from: 1, to: 2 },
      { from: 2, to: 5 },
    ])
    expect([low, high]).toEqual([1, 5])
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [2, 5],
    ])
  })

  it('a scale without bands has none to draw', () => {
    expect(bandSegments({ min: 0, max: 90 }, [])).toEqual({ low: 0, high: 90, segments: [] })
  })

  it('every score lies within its own band, for every built-in scale', () => {
    for (const { scales } of builtIn())
      for (const { min, max, bands: own } of scales) {
        const { low, high, segments } = bandSegments({ min, max }, own)
        for (const { band, from, to } of segments)
          for (const value of [band.from, band.to]) {
            expect(value).toBeGreaterThanOrEqual(from)
            expect(value).toBeLessThanOrEqual(to)
            expect(percentOf(value, low, high)).toBeGreaterThanOrEqual(0)
            expect(percentOf(value, low, high)).toBeLessThanOrEqual(100)
          }
      }
  })

  it('points alone never turn red; the highest level of an interview does', () => {
    expect([0, 1, 2, 3, 4].map((severity) => bandTone(severity))).toEqual(['green', 'plain', 'amber', 'amber', 'amber'])
    expect(bandTone(4, true)).toBe('red')
  })
})

describe('what has to be asked in person', () => {
  const task = (urgency: InPersonTask['urgency'], raisedAt: string, closedAt: string | null = null) => ({
    urgency,
    raisedAt,
    closedAt,
  })

  it('comes as: still to do, cannot wait, waited longest', () => {
    const late = task('same-day', '2026-11-21T02:00:00.000Z')
    const early = task('same-day', '2026-11-20T02:00:00.000Z')
    const now = task('immediate', '2026-11-21T03:00:00.000Z')
    const done = task('immediate', '2026-11-19T03:00:00.000Z', '2026-11-19T05:00:00.000Z')
    expect(inOrder([done, late, early, now])).toEqual([now, early, late, done])
  })

  it('the answer that cannot wait is shown first, the others as they were asked', () => {
    const { result } = scored('asq', '1 0 1 0 1')
    expect(mostSeriousFirst(result.critical).map(({ item }) => item)).toEqual(['asq_5', 'asq_1', 'asq_3'])
  })

  it('is said in one line, the answer before the question', () => {
    const { result } = scored('phq9', '0 0 0 0 0 0 0 0 1')
    const line = taskWords({ critical: result.critical, blanks: [] }, 'zh', i18n.t)
    expect(line).toBe('答“好几天”：有不如死掉或用某种方式伤害自己的念头')
  })

  it('a blank is said as a blank, and how many more there are', () => {
    const { result } = scored('asq', '- - - -')
    const line = taskWords({ critical: [], blanks: result.askInPerson }, 'zh', i18n.t)
    expect(line).toMatch(/^没有作答：.+（另有 \d 题）$/u)
  })

  it('how long ago is told in the largest unit that is full', () => {
    const now = Date.parse('2026-11-21T10:00:00.000Z')
    expect(agoOf('2026-11-21T09:59:40.000Z', now)).toEqual({ unit: 'now', n: 0 })
    expect(agoOf('2026-11-21T09:20:00.000Z', now)).toEqual({ unit: 'minutes', n: 40 })
    expect(agoOf('2026-11-20T10:00:01.000Z', now)).toEqual({ unit: 'hours', n: 23 })
    expect(agoOf('2026-11-12T10:00:00.000Z', now)).toEqual({ unit: 'days', n: 9 })
    expect(agoOf('2026-11-21T10:05:00.000Z', now)).toEqual({ unit: 'now', n: 0 })
  })
})

describe('the text an interpretation may begin with', () => {
  const point = (assessmentId: string, value: number | null, change: CoursePoint['change'] = null): CoursePoint => ({
    assessmentId,
    on: '2026-10-23',
    mode: 'paper',
    valid: value !== null,
    score: value,
    band: null,
    change,
  })

  it('quotes the critical answer, the score with its range, and what is left to ask', () => {
    const text = startingText(
      { assessment: paper('PHQ-9'), ...scored('phq9', '2 2 3 2 1 2 2 0 1'), before: null },
      'zh',
      i18n.t,
    )
    expect(text.split('\n')).toEqual([
      '11 月 20 日用 PHQ-9 了解过去两个星期的情况（纸质录入）。',
      '关键作答：“有不如死掉或用某种方式伤害自己的念头”，答“好几天”，须当面了解，不以总分为准。',
      '抑郁症状总分 15 分（0–27），在本量表的参考分段中为“中重度抑郁症状”。',
      expect.stringContaining('还要当面问：这样的念头'),
      '以上是筛查提示，不是诊断。',
    ])
  })

  it('compares with the time before and says what the difference is worth', () => {
    const before: Before = { point: point('a', 8), change: 'worse' }
    const text = startingText(
      { assessment: paper('PHQ-9'), ...scored('phq9', '2 2 2 2 1 2 2 0 0'), before },
      'zh',
      i18n.t,
    )
    expect(text).toContain('上次（10 月 23 日）8 分，这次加重，达到变化界值。')
    expect(text).toContain('还要当面问：睡眠和精力')
  })

  it('says what is missing instead of a number', () => {
    const text = startingText(
      { assessment: paper('GAD-7'), ...scored('gad7', '1 2 - 1 1 2 1'), before: null },
      'zh',
      i18n.t,
    )
    expect(text).toContain('漏答 1 题，不能计分。')
    expect(text).not.toContain('参考分段')
  })

  it('says that a score was made up', () => {
    const text = startingText(
      { assessment: paper('PHQ-9'), ...scored('phq9', '1 1 - 1 1 1 1 1 0'), before: null },
      'zh',
      i18n.t,
    )
    expect(text).toContain('漏答 1 题，按已答的题补足。')
  })

  it('a level of an interview is no number of points', () => {
    const assessment = { ...paper('ASQ'), mode: 'interview' as const }
    const text = startingText({ assessment, ...scored('asq', '1 0 0 0 0'), before: null }, 'zh', i18n.t)
    expect(text).toContain('访谈结果：非急性阳性（潜在风险）。')
    expect(text).not.toMatch(/\d 分/u)
  })

  it('names no disorder as a fact and nobody by name, in either language, for every built-in instrument', () => {
    for (const instrument of builtIn()) {
      if (instrument.kind === 'score-entry') continue
      for (const language of ['zh', 'en'] as const) {
        setLanguage(language)
        const answers = Object.fromEntries(
          instrument.items.map((item) => [item.id, (item.options ?? instrument.options).at(-1)?.value ?? 0]),
        )
        const result = score(instrument, answers, { age: 15 })
        const text = startingText(
          { assessment: paper(instrument.title.short), result, instrument, before: null },
          language,
          i18n.t,
        )
        expect(text).not.toMatch(/患有|确诊|抑郁症(?!状)|焦虑症(?!状)|suffers from|diagnosed/u)
        expect(text).not.toContain(person('li-ruoxi').name)
        expect(text).not.toMatch(/\{\{|undefined|null/u)
        expect(text).toContain(language === 'zh' ? '不是诊断' : 'not a diagnosis')
      }
    }
  })

  it('the time before is the last valid one, with the change that belongs to this one', () => {
    const points = [point('a', 12), point('b', null), point('c', 6, 'better')]
    expect(courseBefore(points, 'c')).toEqual({ point: points[0], change: 'better' })
    expect(courseBefore(points, 'a')).toBeNull()
    expect(courseBefore(points, 'not-there')).toBeNull()
  })
})

describe("what a student's page shows of tests", () => {
  const line = (no: string, change: Partial<AssessmentLine>): AssessmentLine => ({
    id: no,
    no,
    studentId: 's',
    instrumentId: 'phq9',
    short: 'PHQ-9',
    title: { zh: '', en: '' },
    mode: 'paper',
    state: 'interpreted',
    begunAt: '2026-11-20T12:10',
    takenOn: '2026-11-20',
    givenBy: '',
    score: 9,
    band: null,
    critical: 0,
    valid: true,
    roundId: null,
    studentName: '',
    className: null,
    answered: 9,
    itemCount: 9,
    ...change,
  })

  it('the newest of each instrument, newest first, with how often it was given', () => {
    const lines = [
      line('1', { takenOn: '2026-09-18' }),
      line('3', { takenOn: '2026-11-20' }),
      line('2', { instrumentId: 'gad7', takenOn: '2026-11-21' }),
      line('4', { takenOn: '2026-10-01', score: null }),
    ]
    expect(latestTests(lines).map(({ line: { no }, times }) => [no, times])).toEqual([
      ['2', 1],
      ['3', 2],
    ])
  })

  it('a sheet still open or withdrawn is no result', () => {
    expect(latestTests([line('1', { state: 'open' }), line('2', { state: 'withdrawn' })])).toEqual([])
  })
})
