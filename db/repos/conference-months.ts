import { and, asc, eq, sql } from 'drizzle-orm'
import type { MonthChoice } from '#contract/contact-tables'
import type { MonthLine } from '#contract/conferences'
import type { ReadableDb, WritableDb } from '#db/connection'
import { acceptancesTable as a } from '#db/schema/acceptances'
import { caseHandoversTable as h } from '#db/schema/accounts'
import { casesTable as c } from '#db/schema/cases'
import { conferenceChoicesTable as o, conferencesTable as f } from '#db/schema/conferences'
import { crisesTable as k } from '#db/schema/crises'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { currentRankOf } from './risks.ts'

const who = {
  caseId: c.id,
  caseNo: c.no,
  studentId: c.studentId,
  studentName: s.name,
  className: s.className,
  riskRank: currentRankOf(s.id),
}
/** The newest talk with the parents in a case. */
const lastOn = sql<
  string | null
>`(SELECT substr(max(${f.at}), 1, 10) FROM ${f} WHERE ${f.caseId} = ${c.id} AND ${f.kind} = 'parents' AND ${f.deletedAt} IS NULL)`

/** One counselor's open cases as `month` finds them: who is in a crisis first, then by level. */
export const findMonthLines = (db: ReadableDb, counselorId: string, month: string): MonthLine[] =>
  db
    .select({
      ...who,
      inCrisis: sql<number>`EXISTS (SELECT 1 FROM ${k} WHERE ${k.studentId} = ${c.studentId} AND ${k.state} = 'open')`,
      lastOn,
      choice: o.choice,
      why: o.why,
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .leftJoin(o, and(eq(o.caseId, c.id), eq(o.month, month)))
    .where(and(eq(c.state, 'open'), eq(c.counselorId, counselorId)))
    .orderBy(asc(c.no))
    .all()
    .map((line) => ({
      ...line,
      inCrisis: line.inCrisis === 1,
      isHeld: line.lastOn?.slice(0, 7) === month,
      why: line.why ?? '',
    }))
    .toSorted((x, y) => Number(y.inCrisis) - Number(x.inCrisis) || (y.riskRank ?? 0) - (x.riskRank ?? 0))

export function putChoice(
  db: WritableDb,
  row: { month: string; caseId: string; studentId: string; choice: MonthChoice; why: string; by: string; at: string },
): void {
  const { choice, why, by, at } = row
  db.insert(o)
    .values(row)
    .onConflictDoUpdate({ target: [o.month, o.caseId], set: { choice, why, by, at } })
    .run()
}

/** Since when the case is with whoever has it now, if it came from somebody else. */
const takenAt = sql<string | null>`(SELECT max(t) FROM (
  SELECT ${h.at} AS t FROM ${h} WHERE ${h.caseId} = ${c.id} AND ${h.toId} = ${c.counselorId}
  UNION ALL SELECT coalesce(${a.decidedAt}, ${a.enteredAt}) FROM ${a} WHERE ${a.caseId} = ${c.id} AND ${a.deletedAt} IS NULL))`
/** Of the visits with whoever has the case now: the first that is booked, and when the last was held. */
const sessionAt = sql<string | null>`(SELECT min(${v.bookedFor}) FROM ${v}
  WHERE ${v.caseId} = ${c.id} AND ${v.receiverId} = ${c.counselorId} AND ${v.state} = 'booked')`
const heldAt = sql<string | null>`(SELECT max(${v.arrivedAt}) FROM ${v}
  WHERE ${v.caseId} = ${c.id} AND ${v.receiverId} = ${c.counselorId} AND ${v.state} IN ('arrived', 'ended'))`

/** Cases of one counselor that came from somebody else, were not talked over since, and have a session ahead; the next first. */
export const findCasesTakenOver = (db: ReadableDb, counselorId: string, today: string) =>
  db
    .select({ ...who, takenAt: sql<string>`${takenAt}`, sessionAt: sql<string>`${sessionAt}`, heldAt })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .where(
      and(
        eq(c.state, 'open'),
        eq(c.counselorId, counselorId),
        sql`${takenAt} IS NOT NULL AND ${sessionAt} >= ${today}`,
        sql`NOT EXISTS (SELECT 1 FROM ${f} WHERE ${f.caseId} = ${c.id} AND ${f.kind} = 'briefing'
          AND ${f.deletedAt} IS NULL AND ${f.enteredAt} >= ${takenAt})`,
      ),
    )
    .orderBy(sql`${sessionAt}`)
    .all()
