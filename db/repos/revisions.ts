import { and, desc, eq, gte, lt, sql } from 'drizzle-orm'
import type { BIN_KINDS, RevisionKind } from '#contract/revision-tables'
import type { BinLine, RecordFields, Revision } from '#contract/revisions'
import { builtOnce } from '#db/built-once'
import type { ReadableDb, WritableDb } from '#db/connection'
import { revisionsTable as r } from '#db/schema/revisions'
import { usersTable as u } from '#db/schema/settings'

const TABLES: Record<RevisionKind, string> = {
  student: 'students',
  visit: 'visits',
  consent: 'consents',
  referral: 'referrals',
  crisis: 'crises',
  followup: 'followups',
  letter: 'letters',
  observation: 'observations',
  person: 'support_persons',
  contact: 'contacts',
  conference: 'conferences',
  stage: 'stage_summaries',
  growth: 'growth_entries',
  attachment: 'attachments',
  aid: 'aid_referrals',
  hardship: 'hardships',
  review: 'reviews',
  acceptance: 'acceptances',
  decline: 'declines',
}
type BinKind = (typeof BIN_KINDS)[number]
/** What a thrown away record is called in the bin. */
const TITLES: Record<BinKind, string> = {
  letter: 'summary',
  observation: 'text',
  person: 'name',
  contact: 'summary',
  conference: 'aims',
  growth: 'text',
  attachment: 'name',
  aid: 'office',
  acceptance: 'concern',
  decline: 'words',
}
const TITLE_LENGTH = 60

const tableOf = (kind: RevisionKind) => sql.identifier(TABLES[kind])
/** There is one mark of hard times for each student, and the student is its key. */
const keyOf = (kind: RevisionKind) => sql.identifier(kind === 'hardship' ? 'student_id' : 'id')
const studentOf = (kind: RevisionKind) => sql.identifier(kind === 'student' ? 'id' : 'student_id')

/** Whose a record is; undefined when there is none. */
export const findStudentOfRecord = (
  db: ReadableDb,
  kind: RevisionKind,
  recordId: string,
): { studentId: string | null } | undefined =>
  db.all<{ studentId: string | null }>(
    sql`SELECT ${studentOf(kind)} AS studentId FROM ${tableOf(kind)} WHERE ${keyOf(kind)} = ${recordId}`,
  )[0]

/** States that ended at `since` or later, newest first. */
export const findRevisions = (db: ReadableDb, kind: RevisionKind, recordId: string, since: string): Revision[] =>
  db
    .select({ seq: r.seq, until: r.at, by: u.name, reason: r.reason, before: r.before })
    .from(r)
    .innerJoin(u, eq(u.id, r.by))
    .where(and(eq(r.kind, TABLES[kind]), eq(r.recordId, recordId), gte(r.at, since)))
    .orderBy(desc(r.seq))
    .all()
    .map(({ before, until, ...row }) => ({ ...row, until: until ?? '', fields: JSON.parse(before) as RecordFields }))

/** The fields of which states are kept, as they stand; `names` as the newest state has them. */
export function findPresent(
  db: ReadableDb,
  kind: RevisionKind,
  recordId: string,
  names: readonly string[],
): RecordFields | undefined {
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
  return db.all<RecordFields>(sql`SELECT ${columns} FROM ${tableOf(kind)} WHERE ${keyOf(kind)} = ${recordId}`)[0]
}

export function putFields(db: WritableDb, kind: RevisionKind, recordId: string, fields: RecordFields): void {
  const assignments = sql.join(
    Object.entries(fields).map(([name, value]) => sql`${sql.identifier(name)} = ${value}`),
    sql`, `,
  )
  db.run(sql`UPDATE ${tableOf(kind)} SET ${assignments} WHERE ${keyOf(kind)} = ${recordId}`)
}

/** Who ended the states that this transaction's changes have left behind, and when. */
export function stampRevisions(db: WritableDb, stamp: { at: string; by: string; reason?: string }): void {
  db.update(r)
    .set(stamp)
    .where(sql`${r.at} IS NULL`)
    .run()
}
const deletion = builtOnce((db: WritableDb) =>
  db
    .delete(r)
    .where(lt(r.at, sql.placeholder('before')))
    .prepare(),
)
export const deleteRevisionsBefore = (db: WritableDb, before: string): void => {
  deletion(db).run({ before })
}

/** Thrown away at `since` or later, newest first. */
export function findBin(db: ReadableDb, kind: BinKind, since: string, limit: number): BinLine[] {
  const rows = db.all<Omit<BinLine, 'kind'>>(sql`
    SELECT x.id AS recordId, x.student_id AS studentId, s.name AS studentName, s.class_name AS className,
      substr(x.${sql.identifier(TITLES[kind])}, 1, ${TITLE_LENGTH}) AS title, x.deleted_at AS deletedAt,
      (SELECT w.name FROM revisions d JOIN users w ON w.id = d.by
        WHERE d.kind = ${TABLES[kind]} AND d.record_id = x.id AND d.at >= x.deleted_at ORDER BY d.seq LIMIT 1) AS deletedBy
    FROM ${tableOf(kind)} x LEFT JOIN students s ON s.id = x.student_id
    WHERE x.deleted_at >= ${since} ORDER BY x.deleted_at DESC LIMIT ${limit}`)
  return rows.map((row) => ({ ...row, kind }))
}
