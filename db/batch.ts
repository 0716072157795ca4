import type { Connection } from './connection.ts'

/**
 * All transactions of `work` join one that is flushed to disk once at the end: for filling a vault that nobody works in
 * yet. Whatever is thrown takes everything back.
 */
export async function inOneBatch<T>({ vault: { db }, commit }: Connection, work: () => Promise<T>): Promise<T> {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    commit()
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
