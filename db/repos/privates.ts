import { and, desc, eq } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '#db/connection'
import { privateNotesTable as p } from '#db/schema/privates'

export type StoredPrivate = typeof p.$inferSelect

/** Of one author about one student, newest first. */
export const findPrivates = (db: ReadableDb, authorId: string, studentId: string): StoredPrivate[] =>
  db
    .select()
    .from(p)
    .where(and(eq(p.authorId, authorId), eq(p.studentId, studentId)))
    .orderBy(desc(p.createdAt), desc(p.id))
    .all()

export const findPrivate = (db: ReadableDb, id: string): StoredPrivate | undefined =>
  db.select().from(p).where(eq(p.id, id)).get()

export function insertPrivate(db: WritableDb, row: StoredPrivate): void {
  db.insert(p).values(row).run()
}

export const updatePrivate = (
  db: WritableDb,
  id: string,
  change: Pick<StoredPrivate, 'sealed' | 'publicKey' | 'version' | 'savedAt'>,
): void => {
  db.update(p).set(change).where(eq(p.id, id)).run()
}
