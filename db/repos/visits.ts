import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Problem } from '#contract/code-tables'
import type { BookedVisit } from '#contract/declines'
import type { OpenVisit } from '#contract/notes'
import type { Visit, VisitFields, VisitLine } from '#contract/visits'
import type { ReadableDb, WritableDb } from '#db/connection'
import { appointmentsTable as a } from '#db/schema/appointments'
import { casesTable as c } from '#db/schema/cases'
import { notesTable as n } from '#db/schema/notes'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { noticeHolds } from './consents.ts'
import { countRows } from './count-rows.ts'
import { type Viewer, visitIsOpenTo } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const columns = {
  id: v.id,
  no: v.no,
  studentId: v.studentId,
  caseId: v.caseId,
  ordinal: v.ordinal,
  state: v.state,
  channel: v.channel,
  source: v.source,
  visitor: v.visitor,
  primaryProblem: v.primaryProblem,
  otherProblems: v.otherProblems,
  place: v.place,
  receiverId: v.receiverId,
  request: v.request,
  bookedFor: v.bookedFor,
  arrivedAt: v.arrivedAt,
  endedAt: v.endedAt,
  doorOpen: v.doorOpen,
  receiverName: u.name,
  noteState: sql<'none' | 'draft' | 'signed'>`coalesce(${n.state}, 'none')`,
}
const lineColumns = {
  ...columns,
  studentName: s.name,
  studentKind: s.kind,
  className: s.className,
  riskRank: currentRankOf(s.id),
  noticeGiven: noticeHolds(s.id, v.onDay),
  noteSavedAt: n.savedAt,
}

