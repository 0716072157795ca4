import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { ReadableDb } from '#db/connection'

export const countRows = (db: ReadableDb, table: SQLiteTable, where: SQL | undefined): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(table)
    .where(where)
    .get()?.n ?? 0
