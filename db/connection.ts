import type Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Vault } from '#db/vault/open'

type Everything = BetterSQLite3Database

/** A database that can only be asked. Enforced by the type and, at run time, by refusing every statement that writes. */
export type ReadableDb = Pick<Everything, 'select' | 'selectDistinct' | 'all'>
/** The same database inside the gate's transaction. */
export type WritableDb = ReadableDb & Pick<Everything, 'insert' | 'update' | 'delete' | 'run'>

export type Connection = {
  vault: Vault
  readable: ReadableDb
  /**
   * Runs `work` in one `BEGIN IMMEDIATE`; whatever it throws rolls everything back. Joins the batch (`db/batch.ts`) when
   * one is open.
   */
  transaction<T>(work: (db: WritableDb) => T): T
}

export function connect(vault: Vault): Connection {
  const prepare = rememberingStatements(vault.db)
  const writable: Everything = drizzle(preparing(vault.db, prepare))
  const readable: Everything = drizzle(preparing(vault.db, (text) => refuseToWrite(prepare(text))))
  const begin = vault.db.prepare('BEGIN IMMEDIATE')
  const commit = vault.db.prepare('COMMIT')
  const rollback = vault.db.prepare('ROLLBACK')
  return {
    vault,
    readable,
    transaction(work) {
      if (vault.db.inTransaction) return work(writable)
      begin.run()
      try {
        const result = work(writable)
        commit.run()
        return result
      } catch (error) {
        if (vault.db.inTransaction) rollback.run()
        throw error
      }
    },
  }
}

type Prepare = (text: string) => Database.Statement
const preparing = (db: Database.Database, prepare: Prepare): Database.Database =>
  Object.create(db, { prepare: { value: prepare } }) as Database.Database

/** `PRAGMA query_only` would do the same, but setting it makes SQLite compile every statement anew. */
function refuseToWrite(statement: Database.Statement): Database.Statement {
  if (!statement.readonly) throw new Error('a read tried to write')
  return statement
}

const MOST_STATEMENTS = 500

/**
 * Compiling a statement costs more than running it, and the same few hundred texts come all day: each is compiled once.
 * Bound values do not stay in a statement after it has run.
 */
function rememberingStatements(db: Database.Database): Prepare {
  const statements = new Map<string, Database.Statement>()
  return (text) => {
    const known = statements.get(text)
    if (known) return known.reader ? known.raw(false) : known
    if (statements.size >= MOST_STATEMENTS) statements.clear()
    const fresh = db.prepare(text)
    statements.set(text, fresh)
    return fresh
  }
}
