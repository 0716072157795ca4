import { and, asc, count, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Apart, AppointmentLine } from '#contract/appointments'
import type { ReadableDb, WritableDb } from '#db/connection'
import { appointmentsTable as a, keptApartTable as k } from '#db/schema/appointments'
import { casesTable as c } from '#db/schema/cases'
import { crisesTable } from '#db/schema/crises'
import { notesTable as n } from '#db/schema/notes'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { noticeHolds } from './consents.ts'
import { type Viewer, visitIsOpenTo } from './ownership.ts'
import { currentRankOf } from './risks.ts'

type Days = { from: string; to: string }
/** `onDay`: of arrival, else of the booking; somebody may come on another day than was planned. */
export type AppointmentRow = Omit<AppointmentLine, 'until' | 'from'> & { onDay: string; until: string | null }

const NO_TERM = { from: '9999-12-31', to: '0000-01-01' }

type Looking = { viewer: Viewer; term: Days | null }
/** `term`: the days in which missed appointments count. */
export const appointmentsQuery = (db: ReadableDb, { from, to }: Days, { viewer, term }: Looking) => {
  const counted = term ?? NO_TERM
  return db
    .select({
      visitId: v.id,
      studentId: v.studentId,
      caseId: v.caseId,
      no: v.no,
      ordinal: v.ordinal,
      studentName: s.name,
      studentKind: s.kind,
      className: s.className,
      riskRank: currentRankOf(s.id),
      state: v.state,
      channel: v.channel,
      place: v.place,
      receiverId: v.receiverId,
      receiverName: u.name,
      onDay: v.onDay,
      until: a.until,
      bookedFor: v.bookedFor,
      arrivedAt: v.arrivedAt,
      endedAt: v.endedAt,
      seriesId: a.seriesId,
      overReason: sql<string>`coalesce(${a.overReason}, '')`,
      confirmedAt: a.confirmedAt,
      noShows: sql<number>`(SELECT count(*) FROM visits nv WHERE nv.student_id = ${v.studentId} AND +nv.state = 'no-show'
        AND nv.on_day BETWEEN ${counted.from} AND ${counted.to})`,
      isFirst: sql<number>`NOT EXISTS (SELECT 1 FROM visits pv WHERE pv.student_id = ${v.studentId} AND pv.arrived_at IS NOT NULL
        AND pv.id <> ${v.id})`,
      noticeGiven: noticeHolds(s.id, v.onDay),
      primaryProblem: v.primaryProblem,
      isOpen: sql<number>`${visitIsOpenTo(viewer)}`,
      noteState: sql<'none' | 'draft' | 'signed'>`coalesce(${n.state}, 'none')`,
    })
    .from(v)
    .innerJoin(c, eq(c.id, v.caseId))
    .innerJoin(u, eq(u.id, v.receiverId))
    .innerJoin(s, eq(s.id, v.studentId))
    .leftJoin(a, eq(a.visitId, v.id))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(gte(v.onDay, from), lte(v.onDay, to)))
    .orderBy(asc(v.onDay), asc(sql`coalesce(${v.bookedFor}, ${v.arrivedAt})`), asc(v.id))
}

/** What stands on these days, in order. */
export const findAppointmentRows = (db: ReadableDb, days: Days, looking: Looking): AppointmentRow[] =>
  appointmentsQuery(db, days, looking)
    .all()
    .map((row) => ({
      ...row,
      isFirst: row.isFirst === 1,
      noticeGiven: row.noticeGiven === 1,
      isOpen: row.isOpen === 1,
    }))

export type TakenRow = {
  visitId: string
  studentId: string
  studentName: string
  receiverId: string
  place: string
  from: string | null
  until: string | null
  endedAt: string | null
}
/** Who takes time on these days; what was cancelled or missed takes none. */
export const findTaken = (db: ReadableDb, days: Days): TakenRow[] => takenQuery(db, days).all()
export const takenQuery = (db: ReadableDb, { from, to }: Days) =>
  db
    .select({
      visitId: v.id,
      studentId: v.studentId,
      studentName: s.name,
      receiverId: v.receiverId,
      place: v.place,
      from: sql<string | null>`coalesce(${v.arrivedAt}, ${v.bookedFor})`,
      until: a.until,
      endedAt: v.endedAt,
    })
    .from(v)
    .innerJoin(s, eq(s.id, v.studentId))
    .leftJoin(a, eq(a.visitId, v.id))
    .where(and(gte(v.onDay, from), lte(v.onDay, to), inArray(v.state, ['booked', 'arrived', 'ended'])))

