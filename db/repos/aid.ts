import { and, asc, desc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm'
import type { AidAnswer, AidDue, AidFields, AidReferral, Hardship, HardshipFields } from '#contract/aid'
import type { ReadableDb, WritableDb } from '#db/connection'
import { aidReferralsTable as a, hardshipsTable as h } from '#db/schema/aid'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { studentIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

export const findHardship = (db: ReadableDb, studentId: string): Hardship | undefined =>
  db
    .select({ since: h.since, note: h.note, endedOn: h.endedOn, by: u.name, at: h.at })
    .from(h)
    .innerJoin(u, eq(u.id, h.by))
    .where(eq(h.studentId, studentId))
    .get()

/** One row for each student; what stood there before is kept by the table's trigger. */
export function putHardship(
  db: WritableDb,
  row: HardshipFields & { studentId: string; endedOn: string | null; by: string; at: string },
): void {
  const { studentId: _key, ...set } = row
  db.insert(h).values(row).onConflictDoUpdate({ target: h.studentId, set }).run()
}

const select = (db: ReadableDb, where: SQL): AidReferral[] =>
  db
    .select({
      id: a.id,
      no: a.no,
      studentId: a.studentId,
      onDay: a.onDay,
      kind: a.kind,
      office: a.office,
      reason: a.reason,
      told: a.told,
      agreedBy: a.agreedBy,
      exceptionGround: a.exceptionGround,
      state: a.state,
      answerDue: a.answerDue,
      answeredOn: a.answeredOn,
      outcome: a.outcome,
      enteredBy: u.name,
      enteredAt: a.enteredAt,
    })
    .from(a)
    .innerJoin(u, eq(u.id, a.enteredBy))
    .where(and(where, isNull(a.deletedAt)))
    .orderBy(desc(a.onDay), desc(a.enteredAt))
    .all()
    .map((row) => ({ ...row, agreedBy: JSON.parse(row.agreedBy) as AidFields['agreedBy'] }))

export const findAid = (db: ReadableDb, id: string): AidReferral | undefined => select(db, eq(a.id, id))[0]
/** Newest first. */
export const findAidByStudent = (db: ReadableDb, studentId: string): AidReferral[] =>
  select(db, eq(a.studentId, studentId))

/** Answers that should have been here before `today`, in the words of the index `aid_referrals_waiting`. */
const aidDueQuery = (db: ReadableDb, today: string, viewer: Viewer) =>
  db
    .select({
      id: a.id,
      studentId: a.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(a.studentId),
      kind: a.kind,
      office: a.office,
      answerDue: a.answerDue,
    })
    .from(a)
    .innerJoin(s, eq(s.id, a.studentId))
    .where(
      and(
        sql`${a.state} IN ('sent', 'waiting')`,
        lt(a.answerDue, today),
        isNull(a.deletedAt),
        studentIsOpenTo(viewer, a.studentId),
      ),
    )
    .orderBy(asc(a.answerDue))
    .limit(200)
export const findAidDue = (db: ReadableDb, today: string, viewer: Viewer): AidDue[] =>
  aidDueQuery(db, today, viewer).all()

type Stored = Omit<AidFields, 'answerDue'> & { answerDue: string }
export function insertAid(
  db: WritableDb,
  { agreedBy, ...row }: Stored & { id: string; no: string; studentId: string; enteredBy: string; enteredAt: string },
): void {
  db.insert(a)
    .values({ ...row, agreedBy: JSON.stringify(agreedBy), state: 'sent', outcome: '' })
    .run()
}
type Change = Partial<Stored> &
  Partial<Omit<AidAnswer, 'answerDue' | 'state'>> & { state?: AidReferral['state']; deletedAt?: string }
export function updateAid(db: WritableDb, id: string, { agreedBy, ...change }: Change): void {
  db.update(a)
    .set({ ...change, ...(agreedBy && { agreedBy: JSON.stringify(agreedBy) }) })
    .where(eq(a.id, id))
    .run()
}
