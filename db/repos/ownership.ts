import { and, eq, gt, isNotNull, type Column, sql, type SQL } from 'drizzle-orm'
import type { Subject } from '#contract/procedure'
import { builtOnce } from '#db/built-once'
import type { ReadableDb } from '#db/connection'
import { caseHandoversTable as h, readingReasonsTable as r } from '#db/schema/accounts'
import { aidReferralsTable } from '#db/schema/aid'
import { acceptancesTable as q } from '#db/schema/acceptances'
import { assessmentsTable as a, tasksTable as t } from '#db/schema/assessments'
import { attachmentsTable } from '#db/schema/attachments'
import { casesTable as c } from '#db/schema/cases'
import { conferencesTable } from '#db/schema/conferences'
import { consentsTable } from '#db/schema/consents'
import { contactsTable, supportPersonsTable } from '#db/schema/contacts'
import { crisesTable } from '#db/schema/crises'
import { declinesTable } from '#db/schema/declines'
import { followupsTable } from '#db/schema/followups'
import { growthEntriesTable } from '#db/schema/growth'
import { lettersTable as l } from '#db/schema/letters'
import { notesTable as n } from '#db/schema/notes'
import { observationsTable } from '#db/schema/observations'
import { plansTable } from '#db/schema/plans'
import { referralsTable as f } from '#db/schema/referrals'
import { reviewsTable } from '#db/schema/reviews'
import { usersTable as u } from '#db/schema/settings'
import { stageSummariesTable } from '#db/schema/stages'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { waitsTable } from '#db/schema/waits'
import { countRows } from './count-rows.ts'
import { rolesFrom } from './settings.ts'

/** Whose a record is. */
export type Whose = {
  studentId: string
  /** The counselor of its case; for what has no case of its own, of the student's. Null: nobody's. */
  holderId: string | null
  /** Who did it in the holder's stead: received the visit, gave the test, wrote the referral, was given the letter. Not whoever has handed the case over. */
  doerId: string | null
  /** The counselor of the student's open case, else of the newest. */
  counselorId: string | null
}

/** The counselor of the open case, else of the newest. */
const counselorOf = (studentId: Column): SQL<string | null> =>
  sql<string | null>`(SELECT nc.counselor_id FROM cases nc WHERE nc.student_id = ${sql`${studentId}`}
    ORDER BY nc.state = 'open' DESC, nc.opened_on DESC, nc.created_at DESC LIMIT 1)`
/** Somebody who has not handed this case, or this student's cases, over. */
const stillDoing = (doer: Column, caseId: Column): SQL<string | null> =>
  sql<
    string | null
  >`CASE WHEN EXISTS (SELECT 1 FROM ${h} WHERE ${h.caseId} = ${sql`${caseId}`} AND ${h.fromId} = ${sql`${doer}`})
    THEN NULL ELSE ${sql`${doer}`} END`
const stillGiving = (doer: Column, studentId: Column): SQL<string | null> =>
  sql<
    string | null
  >`CASE WHEN EXISTS (SELECT 1 FROM ${h} WHERE ${h.studentId} = ${sql`${studentId}`} AND ${h.fromId} = ${sql`${doer}`})
    THEN NULL ELSE ${sql`${doer}`} END`
/** A result of a screening round is the room's until the student has a case; any other is whoever gave it. */
const holderOfTest = sql<
  string | null
>`coalesce(${counselorOf(a.studentId)}, CASE WHEN ${a.roundId} IS NULL THEN ${a.givenBy} END)`

const ofVisit = {
  studentId: sql<string>`${v.studentId}`,
  holderId: sql<string | null>`${c.counselorId}`,
  doerId: stillDoing(v.receiverId, v.caseId),
  counselorId: counselorOf(v.studentId),
}
const ofTest = {
  studentId: sql<string>`${a.studentId}`,
  holderId: holderOfTest,
  doerId: stillGiving(a.givenBy, a.studentId),
  counselorId: counselorOf(a.studentId),
}
const ofStudent = (studentId: Column) => ({
  studentId: sql<string>`${studentId}`,
  holderId: counselorOf(studentId),
  doerId: sql<null>`NULL`,
  counselorId: counselorOf(studentId),
})

