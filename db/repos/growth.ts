import { and, desc, eq, isNull } from 'drizzle-orm'
import type { GrowthEntry, GrowthFields } from '#contract/growth'
import type { ReadableDb, WritableDb } from '#db/connection'
import { growthEntriesTable as g } from '#db/schema/growth'
import { usersTable as u } from '#db/schema/settings'

const columns = {
  id: g.id,
  studentId: g.studentId,
  onDay: g.onDay,
  kind: g.kind,
  text: g.text,
  isShareable: g.isShareable,
  by: u.name,
  enteredAt: g.enteredAt,
}
/** Newest first; those in the bin left out. */
export const findGrowth = (db: ReadableDb, studentId: string): GrowthEntry[] =>
  db
    .select(columns)
    .from(g)
    .innerJoin(u, eq(u.id, g.by))
    .where(and(eq(g.studentId, studentId), isNull(g.deletedAt)))
    .orderBy(desc(g.onDay), desc(g.enteredAt))
    .all()

export function insertGrowth(
  db: WritableDb,
  row: GrowthFields & { id: string; studentId: string; by: string; enteredAt: string },
): void {
  db.insert(g).values(row).run()
}
export function updateGrowth(db: WritableDb, id: string, change: Partial<typeof g.$inferInsert>): void {
  db.update(g).set(change).where(eq(g.id, id)).run()
}
