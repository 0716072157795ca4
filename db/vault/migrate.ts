import type Database from 'better-sqlite3'
import { AppError } from '#contract/errors'
import { migrations } from '#db/migrations/all'

/**
 * Brings the schema up to date, each step in its own transaction with the version it leads to.
 * Foreign keys are off outside the transaction (inside, the pragma is ignored and a table rebuild would delete child
 * rows: F20) and checked before the commit. A file from a newer program is refused and left as it is.
 */
export function migrate(db: Database.Database, steps = migrations): void {
  const found = db.pragma('user_version', { simple: true }) as number
  const newest = steps.at(-1)?.version ?? 0
  if (found > newest) throw new AppError('storage', { reason: 'newer-version' })
  const pending = steps.filter((step) => step.version > found)
  if (pending.length === 0) return
  db.pragma('foreign_keys = OFF')
  try {
    for (const step of pending) apply(db, step)
  } finally {
    db.pragma('foreign_keys = ON')
  }
}

function apply(db: Database.Database, step: (typeof migrations)[number]): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(step.sql)
    const orphans = db.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new AppError('storage', { reason: 'migration-orphans', field: step.name })
    db.pragma(`user_version = ${step.version}`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}
