import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { shownReport } from '#contract/report-shown'
import type { Report, ReportLine, ReportSection } from '#contract/reports'
import { testContext, type TestContext } from '#tests/context'
import { roundOf, rosterOf } from '#tests/core/screenings/round-samples'
import { giving } from '#tests/giving'
import { manyPeople } from '#tests/people'

const TERM = { from: '2026-09-01', to: '2027-01-22' }
const AFTER_TERM = Date.UTC(2027, 2, 1, 8)
const ITEM_NINE = '0 0 0 0 0 0 0 0 1 0'
const NOTHING = '0 0 0 0 0 0 0 0 0 0'

const linesOf = (report: Report, section: ReportSection): ReportLine[] =>
  report.sections.find((one) => one.section === section)?.lines ?? []
const linesBy = (report: Report, section: ReportSection): Record<string, ReportLine> =>
  Object.fromEntries(linesOf(report, section).map((line) => [line.key, line]))
const termly = ({ client }: TestContext) => client.reports.termly(TERM)
const records = ({ client }: TestContext, key: string, measure: 'persons' | 'visits' = 'visits') =>
  client.reports.records({ ...TERM, section: 'tests', key, measure })

/** Three students, four tests with two instruments, one of them twice by the same student. */
async function tested() {
  const t = testContext()
  const { student, mayGive, give, interpret } = giving(t)
  await mayGive('phq9')
  await mayGive('gad7')
  const [a, b, c] = await Promise.all([1, 2, 3].map((n) => student(manyPeople(n).name)))
  const first = await give(a!, 'phq9', ITEM_NINE, '2026-10-09')
  const again = await give(a!, 'phq9', NOTHING, '2026-11-20')
  const other = await give(b!, 'phq9', ITEM_NINE, '2026-11-20')
  const anxious = await give(c!, 'gad7', '1 1 1 1 1 1 1 0', '2026-11-20')
  return { t, give, interpret, students: [a!, b!, c!] as const, sheets: { first, again, other, anxious } }
}

describe('tests in the report', () => {
  it('are counted by instrument, persons and times apart', async () => {
    const { t } = await tested()
    const lines = linesBy(await termly(t), 'tests')
    expect(Object.keys(lines)).toEqual([
      'given',
      'instrument:gad7',
      'instrument:phq9',
      'interpreted',
      'fed-back',
      'tasks-raised',
      'tasks-closed',
    ])
    expect(lines['given']).toMatchObject({ persons: 3, visits: 4, minutes: null })
    expect(lines['instrument:phq9']).toMatchObject({ persons: 2, visits: 3, label: 'PHQ-9' })
    expect(lines['instrument:gad7']).toMatchObject({ persons: 1, visits: 1, label: 'GAD-7' })
    expect(lines['tasks-raised']).toMatchObject({ persons: 2, visits: 2 })
  })

  it('count by the day they were taken, and not while open or once withdrawn', async () => {
    const { t, give, students, sheets } = await tested()
    const { begin } = giving(t)
    await give(students[0], 'phq9', NOTHING, '2026-08-31')
    await begin(students[1], 'phq9')
    const { id: assessmentId, studentId } = sheets.anxious
    await t.client.assessments.withdraw({ assessmentId, studentId, reason: '发错了问卷' })
    expect(linesBy(await termly(t), 'tests')['given']).toMatchObject({ persons: 2, visits: 3 })
  })

  it('tell what had been interpreted, talked over and asked when the period ended', async () => {
    const { t, interpret, sheets } = await tested()
    const { first, other, anxious } = sheets
    await interpret(first)
    const { id: assessmentId, studentId } = first
    await t.client.assessments.feedBack({ assessmentId, studentId, on: '2026-11-21', to: 'student' })
    const [task] = first.tasks
    const seen = { seenOn: '2026-11-21', outcome: 'watch', note: '谈了近两周的睡眠' } as const
    await t.client.assessments.closeTask({ taskId: task!.id, studentId, ...seen })
    t.setTime(AFTER_TERM)
    await interpret(anxious)
    await t.client.assessments.feedBack({
      assessmentId: anxious.id,
      studentId: anxious.studentId,
      on: '2027-03-01',
      to: 'student',
    })
    await t.client.assessments.closeTask({ taskId: other.tasks[0]!.id, studentId: other.studentId, ...seen })

    const lines = linesBy(await termly(t), 'tests')
    for (const key of ['interpreted', 'fed-back', 'tasks-closed'])
      expect(lines[key], key).toMatchObject({ persons: 1, visits: 1 })
    expect(lines['tasks-raised']).toMatchObject({ visits: 2 })
  })

  it('have their records behind each number, named by the instrument', async () => {
    const { t, sheets } = await tested()
    for (const { key, persons, visits } of linesOf(await termly(t), 'tests')) {
      expect(await records(t, key), key).toHaveLength(visits ?? 0)
      expect(await records(t, key, 'persons'), key).toHaveLength(persons ?? 0)
    }
    const { id, studentId, no } = sheets.anxious
    expect(await records(t, 'instrument:gad7')).toMatchObject([
      { kind: 'assessment', id, studentId, no, on: '2026-11-20', what: 'GAD-7' },
    ])
  })

  it('say their share of all tests, and of those to be asked for those seen', async () => {
    const { t } = await tested()
    const shown = shownReport(await termly(t), 'zh', 0).find(({ section }) => section === 'tests')?.lines ?? []
    const of = (key: string) => shown.find((line) => line.key === key)
    expect(of('instrument:phq9')).toMatchObject({ label: 'PHQ-9', isPart: true, share: 75 })
    expect(of('tasks-raised')?.share).toBe(50)
  })
})

