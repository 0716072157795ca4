import { and, asc, eq, isNull, not, or, sql } from 'drizzle-orm'
import type { Stability } from '#contract/case-tables'
import type { ReadableDb } from '#db/connection'
import { caseHandoversTable as h } from '#db/schema/accounts'
import { archivesTable as a, paperItemsTable as i } from '#db/schema/archives'
import { casesTable as c, caseStabilitiesTable as b } from '#db/schema/cases'
import { contactsTable } from '#db/schema/contacts'
import { followupsTable } from '#db/schema/followups'
import { notesTable as n } from '#db/schema/notes'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { lastContactOfCase } from './case-course.ts'
import { isLeftAlone } from './declines.ts'
import { currentRankOf } from './risks.ts'

const who = {
  caseId: c.id,
  no: c.no,
  studentId: c.studentId,
  studentName: s.name,
  className: s.className,
  riskRank: currentRankOf(s.id),
  counselorId: c.counselorId,
  counselor: u.name,
}

/** Instant from which the case is with whoever holds it now. */
const takenOnAt = sql<string>`coalesce((SELECT max(${h.at}) FROM ${h} WHERE ${h.caseId} = ${c.id}), ${c.createdAt})`
/** When somebody last wrote a word about it; null when nobody ever did. */
const writtenAt = sql<string | null>`(SELECT max(at) FROM (
  SELECT max(${n.savedAt}) AS at FROM ${v} JOIN ${n} ON ${n.visitId} = ${v.id} WHERE ${v.caseId} = ${c.id}
  UNION ALL SELECT max(${contactsTable.enteredAt}) FROM ${contactsTable} WHERE ${contactsTable.studentId} = ${c.studentId}
    AND ${contactsTable.deletedAt} IS NULL
  UNION ALL SELECT max(${followupsTable.recordedAt}) FROM ${followupsTable} WHERE ${followupsTable.caseId} = ${c.id}))`
const latest = (column: typeof b.stability | typeof b.everyDays) =>
  sql`(SELECT ${column} FROM ${b} WHERE ${b.caseId} = ${c.id} ORDER BY ${b.at} DESC LIMIT 1)`

/** Every open case with what decides whether it stands out. */
export const findOpenCaseStandings = (db: ReadableDb, today: string) =>
  db
    .select({
      ...who,
      openedOn: c.openedOn,
      takenOnAt,
      writtenAt,
      lastOn: lastContactOfCase,
      stability: latest(b.stability) as ReturnType<typeof sql<Stability | null>>,
      everyDays: latest(b.everyDays) as ReturnType<typeof sql<number | null>>,
      /** Somebody comes anyway. */
      isBooked: sql<number>`EXISTS (SELECT 1 FROM ${v} WHERE ${v.caseId} = ${c.id} AND ${v.state} = 'booked' AND ${v.onDay} >= ${today})`,
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .innerJoin(u, eq(u.id, c.counselorId))
    .where(and(eq(c.state, 'open'), not(isLeftAlone(c.studentId))))
    .orderBy(asc(c.openedOn))
    .all()

/** Papers that were promised for before a day and have not come, of cases that are not archived or still have them to get. */
export const findOverduePapers = (db: ReadableDb, today: string) =>
  db
    .select({ ...who, item: i.item, promisedOn: sql<string>`${i.promisedOn}` })
    .from(i)
    .innerJoin(c, eq(c.id, i.caseId))
    .innerJoin(s, eq(s.id, c.studentId))
    .innerJoin(u, eq(u.id, c.counselorId))
    .leftJoin(a, eq(a.caseId, c.id))
    .where(
      and(sql`${i.state} = 'promised'`, sql`${i.promisedOn} < ${today}`, or(isNull(a.caseId), isNull(a.destructionId))),
    )
    .orderBy(asc(i.promisedOn))
    .all()