export function findVisit(db: ReadableDb, id: string): Visit | undefined {
  const row = db
    .select(columns)
    .from(v)
    .innerJoin(u, eq(u.id, v.receiverId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(eq(v.id, id))
    .get()
  return row && toVisit(row)
}

/** Newest first. */
export function findVisitsByStudent(
  db: ReadableDb,
  studentId: string,
  limit: number,
): (Visit & { enteredAt: string; onDay: string })[] {
  return db
    .select({ ...columns, enteredAt: v.enteredAt, onDay: v.onDay })
    .from(v)
    .innerJoin(u, eq(u.id, v.receiverId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(eq(v.studentId, studentId))
    .orderBy(desc(v.onDay), desc(v.ordinal))
    .limit(limit)
    .all()
    .map((row) => ({ ...toVisit(row), enteredAt: row.enteredAt, onDay: row.onDay }))
}

export const findVisitLinesByDay = (db: ReadableDb, day: string, viewer: Viewer) =>
  selectLines(db, viewer, eq(v.onDay, day), asc(sql`coalesce(${v.bookedFor}, ${v.arrivedAt})`))

/** Came, is over (ended, or an earlier day), and has no signed note; of cases that are open to the viewer. Oldest first. */
export const findUnfinishedVisitLines = (db: ReadableDb, today: string, viewer: Viewer): VisitLine[] =>
  selectLines(
    db,
    viewer,
    and(
      visitIsOpenTo(viewer),
      isNotNull(v.arrivedAt),
      or(eq(v.state, 'ended'), lt(v.onDay, today)),
      sql`coalesce(${n.state}, 'none') <> 'signed'`,
    ),
    asc(v.onDay),
  )

/** The visit of the same student just before this one that has a note. */
export function findPreviousNotedVisit(db: ReadableDb, visit: Visit): string | undefined {
  return db
    .select({ id: v.id })
    .from(v)
    .innerJoin(n, eq(n.visitId, v.id))
    .where(and(eq(v.studentId, visit.studentId), ne(v.id, visit.id), lt(v.ordinal, visit.ordinal)))
    .orderBy(desc(v.ordinal))
    .limit(1)
    .get()?.id
}

/** Visits that have taken place and have no note, newest first. */
export const findVisitsWithoutNote = (db: ReadableDb, studentId: string): OpenVisit[] =>
  db
    .select({ visitId: v.id, no: v.no, arrivedAt: sql<string>`${v.arrivedAt}`, ordinal: v.ordinal })
    .from(v)
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(eq(v.studentId, studentId), isNotNull(v.arrivedAt), isNull(n.id)))
    .orderBy(desc(v.arrivedAt))
    .all()

export function findNextBookedVisit(db: ReadableDb, studentId: string, from: string): Visit | undefined {
  const row = db
    .select(columns)
    .from(v)
    .innerJoin(u, eq(u.id, v.receiverId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(eq(v.studentId, studentId), eq(v.state, 'booked'), gte(v.bookedFor, from)))
    .orderBy(asc(v.bookedFor))
    .limit(1)
    .get()
  return row && toVisit(row)
}

/**
 * Bookings of the student in person that nobody has come to, from a day on. A talk about a critical answer of a screening is not
 * among them: it is held all the same.
 */
export const findBookedOfDecliner = (db: ReadableDb, studentId: string, from: string): BookedVisit[] =>
  db
    .select({ visitId: v.id, bookedFor: sql<string>`${v.bookedFor}`, place: v.place, receiverName: u.name })
    .from(v)
    .innerJoin(u, eq(u.id, v.receiverId))
    .where(
      and(
        eq(v.studentId, studentId),
        eq(v.state, 'booked'),
        eq(v.visitor, 'student'),
        gte(v.onDay, from),
        sql`NOT EXISTS (SELECT 1 FROM screening_entries se WHERE se.student_id = ${v.studentId} AND se.visit_id = ${v.id} AND se.urgency IS NOT NULL AND se.seen_on IS NULL)`,
      ),
    )
    .orderBy(asc(v.bookedFor))
    .all()

/** How many times this student came. */
export const countVisits = (db: ReadableDb, studentId: string): number =>
  countRows(db, v, and(eq(v.studentId, studentId), isNotNull(v.arrivedAt)))

/** Visits and bookings of each of these students, read from the index alone. */
export function countVisitsOf(db: ReadableDb, studentIds: readonly string[]): Map<string, number> {
  const rows = db
    .select({ studentId: v.studentId, n: sql<number>`count(*)` })
    .from(v)
    .where(inArray(v.studentId, [...studentIds]))
    .groupBy(v.studentId)
    .all()
  return new Map(rows.map((row) => [row.studentId, row.n]))
}

export const lastOrdinal = (db: ReadableDb, studentId: string): number =>
  db
    .select({ n: sql<number>`coalesce(max(${v.ordinal}), 0)` })
    .from(v)
    .where(eq(v.studentId, studentId))
    .get()?.n ?? 0

export type NewVisit = VisitFields & {
  id: string
  no: string
  studentId: string
  caseId: string
  ordinal: number
  state: Visit['state']
  onDay: string
  enteredAt: string
  enteredBy: string
}
export function insertVisit(db: WritableDb, { otherProblems, ...row }: NewVisit): void {
  db.insert(v)
    .values({ ...row, otherProblems: JSON.stringify(otherProblems) })
    .run()
}

export function updateVisit(
  db: WritableDb,
  id: string,
  {
    otherProblems,
    ...change
  }: Partial<VisitFields> & { state?: Visit['state']; onDay?: string; caseId?: string; cancelReason?: string },
): void {
  db.update(v)
    .set({ ...change, ...(otherProblems && { otherProblems: JSON.stringify(otherProblems) }) })
    .where(eq(v.id, id))
    .run()
}

/** `isOpen`: whether the viewer may read more than when and who. */
function selectLines(
  db: ReadableDb,
  viewer: Viewer,
  where: SQL | undefined,
  order: SQL,
): (VisitLine & { isOpen: boolean })[] {
  return db
    .select({ ...lineColumns, isOpen: sql<number>`${visitIsOpenTo(viewer)}` })
    .from(v)
    .innerJoin(c, eq(c.id, v.caseId))
    .innerJoin(u, eq(u.id, v.receiverId))
    .innerJoin(s, eq(s.id, v.studentId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(where)
    .orderBy(order)
    .all()
    .map((row) => ({
      ...toVisit(row),
      studentName: row.studentName,
      studentKind: row.studentKind,
      className: row.className,
      riskRank: row.riskRank,
      noticeGiven: row.noticeGiven === 1,
      noteSavedAt: row.noteSavedAt,
      isOpen: row.isOpen === 1,
    }))
}

type Row = Omit<Visit, 'otherProblems' | 'minutes'> & { otherProblems: string }
const toVisit = (row: Row): Visit => ({
  ...row,
  otherProblems: JSON.parse(row.otherProblems) as Problem[],
  minutes: minutesBetween(row.arrivedAt, row.endedAt),
})

/** Whole minutes between two wall times of the same school; null while one is missing. */
export function minutesBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  return Math.round((Date.parse(`${to}:00Z`) - Date.parse(`${from}:00Z`)) / 60_000)
}

/** When somebody receives or has received visitors within some days; cancelled bookings take no time. */
export const findTimesTaken = (db: ReadableDb, receiverId: string, days: { from: string; to: string }) =>
  db
    .select({ bookedFor: v.bookedFor, arrivedAt: v.arrivedAt, endedAt: v.endedAt, until: a.until })
    .from(v)
    .leftJoin(a, eq(a.visitId, v.id))
    .where(
      and(
        gte(v.onDay, days.from),
        lte(v.onDay, days.to),
        eq(v.receiverId, receiverId),
        inArray(v.state, ['booked', 'arrived', 'ended']),
      ),
    )
    .all()