/** A round of twelve: ten flagged by hand, nine of them seen, three false alarms. */
async function screened() {
  const t = testContext()
  const students = await rosterOf(t, 12)
  const { id: roundId } = await roundOf(t, 'phq9')
  for (const [index, studentId] of students.entries()) {
    if (index >= 10) {
      const state = index === 10 ? 'excused' : 'absent'
      await t.client.screenings.setEntry({ roundId, studentId, state, reason: '当天不在校' })
      continue
    }
    await t.client.screenings.setEntry({ roundId, studentId, flagged: true, reason: '班主任反映' })
    if (index === 9) continue
    const outcome = index < 3 ? 'false-alarm' : 'watch'
    await t.client.screenings.recordSeen({ roundId, studentId, seenOn: '2026-11-20', outcome, note: '' })
  }
  return { t, roundId }
}

describe('screening rounds in the report', () => {
  it('have the numbers of their own page', async () => {
    const { t, roundId } = await screened()
    const [round] = await t.client.screenings.list({})
    const { due, done, flagged, seen, falseAlarm } = round!.counts
    expect([due, flagged, seen, falseAlarm]).toEqual([12, 10, 9, 3])
    const lines = linesOf(await termly(t), 'screening')
    expect(lines.map(({ key, persons, visits }) => [key, persons, visits])).toEqual([
      [`due:${roundId}`, due, null],
      [`done:${roundId}`, done, null],
      [`flagged:${roundId}`, flagged, null],
      [`seen:${roundId}`, seen, null],
      [`false-alarm:${roundId}`, falseAlarm, null],
    ])
  })

  it('stand in every period that has a day of theirs, the oldest first, and in no other', async () => {
    const t = testContext()
    await rosterOf(t, 2)
    await roundOf(t, 'phq9', { name: '春季普查', startsOn: '2026-06-20', endsOn: '2026-09-01' })
    await roundOf(t, 'phq9', { name: '秋季普查', startsOn: '2027-01-22', endsOn: '2027-02-28' })
    await roundOf(t, 'phq9', { name: '以前的', startsOn: '2026-05-01', endsOn: '2026-08-31' })
    const labels = linesOf(await termly(t), 'screening').flatMap(({ label }) => label ?? [])
    expect(labels).toEqual(['春季普查', '秋季普查'])
  })

  it('are named and explained in both languages', async () => {
    const { t } = await screened()
    const report = await termly(t)
    const labels = (language: 'zh' | 'en') =>
      shownReport(report, language, 0)
        .find(({ section }) => section === 'screening')
        ?.lines.map(({ label, definition }) => definition.length > 8 && label)
    expect(labels('zh')).toEqual(['秋季心理普查 · 应测', '实测（占比为覆盖率）', '需关注', '已面谈', '误报'])
    expect(labels('en')?.[0]).toBe('秋季心理普查 · due')
  })

  it('show coverage without those excused, and the rest by what they are part of', async () => {
    const { t } = await screened()
    const shares = async () =>
      shownReport(await termly(t), 'zh', 0)
        .find(({ section }) => section === 'screening')
        ?.lines.map(({ share }) => share)
    expect(await shares()).toEqual([null, 0, null, 90, 33.3])
    t.room.connection.vault.db.exec("UPDATE screening_entries SET state = 'done' WHERE state = 'due'")
    expect(await shares()).toEqual([null, 90.9, 100, 90, 33.3])
  })

  it('do not tell by subtraction that one student was not seen', async () => {
    const { t } = await screened()
    const shown = shownReport(await termly(t), 'zh', 3).find(({ section }) => section === 'screening')?.lines ?? []
    expect(shown.map(({ persons }) => persons)).toEqual([12, 0, 10, '—', 3])
    expect(shown.map(({ share }) => share)).toEqual([null, 0, null, '—', '—'])
  })

  it('have no records of their own in the report', async () => {
    const { t, roundId } = await screened()
    const wish = { ...TERM, section: 'screening', key: `due:${roundId}`, measure: 'persons' }
    await expect(t.call(['reports', 'records'], wish)).rejects.toMatchObject({ code: 'invalid' })
  })

  it('stand in the file with each rule told once', async () => {
    const { t } = await screened()
    await roundOf(t, 'phq9', { name: '补测' })
    const { content } = await t.client.reports.export({ ...TERM, format: 'xlsx', language: 'zh', hideBelow: 3 })
    const rows = utils.sheet_to_json<string[]>(read(Buffer.from(content, 'base64')).Sheets['统计口径']!, { header: 1 })
    expect(rows.filter(([part]) => part === '心理普查').map(([, line]) => line)).toEqual([
      '应测',
      '实测（占比为覆盖率）',
      '需关注',
      '已面谈',
      '误报',
    ])
  })
})
