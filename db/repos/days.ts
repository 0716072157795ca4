import { and, desc, eq, gte, isNull, lte, sql } from 'drizzle-orm'
import type { DayLog, DaySummary, LoggedVisit } from '#contract/days'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { dayLogsTable as d, unfitDaysTable as f } from '#db/schema/days'
import { notesTable as n } from '#db/schema/notes'
import { usersTable as u } from '#db/schema/settings'
import { visitsTable as v } from '#db/schema/visits'
import { FOLLOWUP_IS_ASKED } from './declines.ts'

/** A counselor's day. `from` and `to` are the instants between which it lies. */
export type OneDay = { userId: string; day: string; from: string; to: string }

export function findUnfitSince(db: ReadableDb, userId: string, day: string): string | null {
  const row = db
    .select({ at: f.at })
    .from(f)
    .where(and(eq(f.day, day), eq(f.userId, userId), isNull(f.endedAt)))
    .get()
  return row?.at ?? null
}
export function putUnfit(db: WritableDb, { userId, day, at }: { userId: string; day: string; at: string }): void {
  db.insert(f)
    .values({ day, userId, at })
    .onConflictDoUpdate({ target: [f.day, f.userId], set: { at, endedAt: null } })
    .run()
}
export function endUnfit(db: WritableDb, { userId, day, at }: { userId: string; day: string; at: string }): void {
  db.update(f)
    .set({ endedAt: at })
    .where(and(eq(f.day, day), eq(f.userId, userId)))
    .run()
}

/** When a note was first written down, whichever of its texts that was. */
const firstWritten = sql<string | null>`(SELECT min(saved) FROM (SELECT ${n.savedAt} AS saved UNION ALL
  SELECT nv.saved_at FROM note_versions nv WHERE nv.note_id = ${n.id}))`

type LoggedRow = Omit<LoggedVisit, 'written'> & { noteState: 'draft' | 'signed' | null; firstAt: string | null }
export const findVisitsOfDay = (db: ReadableDb, { userId, day }: OneDay): LoggedRow[] =>
  db
    .select({
      no: v.no,
      caseNo: c.no,
      at: sql<string | null>`coalesce(${v.arrivedAt}, ${v.bookedFor})`,
      minutes: sql<number | null>`CASE WHEN ${v.endedAt} IS NULL OR ${v.arrivedAt} IS NULL THEN NULL
        ELSE CAST(round((julianday(${v.endedAt}) - julianday(${v.arrivedAt})) * 1440) AS INTEGER) END`,
      state: v.state,
      noteState: n.state,
      firstAt: sql<string | null>`CASE WHEN ${n.id} IS NULL THEN NULL ELSE ${firstWritten} END`,
    })
    .from(v)
    .innerJoin(c, eq(c.id, v.caseId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(eq(v.onDay, day), eq(v.receiverId, userId)))
    .orderBy(sql`coalesce(${v.arrivedAt}, ${v.bookedFor})`)
    .all()

type Counts = Omit<DaySummary, 'visits'> & { letterboxUnopened: number; callsDue: number; openCrises: number }
/** Each counted by the index of its own table; `now` tells which calls are overdue. */
export function countDay(db: ReadableDb, { userId, day, from, to }: OneDay, now: string): Counts {
  const until = `${day}T99`
  const [row] = db.all<Counts>(sql`SELECT
    (SELECT count(*) FROM contacts WHERE at >= ${day} AND at < ${until} AND entered_by = ${userId} AND deleted_at IS NULL) AS contacts,
    (SELECT coalesce(sum(count), 0) FROM letter_openings WHERE day = ${day}) AS lettersReceived,
    (SELECT count(*) FROM letters WHERE answered_at >= ${day} AND answered_at < ${until} AND deleted_at IS NULL) AS lettersAnswered,
    (SELECT count(*) FROM observations WHERE entered_at >= ${from} AND entered_at < ${to} AND entered_by = ${userId} AND deleted_at IS NULL)
      AS observations,
    (SELECT count(*) FROM followups WHERE done_at >= ${day} AND done_at < ${until} AND by = ${userId}) AS followupsDone,
    (SELECT count(*) FROM followups WHERE state = 'due' AND due_on <= ${day} AND owner_id = ${userId} AND ${FOLLOWUP_IS_ASKED}) AS followupsUndone,
    (SELECT count(*) FROM assessments WHERE taken_on = ${day} AND given_by = ${userId}) AS tests,
    (SELECT count(*) FROM referrals WHERE referred_at >= ${day} AND referred_at < ${until} AND referred_by = ${userId}) AS referrals,
    (SELECT count(DISTINCT crisis_id) FROM crisis_entries WHERE at >= ${day} AND at < ${until} AND by = ${userId}) AS crises,
    (SELECT count(*) FROM conferences WHERE at >= ${day} AND at < ${until} AND entered_by = ${userId} AND deleted_at IS NULL) AS conferences,
    (SELECT count(*) FROM contacts WHERE reply_due IS NOT NULL AND replied_at IS NULL AND reply_due <= ${now} AND deleted_at IS NULL
      AND coalesce(passed_to, entered_by) = ${userId}) AS callsDue,
    (SELECT count(*) FROM crises WHERE state = 'open') AS openCrises,
    (SELECT NOT EXISTS (SELECT 1 FROM letter_openings WHERE day = ${day})) AS letterboxUnopened`)
  if (!row) throw new Error('a count gives a row')
  return row
}

const logs = (db: ReadableDb) =>
  db
    .select({
      day: d.day,
      userId: d.userId,
      userName: u.name,
      closedAt: d.closedAt,
      remarks: d.remarks,
      summary: d.summary,
    })
    .from(d)
    .innerJoin(u, eq(u.id, d.userId))
const unfold = ({ summary, ...row }: Omit<DayLog, 'summary'> & { summary: string }): DayLog => ({
  ...row,
  summary: JSON.parse(summary) as DaySummary,
})

export function findDayLog(db: ReadableDb, day: string, userId: string): DayLog | undefined {
  const row = logs(db)
    .where(and(eq(d.day, day), eq(d.userId, userId)))
    .get()
  return row && unfold(row)
}
/** Newest first; of everybody without `userId`. */
export const findDayLogs = (db: ReadableDb, from: string, to: string, userId: string | null): DayLog[] =>
  logs(db)
    .where(and(gte(d.day, from), lte(d.day, to), userId === null ? undefined : eq(d.userId, userId)))
    .orderBy(desc(d.day), u.name)
    .all()
    .map(unfold)

export function putDayLog(db: WritableDb, log: Omit<DayLog, 'userName'>): void {
  const row = { ...log, summary: JSON.stringify(log.summary) }
  db.insert(d)
    .values(row)
    .onConflictDoUpdate({ target: [d.day, d.userId], set: row })
    .run()
}

/** The last day before `day` on which this counselor had visits and kept no log. */
export function findLastUnclosed(db: ReadableDb, userId: string, since: string, day: string): string | null {
  const [row] = db.all<{ day: string | null }>(sql`SELECT max(v.on_day) AS day FROM visits v
    WHERE v.on_day >= ${since} AND v.on_day < ${day} AND v.receiver_id = ${userId} AND v.arrived_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM day_logs l WHERE l.day = v.on_day AND l.user_id = ${userId})`)
  return row?.day ?? null
}
