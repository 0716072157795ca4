import type { Connection, WritableDb } from './connection.ts'

/**
 * Lends a connection whose transactions all join one, flushed to disk once at the end: for filling a vault that nobody
 * works in yet. Whatever is thrown takes everything back.
 */
export async function inOneBatch<T>(connection: Connection, work: (joined: Connection) => Promise<T>): Promise<T> {
  const { db } = connection.vault
  db.pragma('query_only = OFF')
  try {
    db.exec('BEGIN IMMEDIATE')
    const result = await work({ ...connection, transaction: (write) => write(connection.readable as WritableDb) })
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  } finally {
    db.pragma('query_only = ON')
  }
}
