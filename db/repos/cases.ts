import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { EntryFields } from '#contract/case-course'
import type { Case, CaseLine } from '#contract/cases'
import type { ReadableDb, WritableDb } from '#db/connection'
import { caseEventsTable as e, casesTable as c } from '#db/schema/cases'
import { crisesTable } from '#db/schema/crises'
import { notesTable } from '#db/schema/notes'
import { referralsTable } from '#db/schema/referrals'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { countRows } from './count-rows.ts'
import { currentRankOf } from './risks.ts'

const columns = {
  id: c.id,
  no: c.no,
  studentId: c.studentId,
  state: c.state,
  openedOn: c.openedOn,
  closedOn: c.closedOn,
  closeReason: c.closeReason,
  closeNote: c.closeNote,
  advice: c.advice,
  explanation: c.explanation,
  counselorId: c.counselorId,
  counselor: u.name,
}

export const findCase = (db: ReadableDb, id: string): Case | undefined =>
  db.select(columns).from(c).innerJoin(u, eq(u.id, c.counselorId)).where(eq(c.id, id)).get()

export const findOpenCase = (db: ReadableDb, studentId: string): Case | undefined =>
  db
    .select(columns)
    .from(c)
    .innerJoin(u, eq(u.id, c.counselorId))
    .where(and(eq(c.studentId, studentId), eq(c.state, 'open')))
    .get()

/** Newest first. */
export const findCasesByStudent = (db: ReadableDb, studentId: string): Case[] =>
  db
    .select(columns)
    .from(c)
    .innerJoin(u, eq(u.id, c.counselorId))
    .where(eq(c.studentId, studentId))
    .orderBy(desc(c.openedOn))
    .all()

/** The counselor of the open case, else of the newest one. */
export const findHolder = (db: ReadableDb, studentId: string): { id: string; name: string } | undefined =>
  db
    .select({ id: u.id, name: u.name })
    .from(c)
    .innerJoin(u, eq(u.id, c.counselorId))
    .where(eq(c.studentId, studentId))
    .orderBy(desc(eq(c.state, 'open')), desc(c.openedOn), desc(c.createdAt))
    .limit(1)
    .get()

/** Newest first. */
export const findCaseEventsByStudent = (db: ReadableDb, studentId: string) =>
  db
    .select({
      id: e.id,
      no: c.no,
      what: e.what,
      onDay: e.onDay,
      reason: e.reason,
      text: e.text,
      by: u.name,
      enteredAt: e.enteredAt,
    })
    .from(e)
    .innerJoin(c, eq(c.id, e.caseId))
    .innerJoin(u, eq(u.id, e.by))
    .where(eq(e.studentId, studentId))
    .orderBy(desc(e.enteredAt))
    .all()

export function insertCaseEvent(db: WritableDb, row: typeof e.$inferInsert): void {
  db.insert(e).values(row).run()
}

export function findCasePage(
  db: ReadableDb,
  state: 'open' | 'closed' | 'all',
  offset: number,
  limit: number,
): { total: number; rows: CaseLine[] } {
  const where = state === 'all' ? undefined : eq(c.state, state)
  const total = countRows(db, c, where)
  const rows = db
    .select({
      ...columns,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
      visitCount: sql<number>`(SELECT count(*) FROM ${v} WHERE ${v.caseId} = ${c.id} AND ${v.arrivedAt} IS NOT NULL)`,
      lastVisitOn: sql<
        string | null
      >`(SELECT max(${v.onDay}) FROM ${v} WHERE ${v.caseId} = ${c.id} AND ${v.arrivedAt} IS NOT NULL)`,
    })
    .from(c)
    .innerJoin(u, eq(u.id, c.counselorId))
    .innerJoin(s, eq(s.id, c.studentId))
    .where(where)
    .orderBy(desc(c.openedOn), desc(c.no))
    .limit(limit)
    .offset(offset)
    .all()
  return { total, rows }
}

export function insertCase(
  db: WritableDb,
  row: { id: string; no: string; studentId: string; openedOn: string; counselorId: string; createdAt: string },
): void {
  db.insert(c)
    .values({ ...row, state: 'open', closeNote: '', advice: '' })
    .run()
}

export function updateCase(
  db: WritableDb,
  id: string,
  change: Partial<
    Pick<
      typeof c.$inferInsert,
      | 'state'
      | 'closedOn'
      | 'closeReason'
      | 'closeNote'
      | 'advice'
      | 'explanation'
      | 'counselorId'
      | 'entryBasis'
      | 'entryNote'
    >
  >,
): void {
  db.update(c).set(change).where(eq(c.id, id)).run()
}

/** How the student came to it; undefined while nobody has said. */
export function findEntry(db: ReadableDb, caseId: string): EntryFields | undefined {
  const row = db.select({ basis: c.entryBasis, note: c.entryNote }).from(c).where(eq(c.id, caseId)).get()
  return row?.basis ? { basis: row.basis, note: row.note } : undefined
}

/** Counts of what is still open in a case and about its student. */
export function countUnfinished(
  db: ReadableDb,
  found: Pick<Case, 'id' | 'studentId'>,
): { openCrises: number; unsignedNotes: number; waitingReferrals: number } {
  return {
    openCrises: countRows(
      db,
      crisesTable,
      and(eq(crisesTable.studentId, found.studentId), eq(crisesTable.state, 'open')),
    ),
    unsignedNotes:
      db
        .select({ n: sql<number>`count(*)` })
        .from(v)
        .leftJoin(notesTable, eq(notesTable.visitId, v.id))
        .where(
          and(
            eq(v.caseId, found.id),
            sql`${v.arrivedAt} IS NOT NULL`,
            sql`coalesce(${notesTable.state}, 'none') <> 'signed'`,
          ),
        )
        .get()?.n ?? 0,
    waitingReferrals: countRows(
      db,
      referralsTable,
      and(eq(referralsTable.caseId, found.id), eq(referralsTable.state, 'sent'), ne(referralsTable.kind, 'inside')),
    ),
  }
}
