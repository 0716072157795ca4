import { and, desc, eq, gt, isNull, notInArray, sql } from 'drizzle-orm'
import type { BackupSet } from '#contract/backups'
import type { ReadableDb, WritableDb } from '#db/connection'
import { auditTable as a } from '#db/schema/audit'
import { backupPlacesTable as p, backupSetsTable as s } from '#db/schema/backups'

export type PlaceRow = { id: string; label: string; folder: string }
export type SetRow = BackupSet & { commits: number }

/** Those that are in use, oldest first. */
export const findPlaces = (db: ReadableDb): PlaceRow[] =>
  db
    .select({ id: p.id, label: p.label, folder: p.folder })
    .from(p)
    .where(isNull(p.removedAt))
    .orderBy(p.addedAt, p.id)
    .all()

/** A place that was given up and is used again keeps its sets. */
export function putPlace(db: WritableDb, place: PlaceRow, at: string): void {
  const { label, folder } = place
  db.insert(p)
    .values({ ...place, addedAt: at })
    .onConflictDoUpdate({ target: p.id, set: { label, folder, removedAt: null } })
    .run()
}

export const closePlace = (db: WritableDb, id: string, at: string): void =>
  void db.update(p).set({ removedAt: at }).where(eq(p.id, id)).run()

/** Newest first. */
export const findSets = (db: ReadableDb, placeId: string): SetRow[] =>
  db
    .select()
    .from(s)
    .where(eq(s.placeId, placeId))
    .orderBy(desc(s.madeAt), desc(s.id))
    .all()
    .map(({ name, madeAt, verifiedAt, bytes, commits, trouble }) => ({
      name,
      madeAt,
      verifiedAt,
      bytes,
      commits,
      trouble: trouble as BackupSet['trouble'],
    }))

/** One row for each set of a place; what is known of it later replaces what was known before. */
export function putSet(db: WritableDb, id: string, placeId: string, set: SetRow): void {
  db.delete(s)
    .where(and(eq(s.placeId, placeId), eq(s.name, set.name)))
    .run()
  db.insert(s)
    .values({ id, placeId, ...set })
    .run()
}

/** Whether anything was written down since the last `since` event, but for `besides`. */
export function hasEventSince(db: ReadableDb, since: string, subjectId: string, besides: readonly string[]): boolean {
  const last = db
    .select({ seq: sql<number | null>`max(${a.seq})` })
    .from(a)
    .where(and(eq(a.event, since), eq(a.subjectId, subjectId)))
    .get()?.seq
  const found = db
    .select({ seq: a.seq })
    .from(a)
    .where(and(gt(a.seq, last ?? 0), notInArray(a.event, [...besides])))
    .limit(1)
    .get()
  return found !== undefined
}

/** The hash of one row of the log; undefined when it is not there (yet). */
export const findAuditHash = (db: ReadableDb, seq: number): string | undefined =>
  db.select({ hash: a.hash }).from(a).where(eq(a.seq, seq)).get()?.hash
