import type Database from 'better-sqlite3'

/** The count of the keyslots that the vault has seen last. */
export const keyslotsCounterIn = (db: Database.Database): number =>
  Number(db.prepare('SELECT keyslots_counter FROM vault_state').pluck().get())

/** When the whole vault was last found good; null when it never was, or the page that says so is gone. */
export function lastGoodCheckIn(db: Database.Database): string | null {
  try {
    const at = db.prepare(`SELECT max(at) FROM vault_checks WHERE kind = 'full' AND ok = 1`).pluck().get()
    return typeof at === 'string' ? at : null
  } catch {
    return null
  }
}
