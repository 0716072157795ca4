import { and, asc, desc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Acceptance, AcceptanceFields, AcceptanceLine } from '#contract/acceptances'
import type { ReadableDb, WritableDb } from '#db/connection'
import { acceptancesTable as q } from '#db/schema/acceptances'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { acceptanceIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const assigned = alias(u, 'assigned')
const decider = alias(u, 'decider')
// Written out, so that the index of states is used.
const isOpen = sql`${q.state} IN ('requested', 'assigned', 'returned')`
/** Somebody who still has an account. */
const assignedTo = {
  assignedId: sql<string | null>`CASE WHEN ${assigned.closedAt} IS NULL THEN ${assigned.id} END`,
  assignedName: assigned.name,
}
const personOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })

export type AcceptanceRow = Omit<Acceptance, 'proposed' | 'openCase' | 'lacks'>
const select = (db: ReadableDb, where: SQL): AcceptanceRow[] =>
  db
    .select({
      id: q.id,
      no: q.no,
      studentId: q.studentId,
      askedOn: q.askedOn,
      source: q.source,
      askedBy: q.askedBy,
      basis: q.basis,
      urgency: q.urgency,
      concern: q.concern,
      promises: q.promises,
      state: q.state,
      ...assignedTo,
      assignedAt: q.assignedAt,
      decidedBy: decider.name,
      decidedAt: q.decidedAt,
      answer: q.answer,
      caseId: q.caseId,
      enteredBy: u.name,
      enteredAt: q.enteredAt,
    })
    .from(q)
    .innerJoin(u, eq(u.id, q.enteredBy))
    .leftJoin(assigned, eq(assigned.id, q.assignedTo))
    .leftJoin(decider, eq(decider.id, q.decidedBy))
    .where(and(where, isNull(q.deletedAt)))
    .orderBy(desc(q.askedOn), desc(q.enteredAt))
    .all()
    .map(({ assignedId, assignedName, ...row }) => ({ ...row, assignedTo: personOf(assignedId, assignedName) }))

export const findAcceptance = (db: ReadableDb, id: string): AcceptanceRow | undefined => select(db, eq(q.id, id))[0]
/** Newest first. */
export const findAcceptancesByStudent = (db: ReadableDb, studentId: string): AcceptanceRow[] =>
  select(db, eq(q.studentId, studentId))
export const findOpenAcceptances = (db: ReadableDb, studentId: string): AcceptanceRow[] =>
  select(db, sql`${q.studentId} = ${studentId} AND ${isOpen}`)

const selectLines = (db: ReadableDb, viewer: Viewer, where: SQL | undefined): Omit<AcceptanceLine, 'days'>[] =>
  db
    .select({
      id: q.id,
      no: q.no,
      studentId: q.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(q.studentId),
      askedOn: q.askedOn,
      source: q.source,
      askedBy: q.askedBy,
      urgency: q.urgency,
      state: q.state,
      ...assignedTo,
      isOpen: sql<number>`${acceptanceIsOpenTo(viewer)}`,
    })
    .from(q)
    .innerJoin(s, eq(s.id, q.studentId))
    .leftJoin(assigned, eq(assigned.id, q.assignedTo))
    .where(and(where, isNull(q.deletedAt)))
    .orderBy(
      sql`${isOpen} DESC`,
      sql`CASE WHEN ${isOpen} THEN CASE ${q.urgency} WHEN 'urgent' THEN 0 WHEN 'soon' THEN 1 ELSE 2 END END`,
      sql`CASE WHEN ${isOpen} THEN ${q.askedOn} END`,
      desc(q.askedOn),
      asc(q.no),
    )
    .limit(500)
    .all()
    .map(({ assignedId, assignedName, ...row }) => ({
      ...row,
      assignedTo: personOf(assignedId, assignedName),
      isOpen: row.isOpen === 1,
    }))

export const findAcceptanceLines = (db: ReadableDb, state: 'open' | 'all', viewer: Viewer) =>
  selectLines(db, viewer, state === 'open' ? isOpen : undefined)
export const findAcceptanceLine = (db: ReadableDb, id: string, viewer: Viewer) =>
  selectLines(db, viewer, eq(q.id, id))[0]

export function insertAcceptance(
  db: WritableDb,
  row: AcceptanceFields & { id: string; no: string; studentId: string; enteredBy: string; enteredAt: string },
): void {
  db.insert(q)
    .values({ ...row, state: 'requested', answer: '' })
    .run()
}
type Change = Partial<Omit<typeof q.$inferInsert, 'id' | 'no' | 'studentId' | 'enteredBy' | 'enteredAt'>>
export function updateAcceptance(db: WritableDb, id: string, change: Change): void {
  if (Object.keys(change).length > 0) db.update(q).set(change).where(eq(q.id, id)).run()
}
