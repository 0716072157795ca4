import { and, asc, desc, eq, isNull, lte, sql, type Column, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { AskAgain, Decline, DeclineFields } from '#contract/declines'
import type { ReadableDb, WritableDb } from '#db/connection'
import { declinesTable as d } from '#db/schema/declines'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { studentIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const ender = alias(u, 'ender')
const select = (db: ReadableDb, where: SQL | undefined): Decline[] =>
  db
    .select({
      id: d.id,
      studentId: d.studentId,
      onDay: d.onDay,
      askedBecause: d.askedBecause,
      words: d.words,
      askAgainOn: d.askAgainOn,
      by: u.name,
      at: d.at,
      endedAt: d.endedAt,
      endedBy: ender.name,
    })
    .from(d)
    .innerJoin(u, eq(u.id, d.by))
    .leftJoin(ender, eq(ender.id, d.endedBy))
    .where(and(where, isNull(d.deletedAt)))
    .orderBy(desc(d.onDay), desc(d.at))
    .all()

export const findDecline = (db: ReadableDb, id: string): Decline | undefined => select(db, eq(d.id, id))[0]
/** Newest first. */
export const findDeclinesByStudent = (db: ReadableDb, studentId: string): Decline[] =>
  select(db, eq(d.studentId, studentId))
/** The one that stands. */
export const findStandingDecline = (db: ReadableDb, studentId: string): Decline | undefined =>
  select(db, and(eq(d.studentId, studentId), isNull(d.endedAt)))[0]

/** `since`: it was recorded after that instant. */
const leftAlone = (studentId: SQL, since?: SQL): SQL =>
  sql`(EXISTS (SELECT 1 FROM declines dc WHERE dc.student_id = ${studentId} AND dc.ended_at IS NULL AND dc.deleted_at IS NULL
    ${since === undefined ? sql`` : sql`AND dc.at > ${since}`})
    AND NOT EXISTS (SELECT 1 FROM crises kc WHERE kc.student_id = ${studentId} AND kc.state = 'open'))`

/** As a condition of another query: the student does not want to come for now and is not in a crisis. */
export const isLeftAlone = (studentId: Column): SQL => leftAlone(sql`${studentId}`)

/** Of `followups`: what was agreed before the student did not want to come any more is not agreed now; what rests on a crisis is. */
export const FOLLOWUP_IS_ASKED = sql`(followups.basis = 'crisis'
  OR NOT ${leftAlone(sql`followups.student_id`, sql`followups.made_at`)})`

/** Those who do not want to come for now, as a list in SQL. */
export const STUDENTS_WHO_DECLINE = sql`(SELECT student_id FROM declines WHERE ended_at IS NULL AND deleted_at IS NULL)`

export const findAskAgain = (db: ReadableDb, today: string, viewer: Viewer): AskAgain[] =>
  db
    .select({
      id: d.id,
      studentId: d.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(d.studentId),
      askAgainOn: sql<string>`${d.askAgainOn}`,
    })
    .from(d)
    .innerJoin(s, eq(s.id, d.studentId))
    .where(
      and(
        lte(d.askAgainOn, today),
        sql`${d.askAgainOn} IS NOT NULL`,
        isNull(d.endedAt),
        isNull(d.deletedAt),
        studentIsOpenTo(viewer, d.studentId),
      ),
    )
    .orderBy(asc(d.askAgainOn))
    .all()

export function insertDecline(
  db: WritableDb,
  row: DeclineFields & { id: string; studentId: string; by: string; at: string },
): void {
  db.insert(d).values(row).run()
}
type Change = Partial<DeclineFields> & { endedAt?: string; endedBy?: string | null; deletedAt?: string }
export function updateDecline(db: WritableDb, id: string, change: Change): void {
  if (Object.keys(change).length > 0) db.update(d).set(change).where(eq(d.id, id)).run()
}