/** Whoever is to take a student on reads what is asked, whose student it was before. */
const ofAcceptance = {
  ...ofStudent(q.studentId),
  doerId: stillGiving(q.assignedTo, q.studentId),
}

/** What is written within a case is its counselor's. */
const ofCases = {
  plan: plansTable,
  review: reviewsTable,
  stage: stageSummariesTable,
  followup: followupsTable,
  conference: conferencesTable,
}
/** A letter is also whoever's who was given it to answer. */
const ofLetter = { ...ofStudent(l.studentId), doerId: stillGiving(l.assignedTo, l.studentId) }
/** What is the student's own, whichever case it came up in. A letter or a call may be nobody's. */
const ofStudents = {
  consent: consentsTable,
  crisis: crisesTable,
  wait: waitsTable,
  observation: observationsTable,
  person: supportPersonsTable,
  contact: contactsTable,
  growth: growthEntriesTable,
  attachment: attachmentsTable,
  aid: aidReferralsTable,
  decline: declinesTable,
}
/** Undefined when there is no such record. */
export const findWhose = (db: ReadableDb, subject: Subject, id: string): Whose | undefined =>
  whoseOf(db, subject).get({ id })

type WhoseQuery = { get(values: { id: string }): Whose | undefined }
const whoseOf = builtOnce((db: ReadableDb, subject: Subject): WhoseQuery => {
  const id = sql.placeholder('id')
  switch (subject) {
    case 'student':
      return db.select(ofStudent(s.id)).from(s).where(eq(s.id, id)).prepare()
    case 'case':
      return db
        .select({ ...ofStudent(c.studentId), holderId: sql<string>`${c.counselorId}` })
        .from(c)
        .where(eq(c.id, id))
        .prepare()
    case 'visit':
      return db.select(ofVisit).from(v).innerJoin(c, eq(c.id, v.caseId)).where(eq(v.id, id)).prepare()
    case 'note':
      return db
        .select(ofVisit)
        .from(n)
        .innerJoin(v, eq(v.id, n.visitId))
        .innerJoin(c, eq(c.id, v.caseId))
        .where(eq(n.id, id))
        .prepare()
    case 'referral':
      return db
        .select({
          ...ofStudent(f.studentId),
          holderId: sql<string>`${c.counselorId}`,
          doerId: stillDoing(f.referredBy, f.caseId),
        })
        .from(f)
        .innerJoin(c, eq(c.id, f.caseId))
        .where(eq(f.id, id))
        .prepare()
    case 'assessment':
      return db.select(ofTest).from(a).where(eq(a.id, id)).prepare()
    case 'task':
      return db.select(ofTest).from(t).innerJoin(a, eq(a.id, t.assessmentId)).where(eq(t.id, id)).prepare()
    case 'letter':
      return db
        .select(ofLetter)
        .from(l)
        .where(and(eq(l.id, id), isNotNull(l.studentId)))
        .prepare()
    case 'acceptance':
      return db.select(ofAcceptance).from(q).where(eq(q.id, id)).prepare()
    case 'plan':
    case 'review':
    case 'stage':
    case 'followup':
    case 'conference':
      return db
        .select({ ...ofStudent(c.studentId), holderId: sql<string>`${c.counselorId}` })
        .from(ofCases[subject])
        .innerJoin(c, eq(c.id, ofCases[subject].caseId))
        .where(eq(ofCases[subject].id, id))
        .prepare()
    case 'consent':
    case 'crisis':
    case 'wait':
    case 'observation':
    case 'person':
    case 'contact':
    case 'growth':
    case 'attachment':
    case 'aid':
    case 'decline':
      return db
        .select(ofStudent(ofStudents[subject].studentId))
        .from(ofStudents[subject])
        .where(and(eq(ofStudents[subject].id, id), isNotNull(ofStudents[subject].studentId)))
        .prepare()
  }
})

