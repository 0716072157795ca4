import type { Assessment, CoursePoint } from '#contract/assessments'
import type { Instrument } from '#contract/instrument-file'
import type { PrintModel } from '#contract/prints'
import type { SummaryLine } from '#contract/screenings'
import { builtIn } from '#core/instruments/built-in'
import { score } from '#core/instruments/score'
import { STAFF } from '#tests/people'
import { empty, id, longText } from './models.ts'

const TEACHER = STAFF.counselor.name
const studentId = id(1)

const instrumentOf = (instrumentId: string): Instrument => {
  const instrument = builtIn().find((one) => one.id === instrumentId)
  if (!instrument) throw new Error(`there is no ${instrumentId}`)
  return instrument
}
const answersOf = (instrument: Instrument, given: string): Record<string, number> => {
  const lines = instrument.kind === 'score-entry' ? instrument.scales : instrument.items
  return Object.fromEntries(
    given.split(' ').flatMap((value, n) => (value === '-' ? [] : [[lines[n]!.id, Number(value)] as const])),
  )
}

const BAND = { zh: '中度抑郁症状', en: 'Moderate symptoms', severity: 2 }
const point = (n: number, points: number): CoursePoint => ({
  assessmentId: id(70 + n),
  on: `2026-${String(9 + Math.floor(n / 2)).padStart(2, '0')}-${n % 2 === 0 ? '09' : '23'}`,
  mode: 'paper',
  valid: n !== 1,
  score: n === 1 ? null : points,
  band: BAND,
  change: n < 2 ? null : 'better',
})

const MEANING =
  '两周里有几天睡得不好、提不起劲，和宿舍的矛盾、期中考试前的紧张有关。第 9 题当面问过：是“有时想如果没有这些事就好了”，没有想过伤害自己，也没有准备。已和父亲联系，约定两周后再看一次。'

const assessmentOf = (instrument: Instrument, given: string, text: string): Assessment => {
  const answers = answersOf(instrument, given)
  const result = score(instrument, answers, { age: 13 })
  const [first] = result.scales
  return {
    id: id(74),
    no: 'C2026秋-0017',
    studentId,
    instrumentId: instrument.id,
    short: instrument.title.short,
    title: instrument.title,
    mode: instrument.kind === 'interview' ? 'interview' : 'paper',
    state: 'interpreted',
    begunAt: '2026-11-21T12:15',
    takenOn: '2026-11-21',
    givenBy: TEACHER,
    score: first?.score ?? null,
    band: first?.band ?? null,
    critical: result.critical.length,
    valid: result.valid,
    roundId: null,
    purpose: '了解近两周的情绪和睡眠',
    urgent: false,
    explainedAt: '2026-11-21T12:14',
    explainedBy: TEACHER,
    answers,
    details: {},
    finishedAt: '2026-11-21T04:30:00.000Z',
    result,
    age: 13,
    interpretations: [{ id: id(90), text, at: '2026-11-21T05:10:00.000Z', by: TEACHER }],
    fedBackOn: '2026-11-22',
    fedBackTo: 'both',
    tasks:
      result.critical.length > 0
        ? [
            {
              id: id(91),
              studentId,
              assessmentId: id(74),
              urgency: 'same-day',
              critical: result.critical,
              blanks: [],
              raisedAt: '2026-11-21T04:30:00.000Z',
              acknowledgedAt: '2026-11-21T04:31:00.000Z',
              acknowledgedBy: TEACHER,
              seenOn: '2026-11-21',
              outcome: 'watch',
              note: '午休面谈 30 分钟，没有计划和准备，愿意每天来坐一坐；已告知父亲。',
              closedAt: '2026-11-21T05:05:00.000Z',
            },
          ]
        : [],
    withdrawnReason: null,
  }
}

export const testExplanation = (instrumentId = 'phq9'): PrintModel => ({
  ...empty('test-explanation'),
  instrument: instrumentOf(instrumentId),
})

