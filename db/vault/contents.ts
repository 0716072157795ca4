import { createHash, type Hash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { rowCounts } from './migrate.ts'

/** What a vault of any released schema holds, in numbers; compared between a vault, its image and what comes back from it. */
export type Contents = {
  schema: number
  counts: Record<string, number>
  commits: number
  auditSeq: number
  auditHead: string
  school: string
  newestVisitOn: string | null
  newestNoteAt: string | null
}

export function contentsOf(db: Database.Database): Contents {
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const counts = Object.fromEntries(rowCounts(db))
  const head = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() as
    | { seq: number; hash: string }
    | undefined
  return {
    schema: db.pragma('user_version', { simple: true }) as number,
    counts,
    commits: 'vault_state' in counts ? (one('SELECT commits FROM vault_state') as number) : 0,
    auditSeq: head?.seq ?? 0,
    auditHead: head?.hash.slice(0, 16) ?? '',
    school:
      (one(`SELECT json_extract(value, '$.name') FROM settings WHERE key = 'school'`) as string | undefined) ?? '',
    newestVisitOn: one('SELECT max(on_day) FROM visits') as string | null,
    newestNoteAt: one('SELECT max(saved_at) FROM notes') as string | null,
  }
}

const ROWS_AT_ONCE = 500

/** SHA-256 of every row of every table, in the order of its key. Others get their turn in between: nothing may write meanwhile. */
export async function digestsOf(
  db: Database.Database,
  pause: () => Promise<unknown> = breathe,
): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const table of rowCounts(db).keys()) {
    const digest = createHash('sha256')
    let rows = 0
    for (const row of db
      .prepare(`SELECT * FROM "${table}" ORDER BY ${keyOf(db, table)}`)
      .raw()
      .iterate()) {
      addRow(digest, row as unknown[])
      if (++rows % ROWS_AT_ONCE === 0) await pause()
    }
    digests[table] = digest.digest('hex')
    await pause()
  }
  return digests
}

function addRow(digest: Hash, row: readonly unknown[]): void {
  for (const value of row) {
    const bytes = Buffer.isBuffer(value) ? value : Buffer.from(String(value))
    digest.update(`${value === null ? 'null' : typeof value} ${bytes.length}:`).update(bytes)
  }
  digest.update('\n')
}

function keyOf(db: Database.Database, table: string): string {
  const hasNoRowid = db
    .prepare(`SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?`)
    .pluck()
    .get(table)
  if (hasNoRowid !== 1) return 'rowid'
  const columns = db.prepare(`SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk`).pluck().all(table)
  return (columns as string[]).map((name) => `"${name}"`).join(', ')
}

/** Who had an account then, and the ways in that were kept with the records (core/backups.ts). */
export function peopleIn(db: Database.Database): { accounts: { id: string; name: string }[]; waysIn: string | null } {
  const accounts = db.prepare('SELECT id, name FROM users WHERE closed_at IS NULL ORDER BY created_at, id').all()
  const kept = db.prepare(`SELECT value FROM settings WHERE key = 'waysIn'`).pluck().get() as string | undefined
  return {
    accounts: accounts as { id: string; name: string }[],
    waysIn: kept === undefined ? null : (JSON.parse(kept) as string | null),
  }
}
