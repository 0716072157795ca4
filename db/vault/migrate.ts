import type Database from 'better-sqlite3'
import { AppError } from '#contract/errors'
import { migrations } from '#db/migrations/all'
import type { Migration } from '#db/migrations/migration'

export type MigrationOptions = {
  /** Other than the program's own in tests. */
  steps?: readonly Migration[]
  /** Called once before a vault with records is brought up to date; what it throws stops everything. */
  beforeMigration?: (db: Database.Database, from: number, to: number) => void
}

/**
 * Brings the schema up to date, each step in its own transaction with the version it leads to.
 * Foreign keys are off outside the transaction (inside, the pragma is ignored and a table rebuild would delete child
 * rows: F20) and checked before the commit, as is the number of rows of every table that was there. A file from a newer
 * program is refused and left as it is.
 * Errors: `storage` with reason `newer-version`, `migration-orphans`, `migration-counts`.
 */
export function migrate(
  db: Database.Database,
  { steps = migrations, beforeMigration = () => {} }: MigrationOptions = {},
): void {
  const found = db.pragma('user_version', { simple: true }) as number
  const newest = steps.at(-1)?.version ?? 0
  if (found > newest) throw new AppError('storage', { reason: 'newer-version' })
  const pending = steps.filter((step) => step.version > found)
  if (pending.length === 0) return
  if (found > 0) beforeMigration(db, found, newest)
  db.pragma('foreign_keys = OFF')
  try {
    for (const step of pending) apply(db, step)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function apply(db: Database.Database, step: Migration): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    const before = rowCounts(db)
    db.exec(step.sql)
    refuseLoss(before, rowCounts(db), step)
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new AppError('storage', { reason: 'migration-orphans', field: step.name })
    db.pragma(`user_version = ${step.version}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function refuseLoss(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, step: Migration): void {
  for (const [table, rows] of before)
    if (after.get(table) !== rows && !step.changes?.includes(table))
      throw new AppError('storage', { reason: 'migration-counts', field: `${step.name} ${table}` })
}

/** Of the tables that hold records; what a search index keeps for itself is not counted. */
export function rowCounts(db: Database.Database): Map<string, number> {
  const tables = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .pluck()
    .all() as string[]
  return new Map(tables.map((name) => [name, db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number]))
}
