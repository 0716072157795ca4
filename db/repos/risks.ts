import { desc, eq, sql, type AnyColumn, type SQL } from 'drizzle-orm'
import type { Risk } from '#contract/risks'
import type { ReadableDb, WritableDb } from '#db/connection'
import { risksTable as r } from '#db/schema/risks'
import { usersTable as u } from '#db/schema/settings'

/** Newest first. */
export function findRisks(db: ReadableDb, studentId: string, limit = 500): Risk[] {
  return db
    .select({
      id: r.id,
      studentId: r.studentId,
      rank: r.rank,
      previousRank: r.previousRank,
      reason: r.reason,
      setAt: r.setAt,
      setBy: u.name,
      enteredAt: r.enteredAt,
    })
    .from(r)
    .innerJoin(u, eq(u.id, r.setBy))
    .where(eq(r.studentId, studentId))
    .orderBy(desc(r.seq))
    .limit(limit)
    .all()
}

export const findCurrentRisk = (db: ReadableDb, studentId: string): Risk | undefined => findRisks(db, studentId, 1)[0]

/** As a column of another query: the rank that holds now, null when none was ever set. */
export const currentRankOf = (studentId: AnyColumn): SQL<number | null> =>
  sql<
    number | null
  >`(SELECT ${r.rank} FROM ${r} WHERE ${r.studentId} = ${sql`${studentId}`} ORDER BY ${r.seq} DESC LIMIT 1)`

export function insertRisk(db: WritableDb, risk: Omit<Risk, 'setBy'> & { setBy: string }): void {
  const seq =
    (db
      .select({ n: sql<number>`coalesce(max(${r.seq}), 0)` })
      .from(r)
      .where(eq(r.studentId, risk.studentId))
      .get()?.n ?? 0) + 1
  db.insert(r)
    .values({ ...risk, seq })
    .run()
}
