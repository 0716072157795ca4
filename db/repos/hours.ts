import { and, asc, desc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { HandoverList } from '#contract/code-tables'
import type { BusyTime, ClosedDay, Shift, ShiftHandover } from '#contract/hours'
import type { ReadableDb, WritableDb } from '#db/connection'
import { contactsTable } from '#db/schema/contacts'
import { crisesTable } from '#db/schema/crises'
import { followupsTable } from '#db/schema/followups'
import {
  busyTimesTable as b,
  closedDaysTable as d,
  shiftHandoversTable as h,
  shiftsTable as sh,
} from '#db/schema/hours'
import { lettersTable } from '#db/schema/letters'
import { usersTable as u } from '#db/schema/settings'
import { countRows } from './count-rows.ts'
import { FOLLOWUP_IS_ASKED } from './declines.ts'

type Days = { from: string; to: string }

export const findClosedDays = (db: ReadableDb, { from, to }: Days): ClosedDay[] =>
  db
    .select()
    .from(d)
    .where(and(lte(d.fromDay, to), gte(d.toDay, from)))
    .orderBy(asc(d.fromDay), asc(d.id))
    .all()

export const putClosedDay = (db: WritableDb, day: ClosedDay): void =>
  void db.insert(d).values(day).onConflictDoUpdate({ target: d.id, set: day }).run()
export const deleteClosedDay = (db: WritableDb, id: string): boolean =>
  db.delete(d).where(eq(d.id, id)).run().changes > 0

export const findShifts = (db: ReadableDb, { from, to }: Days): Shift[] =>
  db
    .select({
      id: sh.id,
      day: sh.day,
      startsAt: sh.startsAt,
      endsAt: sh.endsAt,
      userId: sh.userId,
      userName: u.name,
      note: sh.note,
    })
    .from(sh)
    .innerJoin(u, eq(u.id, sh.userId))
    .where(and(gte(sh.day, from), lte(sh.day, to)))
    .orderBy(asc(sh.day), asc(sh.startsAt), asc(u.name))
    .all()

/** All shifts of these days are those from now on. */
export function replaceShifts(db: WritableDb, { from, to }: Days, shifts: readonly Omit<Shift, 'userName'>[]): void {
  db.delete(sh)
    .where(and(gte(sh.day, from), lte(sh.day, to)))
    .run()
  if (shifts.length > 0)
    db.insert(sh)
      .values([...shifts])
      .run()
}

/** Of one account, or of everybody. Weekly ones that hold on some of these days, and single ones within them. */
export const findBusyTimes = (db: ReadableDb, { from, to }: Days, userId?: string): BusyTime[] =>
  db
    .select({
      id: b.id,
      userId: b.userId,
      userName: u.name,
      title: b.title,
      weekday: b.weekday,
      day: b.day,
      startsAt: b.startsAt,
      endsAt: b.endsAt,
      fromDay: b.fromDay,
      untilDay: b.untilDay,
    })
    .from(b)
    .innerJoin(u, eq(u.id, b.userId))
    .where(
      and(
        userId === undefined ? undefined : eq(b.userId, userId),
        lte(b.fromDay, to),
        or(isNull(b.untilDay), gte(b.untilDay, from)),
        or(isNull(b.day), and(gte(b.day, from), lte(b.day, to))),
      ),
    )
    .orderBy(asc(b.startsAt), asc(b.id))
    .all()

export const findBusyOwner = (db: ReadableDb, id: string): string | undefined =>
  db.select({ userId: b.userId }).from(b).where(eq(b.id, id)).get()?.userId
export const putBusyTime = (db: WritableDb, row: Omit<BusyTime, 'userName'>): void =>
  void db.insert(b).values(row).onConflictDoUpdate({ target: b.id, set: row }).run()
export const deleteBusyTime = (db: WritableDb, id: string): void => void db.delete(b).where(eq(b.id, id)).run()

/** How much of each list is open today, in the whole room. */
export const countHandoverLists = (db: ReadableDb, today: string): Record<HandoverList, number> => ({
  'open-crises': countRows(db, crisesTable, eq(crisesTable.state, 'open')),
  'followups-due': countRows(
    db,
    followupsTable,
    and(sql`${followupsTable.state} = 'due'`, lte(followupsTable.dueOn, today), FOLLOWUP_IS_ASKED),
  ),
  'letters-unread': countRows(
    db,
    lettersTable,
    and(sql`${lettersTable.state} = 'unread'`, isNull(lettersTable.deletedAt)),
  ),
  'calls-to-return': countRows(
    db,
    contactsTable,
    and(sql`${contactsTable.replyDue} IS NOT NULL`, isNull(contactsTable.repliedAt), isNull(contactsTable.deletedAt)),
  ),
})

const toUser = alias(u, 'to_user')
export const findHandovers = (db: ReadableDb, { from, to }: Days): ShiftHandover[] =>
  db
    .select({
      id: h.id,
      day: h.day,
      fromId: h.fromId,
      fromName: u.name,
      toId: h.toId,
      toName: toUser.name,
      items: h.items,
      note: h.note,
      at: h.at,
      takenAt: h.takenAt,
    })
    .from(h)
    .innerJoin(u, eq(u.id, h.fromId))
    .leftJoin(toUser, eq(toUser.id, h.toId))
    .where(and(gte(h.day, from), lte(h.day, to)))
    .orderBy(desc(h.at))
    .all()
    .map((row) => ({ ...row, items: JSON.parse(row.items) as ShiftHandover['items'] }))

export const findHandover = (db: ReadableDb, id: string) =>
  db.select({ day: h.day, toId: h.toId, fromId: h.fromId, takenAt: h.takenAt }).from(h).where(eq(h.id, id)).get()
export const insertHandover = (
  db: WritableDb,
  row: Pick<ShiftHandover, 'id' | 'day' | 'fromId' | 'toId' | 'items' | 'note' | 'at'>,
): void =>
  void db
    .insert(h)
    .values({ ...row, items: JSON.stringify(row.items) })
    .run()
export const takeHandover = (db: WritableDb, id: string, toId: string, at: string): void =>
  void db.update(h).set({ toId, takenAt: at }).where(eq(h.id, id)).run()
