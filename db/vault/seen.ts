import type Database from 'better-sqlite3'

/** The count of the keyslots that the vault has seen last. */
export const keyslotsCounterIn = (db: Database.Database): number =>
  Number(db.prepare('SELECT keyslots_counter FROM vault_state').pluck().get())

/** When the whole vault was last found good by the full check; null when it never was, or the page that says so is gone. */
export const lastGoodCheckIn = (db: Database.Database): string | null => lastIn(db, `kind = 'full'`)

/** When every page was last looked at, by the full check or when the room was opened. */
export const lastLookIn = (db: Database.Database): string | null => lastIn(db, `kind IN ('full', 'looked')`)

function lastIn(db: Database.Database, condition: string): string | null {
  try {
    const at = db.prepare(`SELECT max(at) FROM vault_checks WHERE ok = 1 AND ${condition}`).pluck().get()
    return typeof at === 'string' ? at : null
  } catch {
    return null
  }
}
