import { z } from 'zod'
import { read } from '#contract/procedure'
import { REGISTER_SECTIONS } from '#contract/report-sections'
import { CalendarDate, Line } from '#contract/times'

/** The termly summary (S73; domain.md §6). Persons and visits are always apart. */
export const REPORT_SECTIONS = [
  'overview',
  'month',
  'grade',
  'sex',
  'channel',
  'source',
  'problem',
  'risk',
  'crisis',
  'referral',
  'closure',
  'tests',
  'screening',
  ...REGISTER_SECTIONS,
] as const
export type ReportSection = (typeof REPORT_SECTIONS)[number]

/**
 * One line: `key` is a code of the closed lists, a month `2026-09`, a grade or a fixed word; `label` only for free words.
 * `visits` counts times: visits, or the crises, referrals, cases and changes of level of their sections.
 * Tests are counted as times; a screening round has lines of persons only, with its id after the key: `due:<round>`.
 * Lines of means (`mean-…`, `median-…`) have one decimal; every other number is whole.
 */
export const ReportLine = z.object({
  key: z.string(),
  label: z.string().nullable(),
  persons: z.int().nullable(),
  visits: z.number().nullable(),
  minutes: z.number().nullable(),
  /** Percent, where it cannot be worked out from the lines: the coverage of a screening round. */
  share: z.number().optional(),
})
export const Report = z.object({
  from: CalendarDate,
  to: CalendarDate,
  termName: Line,
  schoolName: Line,
  madeOn: CalendarDate,
  sections: z.array(z.object({ section: z.enum(REPORT_SECTIONS), lines: z.array(ReportLine) })),
})
export type Report = z.infer<typeof Report>
export type ReportLine = z.infer<typeof ReportLine>

/** One record behind a number. */
export const ReportRecord = z.object({
  kind: z.enum(['visit', 'crisis', 'referral', 'case', 'risk', 'assessment']),
  id: z.uuid(),
  studentId: z.uuid(),
  visitId: z.uuid().nullable(),
  no: Line.nullable(),
  on: CalendarDate,
  studentName: Line,
  className: Line.nullable(),
  /** A code that says what it was: problem (visit), rank (risk), outcome or `open` (crisis), institution (referral), close reason or `open` (case), short name of the instrument (assessment). */
  what: Line,
})
export type ReportRecord = z.infer<typeof ReportRecord>

const period = { from: CalendarDate, to: CalendarDate }
const roles = ['counselor', 'director'] as const
export const reports = {
  /** Numbers alone. */
  termly: read({ roles: [...roles, 'supervisor'] }, z.object(period), Report),
  /**
   * The records that one number counts: everybody's for the director, else without those of somebody else's cases. `persons` gives one line per person. Those of a screening stand in its round, those of a register there.
   */
  records: read(
    { roles, audited: 'report.records-read' },
    z.object({
      ...period,
      section: z.enum(REPORT_SECTIONS).exclude(['screening', ...REGISTER_SECTIONS]),
      key: z.string().max(100),
      measure: z.enum(['persons', 'visits']),
    }),
    z.array(ReportRecord),
  ),
  /** The same numbers as a file; numbers below `hideBelow` are shown as `<n` (0 = show all). Leaves an audit row. */
  export: read(
    { roles, audited: 'report.exported' },
    z.object({
      ...period,
      format: z.enum(['xlsx', 'docx']),
      language: z.enum(['zh', 'en']),
      hideBelow: z.int().min(0).max(10),
    }),
    z.object({ fileName: Line, content: z.string() }),
  ),
}
