import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { AccountLine, HeldCase } from '#contract/accounts'
import type { Role } from '#contract/procedure'
import type { ReadableDb, WritableDb } from '#db/connection'
import { caseHandoversTable as h, readingReasonsTable as r } from '#db/schema/accounts'
import { auditTable } from '#db/schema/audit'
import { casesTable as c } from '#db/schema/cases'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { countRows } from './count-rows.ts'
import { currentRankOf } from './risks.ts'
import { rolesFrom } from './settings.ts'

const giver = alias(u, 'giver')
const taker = alias(u, 'taker')
const doer = alias(u, 'doer')

/** Closed ones too; in the order they came. */
export const findAccountLines = (db: ReadableDb): Omit<AccountLine, 'startCode'>[] =>
  db
    .select({
      id: u.id,
      name: u.name,
      sex: u.sex,
      roles: u.roles,
      createdAt: u.createdAt,
      closedAt: u.closedAt,
      openCases: sql<number>`(SELECT count(*) FROM ${c} WHERE ${c.counselorId} = ${sql`${u.id}`} AND ${c.state} = 'open')`,
      lastSeenAt: sql<
        string | null
      >`(SELECT ${auditTable.at} FROM ${auditTable} WHERE ${auditTable.userId} = ${sql`${u.id}`} ORDER BY ${auditTable.seq} DESC LIMIT 1)`,
    })
    .from(u)
    .orderBy(asc(u.createdAt), asc(u.id))
    .all()
    .map((row) => ({ ...row, roles: rolesFrom(row.roles) }))

export const updateRoles = (db: WritableDb, id: string, roles: readonly Role[]): void => {
  db.update(u)
    .set({ roles: JSON.stringify(roles) })
    .where(eq(u.id, id))
    .run()
}
export const closeUser = (db: WritableDb, id: string, closedAt: string): void => {
  db.update(u).set({ closedAt }).where(eq(u.id, id)).run()
}

export const countOpenCases = (db: ReadableDb, counselorId: string): number =>
  countRows(db, c, and(eq(c.counselorId, counselorId), eq(c.state, 'open')))

/** Open cases of one counselor: the highest risk first, then the longest-known. */
export const findHeldCases = (db: ReadableDb, counselorId: string): HeldCase[] =>
  db
    .select({
      caseId: c.id,
      studentId: c.studentId,
      no: c.no,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
      lastVisitOn: sql<
        string | null
      >`(SELECT max(${v.onDay}) FROM ${v} WHERE ${v.caseId} = ${c.id} AND ${v.arrivedAt} IS NOT NULL)`,
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .where(and(eq(c.counselorId, counselorId), eq(c.state, 'open')))
    .orderBy(sql`coalesce(${currentRankOf(s.id)}, 0) DESC`, asc(c.openedOn), asc(c.no))
    .all()

/** Newest first. */
export const findHandovers = (db: ReadableDb, studentId: string) =>
  db
    .select({ id: h.id, no: c.no, from: giver.name, to: taker.name, note: h.note, at: h.at, by: doer.name })
    .from(h)
    .innerJoin(c, eq(c.id, h.caseId))
    .innerJoin(giver, eq(giver.id, h.fromId))
    .innerJoin(taker, eq(taker.id, h.toId))
    .innerJoin(doer, eq(doer.id, h.by))
    .where(eq(h.studentId, studentId))
    .orderBy(desc(h.at))
    .all()

export function insertHandover(db: WritableDb, row: typeof h.$inferInsert): void {
  db.insert(h).values(row).run()
}

export function insertReadingReason(db: WritableDb, row: typeof r.$inferInsert): void {
  db.insert(r).values(row).run()
}

/** Bookings of a case go to whoever has it from now on. */
export const rebook = (db: WritableDb, caseId: string, fromId: string, toId: string): void => {
  db.update(v)
    .set({ receiverId: toId })
    .where(and(eq(v.caseId, caseId), eq(v.state, 'booked'), eq(v.receiverId, fromId)))
    .run()
}
