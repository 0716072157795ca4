import { and, desc, eq } from 'drizzle-orm'
import type { Draft } from '#contract/drafts'
import type { ReadableDb, WritableDb } from '#db/connection'
import { draftsTable as d } from '#db/schema/drafts'

type Key = { userId: string; form: string; subjectId: string }
const at = (key: Key) => and(eq(d.userId, key.userId), eq(d.form, key.form), eq(d.subjectId, key.subjectId))
const columns = { form: d.form, subjectId: d.subjectId, savedAt: d.savedAt }

export const findDraft = (db: ReadableDb, key: Key): Draft | undefined =>
  db
    .select({ ...columns, body: d.body })
    .from(d)
    .where(at(key))
    .get()

export const findDrafts = (db: ReadableDb, userId: string): Omit<Draft, 'body'>[] =>
  db.select(columns).from(d).where(eq(d.userId, userId)).orderBy(desc(d.savedAt)).all()

export function putDraft(db: WritableDb, row: Key & { body: string; savedAt: string }): void {
  db.insert(d)
    .values(row)
    .onConflictDoUpdate({ target: [d.userId, d.form, d.subjectId], set: { body: row.body, savedAt: row.savedAt } })
    .run()
}

/** False when there was none. */
export const deleteDraft = (db: WritableDb, key: Key): boolean => db.delete(d).where(at(key)).run().changes > 0
