import { and, asc, desc, eq, gte, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { ToldTopic } from '#contract/contact-tables'
import type { Contact, ContactFields, ContactLine } from '#contract/contacts'
import type { ReadableDb, WritableDb } from '#db/connection'
import { contactsTable as k } from '#db/schema/contacts'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { studentIsOpenTo, type Viewer } from './ownership.ts'
import { currentRankOf } from './risks.ts'

const replier = alias(u, 'replier')
const passed = alias(u, 'passed')
const shared = {
  id: k.id,
  studentId: k.studentId,
  kind: k.kind,
  at: k.at,
  direction: k.direction,
  way: k.way,
  outcome: k.outcome,
  name: k.name,
  relation: k.relation,
  replyDue: k.replyDue,
  repliedAt: k.repliedAt,
  nextOn: k.nextOn,
  passedId: k.passedTo,
  passedName: passed.name,
  enteredById: k.enteredBy,
  enteredByName: u.name,
}
const wholeColumns = {
  ...shared,
  minutes: k.minutes,
  personId: k.personId,
  summary: k.summary,
  toldTopics: k.toldTopics,
  told: k.told,
  exceptionGround: k.exceptionGround,
  answer: k.answer,
  agreed: k.agreed,
  dueReason: k.dueReason,
  repliedBy: replier.name,
  nextTopic: k.nextTopic,
  leftAt: k.leftAt,
  collectedBy: k.collectedBy,
  enteredAt: k.enteredAt,
}
const isThere = isNull(k.deletedAt)

const selectWhole = (db: ReadableDb, where: SQL | undefined): Contact[] =>
  db
    .select(wholeColumns)
    .from(k)
    .innerJoin(u, eq(u.id, k.enteredBy))
    .leftJoin(replier, eq(replier.id, k.repliedBy))
    .leftJoin(passed, eq(passed.id, k.passedTo))
    .where(and(where, isThere))
    .orderBy(desc(k.at), desc(k.enteredAt))
    .all()
    .map(({ passedId, passedName, enteredById, enteredByName, toldTopics, ...row }) => ({
      ...row,
      toldTopics: JSON.parse(toldTopics) as ToldTopic[],
      passedTo: accountOf(passedId, passedName),
      enteredBy: { id: enteredById, name: enteredByName },
    }))

export const findContact = (db: ReadableDb, id: string): Contact | undefined => selectWhole(db, eq(k.id, id))[0]
/** Newest first. */
export const findContactsByStudent = (db: ReadableDb, studentId: string): Contact[] =>
  selectWhole(db, eq(k.studentId, studentId))

const selectLines = (db: ReadableDb, viewer: Viewer, where: SQL | undefined, ...order: SQL[]) =>
  db
    .select({
      ...shared,
      nextTopic: k.nextTopic,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(k.studentId),
      isOpen: sql<number>`${studentIsOpenTo(viewer, k.studentId)}`,
    })
    .from(k)
    .innerJoin(u, eq(u.id, k.enteredBy))
    .leftJoin(s, eq(s.id, k.studentId))
    .leftJoin(passed, eq(passed.id, k.passedTo))
    .where(and(where, isThere))
    .orderBy(...order)
    .limit(1000)
    .all()
    .map(({ passedId, passedName, enteredById, enteredByName, isOpen, ...row }) => ({
      ...row,
      passedTo: accountOf(passedId, passedName),
      enteredBy: { id: enteredById, name: enteredByName },
      isOpen: isOpen === 1,
    }))

export type FoundLine = ContactLine & { nextTopic: string }
export const findContactLine = (db: ReadableDb, id: string, viewer: Viewer): FoundLine | undefined =>
  selectLines(db, viewer, eq(k.id, id), asc(k.id))[0]
/** From one day to another, newest first. */
export const findContactLines = (db: ReadableDb, from: string, to: string, viewer: Viewer): FoundLine[] =>
  selectLines(db, viewer, and(gte(k.at, `${from}T00:00`), lte(k.at, `${to}T23:59`)), desc(k.at), desc(k.enteredAt))
/** Somebody waits for an answer. */
export const findContactsAwaiting = (db: ReadableDb, viewer: Viewer): FoundLine[] =>
  selectLines(db, viewer, and(isNotNull(k.replyDue), isNull(k.repliedAt)), asc(k.replyDue))
/** The next call was agreed for `today` or before, and nobody has spoken with them since. */
export const findContactsToGoOn = (db: ReadableDb, today: string, viewer: Viewer): FoundLine[] =>
  selectLines(
    db,
    viewer,
    and(
      isNotNull(k.nextOn),
      lte(k.nextOn, today),
      sql`NOT EXISTS (SELECT 1 FROM contacts later WHERE later.student_id IS ${k.studentId} AND later.relation = ${k.relation}
        AND (${k.studentId} IS NOT NULL OR later.name = ${k.name})
        AND later.at > ${k.at} AND later.outcome = 'reached' AND later.deleted_at IS NULL)`,
    ),
    asc(k.nextOn),
  )

type Stored = Omit<ContactFields, 'awaitsReply'>
export function insertContact(
  db: WritableDb,
  { toldTopics, ...row }: Stored & { id: string; studentId: string | null; enteredBy: string; enteredAt: string },
): void {
  db.insert(k)
    .values({ ...row, toldTopics: JSON.stringify(toldTopics) })
    .run()
}

type Change = Partial<Stored> & {
  studentId?: string
  repliedAt?: string | null
  repliedBy?: string | null
  passedTo?: string
  deletedAt?: string
}
export function updateContact(db: WritableDb, id: string, { toldTopics, ...change }: Change): void {
  db.update(k)
    .set({ ...change, ...(toldTopics && { toldTopics: JSON.stringify(toldTopics) }) })
    .where(eq(k.id, id))
    .run()
}

const accountOf = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
