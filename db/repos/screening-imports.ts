import { eq, inArray, sql } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '#db/connection'
import { entriesTable as e, screeningImportsTable as i } from '#db/schema/screenings'
import { studentsTable as s } from '#db/schema/students'

export type ScreeningImport = typeof i.$inferSelect
export const findScreeningImport = (db: ReadableDb, id: string): ScreeningImport | undefined =>
  db.select().from(i).where(eq(i.id, id)).get()
export const insertScreeningImport = (db: WritableDb, row: ScreeningImport): void => {
  db.insert(i).values(row).run()
}
export const updateScreeningImport = (
  db: WritableDb,
  id: string,
  change: Partial<Pick<ScreeningImport, 'done' | 'finished' | 'rows'>>,
): void => {
  db.update(i).set(change).where(eq(i.id, id)).run()
}

/** What a round has of a student so far, as far as a file can change it. */
export type SheetInRound = {
  studentId: string
  assessmentId: string | null
  answers: string | null
  takenOn: string | null
  interpreted: number
  level: string | null
  urgency: 'same-day' | 'immediate' | null
  byHand: number
  flagged: number
  flaggedOn: string | null
  seenOn: string | null
  visitId: string | null
}
const sheets = sql`
  SELECT e.student_id AS studentId, e.assessment_id AS assessmentId, a.answers, a.taken_on AS takenOn,
    coalesce(a.state = 'interpreted', 0) AS interpreted, e.level, e.urgency, e.by_hand AS byHand, e.flagged,
    e.flagged_on AS flaggedOn, e.seen_on AS seenOn, e.visit_id AS visitId
  FROM screening_entries e LEFT JOIN assessments a ON a.id = e.assessment_id`
export const findSheetsInRound = (db: ReadableDb, roundId: string, ids?: readonly string[]): SheetInRound[] =>
  db.all<SheetInRound>(
    ids === undefined
      ? sql`${sheets} WHERE e.round_id = ${roundId}`
      : sql`${sheets} WHERE e.round_id = ${roundId} AND e.student_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )

export type RosterStudent = {
  id: string
  name: string
  studentNo: string | null
  nationalNo: string | null
  birthDate: string | null
}
/** Students by 学号 or 学籍号; nobody under a 化名. */
export function findStudentsByNumbers(db: ReadableDb, numbers: readonly string[]): Map<string, RosterStudent> {
  const some = sql`(SELECT value FROM json_each(${JSON.stringify(numbers)}))`
  const found = new Map<string, RosterStudent>()
  const columns = sql`id, name, student_no AS studentNo, national_no AS nationalNo, birth_date AS birthDate`
  for (const student of db.all<RosterStudent>(
    sql`SELECT ${columns} FROM students WHERE national_no IN ${some} AND kind <> 'alias'`,
  ))
    found.set(student.nationalNo ?? '', student)
  for (const student of db.all<RosterStudent>(
    sql`SELECT ${columns} FROM students WHERE student_no IN ${some} AND kind <> 'alias'`,
  ))
    found.set(student.studentNo ?? '', student)
  return found
}

/** Those whose guardian agreed to testing, and whose agreement holds on that day. A guardian's last word counts. */
export const findAgreed = (db: ReadableDb, day: string): Set<string> =>
  new Set(
    db
      .all<{ id: string }>(
        sql`SELECT c.student_id AS id FROM consents c WHERE c.kind = 'testing' AND c.signer <> 'student' AND c.answer = 'agrees'
          AND c.withdrawn_on IS NULL AND (c.valid_until IS NULL OR c.valid_until >= ${day})
          AND NOT EXISTS (SELECT 1 FROM consents l WHERE l.student_id = c.student_id AND l.kind = c.kind AND l.signer = c.signer
            AND (l.signer <> 'guardian' OR l.signer_name = c.signer_name)
            AND (l.given_on, l.entered_at, l.rowid) > (c.given_on, c.entered_at, c.rowid))`,
      )
      .map(({ id }) => id),
  )

export const findPlaces = (db: ReadableDb, ids: readonly string[]) =>
  db
    .select({ id: s.id, birthDate: s.birthDate, grade: s.grade, className: s.className })
    .from(s)
    .where(inArray(s.id, [...ids]))
    .all()

type NewEntry = typeof e.$inferInsert
/** What a file says of many students; whoever is on no list yet joins the round. */
export function putResults(db: WritableDb, rows: readonly NewEntry[]): void {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    db.insert(e)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: [e.roundId, e.studentId],
        set: {
          state: sql`excluded.state`,
          reason: sql`CASE WHEN ${e.byHand} THEN ${e.reason} ELSE '' END`,
          assessmentId: sql`excluded.assessment_id`,
          level: sql`excluded.level`,
          urgency: sql`excluded.urgency`,
          flagged: sql`excluded.flagged`,
          flaggedOn: sql`excluded.flagged_on`,
          sourceRow: sql`excluded.source_row`,
        },
      })
      .run()
}
const ROWS_AT_ONCE = 100

/** The file's cells of every student of a round that has some. */
export const findSourceRows = (db: ReadableDb, roundId: string) =>
  db.all<{ studentId: string; cells: string }>(
    sql`SELECT student_id AS studentId, source_row AS cells FROM screening_entries
      WHERE round_id = ${roundId} AND source_row IS NOT NULL`,
  )
/** Puts cells in the order of another file. */
export const putSourceRow = (db: WritableDb, roundId: string, studentId: string, cells: string): void => {
  db.run(
    sql`UPDATE screening_entries SET source_row = ${cells} WHERE round_id = ${roundId} AND student_id = ${studentId}`,
  )
}
