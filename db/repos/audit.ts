import { hash as hashed } from 'node:crypto'
import { and, asc, type Column, desc, eq, gte, like, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AuditFilter, AuditRow, Witness } from '#contract/audit'
import { builtOnce } from '#db/built-once'
import type { ReadableDb, WritableDb } from '#db/connection'
import { signingKeysTable } from '#db/schema/accounts'
import { auditTable as a, auditWitnessesTable as w } from '#db/schema/audit'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'

/** Signs the hash of a log row (64 hex digits) with the key of whoever acts: Ed25519, base64. */
export type Sign = (hash: string) => string

export type NewAuditRow = {
  at: string
  userId: string | null
  event: string
  subjectId: string | null
  studentId: string | null
}
type Link = { seq: number; hash: string; signature: string | null; at: string }
export const FIRST = '0'.repeat(64)

export const hashOf = (seq: number, row: NewAuditRow, prev: string): string =>
  sha256(JSON.stringify([seq, row.at, row.userId, row.event, row.subjectId, row.studentId, prev]))

/** What the next row is chained to: the hash, and the signature where there is one, so that neither can be exchanged. */
export const linkOf = ({ hash, signature }: Pick<Link, 'hash' | 'signature'>): string =>
  signature === null ? hash : sha256(hash + signature)

/**
 * Appends one row to the chain: its hash covers the row and everything before it. `sign` is the key of whoever acts; a row
 * of nobody has none. `isLate`: it happened before rows that are there already, and says nothing of the clock.
 */
export function insertAuditRow(db: WritableDb, row: NewAuditRow, sign: Sign | null, isLate = false): number {
  const last = lastLink(db)
  const back = last ? minutesBetween(row.at, last.at) : 0
  if (!isLate && back > CLOCK_TOLERANCE && row.event !== CLOCK_JUMPED)
    return insertAfter(db, insertAfter(db, last, jumpRow(whoSaw(row), -back), sign), row, sign).seq
  return insertAfter(db, last, row, sign).seq
}

/** As a column of another query: who did it last by the log, or when; null when nobody did. */
const lastDone = (what: SQL, event: string, studentId: Column, subjectId: Column) =>
  sql<string | null>`(SELECT ${what} FROM audit al JOIN users au ON au.id = al.user_id
    WHERE al.student_id = ${studentId} AND al.subject_id = ${subjectId} AND al.event = ${event} ORDER BY al.seq DESC LIMIT 1)`
export const doneBy = (event: string, studentId: Column, subjectId: Column) =>
  lastDone(sql`au.name`, event, studentId, subjectId)
export const doneAt = (event: string, studentId: Column, subjectId: Column) =>
  lastDone(sql`al.at`, event, studentId, subjectId)

const CLOCK_JUMPED = 'clock.jumped'
const KEY_REGISTERED = 'account.key-registered'
/** A key that begins with the next row signs none before it. */
const whoSaw = (row: NewAuditRow) => (row.event === KEY_REGISTERED ? { ...row, userId: null } : row)
/** Minutes that the clock of a PC may be set right without a word. */
export const CLOCK_TOLERANCE = 2
/** The clock went `minutes` forward (negative: back) between two rows. */
export const jumpRow = ({ at, userId }: Pick<NewAuditRow, 'at' | 'userId'>, minutes: number): NewAuditRow => ({
  at,
  userId,
  event: CLOCK_JUMPED,
  subjectId: String(minutes),
  studentId: null,
})
const minutesBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000)

function insertAfter(db: WritableDb, last: Link | undefined, row: NewAuditRow, sign: Sign | null): Link {
  const seq = (last?.seq ?? 0) + 1
  const prev = last ? linkOf(last) : FIRST
  const hash = hashOf(seq, row, prev)
  const signature = row.userId !== null && sign ? sign(hash) : null
  insertion(db).run({ seq, ...row, prev, hash, signature })
  return { seq, hash, signature, at: row.at }
}

