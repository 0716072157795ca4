import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { localOf } from '#contract/calendar'
import type { Declaration, Progress, StabilityMark } from '#contract/case-course'
import type { ReadableDb, WritableDb } from '#db/connection'
import { caseHandoversTable as h } from '#db/schema/accounts'
import { assessmentsTable as t } from '#db/schema/assessments'
import { caseDeclarationsTable as d, casesTable as c, caseStabilitiesTable as b } from '#db/schema/cases'
import { contactsTable } from '#db/schema/contacts'
import { followupsTable } from '#db/schema/followups'
import { intakesTable as i } from '#db/schema/intakes'
import { notesTable as n } from '#db/schema/notes'
import { plansTable as p } from '#db/schema/plans'
import { reviewsTable as r } from '#db/schema/reviews'
import { usersTable as u } from '#db/schema/settings'
import { visitsTable as v } from '#db/schema/visits'

const to = alias(u, 'taker')

export const findDeclaration = (db: ReadableDb, caseId: string): Declaration | undefined => {
  const row = db
    .select({
      relation: d.relation,
      detail: d.detail,
      decision: d.decision,
      reason: d.reason,
      agreedBy: d.agreedBy,
      by: u.name,
      at: d.at,
    })
    .from(d)
    .innerJoin(u, eq(u.id, d.by))
    .where(eq(d.caseId, caseId))
    .orderBy(desc(d.at))
    .limit(1)
    .get()
  return row
}
export function insertDeclaration(db: WritableDb, row: typeof d.$inferInsert): void {
  db.insert(d).values(row).run()
}

export const findStability = (db: ReadableDb, caseId: string): StabilityMark | undefined =>
  db
    .select({ stability: b.stability, everyDays: b.everyDays, reason: b.reason, by: u.name, at: b.at })
    .from(b)
    .innerJoin(u, eq(u.id, b.by))
    .where(eq(b.caseId, caseId))
    .orderBy(desc(b.at))
    .limit(1)
    .get()
export function insertStability(db: WritableDb, row: typeof b.$inferInsert): void {
  db.insert(b).values(row).run()
}

/** Newest first. */
export const findHandovers = (db: ReadableDb, caseId: string): Progress['handovers'] =>
  db
    .select({ from: u.name, to: to.name, note: h.note, clientView: h.clientView, at: h.at })
    .from(h)
    .innerJoin(u, eq(u.id, h.fromId))
    .innerJoin(to, eq(to.id, h.toId))
    .where(eq(h.caseId, caseId))
    .orderBy(desc(h.at))
    .all()

/** Visits of a case that somebody came to, oldest first, with how far each is written and whether the door rule was ticked. */
export const findCaseVisits = (db: ReadableDb, caseId: string) =>
  db
    .select({
      id: v.id,
      onDay: v.onDay,
      channel: v.channel,
      visitor: v.visitor,
      primaryProblem: v.primaryProblem,
      doorOpen: v.doorOpen,
      receiverSex: u.sex,
      noteState: n.state,
      endedAt: v.endedAt,
    })
    .from(v)
    .innerJoin(u, eq(u.id, v.receiverId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(eq(v.caseId, caseId), sql`${v.arrivedAt} IS NOT NULL`))
    .orderBy(asc(v.onDay), asc(v.ordinal))
    .all()

/** How far assessment, plan and review have come. */
export function findCaseWork(db: ReadableDb, caseId: string) {
  const intake = db.select({ finishedAt: i.finishedAt }).from(i).where(eq(i.caseId, caseId)).get()
  const plans = db
    .select({ agreedOn: p.agreedOn, specialMethod: p.specialMethod, service: p.service })
    .from(p)
    .where(eq(p.caseId, caseId))
    .orderBy(desc(p.version))
    .all()
  const review = db
    .select({ onDay: sql<string | null>`max(${r.onDay})` })
    .from(r)
    .where(eq(r.caseId, caseId))
    .get()
  return {
    intakeDay: intake?.finishedAt ? localOf(intake.finishedAt).slice(0, 10) : null,
    hasPlan: plans.length > 0,
    agreedOn: plans.find(({ agreedOn }) => agreedOn !== null)?.agreedOn ?? null,
    needsAgreement: (plans[0]?.specialMethod ?? '') !== '',
    isCareer: plans[0]?.service === 'career',
    reviewedOn: review?.onDay ?? null,
  }
}

/** A sheet of the student from the case's days that was reckoned and not interpreted. */
export const findUnreadTestId = (
  db: ReadableDb,
  { studentId, openedOn, closedOn }: { studentId: string; openedOn: string; closedOn: string | null },
): string | undefined =>
  db
    .select({ id: t.id })
    .from(t)
    .where(
      and(
        eq(t.studentId, studentId),
        eq(t.state, 'scored'),
        sql`coalesce(${t.takenOn}, ${openedOn}) >= ${openedOn}`,
        closedOn === null ? undefined : sql`coalesce(${t.takenOn}, ${openedOn}) <= ${closedOn}`,
      ),
    )
    .limit(1)
    .get()?.id

/** As a column of a query on `cases`: the day of the last talk, call or follow-up about the case, null when there was none. */
export const lastContactOfCase = sql<string | null>`(SELECT max(day) FROM (
  SELECT max(${v.onDay}) AS day FROM ${v} WHERE ${v.caseId} = ${c.id} AND ${v.arrivedAt} IS NOT NULL
  UNION ALL SELECT substr(max(${contactsTable.at}), 1, 10) FROM ${contactsTable}
    WHERE ${contactsTable.studentId} = ${c.studentId} AND ${contactsTable.deletedAt} IS NULL AND ${contactsTable.at} >= ${c.openedOn}
  UNION ALL SELECT substr(max(${followupsTable.doneAt}), 1, 10) FROM ${followupsTable}
    WHERE ${followupsTable.caseId} = ${c.id} AND ${followupsTable.state} = 'done' AND ${followupsTable.outcome} <> 'not-reached'))`

export const findLastContact = (db: ReadableDb, caseId: string): string | null =>
  // Joined, since the columns of a query on one table alone lose its name, and with it what they are compared to.
  db.select({ day: lastContactOfCase }).from(c).innerJoin(u, eq(u.id, c.counselorId)).where(eq(c.id, caseId)).get()
    ?.day ?? null
