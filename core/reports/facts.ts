import type { ReportRecord } from '#contract/reports'
import type { ReadableDb } from '#db/connection'
import {
  findFacts,
  type CaseFact,
  type CrisisFact,
  type Period,
  type ReferralFact,
  type RiskFact,
  type TestFact,
  type VisitFact,
} from '#db/repos/reports'
import { findRoundsWithin, type RoundRow } from '#db/repos/screenings'
import { minutesBetween } from '#db/repos/visits'

/** What every fact brings: the record that stands behind a number, and the minutes it adds. */
export type Counted = { record: ReportRecord; minutes: number }
export type CountedVisit = Counted & { visit: VisitFact; isTimed: boolean }
export type CountedRisk = Counted & { risk: RiskFact }
export type CountedCrisis = Counted & { crisis: CrisisFact }
export type CountedReferral = Counted & { referral: ReferralFact }
export type CountedCase = Counted & { case: CaseFact }
export type CountedTest = Counted & { test: TestFact }

/** All facts about one period, ready to be counted. */
export type Material = {
  period: Period
  visits: CountedVisit[]
  riskChanges: CountedRisk[]
  ranks: CountedRisk[]
  crises: CountedCrisis[]
  referrals: CountedReferral[]
  earlierReferrals: CountedReferral[]
  cases: CountedCase[]
  tests: CountedTest[]
  /** Oldest first, each with its own counts. */
  rounds: RoundRow[]
}

export function gather(db: ReadableDb, period: Period): Material {
  const facts = findFacts(db, period)
  return {
    period,
    visits: facts.visits.map(countedVisit),
    riskChanges: facts.riskChanges.map(countedRisk),
    ranks: facts.ranks.map(countedRisk),
    crises: facts.crises.map(countedCrisis),
    referrals: facts.referrals.map(countedReferral),
    earlierReferrals: facts.earlierReferrals.map(countedReferral),
    cases: facts.cases.map(countedCase),
    tests: facts.tests.map(countedTest),
    rounds: findRoundsWithin(db, period).toReversed(),
  }
}

type Who = Pick<ReportRecord, 'id' | 'studentId' | 'studentName' | 'className'>
const whoOf = ({ id, studentId, studentName, className }: Who): Who => ({ id, studentId, studentName, className })

function countedVisit(visit: VisitFact): CountedVisit {
  const minutes = minutesBetween(visit.arrivedAt, visit.endedAt)
  return {
    visit,
    minutes: minutes ?? 0,
    isTimed: minutes !== null,
    record: {
      ...whoOf(visit),
      kind: 'visit',
      visitId: visit.id,
      no: visit.no,
      on: visit.onDay,
      what: visit.problem ?? 'none',
    },
  }
}
const countedRisk = (risk: RiskFact): CountedRisk => ({
  risk,
  minutes: 0,
  record: { ...whoOf(risk), kind: 'risk', visitId: null, no: null, on: risk.onDay, what: String(risk.rank) },
})
const countedCrisis = (crisis: CrisisFact): CountedCrisis => ({
  crisis,
  minutes: 0,
  record: {
    ...whoOf(crisis),
    kind: 'crisis',
    visitId: null,
    no: crisis.no,
    on: crisis.openedAt.slice(0, 10),
    what: crisis.outcome ?? 'open',
  },
})
const countedReferral = (referral: ReferralFact): CountedReferral => ({
  referral,
  minutes: 0,
  record: {
    ...whoOf(referral),
    kind: 'referral',
    visitId: null,
    no: referral.no,
    on: referral.onDay,
    what: referral.institution,
  },
})
const countedCase = (fact: CaseFact): CountedCase => ({
  case: fact,
  minutes: 0,
  record: {
    ...whoOf(fact),
    kind: 'case',
    visitId: null,
    no: fact.no,
    on: fact.openedOn,
    what: fact.closeReason ?? 'open',
  },
})
const countedTest = (test: TestFact): CountedTest => ({
  test,
  minutes: 0,
  record: { ...whoOf(test), kind: 'assessment', visitId: null, no: test.no, on: test.onDay, what: test.short },
})
