import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SeenOutcome } from '#contract/code-tables'
import type { ReadableDb, WritableDb } from '#db/connection'
import { tasksTable as t } from '#db/schema/assessments'

/** What a round has of a student so far, as far as a file can change it. */
export type SheetInRound = {
  studentId: string
  assessmentId: string | null
  answers: string | null
  takenOn: string | null
  interpreted: number
  level: string | null
}
export const findSheetsOfRound = (db: ReadableDb, roundId: string): SheetInRound[] =>
  db.all<SheetInRound>(sql`
    SELECT e.student_id AS studentId, e.assessment_id AS assessmentId, a.answers, a.taken_on AS takenOn,
      coalesce(a.state = 'interpreted', 0) AS interpreted, e.level
    FROM screening_entries e LEFT JOIN assessments a ON a.id = e.assessment_id WHERE e.round_id = ${roundId}`)

type Closing = { seenOn: string; outcome: SeenOutcome; note: string; closedAt: string; closedBy: string }
/** Closes what a sheet asks to be talked about in person; gives the tasks that were open. */
export function closeTasksOf(db: WritableDb, assessmentId: string, closing: Closing): string[] {
  const open = and(eq(t.assessmentId, assessmentId), isNull(t.closedAt))
  const ids = db.select({ id: t.id }).from(t).where(open).all()
  if (ids.length > 0) db.update(t).set(closing).where(open).run()
  return ids.map(({ id }) => id)
}
