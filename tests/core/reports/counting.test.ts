import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownReport } from '#contract/report-shown'
import { REGISTER_SECTIONS, type RegisterSection } from '#contract/report-sections'
import { REPORT_SECTIONS, type Report, type ReportLine, type ReportSection } from '#contract/reports'
import { testContext } from '#tests/context'
import { ALIAS_VISITOR, person } from '#tests/people'
import { walkIn } from '#tests/records'
import { busySchool, dayAt, FIRST_DAY, LAST_DAY } from './busy-school.ts'

const YEAR = { from: FIRST_DAY, to: LAST_DAY }
const linesOf = (report: Report, section: ReportSection): ReportLine[] =>
  report.sections.find((one) => one.section === section)?.lines ?? []
const lineOf = (report: Report, section: ReportSection, key: string): ReportLine => {
  const line = linesOf(report, section).find((one) => one.key === key)
  if (!line) throw new Error(`no line ${section} ${key}`)
  return line
}
const sum = (lines: readonly ReportLine[], measure: 'persons' | 'visits' | 'minutes'): number =>
  lines.reduce((all, line) => all + (line[measure] ?? 0), 0)
const isRegister = (section: ReportSection): section is RegisterSection =>
  (REGISTER_SECTIONS as readonly ReportSection[]).includes(section)
const isMean = (key: string): boolean => /^(mean|median)-/u.test(key)
const anyPeriod = fc
  .tuple(fc.nat(319), fc.nat(319))
  .map(([a, b]) => ({ from: dayAt(Math.min(a, b)), to: dayAt(Math.max(a, b)) }))

