import { desc, eq } from 'drizzle-orm'
import { Rehearsal, VaultCheck } from '#contract/backups'
import type { ReadableDb, WritableDb } from '#db/connection'
import { vaultChecksTable as c } from '#db/schema/vault-state'

type Kind = (typeof c.$inferSelect)['kind']

/** The last time a backup was opened and compared, whatever came of it. */
export const findLatestRehearsal = (db: ReadableDb): Rehearsal | null => {
  const row = findLatest(db, 'rehearsal')
  return row ? Rehearsal.parse(row) : null
}

/** The last full check of the vault itself. */
export const findLatestCheck = (db: ReadableDb): VaultCheck | null => {
  const row = findLatest(db, 'full')
  return row ? VaultCheck.parse(row) : null
}

export const insertRehearsal = (db: WritableDb, id: string, { at, ok, ...details }: Rehearsal): void =>
  insert(db, { id, kind: 'rehearsal', at, ok, details: JSON.stringify(details) })

export const insertCheck = (db: WritableDb, id: string, { at, ok, ...details }: VaultCheck): void =>
  insert(db, { id, kind: 'full', at, ok, details: JSON.stringify(details) })

/** Why somebody went on in spite of an alarm. */
export const insertAcceptance = (
  db: WritableDb,
  id: string,
  { at, ...details }: { at: string; kind: string; lost: number | null; reason: string },
): void => insert(db, { id, kind: 'accepted', at, ok: false, details: JSON.stringify(details) })

/** What could not be taken out of a damaged vault. */
export const insertSalvage = (
  db: WritableDb,
  id: string,
  { at, ok, ...details }: { at: string; ok: boolean; tables: readonly object[] },
): void => insert(db, { id, kind: 'salvaged', at, ok, details: JSON.stringify(details) })

/** Every page was looked at when the room was opened: one row, the last time. */
export function keepLook(db: WritableDb, at: string): void {
  const row = { id: 'look', kind: 'looked', at, ok: true, details: '{}' } as const
  db.insert(c).values(row).onConflictDoUpdate({ target: c.id, set: { at } }).run()
}

const findLatest = (db: ReadableDb, kind: Kind): object | undefined => {
  const row = db.select().from(c).where(eq(c.kind, kind)).orderBy(desc(c.at), desc(c.id)).limit(1).get()
  return row && { at: row.at, ok: row.ok, ...(JSON.parse(row.details) as object) }
}
const insert = (db: WritableDb, row: typeof c.$inferInsert): void => void db.insert(c).values(row).run()
