import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Problem } from '#contract/code-tables'
import type { ReadableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { countRows } from './count-rows.ts'
import { currentRankOf } from './risks.ts'
import { minutesBetween } from './visits.ts'

/** No name, number, class, contact or written word is even read. */
const columns = {
  id: c.id,
  no: c.no,
  state: c.state,
  grade: s.grade,
  sex: s.sex,
  birthDate: s.birthDate,
  riskRank: currentRankOf(s.id),
}
export type DeIdentified = NonNullable<ReturnType<typeof findDeIdentifiedCase>>

/** Newest first. */
export function findDeIdentifiedCases(
  db: ReadableDb,
  state: 'open' | 'closed' | 'all',
  offset: number,
  limit: number,
): { total: number; rows: DeIdentified[] } {
  const where = state === 'all' ? undefined : eq(c.state, state)
  const rows = db
    .select(columns)
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .where(where)
    .orderBy(desc(c.openedOn), desc(c.no))
    .limit(limit)
    .offset(offset)
    .all()
  return { total: countRows(db, c, where), rows }
}

export const findDeIdentifiedCase = (db: ReadableDb, id: string) =>
  db.select(columns).from(c).innerJoin(s, eq(s.id, c.studentId)).where(eq(c.id, id)).get()

/** Visits of these cases in which somebody came, in their order. */
export function findDeIdentifiedVisits(db: ReadableDb, caseIds: readonly string[]) {
  if (caseIds.length === 0) return []
  return db
    .select({
      caseId: v.caseId,
      ordinal: v.ordinal,
      on: v.onDay,
      channel: v.channel,
      arrivedAt: v.arrivedAt,
      endedAt: v.endedAt,
      primaryProblem: v.primaryProblem,
      otherProblems: v.otherProblems,
    })
    .from(v)
    .where(and(inArray(v.caseId, [...caseIds]), isNotNull(v.arrivedAt)))
    .orderBy(asc(v.onDay), asc(v.ordinal))
    .all()
    .map(({ arrivedAt, endedAt, primaryProblem, otherProblems, ...visit }) => ({
      ...visit,
      minutes: minutesBetween(arrivedAt, endedAt),
      problems: [...(primaryProblem ? [primaryProblem] : []), ...(JSON.parse(otherProblems) as Problem[])],
    }))
}
