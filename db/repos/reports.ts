import { and, asc, between, eq, gte, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import type { ReadableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { crisesTable as x } from '#db/schema/crises'
import { notesTable as n } from '#db/schema/notes'
import { referralsTable as f } from '#db/schema/referrals'
import { risksTable as r } from '#db/schema/risks'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'

/** Both days belong to it. */
export type Period = { from: string; to: string }
const startOf = ({ from }: Period): string => `${from}T00:00`
const endOf = ({ to }: Period): string => `${to}T23:59`

const person = { studentId: s.id, studentName: s.name, className: s.className }

/** Visits of the period in which somebody came. */
export const visitFactsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({
      ...person,
      id: v.id,
      no: v.no,
      onDay: v.onDay,
      arrivedAt: v.arrivedAt,
      endedAt: v.endedAt,
      channel: v.channel,
      source: v.source,
      visitor: v.visitor,
      problem: v.primaryProblem,
      grade: s.grade,
      gradeNo: s.gradeNo,
      sex: s.sex,
      noteState: n.state,
      signedAt: n.signedAt,
    })
    .from(v)
    .innerJoin(s, eq(s.id, v.studentId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(between(v.onDay, from, to), isNotNull(v.arrivedAt)))
    .orderBy(asc(v.onDay))

const riskColumns = {
  ...person,
  id: r.id,
  onDay: sql<string>`substr(${r.setAt}, 1, 10)`,
  rank: r.rank,
  previousRank: r.previousRank,
}

/** Levels set in the period. */
export const riskChangesQuery = (db: ReadableDb, period: Period) =>
  db
    .select(riskColumns)
    .from(r)
    .innerJoin(s, eq(s.id, r.studentId))
    .where(between(r.setAt, startOf(period), endOf(period)))
    .orderBy(asc(r.setAt))

/** The level that held when the period ended, of every student who was still at the school. */
export const riskRanksQuery = (db: ReadableDb, period: Period) =>
  db
    .select(riskColumns)
    .from(r)
    .innerJoin(s, eq(s.id, r.studentId))
    .where(
      and(
        // The row that holds the highest seq of each student gives its id along (a rule of SQLite for a single max).
        sql`${r.id} IN (SELECT id FROM (SELECT id, max(seq) FROM ${r} WHERE set_at <= ${endOf(period)} GROUP BY student_id))`,
        or(isNull(s.leftOn), sql`${s.leftOn} > ${period.to}`),
      ),
    )
    .orderBy(asc(r.setAt))

/** Crises that were open at some moment of the period. */
export const crisisFactsQuery = (db: ReadableDb, period: Period) =>
  db
    .select({
      ...person,
      id: x.id,
      no: x.no,
      openedAt: x.openedAt,
      closedAt: x.closedAt,
      rank: x.rank,
      outcome: x.outcome,
    })
    .from(x)
    .innerJoin(s, eq(s.id, x.studentId))
    .where(and(lte(x.openedAt, endOf(period)), or(isNull(x.closedAt), gte(x.closedAt, startOf(period)))))
    .orderBy(asc(x.openedAt))

const referralColumns = {
  ...person,
  id: f.id,
  no: f.no,
  onDay: sql<string>`substr(${f.referredAt}, 1, 10)`,
  kind: f.kind,
  institution: f.institutionKind,
  state: f.state,
  returnedOn: f.returnedOn,
}

/** Referrals made in the period. */
export const referralFactsQuery = (db: ReadableDb, period: Period) =>
  db
    .select(referralColumns)
    .from(f)
    .innerJoin(s, eq(s.id, f.studentId))
    .where(between(f.referredAt, startOf(period), endOf(period)))
    .orderBy(asc(f.referredAt))

/** Referrals made before the period whose slip was not here when the period ended. */
export const earlierReferralsQuery = (db: ReadableDb, period: Period) =>
  db
    .select(referralColumns)
    .from(f)
    .innerJoin(s, eq(s.id, f.studentId))
    .where(
      and(
        lt(f.referredAt, startOf(period)),
        ne(f.state, 'withdrawn'),
        or(isNull(f.returnedOn), sql`${f.returnedOn} > ${period.to}`),
      ),
    )
    .orderBy(asc(f.referredAt))

/** Cases that were in hand on some day of the period. */
export const caseFactsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({ ...person, id: c.id, no: c.no, openedOn: c.openedOn, closedOn: c.closedOn, closeReason: c.closeReason })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    // The + keeps SQLite from reading every case ever opened instead of the few that are open or closed since.
    .where(and(sql`+${c.openedOn} <= ${to}`, or(eq(c.state, 'open'), gte(c.closedOn, from))))

export type Facts = {
  visits: VisitFact[]
  riskChanges: RiskFact[]
  ranks: RiskFact[]
  crises: CrisisFact[]
  referrals: ReferralFact[]
  earlierReferrals: ReferralFact[]
  cases: CaseFact[]
}
type Row<Q extends { all(): unknown[] }> = ReturnType<Q['all']>[number]
export type VisitFact = Row<ReturnType<typeof visitFactsQuery>>
export type RiskFact = Row<ReturnType<typeof riskChangesQuery>>
export type CrisisFact = Row<ReturnType<typeof crisisFactsQuery>>
export type ReferralFact = Row<ReturnType<typeof referralFactsQuery>>
export type CaseFact = Row<ReturnType<typeof caseFactsQuery>>

/** Everything that a report about a period is counted from. */
export const findFacts = (db: ReadableDb, period: Period): Facts => ({
  visits: visitFactsQuery(db, period).all(),
  riskChanges: riskChangesQuery(db, period).all(),
  ranks: riskRanksQuery(db, period).all(),
  crises: crisisFactsQuery(db, period).all(),
  referrals: referralFactsQuery(db, period).all(),
  earlierReferrals: earlierReferralsQuery(db, period).all(),
  cases: caseFactsQuery(db, period).all(),
})
