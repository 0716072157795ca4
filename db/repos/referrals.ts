import { and, desc, eq } from 'drizzle-orm'
import type { Referral, ReferralFields, ReferralLine, ReturnSlip } from '#contract/referrals'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { referralsTable as r } from '#db/schema/referrals'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { doneAt, doneBy } from './audit.ts'
import { countRows } from './count-rows.ts'
import { referralIsOpenTo, type Viewer } from './ownership.ts'

const columns = {
  id: r.id,
  no: r.no,
  studentId: r.studentId,
  caseId: r.caseId,
  crisisId: r.crisisId,
  state: r.state,
  kind: r.kind,
  urgency: r.urgency,
  reason: r.reason,
  doneSoFar: r.doneSoFar,
  options: r.options,
  choice: r.choice,
  institutionKind: r.institutionKind,
  institution: r.institution,
  department: r.department,
  clientView: r.clientView,
  guardianAnswer: r.guardianAnswer,
  guardianInformedAt: r.guardianInformedAt,
  guardianName: r.guardianName,
  guardianWords: r.guardianWords,
  referredAt: r.referredAt,
  referredBy: u.name,
  returnDue: r.returnDue,
  slip: r.slip,
  slipBy: doneBy('referral.returned', r.studentId, r.id),
  slipAt: doneAt('referral.returned', r.studentId, r.id),
  enteredAt: r.enteredAt,
}

export function findReferral(db: ReadableDb, id: string): Referral | undefined {
  const row = db.select(columns).from(r).innerJoin(u, eq(u.id, r.referredBy)).where(eq(r.id, id)).get()
  return row && toReferral(row)
}

/** Newest first. */
export const findReferralsByStudent = (db: ReadableDb, studentId: string): Referral[] =>
  db
    .select(columns)
    .from(r)
    .innerJoin(u, eq(u.id, r.referredBy))
    .where(eq(r.studentId, studentId))
    .orderBy(desc(r.referredAt))
    .all()
    .map(toReferral)

/** Newest first; without a viewer, everybody's. */
export function findReferralLines(
  db: ReadableDb,
  state: 'waiting' | 'all',
  viewer: Viewer,
): Omit<ReferralLine, 'waitingDays'>[] {
  return db
    .select({
      id: r.id,
      no: r.no,
      studentId: r.studentId,
      state: r.state,
      urgency: r.urgency,
      institutionKind: r.institutionKind,
      institution: r.institution,
      department: r.department,
      referredAt: r.referredAt,
      returnDue: r.returnDue,
      studentName: s.name,
      className: s.className,
    })
    .from(r)
    .innerJoin(c, eq(c.id, r.caseId))
    .innerJoin(s, eq(s.id, r.studentId))
    .where(and(state === 'waiting' ? eq(r.state, 'sent') : undefined, referralIsOpenTo(viewer)))
    .orderBy(desc(r.referredAt))
    .limit(500)
    .all()
}

export const countWaitingReferrals = (db: ReadableDb, studentId: string): number =>
  countRows(db, r, and(eq(r.studentId, studentId), eq(r.state, 'sent')))

export type NewReferral = ReferralFields & {
  id: string
  no: string
  studentId: string
  caseId: string
  crisisId: string | null
  referredBy: string
  enteredAt: string
}
export function insertReferral(db: WritableDb, { options, ...row }: NewReferral): void {
  db.insert(r)
    .values({ ...row, options: JSON.stringify(options), state: 'sent' })
    .run()
}

export function updateReferral(
  db: WritableDb,
  id: string,
  {
    options,
    slip,
    ...change
  }: Partial<ReferralFields> & {
    state?: Referral['state']
    slip?: ReturnSlip
    returnedOn?: string
    withdrawnReason?: string
  },
): void {
  const set = {
    ...change,
    ...(options && { options: JSON.stringify(options) }),
    ...(slip && { slip: JSON.stringify(slip) }),
  }
  if (Object.keys(set).length > 0) db.update(r).set(set).where(eq(r.id, id)).run()
}

type Row = Omit<Referral, 'options' | 'slip'> & { options: string; slip: string | null }
const toReferral = (row: Row): Referral => ({
  ...row,
  options: JSON.parse(row.options) as string[],
  slip: row.slip === null ? null : (JSON.parse(row.slip) as ReturnSlip),
})
