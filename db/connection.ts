import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Vault } from '#db/vault/open'

type Everything = BetterSQLite3Database<Record<string, never>>

/** A database that can only be asked. Enforced by the type and, at run time, by `PRAGMA query_only`. */
export type ReadableDb = Pick<
  Everything,
  'select' | 'selectDistinct' | '$with' | 'with' | '$count' | 'all' | 'get' | 'values'
>
/** The same database inside the gate's transaction. */
export type WritableDb = ReadableDb & Pick<Everything, 'insert' | 'update' | 'delete' | 'run'>

export type Connection = {
  vault: Vault
  readable: ReadableDb
  /**
   * Runs `work` in one `BEGIN IMMEDIATE`; whatever it throws rolls everything back. Not reentrant.
   * Outside of it the connection refuses to write.
   */
  transaction<T>(work: (db: WritableDb) => T): T
}

export function connect(vault: Vault): Connection {
  const db: Everything = drizzle(vault.db)
  const begin = vault.db.prepare('BEGIN IMMEDIATE')
  const commit = vault.db.prepare('COMMIT')
  const rollback = vault.db.prepare('ROLLBACK')
  vault.db.pragma('query_only = ON')
  return {
    vault,
    readable: db,
    transaction(work) {
      vault.db.pragma('query_only = OFF')
      try {
        begin.run()
        try {
          const result = work(db)
          commit.run()
          return result
        } catch (error) {
          if (vault.db.inTransaction) rollback.run()
          throw error
        }
      } finally {
        vault.db.pragma('query_only = ON')
      }
    },
  }
}
