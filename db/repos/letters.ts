import { and, asc, between, desc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { LetterState } from '#contract/contact-tables'
import type { Letter, LetterFields, LetterLine, LetterOpening } from '#contract/letters'
import type { ReadableDb, WritableDb } from '#db/connection'
import { letterOpeningsTable as o, lettersTable as l } from '#db/schema/letters'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { letterIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const assigned = alias(u, 'assigned')
const shared = {
  id: l.id,
  no: l.no,
  receivedOn: l.receivedOn,
  studentId: l.studentId,
  studentName: s.name,
  className: s.className,
  writer: l.writer,
  isRisk: l.isRisk,
  state: l.state,
  replyDue: l.replyDue,
  assignedId: l.assignedTo,
  assignedName: assigned.name,
}
/** Read or not, nothing has come of them yet. */
const OPEN: LetterState[] = ['unread', 'read']

export function findLetter(db: ReadableDb, id: string): Letter | undefined {
  const row = db
    .select({
      ...shared,
      summary: l.summary,
      reply: l.reply,
      answeredAt: l.answeredAt,
      notifiedAt: l.notifiedAt,
      visitId: l.visitId,
      bookedFor: v.bookedFor,
      enteredBy: u.name,
      enteredAt: l.enteredAt,
    })
    .from(l)
    .innerJoin(u, eq(u.id, l.enteredBy))
    .leftJoin(s, eq(s.id, l.studentId))
    .leftJoin(assigned, eq(assigned.id, l.assignedTo))
    .leftJoin(v, eq(v.id, l.visitId))
    .where(and(eq(l.id, id), isNull(l.deletedAt)))
    .get()
  return row && withAssigned(row)
}

/** Risk first, then unread, then by when an answer is due. */
const selectLines = (db: ReadableDb, viewer: Viewer, where: SQL | undefined): Omit<LetterLine, 'isOverdue'>[] =>
  db
    .select({
      ...shared,
      riskRank: currentRankOf(l.studentId),
      isOpen: sql<number>`${letterIsOpenTo(viewer)}`,
    })
    .from(l)
    .leftJoin(s, eq(s.id, l.studentId))
    .leftJoin(assigned, eq(assigned.id, l.assignedTo))
    .where(and(where, isNull(l.deletedAt)))
    .orderBy(
      sql`${inArray(l.state, OPEN)} DESC`,
      sql`(${l.isRisk} AND ${inArray(l.state, OPEN)}) DESC`,
      sql`CASE WHEN ${inArray(l.state, OPEN)} THEN coalesce(${l.replyDue}, '9') END`,
      desc(l.receivedOn),
      desc(l.no),
    )
    .limit(500)
    .all()
    .map(({ isOpen, ...row }) => ({ ...withAssigned(row), isOpen: isOpen === 1 }))

export const findLetterLines = (db: ReadableDb, state: 'unread' | 'open' | 'all', viewer: Viewer) =>
  selectLines(db, viewer, state === 'all' ? undefined : inArray(l.state, state === 'unread' ? ['unread'] : OPEN))
export const findLetterLine = (db: ReadableDb, id: string, viewer: Viewer) => selectLines(db, viewer, eq(l.id, id))[0]
/** Newest first. */
export const findLettersByStudent = (db: ReadableDb, studentId: string) =>
  db
    .select({
      id: l.id,
      no: l.no,
      receivedOn: l.receivedOn,
      enteredAt: l.enteredAt,
      state: l.state,
      isRisk: l.isRisk,
    })
    .from(l)
    .where(and(eq(l.studentId, studentId), isNull(l.deletedAt)))
    .orderBy(desc(l.receivedOn))
    .all()
/** For the printed register, which names nobody; by number. */
export const findLettersOf = (db: ReadableDb, from: string, to: string) =>
  db
    .select({ ...shared, answeredAt: l.answeredAt, notifiedAt: l.notifiedAt })
    .from(l)
    .leftJoin(s, eq(s.id, l.studentId))
    .leftJoin(assigned, eq(assigned.id, l.assignedTo))
    .where(and(between(l.receivedOn, from, to), isNull(l.deletedAt)))
    .orderBy(asc(l.receivedOn), asc(l.no))
    .all()
    .map(withAssigned)

export const countLettersOn = (db: ReadableDb, day: string): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(l)
    .where(and(eq(l.receivedOn, day), isNull(l.deletedAt)))
    .get()?.n ?? 0

type Stored = Omit<LetterFields, 'assignedTo'> & { assignedTo: string | null; studentId: string | null }
export function insertLetter(
  db: WritableDb,
  row: Stored & { id: string; no: string; state: LetterState; enteredBy: string; enteredAt: string },
): void {
  db.insert(l)
    .values({ ...row, reply: '' })
    .run()
}
type Change = Partial<Stored> & {
  state?: LetterState
  reply?: string
  answeredAt?: string
  notifiedAt?: string
  visitId?: string | null
  deletedAt?: string
}
export const updateLetter = (db: WritableDb, id: string, change: Change): void => {
  if (Object.keys(change).length > 0) db.update(l).set(change).where(eq(l.id, id)).run()
}

/** Oldest first. */
export const findOpenings = (db: ReadableDb, from: string, to: string): LetterOpening[] =>
  db
    .select({ day: o.day, openedBy: u.name, count: o.count })
    .from(o)
    .innerJoin(u, eq(u.id, o.openedBy))
    .where(between(o.day, from, to))
    .orderBy(asc(o.day))
    .all()
export function putOpening(db: WritableDb, row: typeof o.$inferInsert): void {
  db.insert(o)
    .values(row)
    .onConflictDoUpdate({ target: o.day, set: { count: row.count } })
    .run()
}
export const findFirstOpeningDay = (db: ReadableDb): string | undefined =>
  db.select({ day: o.day }).from(o).orderBy(asc(o.day)).limit(1).get()?.day

function withAssigned<R extends { assignedId: string | null; assignedName: string | null }>({
  assignedId,
  assignedName,
  ...row
}: R) {
  return { ...row, assignedTo: assignedId === null ? null : { id: assignedId, name: assignedName ?? '' } }
}
