import { describe, expect, it } from 'vitest'
import { shownReport } from '#contract/report-shown'
import type { Report, ReportLine, ReportSection } from '#contract/reports'

const line = (key: string, persons: number, visits: number, minutes: number | null = visits * 40): ReportLine => ({
  key,
  label: null,
  persons,
  visits,
  minutes,
})
const reportWith = (section: ReportSection, lines: ReportLine[], total = line('visits', 20, 60)): Report => ({
  from: '2026-09-01',
  to: '2027-01-22',
  termName: '2026秋',
  schoolName: '云杉中学',
  madeOn: '2026-11-21',
  sections: [
    { section: 'overview', lines: [total] },
    { section, lines },
  ],
})
const shownLines = (report: Report, hideBelow: number) => shownReport(report, 'zh', hideBelow)[1]?.lines ?? []

describe('small numbers in what leaves the room', () => {
  it('are hidden together with the other numbers of their line', () => {
    const report = reportWith('channel', [line('phone', 2, 9), line('letter', 1, 1), line('in-person', 18, 50)])
    const [phone, letter, inPerson] = shownLines(report, 3)
    expect(phone).toMatchObject({ persons: '<3', visits: '—', minutes: '—', share: '—' })
    expect(letter).toMatchObject({ persons: '<3', visits: '—' })
    expect(inPerson).toMatchObject({ persons: 18, visits: 50, minutes: 2000 })
  })

  it('cannot be worked out from the total and the other lines', () => {
    const report = reportWith('sex', [line('male', 2, 9), line('female', 18, 51)])
    const [male, female] = shownLines(report, 3)
    expect(male?.persons).toBe('<3')
    expect(female?.persons).toBe('—')
  })

  it('leave zeros and everything else as they are', () => {
    const report = reportWith('sex', [line('male', 0, 0), line('female', 20, 60)])
    expect(shownLines(report, 3).map(({ persons }) => persons)).toEqual([0, 20])
  })

  it('are all shown when nothing is to be hidden', () => {
    const report = reportWith('sex', [line('male', 1, 1), line('female', 19, 59)])
    expect(shownLines(report, 0).map(({ persons, share }) => [persons, share])).toEqual([
      [1, 1.7],
      [19, 98.3],
    ])
  })

  it('hide the means of a handful of persons as well', () => {
    const total = line('visits', 2, 5)
    const mean: ReportLine = { key: 'mean-visits', label: null, persons: null, visits: 2.5, minutes: null }
    const report = reportWith('sex', [], total)
    report.sections[0]?.lines.push(mean)
    expect(shownReport(report, 'zh', 3)[0]?.lines[1]?.visits).toBe('—')
  })
})
