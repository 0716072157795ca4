import { expect, test } from 'vitest'
import type { Language } from '#contract/vault'
import { fillPracticeRoom } from '#electron/host/practice'
import { type TestContext, testContext } from '#tests/context'

const AT_NOON = Date.UTC(2026, 10, 21, 12, 50)
const AT_NIGHT_IN_JANUARY = Date.UTC(2027, 0, 3, 3, 5)

async function practiceAt(nowMs: number, language: Language): Promise<TestContext> {
  const context = testContext()
  context.setTime(nowMs)
  await fillPracticeRoom(context.room, language, context.services, nowMs)
  return context
}

test('a practice school is in the middle of its term, and is told that term once', { timeout: 60_000 }, async () => {
  const { client, room, services } = await practiceAt(AT_NOON, 'zh')
  const today = await client.visits.listByDay({ day: '2026-11-21' })
  expect(today.map(({ studentName, state }) => [studentName, state])).toEqual([
    ['李若溪', 'arrived'],
    ['小舟', 'booked'],
    ['何嘉树', 'booked'],
    ['阿依古丽·买买提', 'booked'],
    ['张子轩', 'booked'],
  ])
  const unfinished = await client.visits.listUnfinished({})
  expect(unfinished.map(({ studentName, noteState }) => [studentName, noteState])).toEqual([['赵可欣', 'draft']])
  const crises = await client.crises.list({ state: 'all' })
  expect(crises.map(({ studentName, state }) => [studentName, state])).toEqual([
    ['陈思远', 'open'],
    ['孙浩', 'closed'],
  ])
  const referrals = await client.referrals.list({ state: 'all' })
  expect(referrals.map(({ studentName, state }) => [studentName, state])).toEqual([
    ['周一鸣', 'sent'],
    ['孙浩', 'returned'],
    ['刘雨桐', 'returned'],
  ])
  const cases = await client.cases.list({ state: 'all', offset: 0, limit: 200 })
  expect(cases.total).toBeGreaterThan(40)
  expect(cases.rows.reduce((sum, { visitCount }) => sum + visitCount, 0)).toBeGreaterThan(100)
  const { today: opened, missing, unread } = await client.letters.status({})
  expect([opened?.count, missing, unread]).toEqual([1, ['2026-11-17'], 1])
  const observed = await client.observations.list({ state: 'open' })
  expect(observed.map(({ studentName }) => studentName)).toEqual(['仇一帆'])
  const calls = (await client.contacts.due({})).filter(({ why }) => why === 'reply')
  expect(calls.map(({ studentName, isOverdue }) => [studentName, isOverdue])).toEqual([
    ['张子轩', true],
    [null, false],
  ])
  // Of four weeks, without the sports days.
  const week = await client.hours.get({ from: '2026-11-16', to: '2026-12-13' })
  expect(new Set(week.shifts.map(({ day }) => day)).size).toBe(18)
  const left = await client.hours.handovers({ from: '2026-11-01', to: '2026-11-21' })
  expect(left.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-17', '2026-11-12'])
  expect(await client.aid.due({})).toEqual([])
  const aidOf = async (name: string) => {
    const [known] = await client.students.find({ text: name, limit: 1 })
    const { hardship, referrals } = await client.aid.ofStudent({ studentId: known!.id })
    return [hardship !== null, referrals.map(({ state }) => state)]
  }
  expect(await aidOf('刘雨桐')).toEqual([true, ['granted']])
  expect(await aidOf('阿依古丽·买买提')).toEqual([false, ['sent']])
  const roster = await client.students.list({
    text: '',
    grade: null,
    className: null,
    known: false,
    offset: 0,
    limit: 10,
  })
  expect(roster.total).toBe(397)
  const { rows, brokenAt } = await client.audit.verify({})
  expect(brokenAt).toBeNull()
  await fillPracticeRoom(room, 'zh', services, AT_NOON)
  // One more: the first look at the log is in it.
  expect(await client.audit.verify({})).toMatchObject({ rows: rows + 1 })
  const found = await client.notes.search({ text: '食堂', limit: 20 })
  expect(found.length).toBeGreaterThan(2)
})

test('it can be made on any night of the year, in English too', { timeout: 60_000 }, async () => {
  const { client } = await practiceAt(AT_NIGHT_IN_JANUARY, 'en')
  const [named] = await client.students.find({ text: 'Aygul', limit: 5 })
  expect(named).toMatchObject({ name: 'Aygul Memet', className: 'Class 8-1' })
  const today = await client.visits.listByDay({ day: '2027-01-03' })
  expect(today.map(({ state }) => state)).toEqual(['booked', 'booked', 'booked', 'booked', 'booked'])
  const notes = await client.notes.search({ text: 'canteen', limit: 5 })
  expect(notes[0]?.excerpt).not.toMatch(/\p{Script=Han}/u)
})

test(
  'its term has tests: paused, waiting, told, and a task for somebody to be asked in person',
  { timeout: 60_000 },
  async () => {
    const { client } = await practiceAt(AT_NOON, 'zh')
    const { open, scored } = await client.assessments.waiting({})
    expect(open.map(({ studentName, short, answered }) => [studentName, short, answered])).toEqual([
      ['马晓芸', 'PHQ-9', 4],
    ])
    expect(scored.map(({ studentName, short }) => [studentName, short])).toEqual([
      ['曾婉清', 'GAD-7'],
      ['范欣蕾', 'PHQ-9'],
    ])
    const tasks = await client.assessments.tasks({})
    expect(tasks.map(({ studentName, short }) => [studentName, short])).toEqual([['范欣蕾', 'PHQ-9']])
    const [sunHao] = await client.students.find({ text: '孙浩', limit: 1 })
    const course = await client.assessments.course({ studentId: sunHao!.id, instrumentId: 'phq9' })
    expect(course.scales[0]?.points.map(({ score }) => score)).toEqual([16, 11, 6])
  },
)

test('its screening came in as a file and is followed up in part', { timeout: 60_000 }, async () => {
  const { client } = await practiceAt(AT_NOON, 'en')
  const [round] = await client.screenings.list({})
  const { counts, longestWait, hasFile } = round!
  expect(hasFile).toBe(true)
  expect(counts.due).toBe(396)
  expect(counts.done / (counts.due - counts.excused)).toBeCloseTo(0.96, 2)
  expect(counts.absent).toBeGreaterThan(5)
  expect(counts.void).toBeGreaterThan(2)
  expect(counts).toMatchObject({ seen: 6, falseAlarm: 2 })
  expect(counts.flagged).toBeGreaterThan(counts.seen)
  expect(longestWait).toBeGreaterThanOrEqual(9)
  const everybody = { text: '', className: null, sort: 'urgency', offset: 0, limit: 200 } as const
  const waiting = await client.screenings.entries({ roundId: round!.id, filter: 'waiting', ...everybody })
  expect(waiting.rows.filter(({ bookedFor }) => bookedFor !== null)).toHaveLength(1)
})

test('some of its cases were planned: two versions, marks at visits, a review, and one that is overdue', async () => {
  const { client } = await practiceAt(AT_NOON, 'zh')
  const { rows } = await client.cases.list({ state: 'open', offset: 0, limit: 200 })
  const caseOf = (name: string): string => rows.find(({ studentName }) => studentName === name)?.id ?? ''
  const caseId = caseOf('李若溪')
  const versions = await client.plans.list({ caseId })
  expect(versions.map(({ version, state }) => [version, state])).toEqual([
    [2, 'active'],
    [1, 'replaced'],
  ])
  const course = await client.plans.course({ caseId })
  expect(course.map(({ marks }) => marks.map(({ score }) => score))).toEqual([[2, 5], []])
  expect(await client.reviews.list({ caseId })).toMatchObject([{ decision: 'adjust', satisfaction: 4 }])
  expect((await client.plans.list({ caseId: caseOf('张子轩') }))[0]?.body.service).toBe('career')
  expect((await client.reviews.due({})).map(({ studentName }) => studentName)).toEqual(['周一鸣'])
}, 60_000)

test(
  'the coming days are booked within its hours, a series passes over closed days, two wait',
  { timeout: 60_000 },
  async () => {
    const { client } = await practiceAt(AT_NOON, 'zh')
    const hours = await client.hours.get({ from: '2026-09-01', to: '2027-02-15' })
    expect(hours.weekly.length).toBeGreaterThan(10)
    expect(hours.closedDays.map(({ kind }) => kind)).toEqual(['exam', 'closed', 'holiday', 'exam'])
    const week = await client.appointments.list({ from: '2026-11-23', to: '2026-11-27' })
    expect(week.length).toBeGreaterThan(10)
    expect(week.every(({ overReason }) => overReason === '')).toBe(true)
    const ahead = await client.appointments.list({ from: '2026-11-23', to: '2027-01-31' })
    const series = ahead.filter(({ seriesId }) => seriesId !== null)
    expect(series.length).toBeGreaterThan(3)
    expect(series.length).toBeLessThan(8)
    expect(await client.waits.list({})).toHaveLength(2)
  },
)
