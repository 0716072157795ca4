import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { EntryState, SeenOutcome } from '#contract/code-tables'
import type { EntryFilter } from '#contract/screening-lists'
import type { Entry } from '#contract/screenings'
import type { ReadableDb, WritableDb } from '#db/connection'
import { entriesTable as e } from '#db/schema/screenings'
import { STUDENTS_WHO_DECLINE } from './declines.ts'

/** As much of an entry as is needed to sort it. */
export type EntryKey = {
  studentId: string
  className: string | null
  urgency: Entry['urgency']
  flagged: number
  flaggedOn: string | null
  seenOn: string | null
  /** Does not want to come for now: nobody is called in against that, but for a critical answer (S17). */
  declines: number
}
const declines = sql`student_id IN ${STUDENTS_WHO_DECLINE}`
const FILTERS: Record<EntryFilter, SQL> = {
  all: sql`1`,
  waiting: sql`flagged = 1 AND seen_on IS NULL AND (urgency IS NOT NULL OR NOT ${declines})`,
  flagged: sql`flagged = 1`,
  critical: sql`urgency IS NOT NULL`,
  seen: sql`seen_on IS NOT NULL`,
  missing: sql`state IN ('due', 'absent')`,
  void: sql`student_id IN (SELECT student_id FROM assessments a WHERE a.round_id = screening_entries.round_id AND void)`,
}
export const findEntryKeys = (
  db: ReadableDb,
  roundId: string,
  filter: EntryFilter,
  className: string | null = null,
): EntryKey[] =>
  db.all<EntryKey>(sql`
    SELECT student_id AS studentId, class_name AS className, urgency, flagged, flagged_on AS flaggedOn, seen_on AS seenOn,
      ${declines} AS declines
    FROM screening_entries
    WHERE round_id = ${roundId} AND ${FILTERS[filter]} AND ${className === null ? sql`1` : sql`class_name = ${className}`}`)

export const findClassesOf = (db: ReadableDb, roundId: string): string[] =>
  db
    .all<{ name: string }>(
      sql`SELECT DISTINCT class_name AS name FROM screening_entries WHERE round_id = ${roundId} AND class_name IS NOT NULL`,
    )
    .map(({ name }) => name)

/** The scores of a round by student, read from the index alone. */
export const findScores = (db: ReadableDb, roundId: string): Map<string, number | null> =>
  new Map(
    db
      .all<{ id: string; score: number | null }>(
        sql`SELECT student_id AS id, score FROM assessments WHERE round_id = ${roundId}`,
      )
      .map(({ id, score }) => [id, score]),
  )

