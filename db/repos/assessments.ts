import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Assessment, Interpretation } from '#contract/assessments'
import type { Both, Instrument } from '#contract/instrument-file'
import type { Answers } from '#contract/results'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable as a, interpretationsTable as i } from '#db/schema/assessments'
import { editionsTable as e } from '#db/schema/instruments'
import { usersTable as u } from '#db/schema/settings'
import { unpackResult } from './stored-results.ts'
import { findTasksOf } from './tasks.ts'

/** SQLite takes a limited number of values in one statement. */
const ROWS_AT_ONCE = 100

export const headColumns = {
  id: a.id,
  no: a.no,
  studentId: a.studentId,
  instrumentId: a.instrumentId,
  editionId: a.editionId,
  short: e.short,
  title: e.title,
  mode: a.mode,
  state: a.state,
  begunAt: a.begunAt,
  takenOn: a.takenOn,
  givenBy: u.name,
  score: a.score,
  band: a.band,
  severity: a.severity,
  critical: a.critical,
  valid: a.valid,
  roundId: a.roundId,
}
type Head = { title: string; band: string | null; severity: number | null }
export function unfoldHead<R extends Head>({ title, band, severity, ...row }: R) {
  return {
    ...row,
    title: JSON.parse(title) as Both,
    band: band === null ? null : { ...(JSON.parse(band) as { zh: string; en: string }), severity: severity ?? 0 },
  }
}

/** With what the rules need besides what is shown. */
export type StoredAssessment = Assessment & { editionId: string; kioskToken: string | null }

export function findAssessment(db: ReadableDb, id: string): StoredAssessment | undefined {
  const row = db
    .select({
      ...headColumns,
      purpose: a.purpose,
      urgent: a.urgent,
      explainedAt: a.explainedAt,
      explainedBy: sql<string | null>`(SELECT ${u.name} FROM ${u} WHERE ${u.id} = ${a.explainedBy})`,
      answers: a.answers,
      details: a.details,
      finishedAt: a.finishedAt,
      result: a.result,
      file: e.body,
      age: a.age,
      fedBackOn: a.fedBackOn,
      fedBackTo: a.fedBackTo,
      withdrawnReason: a.withdrawnReason,
      kioskToken: a.kioskToken,
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.editionId))
    .innerJoin(u, eq(u.id, a.givenBy))
    .where(eq(a.id, id))
    .get()
  if (!row) return undefined
  const { file, ...columns } = row
  return {
    ...unfoldHead(columns),
    answers: JSON.parse(row.answers) as Answers,
    details: JSON.parse(row.details) as Record<string, string>,
    result: row.result === null ? null : unpackResult(row.result, JSON.parse(file) as Instrument),
    interpretations: findInterpretations(db, id),
    tasks: findTasksOf(db, id),
  }
}

const findInterpretations = (db: ReadableDb, assessmentId: string): Interpretation[] =>
  db
    .select({ id: i.id, text: i.text, at: i.at, by: u.name })
    .from(i)
    .innerJoin(u, eq(u.id, i.by))
    .where(eq(i.assessmentId, assessmentId))
    .orderBy(asc(i.seq))
    .all()

export type NewAssessment = typeof a.$inferInsert
/** Many at once, as a screening brings them. */
export function insertAssessments(db: WritableDb, rows: readonly NewAssessment[]): void {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    db.insert(a)
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .run()
}

export const updateAssessment = (db: WritableDb, id: string, change: Partial<Omit<NewAssessment, 'id'>>): void => {
  db.update(a).set(change).where(eq(a.id, id)).run()
}

export function insertInterpretation(
  db: WritableDb,
  row: { id: string; assessmentId: string; text: string; at: string; by: string },
): void {
  const seq =
    (db
      .select({ n: sql<number>`coalesce(max(${i.seq}), 0)` })
      .from(i)
      .where(eq(i.assessmentId, row.assessmentId))
      .get()?.n ?? 0) + 1
  db.insert(i)
    .values({ ...row, seq })
    .run()
}

/** When the student last filled in each instrument. */
export function findLastTaken(db: ReadableDb, studentId: string): Map<string, string> {
  const rows = db
    .select({ id: a.instrumentId, on: sql<string | null>`max(${a.takenOn})` })
    .from(a)
    .where(and(eq(a.studentId, studentId), inArray(a.state, ['scored', 'interpreted'])))
    .groupBy(a.instrumentId)
    .all()
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])))
}

/** Results of one instrument that count, oldest first. */
export const findResultsOf = (db: ReadableDb, studentId: string, instrumentId: string) =>
  db
    .select({ id: a.id, takenOn: a.takenOn, mode: a.mode, result: a.result, file: e.body })
    .from(a)
    .innerJoin(e, eq(e.id, a.editionId))
    .where(
      and(
        eq(a.studentId, studentId),
        eq(a.instrumentId, instrumentId),
        inArray(a.state, ['scored', 'interpreted']),
        eq(a.void, false),
      ),
    )
    .orderBy(asc(a.takenOn), asc(a.finishedAt))
    .all()
    .map(({ id, takenOn, mode, result, file }) => ({
      id,
      takenOn: takenOn ?? '',
      mode,
      result: unpackResult(result ?? '', JSON.parse(file) as Instrument),
    }))

/** What the timeline tells of a student's tests, newest first. */
export const findAssessmentsByStudent = (db: ReadableDb, studentId: string, limit: number) =>
  db
    .select({ ...headColumns, enteredAt: a.enteredAt })
    .from(a)
    .innerJoin(e, eq(e.id, a.editionId))
    .innerJoin(u, eq(u.id, a.givenBy))
    .where(eq(a.studentId, studentId))
    .orderBy(desc(a.begunAt))
    .limit(limit)
    .all()
    .map(unfoldHead)
