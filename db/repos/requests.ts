import { eq, lt, sql } from 'drizzle-orm'
import { builtOnce } from '#db/built-once'
import type { WritableDb } from '#db/connection'
import { requestsTable as r } from '#db/schema/audit'

const byId = builtOnce((db: WritableDb) =>
  db
    .select({ procedure: r.procedure, reply: r.reply })
    .from(r)
    .where(eq(r.id, sql.placeholder('id')))
    .prepare(),
)
/** What was answered to this request before, if it was made before. */
export const findReply = (db: WritableDb, id: string) => byId(db).get({ id })

const insertion = builtOnce((db: WritableDb) =>
  db
    .insert(r)
    .values({
      id: sql.placeholder('id'),
      procedure: sql.placeholder('procedure'),
      reply: sql.placeholder('reply'),
      at: sql.placeholder('at'),
    })
    .prepare(),
)
export function insertReply(db: WritableDb, row: { id: string; procedure: string; reply: string; at: string }): void {
  insertion(db).run(row)
}

const deletion = builtOnce((db: WritableDb) =>
  db
    .delete(r)
    .where(lt(r.at, sql.placeholder('before')))
    .prepare(),
)
/** Requests older than `before` can no longer come twice. */
export const deleteOldReplies = (db: WritableDb, before: string): number => deletion(db).run({ before }).changes
