import { z } from 'zod'
import { ENTRY_STATES, ROUND_STATES, SEEN_OUTCOMES, SEXES } from '#contract/code-tables'
import { Both, URGENCIES_IN_PERSON } from '#contract/instrument-file'
import { read, write } from '#contract/procedure'
import { ENTRY_FILTERS, ENTRY_SORTS, RESULT_PROBLEMS } from '#contract/screening-lists'
import { CalendarDate, Done, Line, LocalTime, Prose } from '#contract/times'

/** Whom a round is for; both empty: the whole school. Students who have left are never due. */
export const RoundScope = z.object({ grades: z.array(Line).max(50), classes: z.array(Line).max(1000) })
export type RoundScope = z.infer<typeof RoundScope>

/** Which results are flagged. A critical answer always is. */
export const FlagRule = z.object({
  /** Words of the platform's own warning levels, as they stand in its file. */
  levels: z.array(Line).max(20),
  /** From which severity (1–4) of our own bands; null: bands flag nobody. */
  severity: z.int().min(1).max(4).nullable(),
})
export type FlagRule = z.infer<typeof FlagRule>

export const Coverage = z.object({
  due: z.int(),
  done: z.int(),
  absent: z.int(),
  excused: z.int(),
  /** Sheets that count for nothing by their validity scale. */
  void: z.int(),
  flagged: z.int(),
  critical: z.int(),
  seen: z.int(),
  falseAlarm: z.int(),
  /** Flagged, not seen, and not called in, because they do not want to come for now (S17). */
  declined: z.int(),
})
export type Coverage = z.infer<typeof Coverage>

/** A screening round (S31). Coverage is done ÷ (due − excused); `due` counts everybody the round is for. */
export const Round = z.object({
  id: z.uuid(),
  name: Line,
  instrumentId: z.string(),
  short: Line,
  title: Both,
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  scope: RoundScope,
  flagRule: FlagRule,
  /** How the consent of guardians was obtained. */
  consentBasis: Line,
  state: z.enum(ROUND_STATES),
  counts: Coverage,
  /** Days the longest-waiting flagged student has not been seen; null when nobody waits. */
  longestWait: z.int().nullable(),
  /** A platform's file was taken in, so the round can go back in its columns. */
  hasFile: z.boolean(),
})
export type Round = z.infer<typeof Round>

export const Entry = z.object({
  roundId: z.uuid(),
  studentId: z.uuid(),
  studentName: Line,
  studentNo: Line.nullable(),
  sex: z.enum(SEXES).nullable(),
  grade: Line.nullable(),
  className: Line.nullable(),
  state: z.enum(ENTRY_STATES),
  reason: Line,
  assessmentId: z.uuid().nullable(),
  testedOn: CalendarDate.nullable(),
  score: z.number().nullable(),
  band: z.object({ zh: z.string(), en: z.string(), severity: z.int() }).nullable(),
  /** The platform's own level. */
  level: Line.nullable(),
  void: z.boolean(),
  /** The most serious critical answer. */
  urgency: z.enum(URGENCIES_IN_PERSON).nullable(),
  flagged: z.boolean(),
  /** Whole days since the flag while nobody has seen the student. */
  waitingDays: z.int().nullable(),
  /** Does not want to come for now (S17). */
  declines: z.boolean(),
  earlier: z.object({
    visits: z.int(),
    lastOn: CalendarDate.nullable(),
    openCase: z.boolean(),
    riskRank: z.int().nullable(),
  }),
  bookedFor: LocalTime.nullable(),
  seenOn: CalendarDate.nullable(),
  outcome: z.enum(SEEN_OUTCOMES).nullable(),
  note: Prose,
})
export type Entry = z.infer<typeof Entry>

/** How a column of a platform's file is read: `studentNo`, `name`, `className`, `testedOn`, `level`, `scale:<id>`, `item:<id>`. */
export const ColumnMeaning = z
  .string()
  .regex(/^(studentNo|name|className|testedOn|level|(scale|item):[a-z0-9_-]{1,40})$/)
