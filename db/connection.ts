import type Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Vault } from '#db/vault/open'

type Everything = BetterSQLite3Database

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
  const db: Everything = drizzle(rememberingStatements(vault.db))
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

const MOST_STATEMENTS = 500

/**
 * Compiling a statement costs more than running it, and the same few hundred texts come all day: each is compiled once.
 * Bound values do not stay in a statement after it has run.
 */
function rememberingStatements(db: Database.Database): Database.Database {
  const statements = new Map<string, Database.Statement>()
  const prepare = (text: string): Database.Statement => {
    const known = statements.get(text)
    if (known) return known.reader ? known.raw(false) : known
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const fresh = db.prepare(text)
    statements.set(text, fresh)
    return fresh
  }
  return Object.create(db, { prepare: { value: prepare } }) as Database.Database
}
