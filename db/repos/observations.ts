import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { ObservationSign } from '#contract/contact-tables'
import type { Observation, ObservationFields, ObservationLine } from '#contract/observations'
import type { ReadableDb, WritableDb } from '#db/connection'
import { observationsTable as o } from '#db/schema/observations'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { studentIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const columns = {
  id: o.id,
  no: o.no,
  studentId: o.studentId,
  observedOn: o.observedOn,
  reporter: o.reporter,
  reporterRole: o.reporterRole,
  signs: o.signs,
  text: o.text,
  urgency: o.urgency,
  doneAlready: o.doneAlready,
  state: o.state,
  outcome: o.outcome,
  outcomeNote: o.outcomeNote,
  outcomeAt: o.outcomeAt,
  visitId: o.visitId,
  enteredBy: u.name,
  enteredAt: o.enteredAt,
}
const select = (db: ReadableDb, where: SQL): Observation[] =>
  db
    .select(columns)
    .from(o)
    .innerJoin(u, eq(u.id, o.enteredBy))
    .where(and(where, isNull(o.deletedAt)))
    .orderBy(desc(o.observedOn))
    .all()
    .map((row) => ({ ...row, signs: JSON.parse(row.signs) as ObservationSign[] }))

export const findObservation = (db: ReadableDb, id: string): Observation | undefined => select(db, eq(o.id, id))[0]
/** Newest first. */
export const findObservationsByStudent = (db: ReadableDb, studentId: string): Observation[] =>
  select(db, eq(o.studentId, studentId))

const selectLines = (db: ReadableDb, viewer: Viewer, where: SQL | undefined): Omit<ObservationLine, 'days'>[] =>
  db
    .select({
      id: o.id,
      no: o.no,
      studentId: o.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(o.studentId),
      observedOn: o.observedOn,
      reporter: o.reporter,
      reporterRole: o.reporterRole,
      urgency: o.urgency,
      state: o.state,
      outcome: o.outcome,
      isOpen: sql<number>`${studentIsOpenTo(viewer, o.studentId)}`,
    })
    .from(o)
    .innerJoin(s, eq(s.id, o.studentId))
    .where(and(where, isNull(o.deletedAt)))
    .orderBy(
      sql`${o.state} = 'open' DESC`,
      sql`CASE WHEN ${o.state} = 'open' THEN CASE ${o.urgency} WHEN 'urgent' THEN 0 WHEN 'soon' THEN 1 ELSE 2 END END`,
      sql`CASE WHEN ${o.state} = 'open' THEN ${o.observedOn} END`,
      desc(o.observedOn),
      asc(o.no),
    )
    .limit(500)
    .all()
    .map((row) => ({ ...row, isOpen: row.isOpen === 1 }))

export const findObservationLines = (db: ReadableDb, state: 'open' | 'all', viewer: Viewer) =>
  selectLines(db, viewer, state === 'open' ? eq(o.state, 'open') : undefined)
export const findObservationLine = (db: ReadableDb, id: string, viewer: Viewer) =>
  selectLines(db, viewer, eq(o.id, id))[0]

export function insertObservation(
  db: WritableDb,
  {
    signs,
    ...row
  }: ObservationFields & { id: string; no: string; studentId: string; enteredBy: string; enteredAt: string },
): void {
  db.insert(o)
    .values({ ...row, signs: JSON.stringify(signs), state: 'open', outcomeNote: '' })
    .run()
}
type Change = Partial<ObservationFields> &
  Partial<Pick<Observation, 'state' | 'outcome' | 'outcomeNote' | 'outcomeAt' | 'visitId'>> & { deletedAt?: string }
export function updateObservation(db: WritableDb, id: string, { signs, ...change }: Change): void {
  const set = { ...change, ...(signs && { signs: JSON.stringify(signs) }) }
  if (Object.keys(set).length > 0) db.update(o).set(set).where(eq(o.id, id)).run()
}