const insertion = builtOnce((db: WritableDb) =>
  db
    .insert(a)
    .values({
      seq: sql.placeholder('seq'),
      at: sql.placeholder('at'),
      userId: sql.placeholder('userId'),
      event: sql.placeholder('event'),
      subjectId: sql.placeholder('subjectId'),
      studentId: sql.placeholder('studentId'),
      prev: sql.placeholder('prev'),
      hash: sql.placeholder('hash'),
      signature: sql.placeholder('signature'),
    })
    .prepare(),
)

/**
 * From here on the rows of this account carry its signature. The row that says so is the first of them, so that neither the
 * key nor its beginning can be taken away without breaking the chain.
 */
export function registerSigningKey(
  db: WritableDb,
  { userId, publicKey, at }: { userId: string; publicKey: string; at: string },
  sign: Sign,
): void {
  const row = { at, userId, event: KEY_REGISTERED, subjectId: publicKey, studentId: null }
  const fromSeq = insertAuditRow(db, row, sign)
  db.insert(signingKeysTable).values({ userId, fromSeq, publicKey }).run()
}

/** `since` and `until` (not itself): UTC instants. */
type Sought = Omit<AuditFilter, 'from' | 'to'> & { since?: string; until?: string }

export function findAuditRows(db: ReadableDb, before: number | null, limit: number, filter: Sought): AuditRow[] {
  return db
    .select({
      seq: a.seq,
      at: a.at,
      by: u.name,
      event: a.event,
      subjectId: a.subjectId,
      studentId: a.studentId,
      student: s.name,
      signed: sql<number>`${a.signature} IS NOT NULL`.mapWith(Boolean),
    })
    .from(a)
    .leftJoin(u, eq(u.id, a.userId))
    .leftJoin(s, eq(s.id, a.studentId))
    .where(and(before === null ? undefined : lt(a.seq, before), ...conditionsOf(filter)))
    .orderBy(desc(a.seq))
    .limit(limit)
    .all()
}

function conditionsOf({ userId, studentId, events, since, until }: Sought): (SQL | undefined)[] {
  return [
    userId === undefined ? undefined : eq(a.userId, userId),
    studentId === undefined ? undefined : eq(a.studentId, studentId),
    since === undefined ? undefined : gte(a.at, since),
    until === undefined ? undefined : lt(a.at, until),
    events && or(...events.map((event) => like(a.event, `${event}%`))),
  ]
}

const linkQuery = builtOnce((db: ReadableDb) =>
  db
    .select({ seq: a.seq, hash: a.hash, signature: a.signature, at: a.at })
    .from(a)
    .orderBy(desc(a.seq))
    .limit(1)
    .prepare(),
)
export const lastLink = (db: ReadableDb): Link | undefined => linkQuery(db).get()

/** 16 hex digits that stand for the whole chain up to a row. */
export const headOf = (link: Pick<Link, 'hash' | 'signature'> | undefined): string =>
  (link ? linkOf(link) : FIRST).slice(0, 16)

export const findWitnesses = (db: ReadableDb): Witness[] => db.select().from(w).orderBy(desc(w.week)).all()

/** The head of this week, once a week: printed and kept by a second person it witnesses everything before it. */
export function insertWitness(db: WritableDb, week: string, at: string): void {
  const last = lastLink(db)
  if (!last || db.select({ week: w.week }).from(w).where(eq(w.week, week)).get()) return
  db.insert(w)
    .values({ week, seq: last.seq, head: headOf(last), at })
    .run()
}

/** Every row from `after` on, a slice at a time. */
export const auditSlice = (db: ReadableDb, after: number, limit: number) =>
  db
    .select()
    .from(a)
    .where(gte(a.seq, after + 1))
    .orderBy(asc(a.seq))
    .limit(limit)
    .all()
export type StoredAuditRow = ReturnType<typeof auditSlice>[number]

export const findSigningKeys = (db: ReadableDb) =>
  db.select().from(signingKeysTable).orderBy(asc(signingKeysTable.fromSeq)).all()

const sha256 = (text: string): string => hashed('sha256', text)
