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

/** Of one author at one visit; how many, or which. */
export const findPrivatesAt = (db: ReadableDb, authorId: string, visitId: string): { id: string }[] =>
  db
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.authorId, authorId), eq(p.visitId, visitId)))
    .all()

export const movePrivate = (db: WritableDb, id: string, to: { visitId: string; studentId: string }): void => {
  db.update(p).set(to).where(eq(p.id, id)).run()
}
