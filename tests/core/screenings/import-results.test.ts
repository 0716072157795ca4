import { expect, test } from 'vitest'
import { testContext, type TestContext } from '#tests/context'
import { sampleBytes } from '#tests/core/roster-samples'
import { roundOf } from './round-samples.ts'
import { BUREAU, bureauRound, expectedResults, juniorHigh, look, PHQ9, takeIn } from './result-samples.ts'

const ALL = { filter: 'all', text: '', className: null, sort: 'class', offset: 0, limit: 200 } as const
const entriesOf = async (context: TestContext, roundId: string, change: object = {}) => {
  const first = await context.client.screenings.entries({ roundId, ...ALL, ...change })
  const rows = [...first.rows]
  while (rows.length < first.total)
    rows.push(...(await context.client.screenings.entries({ roundId, ...ALL, ...change, offset: rows.length })).rows)
  return rows
}
const numbersOf = (rows: readonly { studentNo: string | null }[]) => rows.map(({ studentNo }) => studentNo ?? '').sort()
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, one) => total + (one ?? 0), 0)

test('a bureau’s file maps itself, and every number of its preview is right', async () => {
  const context = testContext()
  await juniorHigh(context)
  const round = await roundOf(context, 'mht')
  const expected = expectedResults(BUREAU)
  const { preview, mapping } = await look(context, round, sampleBytes(BUREAU))
  expect(mapping.columns).toEqual([
    'studentNo',
    'name',
    'className',
    null,
    ...['total', 'study', 'social', 'lonely', 'self_blame', 'sensitive', 'body', 'fear', 'impulse', 'validity'].map(
      (id) => `scale:${id}`,
    ),
    'level',
    'testedOn',
  ])
  const differing = expected.nameDiffersFromRoster.filter(({ sameOnceNormalised }) => !sameOnceNormalised)
  expect(
    preview.names.map(({ row, studentNo, nameInFile, nameInRoster }) => [row, studentNo, nameInFile, nameInRoster]),
  ).toEqual(differing.map(({ row, studentNo, inFile, inRoster }) => [row, studentNo, inFile, inRoster]))
  expect(preview).toMatchObject({
    rows: expected.rows,
    importable: expected.importable - differing.length,
    errors: [],
    duplicates: [],
    without: expected.rosterStudentsWithoutResult.count,
    joining: 0,
    void: expected.void.count,
    critical: 0,
    unscored: 0,
  })
  const { none, ...levels } = expected.levels
  expect(Object.fromEntries(preview.levels.map(({ level, count }) => [level, count]))).toEqual(levels)
  expect(expected.rows - sum(preview.levels.map(({ count }) => count))).toBe(none)
  const whole = await look(
    context,
    round,
    sampleBytes(BUREAU),
    differing.map(({ row }) => row),
  )
  expect(whole.preview).toMatchObject({ importable: expected.importable, fresh: expected.importable, changed: 0 })
}, 60_000)

test('scores, levels and days of a bureau’s file are kept as given; void sheets flag nobody', async () => {
  const context = testContext()
  const round = await bureauRound(context)
  const expected = expectedResults(BUREAU)
  const rows = await entriesOf(context, round.id)
  expect(round.counts).toMatchObject({ due: 1200, done: 1150, void: 29, flagged: 74, critical: 0 })
  expect(numbersOf(rows.filter(({ state }) => state === 'due'))).toEqual(
    expected.rosterStudentsWithoutResult.studentNos,
  )
  expect(numbersOf(rows.filter((row) => row.void))).toEqual(expected.void.studentNos)
  expect(sum(rows.map(({ score }) => score))).toBe(expected.sums.total)
  for (const { studentNo, nameInRoster, total, level } of expected.spot)
    expect(rows.find((row) => row.studentNo === studentNo)).toMatchObject({
      studentName: nameInRoster,
      score: total,
      level,
    })
  const stored = context.room.connection.vault.db
    .prepare('SELECT answers FROM assessments WHERE round_id = ?')
    .pluck()
    .all(round.id) as string[]
  const scores = stored.map((text) => JSON.parse(text) as Record<string, number>)
  const sumsOf = (id: string): number => sum(scores.map((one) => one[id] ?? 0))
  expect(['study', 'social', 'lonely', 'self_blame', 'sensitive', 'body', 'fear', 'impulse'].map(sumsOf)).toEqual(
    expected.sums.factors,
  )
  expect(sumsOf('validity')).toBe(expected.sums.validity)
}, 60_000)

test('PHQ-9 answers are scored by the program: missing is never 0, item 9 counts whatever the total', async () => {
  const context = testContext()
  await juniorHigh(context)
  const round = await roundOf(context, 'phq9')
  const expected = expectedResults(PHQ9)
  const { preview, mapping } = await takeIn(context, round, sampleBytes(PHQ9))
  const items = Array.from({ length: 9 }, (_, at) => `item:phq9_${at + 1}`)
  expect(mapping.columns).toEqual(['studentNo', 'name', 'className', 'testedOn', ...items])
  const tooMuch = expected.incompleteSheets.filter(({ missingItems }) => missingItems.length > 2)
  expect(preview).toMatchObject({
    rows: 600,
    importable: 600,
    fresh: 600,
    errors: [],
    duplicates: [],
    names: [],
    critical: expected.item9.positive,
    unscored: tooMuch.length,
    without: 600,
  })
  const rows = await entriesOf(context, round.id)
  const critical = rows.filter(({ urgency }) => urgency !== null)
  expect(numbersOf(critical)).toEqual(expected.item9.positiveStudentNos)
  expect(critical.every(({ flagged }) => flagged)).toBe(true)
  expect(numbersOf(rows.filter(({ state, score }) => state === 'done' && score === null))).toEqual(
    tooMuch.map(({ studentNo }) => studentNo).sort(),
  )
  const incomplete = new Set(expected.incompleteSheets.map(({ studentNo }) => studentNo))
  const complete = rows.filter(({ state, studentNo }) => state === 'done' && !incomplete.has(studentNo ?? ''))
  expect([complete.length, sum(complete.map(({ score }) => score))]).toEqual([
    expected.completeSheets,
    expected.sumOfTotalsOfCompleteSheets,
  ])
  const bands = Object.values(expected.bandsOfCompleteSheets)
  expect([0, 1, 2, 3, 4].map((at) => complete.filter(({ band }) => band?.severity === at).length)).toEqual(bands)
  const stored = context.room.connection.vault.db
    .prepare('SELECT answers FROM assessments WHERE round_id = ?')
    .pluck()
    .all(round.id) as string[]
  const missing = items.map((item) => stored.filter((text) => !text.includes(`"${item.slice(5)}":`)).length)
  expect(missing).toEqual(expected.answers.missingPerItem)
  const { length } = await context.client.assessments.tasks({})
  expect(length).toBe(expected.item9.positive + expected.item9.notAnswered.length)
}, 60_000)

test('the same file again changes nothing and raises nothing', async () => {
  const context = testContext()
  await juniorHigh(context)
  const round = await roundOf(context, 'phq9')
  await takeIn(context, round, sampleBytes(PHQ9))
  const state = () => {
    const { db } = context.room.connection.vault
    return ['assessments', 'screening_entries', 'in_person_tasks'].map((table) =>
      db.prepare(`SELECT * FROM ${table}`).all(),
    )
  }
  const before = state()
  context.setTime(Date.UTC(2026, 11, 3, 8))
  const { preview } = await takeIn(context, round, sampleBytes(PHQ9))
  expect(preview).toMatchObject({ fresh: 0, changed: 0, unchanged: 600, importable: 600 })
  expect(state()).toEqual(before)
}, 60_000)
