import { expect, test } from 'vitest'
import { cellText } from '#core/imports/cell-text'
import type { Sheet } from '#core/imports/workbook'
import { readWorkbook } from '#electron/host/workbook-reader'
import { testContext, type TestContext } from '#tests/context'
import { sampleBytes } from '#tests/core/roster-samples'
import { manyPeople } from '#tests/people'
import { BUREAU, bureauRound, csv, takeIn } from './result-samples.ts'
import { roundOf, rosterOf } from './round-samples.ts'

type What = { what: 'bureau' | 'summary'; hideBelow?: number; language?: 'zh' | 'en' }
async function exported({ client }: TestContext, roundId: string, { what, hideBelow = 5, language = 'zh' }: What) {
  const { content, fileName } = await client.screenings.exportFile({ roundId, what, language, hideBelow })
  const { sheets } = await readWorkbook(Buffer.from(content, 'base64'))
  return { fileName, rows: textsOf(sheets[0]) }
}
const textsOf = (sheet: Sheet | undefined): string[][] => (sheet?.rows ?? []).map((row) => row.map(cellText))

test('the bureau gets its own columns back, filled from the vault, and what became of each flag', async () => {
  const context = testContext()
  const { id: roundId } = await bureauRound(context)
  const { rows: waiting } = await context.client.screenings.entries({
    roundId,
    filter: 'waiting',
    text: '',
    className: null,
    sort: 'score',
    offset: 0,
    limit: 1,
  })
  const [first] = waiting
  await context.client.screenings.recordSeen({
    roundId,
    studentId: first!.studentId,
    seenOn: '2026-11-21',
    outcome: 'false-alarm',
    note: '与考试有关，只在房间里说',
  })
  const { rows, fileName } = await exported(context, roundId, { what: 'bureau' })
  const original = textsOf((await readWorkbook(sampleBytes(BUREAU))).sheets[0])
  expect(fileName).toBe('秋季心理普查 回填.xlsx')
  expect(rows[0]).toEqual([...(original[0] ?? []), '面谈日期', '面谈结果'])
  expect(rows).toHaveLength(1201)
  const padded = (row: readonly string[]): string[] => Array.from({ length: 16 }, (_, at) => row[at] ?? '')
  const back = new Map(rows.slice(1).map((row) => [row[0], padded(row)]))
  for (const row of original.slice(1)) expect(back.get(row[0] ?? '')).toEqual(padded(row))
  const seen = rows.find(([number]) => number === first?.studentNo)
  expect(seen?.slice(16)).toEqual(['2026-11-21', '误报'])
  expect(JSON.stringify(rows)).not.toContain('只在房间里说')
  const without = rows.find(([number]) => number === '20240208')
  expect(without?.slice(4).filter(Boolean)).toEqual([])
  expect((await context.client.audit.list({ before: null, limit: 5 })).map(({ event }) => event)).toContain(
    'screening.exported',
  )
}, 60_000)

test('text that looks like a formula leaves as text', async () => {
  const context = testContext()
  await rosterOf(context, 1)
  const round = await roundOf(context, 'phq9')
  const { name } = manyPeople(1)
  await takeIn(
    context,
    round,
    csv('学号,姓名,备注,q1,q2,q3,q4,q5,q6,q7,q8,q9', `202600001,${name},"=HYPERLINK(""x"")",0,0,0,0,0,0,0,0,1`),
  )
  const { rows } = await exported(context, round.id, { what: 'bureau' })
  expect(rows[1]?.[2]).toBe('\'=HYPERLINK("x")')
  expect(rows[1]?.slice(3, 12)).toEqual(['0', '0', '0', '0', '0', '0', '0', '0', '1'])
})

test('a round without a file has nothing to give back', async () => {
  const context = testContext()
  await rosterOf(context, 1)
  const { id: roundId } = await roundOf(context, 'phq9')
  await expect(exported(context, roundId, { what: 'bureau' })).rejects.toMatchObject({ data: { reason: 'no-file' } })
})

test('the summary has no names, adds up, and hides what is small', async () => {
  const context = testContext()
  const { id: roundId } = await bureauRound(context)
  const whole = await context.client.screenings.summary({ roundId, hideBelow: 0 })
  const [all, ...rest] = whole.lines
  expect(whole.bandNames.map(({ zh }) => zh)).toEqual(['红', '橙', '黄', '无预警'])
  expect(all).toMatchObject({ due: 1200, done: 1150, coverage: 95.8, flagged: 74, bands: [13, 61, 81, 966] })
  const grades = rest.filter(({ className }) => className === null)
  const classes = rest.filter(({ className }) => className !== null)
  expect([grades.length, classes.length]).toEqual([3, 30])
  for (const lines of [grades, classes])
    expect(lines.reduce((sum, { flagged }) => sum + (flagged ?? 0), 0)).toBe(all?.flagged)
  const { lines } = await context.client.screenings.summary({ roundId, hideBelow: 5 })
  const shown = lines.flatMap(({ flagged, seen, falseAlarm, bands }) => [flagged, seen, falseAlarm, ...bands])
  expect(shown.filter((one) => one !== null && one > 0 && one < 5)).toEqual([])
  const { rows } = await exported(context, roundId, { what: 'summary', language: 'en' })
  expect(rows[0]?.slice(0, 4)).toEqual(['Scope', 'Due', 'Done', 'Coverage (%)'])
  expect(rows[1]?.slice(0, 5)).toEqual(['Whole school', '1200', '1150', '95.8', '74'])
  const { rows: names } = await context.client.screenings.entries({
    roundId,
    filter: 'all',
    text: '',
    className: null,
    sort: 'class',
    offset: 0,
    limit: 200,
  })
  const text = JSON.stringify(rows)
  expect(names.filter(({ studentName }) => text.includes(studentName))).toEqual([])
}, 60_000)

test('excused students are not asked for; a class of nobody but excused ones has no coverage', async () => {
  const context = testContext()
  const [studentId = ''] = await rosterOf(context, 1)
  const { id: roundId } = await roundOf(context, 'phq9')
  await context.client.screenings.setEntry({ roundId, studentId, state: 'excused', reason: '休学' })
  const { lines } = await context.client.screenings.summary({ roundId, hideBelow: 5 })
  expect(lines[0]).toMatchObject({ due: 1, done: 0, coverage: null, mean: null })
})