export const testResult = (instrumentId: string, given: string, text = MEANING): PrintModel => {
  const instrument = instrumentOf(instrumentId)
  const assessment = assessmentOf(instrument, given, text)
  return {
    ...empty('test-result'),
    instrument,
    assessment,
    course: [point(0, 15), point(1, 0), point(2, 12), { ...point(4, assessment.score ?? 0), on: '2026-11-21' }],
  }
}
export const longTestResult = (): PrintModel => testResult('phq9', '1 2 2 1 1 1 2 - 1', longText(24))

export const testResultForStudent = (text = '这两周你过得有些累，睡得也不够。'): PrintModel => {
  const instrument = instrumentOf('phq9')
  const assessment = assessmentOf(instrument, '1 2 2 1 1 1 2 0 1', text)
  const bare = { answers: {}, details: {}, result: null, tasks: [], score: null, band: null, critical: 0 }
  return { ...empty('test-result-student'), instrument, assessment: { ...assessment, ...bare } }
}

export const instrumentList = (): PrintModel => ({
  ...empty('instrument-list'),
  student: null,
  case: null,
  period: { from: '2026-09-01', to: '2027-01-20' },
  instruments: builtIn().map((file, n) => ({
    id: file.id,
    title: file.title,
    short: file.title.short,
    version: file.version,
    license: {
      statement: file.license.statement,
      attribution: file.license.attribution,
      verdict: file.license.verdict,
      conditions: file.license.conditions,
      url: file.license.url,
    },
    zhText: file.confidence.zhText,
    uses: n * 3,
    lastUsedOn: null,
    competent: n % 3 === 2 ? [] : [{ name: TEACHER, basis: '2025 年市级心理测评培训合格，督导下施测 20 例' }],
    note: file.confidence.note,
    asOf: '2026-11-21T12:40',
  })),
})

/** A round of `classes` classes in each of three grades; the first class is too small to show. */
export const screeningSummary = (classes = 8): PrintModel => {
  const instrument = instrumentOf('phq9')
  const bandNames = instrument.scales[0]!.bands
  const numbers = (n: number): Omit<SummaryLine, 'grade' | 'className'> => ({
    due: n * 40,
    done: n * 39,
    coverage: 97.5,
    flagged: n === 1 ? null : n * 2,
    seen: n === 1 ? null : n,
    falseAlarm: n === 1 ? null : 0,
    mean: n === 1 ? null : 5.4,
    bands: bandNames.map((_, band) => (n === 1 && band > 1 ? null : n * (9 - band))),
  })
  const grades = ['七年级', '八年级', '九年级']
  const lines = [
    { grade: null, className: null, ...numbers(classes * 3) },
    ...grades.flatMap((grade, g) => [
      { grade, className: null, ...numbers(classes) },
      ...Array.from({ length: classes }, (_, n) => ({
        grade,
        className: `${grade.charAt(0)}(${n + 1})班`,
        ...numbers(g === 0 && n === 0 ? 1 : 2),
      })),
    ]),
  ]
  const counts = {
    due: 960,
    done: 936,
    absent: 12,
    excused: 12,
    void: 3,
    flagged: 41,
    critical: 6,
    seen: 38,
    falseAlarm: 9,
    declined: 0,
  }
  return {
    ...empty('screening-summary'),
    student: null,
    case: null,
    screening: {
      round: {
        id: id(95),
        name: '2026 秋季心理普查',
        instrumentId: 'phq9',
        short: 'PHQ-9',
        title: instrument.title,
        startsOn: '2026-10-19',
        endsOn: '2026-11-30',
        scope: { grades: [], classes: [] },
        flagRule: { levels: [], severity: 3 },
        consentBasis: '家长告知书（九月收回）',
        state: 'open',
        counts,
        longestWait: 4,
        hasFile: false,
      },
      bandNames,
      hideBelow: 5,
      lines,
    },
  }
}