/** Names as they are sorted, of some students. */
export const findNameSorts = (db: ReadableDb, ids: readonly string[]): Map<string, string> =>
  new Map(
    db
      .all<{ id: string; name: string }>(
        sql`SELECT id, name_sort AS name FROM students WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
      )
      .map(({ id, name }) => [id, name]),
  )

/** What every entry of a round counts for in its summary. */
export type EntryFacts = Pick<EntryKey, 'className' | 'flagged' | 'seenOn'> &
  Pick<EntryRow, 'grade' | 'state' | 'outcome' | 'level' | 'score' | 'void'>
export const findEntryFacts = (db: ReadableDb, roundId: string): EntryFacts[] =>
  db.all<EntryFacts>(sql`
    SELECT e.grade, e.class_name AS className, e.state, e.flagged, e.seen_on AS seenOn, e.outcome, e.level, a.score, a.void
    FROM screening_entries e
    LEFT JOIN assessments a ON a.round_id = e.round_id AND a.student_id = e.student_id AND a.id = e.assessment_id
    WHERE e.round_id = ${roundId}`)

/** Students of a round whose search keys hold every token. */
export function findEntriesByKeys(db: ReadableDb, roundId: string, tokens: readonly string[]): Set<string> {
  const holds = sql.join(
    tokens.map((token) => sql`instr(k.keys, ${token}) > 0`),
    sql` AND `,
  )
  const rows = db.all<{ id: string }>(sql`
    SELECT e.student_id AS id FROM screening_entries e JOIN student_keys k ON k.student_id = e.student_id
    WHERE e.round_id = ${roundId} AND ${holds}`)
  return new Set(rows.map(({ id }) => id))
}

export type EntryRow = {
  roundId: string
  studentId: string
  studentName: string
  studentNo: string | null
  sex: Entry['sex']
  grade: string | null
  className: string | null
  state: EntryState
  reason: string
  assessmentId: string | null
  testedOn: string | null
  score: number | null
  band: string | null
  severity: number | null
  level: string | null
  void: number | null
  urgency: Entry['urgency']
  flagged: number
  flaggedOn: string | null
  byHand: number
  visitId: string | null
  bookedFor: string | null
  seenOn: string | null
  declines: number
  outcome: SeenOutcome | null
  note: string
}

/** Whole entries of some students, in no order. `CROSS JOIN` keeps SQLite from walking through the whole round first. */
export const findEntries = (db: ReadableDb, roundId: string, studentIds: readonly string[]): EntryRow[] =>
  db.all<EntryRow>(sql`
    SELECT e.round_id AS roundId, e.student_id AS studentId, s.name AS studentName, s.student_no AS studentNo, s.sex,
      e.grade, e.class_name AS className, e.state, e.reason, e.assessment_id AS assessmentId, a.taken_on AS testedOn,
      a.score, a.band, a.severity, e.level, a.void, e.urgency, e.flagged, e.flagged_on AS flaggedOn, e.by_hand AS byHand,
      e.student_id IN ${STUDENTS_WHO_DECLINE} AS declines, e.visit_id AS visitId, v.booked_for AS bookedFor, e.seen_on AS seenOn, e.outcome, e.note
    FROM json_each(${JSON.stringify(studentIds)}) j
    CROSS JOIN screening_entries e ON e.round_id = ${roundId} AND e.student_id = j.value
    CROSS JOIN students s ON s.id = e.student_id
    LEFT JOIN assessments a ON a.id = e.assessment_id
    LEFT JOIN visits v ON v.id = e.visit_id AND v.state = 'booked'`)

export const findEntry = (db: ReadableDb, roundId: string, studentId: string): EntryRow | undefined =>
  findEntries(db, roundId, [studentId])[0]

export type Earlier = Entry['earlier']
export const NO_CONTACT: Earlier = { visits: 0, lastOn: null, openCase: false, riskRank: null }
/** What the room knew of some students before: visits, an open case, the risk that holds now. */
export function findEarlierContact(db: ReadableDb, studentIds: readonly string[]): Map<string, Earlier> {
  const ids = sql`(SELECT value FROM json_each(${JSON.stringify(studentIds)}))`
  const earlier = new Map<string, Earlier>()
  const add = (id: string, known: Partial<Earlier>): void =>
    void earlier.set(id, { ...(earlier.get(id) ?? NO_CONTACT), ...known })
  for (const { id, ...known } of db.all<{ id: string; visits: number; lastOn: string }>(sql`
    SELECT student_id AS id, count(*) AS visits, max(on_day) AS lastOn FROM visits
    WHERE student_id IN ${ids} AND arrived_at IS NOT NULL GROUP BY student_id`))
    add(id, known)
  for (const { id } of db.all<{ id: string }>(sql`
    SELECT student_id AS id FROM cases WHERE state = 'open' AND student_id IN ${ids}`))
    add(id, { openCase: true })
  for (const { id, rank } of db.all<{ id: string; rank: number }>(sql`
    SELECT student_id AS id, rank, max(seq) FROM risks WHERE student_id IN ${ids} GROUP BY student_id`))
    add(id, { riskRank: rank })
  return earlier
}

export type EntryChange = Partial<
  Pick<
    typeof e.$inferInsert,
    | 'state'
    | 'reason'
    | 'assessmentId'
    | 'level'
    | 'urgency'
    | 'flagged'
    | 'flaggedOn'
    | 'byHand'
    | 'visitId'
    | 'seenOn'
    | 'outcome'
    | 'note'
    | 'sourceRow'
  >
>
export function updateEntry(db: WritableDb, roundId: string, studentId: string, change: EntryChange): void {
  db.update(e)
    .set(change)
    .where(and(eq(e.roundId, roundId), eq(e.studentId, studentId)))
    .run()
}

/** Flagged, not seen, and no talk booked from `now` on. */
export const findUnbooked = (db: ReadableDb, roundId: string, now: string): Set<string> =>
  new Set(
    db
      .select({ id: e.studentId })
      .from(e)
      .where(
        and(
          eq(e.roundId, roundId),
          eq(e.flagged, true),
          isNull(e.seenOn),
          sql`(${e.urgency} IS NOT NULL OR ${e.studentId} NOT IN ${STUDENTS_WHO_DECLINE})`,
          sql`NOT EXISTS (SELECT 1 FROM visits v WHERE v.id = ${e.visitId} AND v.state = 'booked' AND v.booked_for >= ${now})`,
        ),
      )
      .all()
      .map(({ id }) => id),
  )

/** Results whose flag a rule may still change: set by no person, not seen, no talk booked. */
export const findFlaggable = (db: ReadableDb, roundId: string) =>
  db.all<{
    studentId: string
    flagged: number
    level: string | null
    urgency: Entry['urgency']
    severity: number | null
    void: number | null
  }>(sql`
    SELECT e.student_id AS studentId, e.flagged, e.level, e.urgency, a.severity, a.void
    FROM screening_entries e LEFT JOIN assessments a ON a.id = e.assessment_id
    WHERE e.round_id = ${roundId} AND e.state = 'done' AND e.by_hand = 0 AND e.seen_on IS NULL AND e.visit_id IS NULL`)

export type ExportRow = Pick<EntryRow, 'studentName' | 'studentNo' | 'className' | 'level' | 'seenOn' | 'outcome'> & {
  nameSort: string
  answers: string | null
  cells: string | null
}
/** Everybody of a round with the file's own cells and the result that is kept. */
export const findExportRows = (db: ReadableDb, roundId: string): ExportRow[] =>
  db.all<ExportRow>(sql`
    SELECT s.name AS studentName, s.student_no AS studentNo, s.name_sort AS nameSort, e.class_name AS className, e.level,
      e.seen_on AS seenOn, e.outcome, a.answers, e.source_row AS cells
    FROM screening_entries e JOIN students s ON s.id = e.student_id LEFT JOIN assessments a ON a.id = e.assessment_id
    WHERE e.round_id = ${roundId}`)
