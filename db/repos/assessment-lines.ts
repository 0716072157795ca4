import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { AssessmentLine } from '#contract/assessments'
import type { TestState } from '#contract/code-tables'
import type { Answers } from '#contract/results'
import type { ReadableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'
import { editionsTable as e } from '#db/schema/instruments'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { headColumns, unfoldHead } from './assessments.ts'
import { countRows } from './count-rows.ts'
import { testIsOpenTo, type Viewer } from './ownership.ts'

/** A line of a list with what its open sheet holds so far; `null` once it is not open. */
export type StoredLine = Omit<AssessmentLine, 'answered'> & { editionId: string; openAnswers: Answers | null }

/** Newest first. */
export const findAssessmentLinesByStudent = (db: ReadableDb, studentId: string): StoredLine[] =>
  selectLines(db, eq(a.studentId, studentId), [desc(a.begunAt), desc(a.enteredAt)])

/** Outside screening rounds and of what the viewer may read; the longest-waiting first. */
export const findAssessmentLinesInState = (db: ReadableDb, state: TestState, viewer: Viewer): StoredLine[] =>
  selectLines(db, and(isNull(a.roundId), eq(a.state, state), testIsOpenTo(viewer)), [asc(a.begunAt)])

/** Outside screening rounds and of what the viewer may read, newest first. */
export function findAssessmentPage(
  db: ReadableDb,
  filter: { state: TestState | null; instrumentId: string | null; viewer: Viewer },
  offset: number,
  limit: number,
): { total: number; rows: StoredLine[] } {
  const where = and(
    isNull(a.roundId),
    testIsOpenTo(filter.viewer),
    filter.state === null ? undefined : eq(a.state, filter.state),
    filter.instrumentId === null ? undefined : eq(a.instrumentId, filter.instrumentId),
  )
  const rows = selectLines(db, where, [desc(a.begunAt), desc(a.enteredAt)], { offset, limit })
  return { total: countRows(db, a, where), rows }
}

function selectLines(
  db: ReadableDb,
  where: SQL | undefined,
  order: SQL[],
  page: { offset: number; limit: number } = { offset: 0, limit: -1 },
): StoredLine[] {
  return db
    .select({
      ...headColumns,
      studentName: s.name,
      className: s.className,
      itemCount: e.itemCount,
      openAnswers: sql<string | null>`CASE WHEN ${a.state} = 'open' THEN ${a.answers} END`,
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.editionId))
    .innerJoin(u, eq(u.id, a.givenBy))
    .innerJoin(s, eq(s.id, a.studentId))
    .where(where)
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset)
    .all()
    .map((row) => ({
      ...unfoldHead(row),
      openAnswers: row.openAnswers === null ? null : (JSON.parse(row.openAnswers) as Answers),
    }))
}
