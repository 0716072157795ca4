import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { WaitOutcome } from '#contract/code-tables'
import type { Wait, WaitFields } from '#contract/waits'
import type { ReadableDb, WritableDb } from '#db/connection'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { waitsTable as w } from '#db/schema/waits'
import { currentRankOf } from './risks.ts'

const rank = sql`CASE ${w.urgency} WHEN 'urgent' THEN 0 WHEN 'soon' THEN 1 ELSE 2 END`

/** Still waiting: most urgent first, then longest. */
export const findOpenWaits = (db: ReadableDb, where?: SQL): Omit<Wait, 'days'>[] =>
  db
    .select({
      id: w.id,
      studentId: w.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
      since: w.since,
      urgency: w.urgency,
      wish: w.wish,
      note: w.note,
      receiverId: w.receiverId,
      receiverName: u.name,
    })
    .from(w)
    .innerJoin(s, eq(s.id, w.studentId))
    .leftJoin(u, eq(u.id, w.receiverId))
    .where(and(isNull(w.closedAt), where))
    .orderBy(rank, asc(w.since), asc(w.enteredAt))
    .all()

export const findOpenWait = (db: ReadableDb, id: string): Omit<Wait, 'days'> | undefined =>
  findOpenWaits(db, eq(w.id, id))[0]
export const findOpenWaitOf = (db: ReadableDb, studentId: string): Omit<Wait, 'days'> | undefined =>
  findOpenWaits(db, eq(w.studentId, studentId))[0]

export const insertWait = (
  db: WritableDb,
  row: WaitFields & { id: string; studentId: string; enteredBy: string; enteredAt: string },
): void => void db.insert(w).values(row).run()
export const updateWait = (db: WritableDb, id: string, change: Partial<WaitFields>): void => {
  if (Object.keys(change).length > 0) db.update(w).set(change).where(eq(w.id, id)).run()
}
export const closeWait = (
  db: WritableDb,
  id: string,
  { at, outcome, visitId }: { at: string; outcome: WaitOutcome; visitId: string | null },
): void => void db.update(w).set({ closedAt: at, outcome, visitId }).where(eq(w.id, id)).run()