export const findAppointment = (db: ReadableDb, visitId: string) =>
  db.select().from(a).where(eq(a.visitId, visitId)).get()

type Agreed = { visitId: string; until: string; seriesId: string | null; overReason: string }
/** A changed time is one that nobody has confirmed. */
export const putAppointment = (db: WritableDb, row: Agreed): void =>
  void db
    .insert(a)
    .values({ ...row, confirmedAt: null, confirmedBy: null })
    .onConflictDoUpdate({
      target: a.visitId,
      set: { until: row.until, overReason: row.overReason, confirmedAt: null, confirmedBy: null },
    })
    .run()
export const setConfirmed = (db: WritableDb, visitId: string, confirmed: { at: string; by: string } | null): void =>
  void db
    .update(a)
    .set({ confirmedAt: confirmed?.at ?? null, confirmedBy: confirmed?.by ?? null })
    .where(eq(a.visitId, visitId))
    .run()

/** Bookings of a series that still stand, after a time. */
export const findFollowing = (
  db: ReadableDb,
  seriesId: string,
  after: string,
): { visitId: string; from: string; until: string }[] =>
  db
    .select({ visitId: v.id, from: sql<string>`${v.bookedFor}`, until: a.until })
    .from(a)
    .innerJoin(v, eq(v.id, a.visitId))
    .where(and(eq(a.seriesId, seriesId), eq(v.state, 'booked'), gt(v.bookedFor, after)))
    .orderBy(asc(v.bookedFor))
    .all()

/** Missed appointments of each, by student; who missed none is not there. */
export const countNoShows = (db: ReadableDb, studentIds: readonly string[], { from, to }: Days): Map<string, number> =>
  new Map(
    db
      .select({ studentId: v.studentId, n: count() })
      .from(v)
      .where(and(inArray(v.studentId, [...studentIds]), gte(v.onDay, from), lte(v.onDay, to), eq(v.state, 'no-show')))
      .groupBy(v.studentId)
      .all()
      .map(({ studentId, n }) => [studentId, n]),
  )
export const findStudentsInCrisis = (db: ReadableDb, studentIds: readonly string[]): Set<string> =>
  new Set(
    db
      .select({ studentId: crisesTable.studentId })
      .from(crisesTable)
      .where(and(inArray(crisesTable.studentId, [...studentIds]), eq(crisesTable.state, 'open')))
      .all()
      .map(({ studentId }) => studentId),
  )

/** Pairs that must not meet at the door, with one of these students in them. */
export const findApartPairs = (db: ReadableDb, studentIds: readonly string[]): { oneId: string; otherId: string }[] =>
  db
    .select({ oneId: k.oneId, otherId: k.otherId })
    .from(k)
    .where(and(isNull(k.endedAt), or(inArray(k.oneId, [...studentIds]), inArray(k.otherId, [...studentIds]))))
    .all()
/** Whoever must not meet this student at the door. */
export const findApart = (db: ReadableDb, studentId: string): Apart[] =>
  db
    .select({
      id: k.id,
      otherId: s.id,
      otherName: s.name,
      otherClass: s.className,
      reason: k.reason,
      at: k.at,
      byName: u.name,
    })
    .from(k)
    .innerJoin(s, eq(s.id, sql`CASE WHEN ${k.oneId} = ${studentId} THEN ${k.otherId} ELSE ${k.oneId} END`))
    .innerJoin(u, eq(u.id, k.by))
    .where(and(isNull(k.endedAt), or(eq(k.oneId, studentId), eq(k.otherId, studentId))))
    .orderBy(asc(k.at))
    .all()
export const insertApart = (
  db: WritableDb,
  row: { id: string; oneId: string; otherId: string; reason: string; at: string; by: string },
): void => void db.insert(k).values(row).run()
export const endApart = (db: WritableDb, id: string, at: string): void =>
  void db.update(k).set({ endedAt: at }).where(eq(k.id, id)).run()
