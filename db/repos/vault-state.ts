import { eq, lt, and } from 'drizzle-orm'
import type { ReadableDb, WritableDb } from '#db/connection'
import { vaultStateTable as v } from '#db/schema/vault-state'

/** The count of the keyslots the vault has seen last. */
export const findKeyslotsCounter = (db: ReadableDb): number =>
  db.select({ counter: v.keyslotsCounter }).from(v).where(eq(v.id, 1)).get()?.counter ?? 0

/** It never goes back. */
export function raiseKeyslotsCounter(db: WritableDb, counter: number): void {
  db.update(v)
    .set({ keyslotsCounter: counter })
    .where(and(eq(v.id, 1), lt(v.keyslotsCounter, counter)))
    .run()
}
