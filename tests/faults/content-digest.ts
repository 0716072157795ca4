import { createHash } from 'node:crypto'
import type { Connection } from '#db/connection'

/** The last digest of each connection, and what SQLite counted then. */
const known = new WeakMap<Connection['vault']['db'], { counts: string; digest: string }>()

/**
 * A digest of every row of every table and of the schema itself: equal only while nothing has changed. `vault_state` is among
 * them: a transaction that changed nothing else and was kept all the same has raised its count.
 */
export function contentDigest({ vault: { db } }: Connection): string {
  const counts = countsOf(db)
  const before = known.get(db)
  if (before?.counts === counts) return before.digest
  const digest = digestOfRows(db)
  known.set(db, { counts, digest })
  return digest
}

/** Rows changed by this connection, commits of others, changes of the schema: no change leaves all three standing still. */
function countsOf(db: Connection['vault']['db']): string {
  const own = db.prepare('SELECT total_changes()').pluck().get()
  const [others, schema] = ['data_version', 'schema_version'].map((name) => db.pragma(name, { simple: true }))
  return [own, others, schema].join(' ')
}

function digestOfRows(db: Connection['vault']['db']): string {
  const hash = createHash('sha256')
  const parts = db.prepare(`SELECT type, name, sql FROM sqlite_master ORDER BY type, name`).all() as Part[]
  for (const { type, name, sql } of parts) {
    hash.update(`${type} ${name} ${sql}\n`)
    // What a virtual table holds stands in its shadow tables.
    if (type !== 'table' || /^CREATE VIRTUAL/iu.test(sql ?? '')) continue
    for (const row of db.prepare(`SELECT * FROM "${name}"`).raw().iterate() as Iterable<unknown[]>)
      hash.update(JSON.stringify(row.map((cell) => (Buffer.isBuffer(cell) ? cell.toString('hex') : cell))))
  }
  return hash.digest('hex')
}

type Part = { type: string; name: string; sql: string | null }

/** Pages in the log of the file: stands still unless something was committed. */
export const loggedPages = ({ vault: { db } }: Connection): number =>
  (db.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]?.log ?? -1
