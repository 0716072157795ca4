import { and, desc, eq, isNull, type SQL } from 'drizzle-orm'
import type { Conference, ConferenceFields } from '#contract/conferences'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { conferencesTable as f } from '#db/schema/conferences'
import { usersTable as u } from '#db/schema/settings'

const select = (db: ReadableDb, where: SQL): Conference[] =>
  db
    .select({
      id: f.id,
      no: f.no,
      studentId: f.studentId,
      caseId: f.caseId,
      caseNo: c.no,
      kind: f.kind,
      at: f.at,
      minutes: f.minutes,
      place: f.place,
      attendees: f.attendees,
      aims: f.aims,
      atHome: f.atHome,
      atSchool: f.atSchool,
      course: f.course,
      effect: f.effect,
      agreed: f.agreed,
      inside: f.inside,
      nextOn: f.nextOn,
      enteredBy: u.name,
      enteredAt: f.enteredAt,
    })
    .from(f)
    .innerJoin(c, eq(c.id, f.caseId))
    .innerJoin(u, eq(u.id, f.enteredBy))
    .where(and(where, isNull(f.deletedAt)))
    .orderBy(desc(f.at))
    .all()
    .map((row) => ({ ...row, attendees: JSON.parse(row.attendees) as ConferenceFields['attendees'] }))

export const findConference = (db: ReadableDb, id: string): Conference | undefined => select(db, eq(f.id, id))[0]
/** Newest first. */
export const findConferencesByCase = (db: ReadableDb, caseId: string): Conference[] => select(db, eq(f.caseId, caseId))
export const findConferencesByStudent = (db: ReadableDb, studentId: string): Conference[] =>
  select(db, eq(f.studentId, studentId))

export function insertConference(
  db: WritableDb,
  {
    attendees,
    ...row
  }: ConferenceFields & {
    id: string
    no: string
    studentId: string
    caseId: string
    enteredBy: string
    enteredAt: string
  },
): void {
  db.insert(f)
    .values({ ...row, attendees: JSON.stringify(attendees) })
    .run()
}
export function updateConference(
  db: WritableDb,
  id: string,
  { attendees, ...change }: Partial<ConferenceFields> & { deletedAt?: string },
): void {
  db.update(f)
    .set({ ...change, ...(attendees && { attendees: JSON.stringify(attendees) }) })
    .where(eq(f.id, id))
    .run()
}
