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

/** Somebody said that an older file of keyslots is right. */
export const acceptKeyslots = (db: WritableDb, counter: number): void =>
  void db.update(v).set({ keyslotsCounter: counter }).where(eq(v.id, 1)).run()

/** Behind everything that any anchor has seen: an old one is never taken for a new one. */
export function raiseCommits(db: WritableDb, commits: number): void {
  db.update(v)
    .set({ commits })
    .where(and(eq(v.id, 1), lt(v.commits, commits)))
    .run()
}