export const ResultMapping = z.object({
  sheet: z.string(),
  /** As the spreadsheet shows it, from 1. */
  headerRow: z.int().min(1),
  columns: z.array(ColumnMeaning.nullable()).max(400),
})
export type ResultMapping = z.infer<typeof ResultMapping>
export const ResultSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rowCount: z.int(),
  titles: z.array(z.string()),
  sample: z.array(z.array(z.string())),
  /** Null: this is no table of results. */
  mapping: ResultMapping.nullable(),
})
export type ResultSheet = z.infer<typeof ResultSheet>

export const ResultIssue = z.object({
  row: z.int(),
  problem: z.enum(RESULT_PROBLEMS),
  studentNo: z.string(),
  nameInFile: z.string(),
  nameInRoster: z.string().nullable(),
  column: z.string(),
  value: z.string(),
  /** For a double: the row that counts. */
  of: z.int().nullable(),
})
export type ResultIssue = z.infer<typeof ResultIssue>

export const ResultPreview = z.object({
  sheets: z.array(ResultSheet),
  rows: z.int(),
  importable: z.int(),
  /** New against the round, changed, and the same as there. */
  fresh: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  errors: z.array(ResultIssue),
  duplicates: z.array(ResultIssue),
  /** Another name than the roster: held back until a person says yes (`accepted`). */
  names: z.array(ResultIssue),
  /** Roster students of the round for whom the file has nothing. */
  without: z.int(),
  /** In the file and on the roster, but not among those due; they join the round. */
  joining: z.int(),
  levels: z.array(z.object({ level: z.string(), count: z.int() })),
  void: z.int(),
  critical: z.int(),
  /** Sheets with too much missing for a score. */
  unscored: z.int(),
  /** Rows of a file without names, matched by number alone. */
  unnamed: z.int(),
  /** Critical questions for which the file has no column; nobody is asked to come because of them. */
  notAsked: z.int(),
  /** Under 14 by their birthday, without a guardian's consent to testing on file. */
  withoutConsent: z.int(),
  sample: z.array(
    z.object({
      row: z.int(),
      studentNo: z.string(),
      name: z.string(),
      score: z.number().nullable(),
      level: z.string().nullable(),
    }),
  ),
})
export type ResultPreview = z.infer<typeof ResultPreview>

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** When the counselor can see students; bookings that are there are kept free. */
export const Slots = z.object({
  days: z.array(CalendarDate).min(1).max(60),
  hours: z
    .array(z.object({ from: Clock, to: Clock }))
    .min(1)
    .max(8),
  minutes: z.int().min(10).max(90),
  pauseMinutes: z.int().min(0).max(60),
  perDay: z.int().min(1).max(30),
})
export type Slots = z.infer<typeof Slots>
const Dealt = z.object({ studentId: z.uuid(), studentName: Line, className: Line.nullable(), at: LocalTime })

/** One line of the summary: a class, a grade or all; null is a number too small to show. */
export const SummaryLine = z.object({
  grade: Line.nullable(),
  className: Line.nullable(),
  due: z.int(),
  done: z.int(),
  /** Percent with one decimal. */
  coverage: z.number().nullable(),
  flagged: z.int().nullable(),
  seen: z.int().nullable(),
  falseAlarm: z.int().nullable(),
  mean: z.number().nullable(),
  bands: z.array(z.int().nullable()),
})
export const Summary = z.object({
  round: Round,
  /** Names of the bands or levels that `bands` counts, in order. */
  bandNames: z.array(Both),
  hideBelow: z.int(),
  lines: z.array(SummaryLine),
})
export type Summary = z.infer<typeof Summary>
export type SummaryLine = z.infer<typeof SummaryLine>

