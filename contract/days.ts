import { z } from 'zod'
import { VISIT_STATES } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Instant, Line, LocalTime, Prose } from '#contract/times'

/** One visit of the day as the log shows it: by the number of its case, without a name. */
export const LoggedVisit = z.object({
  no: Line,
  caseNo: Line,
  at: LocalTime.nullable(),
  minutes: z.int().nullable(),
  state: z.enum(VISIT_STATES),
  /** `late`: written, but not on the day itself. */
  written: z.enum(['signed', 'draft', 'late', 'none']),
})
export type LoggedVisit = z.infer<typeof LoggedVisit>

/** 咨询师日志 (S06, F32): what one counselor did on one day, in numbers. */
export const DaySummary = z.object({
  visits: z.array(LoggedVisit),
  contacts: z.int(),
  lettersReceived: z.int(),
  lettersAnswered: z.int(),
  observations: z.int(),
  followupsDone: z.int(),
  followupsUndone: z.int(),
  tests: z.int(),
  referrals: z.int(),
  /** Crises that were worked on. */
  crises: z.int(),
  conferences: z.int(),
})
export type DaySummary = z.infer<typeof DaySummary>

/** What should be looked at before going home; a count of none is left out. */
export const LEFT_OVER = [
  'unended',
  'unwritten',
  'unsigned',
  'letterbox',
  'calls',
  'followups',
  'crises',
  'bookings',
] as const
export const LeftOver = z.object({ what: z.enum(LEFT_OVER), count: z.int().min(1) })
export type LeftOver = z.infer<typeof LeftOver>

export const DayLog = z.object({
  day: CalendarDate,
  userId: z.uuid(),
  userName: Line,
  closedAt: Instant,
  remarks: Prose,
  summary: DaySummary,
})
export type DayLog = z.infer<typeof DayLog>

export const days = {
  /** One's own day: whether one is unfit (S26), and when the day was closed. */
  state: read(
    { roles: 'counselor' },
    z.object({}),
    z.object({ unfitSince: Instant.nullable(), closedAt: Instant.nullable(), lastUnclosed: CalendarDate.nullable() }),
  ),
  /** Not fit to receive today (000-F 7, 000-P 8). No reason is asked and none is kept. */
  declareUnfit: write({ roles: 'counselor' }, {}, z.object({ unfitSince: Instant.nullable() })),
  withdrawUnfit: write({ roles: 'counselor' }, {}, z.object({ unfitSince: Instant.nullable() })),
  /** The log of one's own day as it would be kept now, and what is left over. */
  compile: read(
    { roles: 'counselor' },
    z.object({ day: CalendarDate }),
    z.object({ summary: DaySummary, leftOver: z.array(LeftOver), kept: DayLog.nullable() }),
  ),
  /** Keeps the log; closing the same day again puts the former one right. `invalid`/`ahead` for a day to come. */
  close: write({ roles: 'counselor' }, { day: CalendarDate, remarks: Prose.max(2000) }, DayLog),
  /** Newest first; everybody's for the director, one's own for a counselor. At most 200 days. */
  logs: read({ roles: ['counselor', 'director'] }, z.object({ from: CalendarDate, to: CalendarDate }), z.array(DayLog)),
}