/** Whether an account is that of a counselor, or was when it was closed. One that no longer counsels holds nothing. */
export function holdsCases(db: ReadableDb, userId: string): boolean {
  const row = db.select({ roles: u.roles, closedAt: u.closedAt }).from(u).where(eq(u.id, userId)).get()
  return row !== undefined && (row.closedAt !== null || rolesFrom(row.roles).includes('counselor'))
}
export const hasReasonInForce = (db: ReadableDb, userId: string, studentId: string, now: string): boolean =>
  db
    .select({ id: r.id })
    .from(r)
    .where(and(eq(r.userId, userId), eq(r.studentId, studentId), gt(r.until, now)))
    .limit(1)
    .get() !== undefined

/** Who looks at a list, and when; null where everything is hers, because nobody else was ever here. */
export type Viewer = { userId: string; now: string } | null
export const viewerOf = (db: ReadableDb, userId: string, now: string): Viewer =>
  countRows(db, u, undefined) > 1 ? { userId, now } : null

/** As a condition of another query: the same rule that the gate asks for a single record. */
function isOpenTo(viewer: Viewer, whose: { holder: SQL | Column; doer: SQL | null; studentId: Column }): SQL {
  if (!viewer) return sql`1`
  const { userId, now } = viewer
  const { holder, doer, studentId } = whose
  return sql`(${holder} = ${userId}${doer === null ? sql`` : sql` OR ${doer} = ${userId}`}
    OR ${counselorOf(studentId)} = ${userId}
    OR NOT EXISTS (SELECT 1 FROM users hu WHERE hu.id = ${holder} AND (hu.closed_at IS NOT NULL OR hu.roles LIKE '%"counselor"%'))
    OR EXISTS (SELECT 1 FROM reading_reasons rr WHERE rr.user_id = ${userId} AND rr.student_id = ${studentId} AND rr.until > ${now}))`
}
/** Needs `visits` and its `cases` in the query. */
export const visitIsOpenTo = (viewer: Viewer): SQL =>
  isOpenTo(viewer, { holder: c.counselorId, doer: stillDoing(v.receiverId, v.caseId), studentId: v.studentId })
export const testIsOpenTo = (viewer: Viewer): SQL =>
  isOpenTo(viewer, { holder: holderOfTest, doer: stillGiving(a.givenBy, a.studentId), studentId: a.studentId })
/** What is a student's own; what is nobody's is open. */
export const studentIsOpenTo = (viewer: Viewer, studentId: Column): SQL =>
  isOpenTo(viewer, { holder: sql`${counselorOf(studentId)}`, doer: null, studentId })
export const letterIsOpenTo = (viewer: Viewer): SQL =>
  isOpenTo(viewer, {
    holder: sql`${counselorOf(l.studentId)}`,
    doer: stillGiving(l.assignedTo, l.studentId),
    studentId: l.studentId,
  })
/** Needs `acceptances` in the query. */
export const acceptanceIsOpenTo = (viewer: Viewer): SQL =>
  isOpenTo(viewer, {
    holder: counselorOf(q.studentId),
    doer: stillGiving(q.assignedTo, q.studentId),
    studentId: q.studentId,
  })
/** Needs `referrals` and its `cases` in the query. */
export const referralIsOpenTo = (viewer: Viewer): SQL =>
  isOpenTo(viewer, { holder: c.counselorId, doer: stillDoing(f.referredBy, f.caseId), studentId: f.studentId })

/** Students whose counselor is somebody else and about whom no reason is in force. */
export function findStudentsOfOthers(db: ReadableDb, viewer: Viewer): Set<string> {
  if (!viewer) return new Set()
  const whose = { holder: counselorOf(c.studentId), doer: null, studentId: c.studentId }
  const rows = db
    .selectDistinct({ id: c.studentId })
    .from(c)
    .where(sql`NOT ${isOpenTo(viewer, whose)}`)
    .all()
  return new Set(rows.map(({ id }) => id))
}