describe('a busy school', { timeout: 60_000 }, () => {
  it('adds up in every part, in any period', async () => {
    const { client } = await busySchool(1, 100)
    await fc.assert(
      fc.asyncProperty(anyPeriod, async (period) => {
        const report = await client.reports.termly(period)
        const total = lineOf(report, 'overview', 'visits')
        for (const section of ['month', 'grade', 'sex', 'channel', 'source'] as const) {
          expect(sum(linesOf(report, section), 'visits'), section).toBe(total.visits)
          expect(sum(linesOf(report, section), 'minutes'), section).toBe(total.minutes)
        }
        const areas = linesOf(report, 'problem').filter(({ key }) => key.startsWith('area:') || key === 'none')
        expect(sum(areas, 'visits')).toBe(total.visits)
        for (const section of ['grade', 'sex'] as const)
          expect(sum(linesOf(report, section), 'persons'), section).toBe(total.persons)
        expect(sum(linesOf(report, 'closure'), 'visits')).toBe(lineOf(report, 'overview', 'cases-closed').visits)
        const referral = (key: string) => lineOf(report, 'referral', key).visits ?? 0
        expect(referral('returned') + referral('waiting') + referral('withdrawn')).toBe(referral('sent'))
        const instruments = linesOf(report, 'tests').filter(({ key }) => key.startsWith('instrument:'))
        expect(sum(instruments, 'visits')).toBe(lineOf(report, 'tests', 'given').visits)
        expect(referral('inside') + referral('outside')).toBe(referral('sent'))
      }),
      { numRuns: 40 },
    )
  })

  it('never has more persons than visits, nor a number below zero', async () => {
    const { client } = await busySchool(2, 60)
    await fc.assert(
      fc.asyncProperty(anyPeriod, async (period) => {
        for (const { lines } of (await client.reports.termly(period)).sections)
          for (const { key, persons, visits, minutes } of lines) {
            for (const number of [persons, visits, minutes]) expect(number ?? 0, key).toBeGreaterThanOrEqual(0)
            if (persons !== null && visits !== null) expect(persons, key).toBeLessThanOrEqual(visits)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('has behind each number exactly as many records as it says', async () => {
    const { client } = await busySchool(3, 45)
    const report = await client.reports.termly(YEAR)
    expect(lineOf(report, 'overview', 'visits').visits).toBeGreaterThan(15)
    for (const { section, lines } of report.sections)
      for (const { key, persons, visits } of lines) {
        if (section === 'screening' || isRegister(section)) continue
        const behind = async (measure: 'persons' | 'visits') =>
          client.reports.records({ ...YEAR, section, key, measure })
        if (visits === 0) continue
        if (visits !== null && !isMean(key)) expect(await behind('visits'), `${section} ${key}`).toHaveLength(visits)
        if (persons) {
          const people = await behind('persons')
          expect(people, `${section} ${key}`).toHaveLength(persons)
          expect(new Set(people.map(({ studentId }) => studentId)).size).toBe(persons)
        }
      }
  })

  it('names and explains every line in both languages', async () => {
    const { client } = await busySchool(4, 15)
    const report = await client.reports.termly(YEAR)
    for (const language of ['zh', 'en'] as const)
      for (const { section, lines } of shownReport(report, language, 0))
        for (const { key, label, definition } of lines) {
          expect(definition.length, `${section} ${key}`).toBeGreaterThan(5)
          const isOwnName = key.startsWith('instrument:')
          if (language === 'zh' && !isOwnName) expect(label, `${section} ${key}`).not.toMatch(/[a-z]{3}/iu)
        }
  })
})

describe('a small school', () => {
  it('counts aliases and guests, each person once, and only those who came', async () => {
    const { client, me } = testContext()
    const { name } = person('li-ruoxi')
    const came = async (kind: 'roster' | 'guest' | 'alias', called: string, times: number) => {
      const studentId = crypto.randomUUID()
      await client.students.add({ id: studentId, fields: { kind, name: called }, guardians: [] })
      for (let n = 0; n < times; n += 1) {
        const fields = walkIn(me.id, { arrivedAt: `2026-11-1${n}T08:00`, endedAt: `2026-11-1${n}T08:45` })
        await client.visits.register({ id: crypto.randomUUID(), studentId, fields })
      }
      return studentId
    }
    await came('roster', name, 3)
    await came('guest', person('sun-hao').name, 1)
    await came('alias', ALIAS_VISITOR.zh, 1)
    const absent = await came('roster', person('chen-siyuan').name, 0)
    const booking = walkIn(me.id, { arrivedAt: null, bookedFor: '2026-11-18T17:25' })
    await client.visits.register({ id: crypto.randomUUID(), studentId: absent, fields: booking })

    const report = await client.reports.termly({ from: '2026-11-01', to: '2026-11-30' })
    expect(lineOf(report, 'overview', 'visits')).toMatchObject({ persons: 3, visits: 5, minutes: 225 })
    expect(lineOf(report, 'overview', 'mean-minutes').minutes).toBe(45)
    expect(lineOf(report, 'overview', 'mean-visits').visits).toBe(1.7)
    expect(lineOf(report, 'overview', 'median-visits').visits).toBe(1)
    expect(lineOf(report, 'grade', 'none')).toMatchObject({ persons: 3, visits: 5 })
  })

  it('shows zeros for a term in which nobody came', async () => {
    const { client } = testContext()
    const report = await client.reports.termly({ from: '2026-09-01', to: '2027-01-22' })
    expect(report.sections.map(({ section }) => section)).toEqual(REPORT_SECTIONS)
    expect(linesOf(report, 'month').map(({ key }) => key)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
      '2027-01',
    ])
    for (const { lines } of report.sections)
      for (const { persons, visits, minutes } of lines)
        expect([persons ?? 0, visits ?? 0, minutes ?? 0]).toEqual([0, 0, 0])
  })

  it('tells the end of a former term as it was then', async () => {
    const { client, setTime } = testContext()
    const studentId = crypto.randomUUID()
    await client.students.add({
      id: studentId,
      fields: { kind: 'roster', name: person('he-jiashu').name },
      guardians: [],
    })
    const on = (day: string) => setTime(Date.parse(`${day}T09:00:00Z`))
    on('2026-05-04')
    await client.risks.set({ id: crypto.randomUUID(), studentId, rank: 3, reason: '危机后' })
    const { id: crisisId } = await client.crises.open({ id: crypto.randomUUID(), studentId })
    on('2026-10-08')
    await client.risks.set({ id: crypto.randomUUID(), studentId, rank: 1, reason: '平稳' })
    await client.crises.close({
      crisisId,
      studentId,
      outcome: 'stable',
      closeNote: '平稳',
      missingReason: '当天已口头报告',
    })

    const spring = await client.reports.termly({ from: '2026-02-22', to: '2026-07-09' })
    expect(lineOf(spring, 'risk', 'rank:3').persons).toBe(1)
    expect(lineOf(spring, 'crisis', 'open').visits).toBe(1)
    expect(lineOf(spring, 'crisis', 'closed').visits).toBe(0)
    expect(lineOf(spring, 'overview', 'cases-open').visits).toBe(1)
    const autumn = await client.reports.termly({ from: '2026-09-01', to: '2027-01-22' })
    expect(lineOf(autumn, 'risk', 'rank:1').persons).toBe(1)
    expect(lineOf(autumn, 'risk', 'lowered')).toMatchObject({ persons: 1, visits: 1 })
    expect(lineOf(autumn, 'crisis', 'closed').visits).toBe(1)
    expect(lineOf(autumn, 'crisis', 'opened').visits).toBe(0)
  })

  it('carries the name of the term, or of the terms, that it fills', async () => {
    const { client } = testContext()
    const { terms } = await client.settings.workplace({})
    const [first, second] = terms
    if (!first || !second) throw new Error('the practice school has two terms')
    const nameOf = async (from: string, to: string) => (await client.reports.termly({ from, to })).termName
    expect(await nameOf(second.startsOn, second.endsOn)).toBe(second.name)
    expect(await nameOf(first.startsOn, second.endsOn)).toBe(`${first.name} – ${second.name}`)
    expect(await nameOf(first.startsOn, second.startsOn)).toBe('')
  })

  it('refuses a period that runs backwards and a line that does not exist', async () => {
    const { client } = testContext()
    await expect(client.reports.termly({ from: '2026-09-01', to: '2026-08-31' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'to', reason: 'ends-before-start' },
    })
    await expect(
      client.reports.records({ ...YEAR, section: 'sex', key: 'nobody', measure: 'visits' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('leaves an audit line when records are read', async () => {
    const { client } = testContext()
    await client.reports.records({ ...YEAR, section: 'overview', key: 'visits', measure: 'visits' })
    const rows = await client.audit.list({ before: null, limit: 5 })
    expect(JSON.stringify(rows)).toContain('report.records-read')
  })
})