const roundId = z.uuid()
const roles = ['counselor', 'director'] as const
const counselor = { roles: 'counselor' } as const
const roundFields = {
  name: Line.min(1),
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  flagRule: FlagRule,
  consentBasis: Line.min(1),
}
const file = { roundId, fileId: z.uuid(), mapping: ResultMapping, accepted: z.array(z.int()).max(5000) }
export const screenings = {
  list: read({ roles }, z.object({}), z.array(Round)),
  get: read({ roles }, z.object({ roundId }), Round),
  /** Puts everybody in scope on the list. Needs competence for the instrument (S28). */
  create: write(
    counselor,
    { id: z.uuid(), instrumentId: z.string().max(40), scope: RoundScope, ...roundFields },
    Round,
  ),
  update: write(counselor, { roundId, ...roundFields }, Round),
  /** Students who came since join; those who left without a result leave the list. */
  refresh: write(counselor, { roundId }, z.object({ added: z.int(), removed: z.int() })),
  close: write(counselor, { roundId, closed: z.boolean() }, Round),
  entries: read(
    { roles, audited: 'screening.entries-read' },
    z.object({
      roundId,
      filter: z.enum(ENTRY_FILTERS),
      text: z.string().max(100),
      className: Line.nullable(),
      sort: z.enum(ENTRY_SORTS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    z.object({ total: z.int(), rows: z.array(Entry), classes: z.array(z.string()) }),
  ),
  /** Absent, excused, or due again; a flag set or taken off by hand. Each with its reason. */
  setEntry: write(
    { ...counselor, subjects: ['student'] },
    {
      roundId,
      studentId: z.uuid(),
      state: z.enum(ENTRY_STATES).exclude(['done']).optional(),
      flagged: z.boolean().optional(),
      reason: Line,
    },
    Entry,
  ),
  /** The student was seen in person. Closes the in-person task of this result as well. */
  recordSeen: write(
    { ...counselor, subjects: ['student'] },
    { roundId, studentId: z.uuid(), seenOn: CalendarDate, outcome: z.enum(SEEN_OUTCOMES), note: Prose.max(2000) },
    Entry,
  ),
  inspectFile: read(
    { ...counselor, large: true },
    z.object({ roundId, fileName: Line, content: z.string().max(28_000_000) }),
    z.object({ fileId: z.uuid(), sheets: z.array(ResultSheet) }),
  ),
  preview: read(counselor, z.object(file), ResultPreview),
  /** Keeps the platform's levels that flag a student, then takes in by steps of ≤ 500 rows. */
  startImport: write(
    counselor,
    { id: z.uuid(), ...file, flagLevels: z.array(Line).max(20) },
    z.object({ importId: z.uuid(), rows: z.int() }),
  ),
  proceed: write(
    counselor,
    { importId: z.uuid(), offset: z.int().min(0) },
    z.object({ done: z.int(), rows: z.int(), finished: z.boolean() }),
  ),
  /** A try: who would come when. Critical first, then earlier contact, then the longest wait. */
  deal: read(counselor, z.object({ roundId, slots: Slots }), z.object({ dealt: z.array(Dealt), left: z.int() })),
  /** Books what was dealt; a slot taken meanwhile is a `conflict` and nothing is booked. */
  book: write(
    counselor,
    {
      roundId,
      place: Line,
      minutes: z.int().min(10).max(90),
      bookings: z
        .array(z.object({ visitId: z.uuid(), studentId: z.uuid(), at: LocalTime }))
        .min(1)
        .max(200),
    },
    z.object({ booked: z.int() }),
  ),
  /** Without names. Numbers below `hideBelow` are hidden, and what would give them away. */
  summary: read({ roles }, z.object({ roundId, hideBelow: z.int().min(0).max(10) }), Summary),
  /** `bureau`: the file's own columns, refilled, and what became of each flag; `summary`: the numbers without names. */
  exportFile: read(
    { roles, audited: 'screening.exported' },
    z.object({
      roundId,
      what: z.enum(['bureau', 'summary']),
      language: z.enum(['zh', 'en']),
      hideBelow: z.int().min(0).max(10),
    }),
    z.object({ fileName: Line, content: z.string() }),
  ),
  forget: read(counselor, z.object({ fileId: z.uuid() }), Done),
}
