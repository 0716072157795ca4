import type Database from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Anchor, Mark } from '#db/vault/anchor'
import type { Vault } from '#db/vault/open'
import { marking } from '#db/vault/standing'

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
  /** Ends a transaction that was begun by hand: counts it, flushes it, and drops the anchor. */
  commit(): void
}

/** With an anchor every commit is also told to it; whoever opened it closes it. */
export function connect(vault: Vault, anchor: Anchor | null = null): Connection {
  const prepare = rememberingStatements(vault.db)
  const writable: Everything = drizzle(preparing(vault.db, prepare))
  const readable: Everything = drizzle(preparing(vault.db, (text) => refuseToWrite(prepare(text))))
  const begin = vault.db.prepare('BEGIN IMMEDIATE')
  const rollback = vault.db.prepare('ROLLBACK')
  const commit = committing(vault.db, anchor)
  return {
    vault,
    readable,
    commit,
    transaction(work) {
      if (vault.db.inTransaction) return work(writable)
      begin.run()
      try {
        const result = work(writable)
        commit()
        return result
      } catch (error) {
        if (vault.db.inTransaction) rollback.run()
        throw error
      }
    },
  }
}

/** So long after the last change a journal is there at most: what is in it is the least protected (security.md F6). */
const JOURNAL_MS = 5_000

function takeInJournal(db: Database.Database): void {
  try {
    if (db.open && !db.inTransaction) db.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // A full disk, or somebody is reading: the next change, or the end, tries again.
  }
}

/** Every commit raises the count that the anchor is compared with, in the same transaction. */
function committing(db: Database.Database, anchor: Anchor | null): () => void {
  const end = db.prepare('COMMIT')
  let count: Database.Statement<[]> | undefined
  let mark: (() => Mark) | undefined
  let quiet: NodeJS.Timeout | undefined
  return () => {
    count ??= db.prepare('UPDATE vault_state SET commits = commits + 1')
    count.run()
    const reached = anchor && (mark ??= marking(db))()
    end.run()
    if (!reached) return
    anchor.drop(reached)
    clearTimeout(quiet)
    quiet = setTimeout(() => takeInJournal(db), JOURNAL_MS).unref()
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
