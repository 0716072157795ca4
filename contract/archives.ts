import { z } from 'zod'
import { ARCHIVE_VIEWS, PAPER_ITEMS, PAPER_STATES, RETENTION_STARTS } from '#contract/case-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, Done, Instant, Line, Prose } from '#contract/times'

/** The school's own rules of keeping; no source names a number of years. */
export const ArchiveRules = z.object({
  /** Null: kept until somebody says otherwise. */
  keepYears: z.int().min(1).max(100).nullable(),
  /** What the years are counted from; who has not left yet is kept. */
  from: z.enum(RETENTION_STARTS),
  /** What a paper file holds. */
  papers: z.array(z.enum(PAPER_ITEMS)),
})
export type ArchiveRules = z.infer<typeof ArchiveRules>

/** One paper of the file. `state` is null for what nobody has looked at yet. */
export const PaperLine = z.object({
  item: z.enum(PAPER_ITEMS),
  state: z.enum(PAPER_STATES).nullable(),
  promisedOn: CalendarDate.nullable(),
  note: Line,
})
export type PaperLine = z.infer<typeof PaperLine>

export const Destruction = z.object({
  no: Line,
  reason: Prose,
  earlyReason: Prose,
  method: Line,
  approvedBy: Line,
  isOnPaper: z.boolean(),
  witness: Line,
  /** How many records of each kind were emptied. */
  counts: z.record(z.string(), z.int()),
  by: Line,
  at: Instant,
})
export type Destruction = z.infer<typeof Destruction>

export const Archive = z.object({
  no: Line,
  box: Line,
  archivedOn: CalendarDate,
  by: Line,
  keepUntil: CalendarDate.nullable(),
  holdReason: Line,
  destruction: Destruction.nullable(),
})
export type Archive = z.infer<typeof Archive>

/** One line of the archive; the register of what was destroyed stays. */
export const ArchiveLine = z.object({
  caseId: z.uuid(),
  caseNo: Line,
  studentId: z.uuid(),
  studentName: Line,
  className: Line.nullable(),
  counselor: Line,
  openedOn: CalendarDate,
  closedOn: CalendarDate,
  no: Line.nullable(),
  box: Line,
  archivedOn: CalendarDate.nullable(),
  keepUntil: CalendarDate.nullable(),
  isHeld: z.boolean(),
  destructionNo: Line.nullable(),
})
export type ArchiveLine = z.infer<typeof ArchiveLine>

/** A daily log whose remarks may speak of the case: of one of its days, or with the name or number in it. */
export const LogToLookAt = z.object({
  day: CalendarDate,
  userId: z.uuid(),
  by: Line,
  isNamed: z.boolean(),
  /** Null for a colleague’s, which only the director reads. */
  remarks: Prose.nullable(),
})
export type LogToLookAt = z.infer<typeof LogToLookAt>

const about = { caseId: z.uuid(), studentId: z.uuid() }
const keepers = ['counselor', 'director'] as const
/**
 * Filing, changing and destroying belong to the counselor of the case; the director does it for anybody, since cases outlast those
 * who held them.
 */
export const archives = {
  get: read(
    { roles: keepers, others: 'reason', audited: 'archive.read', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.object({ archive: Archive.nullable(), papers: z.array(PaperLine) }),
  ),
  /** Everybody's, without a word of what was written. */
  list: read(
    { roles: keepers },
    z.object({ view: z.enum(ARCHIVE_VIEWS), offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    z.object({ total: z.int(), rows: z.array(ArchiveLine), counts: z.record(z.enum(ARCHIVE_VIEWS), z.int()) }),
  ),
  /** Remarks about many children, which no destruction can take apart. */
  logsToLookAt: read(
    { roles: keepers, others: 'reason', subjects: ['case'] },
    z.object({ caseId: z.uuid() }),
    z.array(LogToLookAt),
  ),
  notePaper: write(
    { roles: 'counselor', others: 'never', subjects: ['case'] },
    { ...about, line: PaperLine.extend({ state: z.enum(PAPER_STATES) }) },
    Done,
  ),
  /** `conflict`: `case-open`, `archived`. The number is one of its year, the day to keep it until comes from the rule. */
  file: write({ roles: keepers, subjects: ['case'] }, { ...about, box: Line }, Archive),
  /** `conflict`: `not-archived`, `destroyed`. */
  change: write(
    { roles: keepers, subjects: ['case'] },
    { ...about, box: Line, keepUntil: CalendarDate.nullable(), holdReason: Line },
    Archive,
  ),
  /**
   * What was written in the case is overwritten and does not come back. `conflict`: `not-archived`, `destroyed`, `held`; `invalid`:
   * `archiveNo`/`differs`, `earlyReason`/`too-early` before its day or without one, `witness`/`same` when approver and witness are one.
   * `logs`: of `logsToLookAt`, those whose remarks are emptied as well.
   */
  destroy: write(
    { roles: keepers, subjects: ['case'] },
    {
      ...about,
      id: z.uuid(),
      archiveNo: Line,
      reason: Prose.min(1).max(1000),
      earlyReason: Prose.max(1000),
      method: Line.min(1),
      approvedBy: Line.min(1),
      isOnPaper: z.boolean(),
      witness: Line.min(1),
      logs: z
        .array(LogToLookAt.pick({ day: true, userId: true }))
        .max(1000)
        .default([]),
    },
    Archive,
  ),
  rules: read({ roles: keepers }, z.object({}), ArchiveRules),
  saveRules: write({ roles: keepers }, { rules: ArchiveRules }, Done),
}
