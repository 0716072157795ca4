import { and, between, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { LETTER_STATES, OBSERVATION_STATES } from '#contract/contact-tables'
import { ACCEPTANCE_STATES } from '#contract/entry-tables'
import type { ReadableDb } from '#db/connection'
import { acceptancesTable as x } from '#db/schema/acceptances'
import { aidReferralsTable as a } from '#db/schema/aid'
import { archivesTable as r, destructionsTable as d } from '#db/schema/archives'
import { casesTable as c } from '#db/schema/cases'
import { conferencesTable as f } from '#db/schema/conferences'
import { contactsTable as k } from '#db/schema/contacts'
import { followupsTable as w } from '#db/schema/followups'
import { letterOpeningsTable as b, lettersTable as l } from '#db/schema/letters'
import { observationsTable as o } from '#db/schema/observations'
import { reviewsTable as e } from '#db/schema/reviews'
import { visitsTable as v } from '#db/schema/visits'
import type { Period } from './reports.ts'

const moments = ({ from, to }: Period): [string, string] => [`${from}T00:00`, `${to}T23:59`]
const instants = ({ from, to }: Period): [string, string] => [
  new Date(`${from}T00:00`).toISOString(),
  new Date(`${to}T23:59:59.999`).toISOString(),
]

/** Letters of the period; an unsigned one is somebody of its own. */
export const lettersQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: sql<string>`coalesce(${l.studentId}, ${l.id})`, state: l.state })
    .from(l)
    .where(and(inArray(l.state, LETTER_STATES), between(l.receivedOn, from, to), isNull(l.deletedAt)))
export const openingsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ day: b.day })
    .from(b)
    .where(between(b.day, from, to))
export const observationsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: o.studentId, urgency: o.urgency, outcome: o.outcome })
    .from(o)
    .where(and(inArray(o.state, OBSERVATION_STATES), between(o.observedOn, from, to), isNull(o.deletedAt)))
/** A call about nobody who is known is somebody of its own. */
export const contactsQuery = (db: ReadableDb, period: Period) =>
  db
    .select({
      who: sql<string>`coalesce(${k.studentId}, ${k.id})`,
      kind: k.kind,
      replyDue: k.replyDue,
      repliedAt: k.repliedAt,
    })
    .from(k)
    .where(and(between(k.at, ...moments(period)), isNull(k.deletedAt)))
export const conferencesQuery = (db: ReadableDb, period: Period) =>
  db
    .select({ who: f.studentId, kind: f.kind })
    .from(f)
    .where(and(between(f.at, ...moments(period)), isNull(f.deletedAt)))
export const followupsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: w.studentId, step: w.step, dueOn: w.dueOn, state: w.state, doneAt: w.doneAt })
    .from(w)
    .where(between(w.dueOn, from, to))
export const reviewsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: e.studentId, satisfaction: e.satisfaction })
    .from(e)
    .where(between(e.onDay, from, to))
export const archivesQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: c.studentId })
    .from(r)
    .innerJoin(c, eq(c.id, r.caseId))
    .where(between(r.archivedOn, from, to))
export const destructionsQuery = (db: ReadableDb, period: Period) =>
  db
    .select({ who: c.studentId })
    .from(d)
    .innerJoin(c, eq(c.id, d.caseId))
    .where(between(d.at, ...instants(period)))
/** Visits that were agreed on beforehand. */
export const bookingsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: v.studentId, state: v.state })
    .from(v)
    .where(and(between(v.onDay, from, to), isNotNull(v.bookedFor)))
export const aidQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: a.studentId, state: a.state })
    .from(a)
    .where(and(between(a.onDay, from, to), isNull(a.deletedAt)))
/** Every state there may be is named, because SQLite needs the first column of an index to look into the second. */
export const acceptancesQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ who: x.studentId, state: x.state, askedOn: x.askedOn, decidedAt: x.decidedAt })
    .from(x)
    .where(and(inArray(x.state, ACCEPTANCE_STATES), between(x.askedOn, from, to), isNull(x.deletedAt)))

/** What the registers hold of a period: who, and what it was; never a word of it. */
export const findRegisters = (db: ReadableDb, period: Period) => ({
  letters: lettersQuery(db, period).all(),
  openings: openingsQuery(db, period).all(),
  observations: observationsQuery(db, period).all(),
  contacts: contactsQuery(db, period).all(),
  conferences: conferencesQuery(db, period).all(),
  followups: followupsQuery(db, period).all(),
  reviews: reviewsQuery(db, period).all(),
  archives: archivesQuery(db, period).all(),
  destructions: destructionsQuery(db, period).all(),
  bookings: bookingsQuery(db, period).all(),
  aid: aidQuery(db, period).all(),
  acceptances: acceptancesQuery(db, period).all(),
})
export type Registers = ReturnType<typeof findRegisters>
