import { and, between, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, sql, type Column } from 'drizzle-orm'
import type { ReadableDb } from '#db/connection'
import { assessmentsTable as a, interpretationsTable as i, tasksTable as t } from '#db/schema/assessments'
import { casesTable as c } from '#db/schema/cases'
import { crisesTable as x } from '#db/schema/crises'
import { editionsTable as e } from '#db/schema/instruments'
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

/** A column under the name that its rows carry when they are read without drizzle's mapping. */
const named = <T extends Column>(column: T, name: string) =>
  sql<T['_']['notNull'] extends true ? T['_']['data'] : T['_']['data'] | null>`${column}`.as(name)

const namedPerson = {
  studentId: named(s.id, 'studentId'),
  studentName: named(s.name, 'studentName'),
  className: named(s.className, 'className'),
}

/** Visits of the period in which somebody came. */
export const visitFactsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({
      ...namedPerson,
      id: named(v.id, 'id'),
      no: named(v.no, 'no'),
      onDay: named(v.onDay, 'onDay'),
      arrivedAt: named(v.arrivedAt, 'arrivedAt'),
      endedAt: named(v.endedAt, 'endedAt'),
      channel: named(v.channel, 'channel'),
      source: named(v.source, 'source'),
      visitor: named(v.visitor, 'visitor'),
      problem: named(v.primaryProblem, 'problem'),
      grade: named(s.grade, 'grade'),
      gradeNo: named(s.gradeNo, 'gradeNo'),
      sex: named(s.sex, 'sex'),
      noteState: sql<'draft' | 'signed' | null>`${n.state}`.as('noteState'),
      signedAt: named(n.signedAt, 'signedAt'),
    })
    .from(v)
    .innerJoin(s, eq(s.id, v.studentId))
    .leftJoin(n, eq(n.visitId, v.id))
    .where(and(between(v.onDay, from, to), isNotNull(v.arrivedAt)))

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

/** The level that held when the period ended, of every student who was still at the school. */
export const riskRanksQuery = (db: ReadableDb, period: Period) =>
  db
    // Columns beside a single max() come from the row that holds it: a rule of SQLite.
    .select({ ...riskColumns, lastSeq: sql<number>`max(${r.seq})` })
    .from(r)
    .innerJoin(s, eq(s.id, r.studentId))
    .where(and(lte(r.setAt, endOf(period)), or(isNull(s.leftOn), sql`${s.leftOn} > ${period.to}`)))
    .groupBy(r.studentId)

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

/** Referrals made before the period whose slip was not here when the period ended. */
const earlierReferralsQuery = (db: ReadableDb, period: Period) =>
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

/** Cases that were in hand on some day of the period. */
export const caseFactsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({
      ...namedPerson,
      id: named(c.id, 'id'),
      no: named(c.no, 'no'),
      openedOn: named(c.openedOn, 'openedOn'),
      closedOn: named(c.closedOn, 'closedOn'),
      closeReason: named(c.closeReason, 'closeReason'),
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    // The + keeps SQLite from reading every case ever opened instead of the few that are open or closed since.
    .where(and(sql`+${c.openedOn} <= ${to}`, or(eq(c.state, 'open'), gte(c.closedOn, from))))

/** Tests of the period that have a result; those of screening rounds are counted in their round. */
export const testFactsQuery = (db: ReadableDb, { from, to }: Period) =>
  db
    .select({
      ...person,
      id: a.id,
      no: a.no,
      onDay: sql<string>`${a.takenOn}`,
      instrumentId: a.instrumentId,
      short: e.short,
      fedBackOn: a.fedBackOn,
      interpretedAt: sql<string | null>`(SELECT min(${i.at}) FROM ${i} WHERE ${i.assessmentId} = ${a.id})`,
      hasTask: sql<number>`EXISTS (SELECT 1 FROM ${t} WHERE ${t.assessmentId} = ${a.id})`,
      /** When the last of its tasks was closed; null while one is open. */
      seenToAt: sql<string | null>`(
        SELECT CASE WHEN count(*) = count(${t.closedAt}) THEN max(${t.closedAt}) END FROM ${t}
        WHERE ${t.assessmentId} = ${a.id})`,
    })
    .from(a)
    .innerJoin(s, eq(s.id, a.studentId))
    .innerJoin(e, eq(e.id, a.editionId))
    // The + keeps SQLite from reading every result ever made instead of those of the period.
    .where(and(isNull(a.roundId), between(a.takenOn, from, to), inArray(sql`+${a.state}`, ['scored', 'interpreted'])))

export type Facts = {
  visits: VisitFact[]
  riskChanges: RiskFact[]
  ranks: RiskFact[]
  crises: CrisisFact[]
  referrals: ReferralFact[]
  earlierReferrals: ReferralFact[]
  cases: CaseFact[]
  tests: TestFact[]
}
type Row<Q extends { all(): unknown[] }> = ReturnType<Q['all']>[number]
export type VisitFact = Row<ReturnType<typeof visitFactsQuery>>
export type RiskFact = Row<ReturnType<typeof riskChangesQuery>>
export type CrisisFact = Row<ReturnType<typeof crisisFactsQuery>>
export type ReferralFact = Row<ReturnType<typeof referralFactsQuery>>
export type CaseFact = Row<ReturnType<typeof caseFactsQuery>>
export type TestFact = Row<ReturnType<typeof testFactsQuery>>

/** Everything that a report about a period is counted from. */
export const findFacts = (db: ReadableDb, period: Period): Facts => ({
  // Thousands of rows: read as they come, each column under its own name.
  visits: db.all<VisitFact>(visitFactsQuery(db, period)),
  riskChanges: riskChangesQuery(db, period).all(),
  ranks: riskRanksQuery(db, period).all(),
  crises: crisisFactsQuery(db, period).all(),
  referrals: referralFactsQuery(db, period).all(),
  earlierReferrals: earlierReferralsQuery(db, period).all(),
  cases: db.all<CaseFact>(caseFactsQuery(db, period)),
  tests: testFactsQuery(db, period).all(),
})
