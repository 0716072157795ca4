import { eq, lt } from 'drizzle-orm'
import type { WritableDb } from '#db/connection'
import { requestsTable as r } from '#db/schema/audit'

/** What was answered to this request before, if it was made before. */
export const findReply = (db: WritableDb, id: string) =>
  db.select({ procedure: r.procedure, reply: r.reply }).from(r).where(eq(r.id, id)).get()

export function insertReply(db: WritableDb, row: { id: string; procedure: string; reply: string; at: string }): void {
  db.insert(r).values(row).run()
}

/** Requests older than `before` can no longer come twice. */
export const deleteOldReplies = (db: WritableDb, before: string): number =>
  db.delete(r).where(lt(r.at, before)).run().changes
