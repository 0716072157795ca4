import { sql, type SQL } from 'drizzle-orm'
import type { Case } from '#contract/cases'
import type { ReadableDb, WritableDb } from '#db/connection'

export type Named = Pick<Case, 'id' | 'no' | 'studentId' | 'openedOn' | 'closedOn'>

/** Days on which something was done in a case, or about its student while it was open. */
const daysOf = ({
  id,
  studentId,
  openedOn,
  closedOn,
}: Named): SQL => sql`SELECT on_day FROM visits WHERE case_id = ${id}
  UNION SELECT substr(at, 1, 10) FROM conferences WHERE case_id = ${id}
  UNION SELECT substr(referred_at, 1, 10) FROM referrals WHERE case_id = ${id}
  UNION SELECT substr(done_at, 1, 10) FROM followups WHERE case_id = ${id} AND done_at IS NOT NULL
  UNION SELECT substr(at, 1, 10) FROM contacts WHERE student_id = ${studentId}
    AND substr(at, 1, 10) BETWEEN ${openedOn} AND ${closedOn ?? openedOn}`

/** Whether a text names the case by its number or the student by a name of more than one character. */
const names = (column: string, { no, studentId }: Named): SQL => sql`(instr(${sql.raw(column)}, ${no}) > 0
  OR EXISTS (SELECT 1 FROM students s WHERE s.id = ${studentId} AND length(s.name) > 1 AND instr(${sql.raw(column)}, s.name) > 0))`

/** Texts about many children that may speak of this one: of its days, or with its name or number in it. */
export const speaksOf = (day: string, text: string, one: Named): SQL =>
  sql`trim(${sql.raw(text)}) <> '' AND (${sql.raw(day)} IN (${daysOf(one)}) OR ${names(text, one)})`

type LogRow = { day: string; userId: string; by: string; remarks: string; isNamed: number }
/** Remarks of the daily logs that may speak of a case, oldest first. */
export const findLogsOn = (db: ReadableDb, one: Named): LogRow[] =>
  db.all<LogRow>(sql`SELECT l.day, l.user_id AS userId, u.name AS by, l.remarks, ${names('l.remarks', one)} AS isNamed
    FROM day_logs l JOIN users u ON u.id = l.user_id WHERE ${speaksOf('l.day', 'l.remarks', one)} ORDER BY l.day, u.name`)

export const emptyLog = (db: WritableDb, { day, userId }: { day: string; userId: string }): number =>
  db.run(sql`UPDATE day_logs SET remarks = '' WHERE day = ${day} AND user_id = ${userId} AND remarks <> ''`).changes
