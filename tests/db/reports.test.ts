import { describe, expect, it } from 'vitest'
import {
  caseFactsQuery,
  crisisFactsQuery,
  referralFactsQuery,
  riskChangesQuery,
  riskRanksQuery,
  testFactsQuery,
  visitFactsQuery,
  type Period,
} from '#db/repos/reports'
import {
  acceptancesQuery,
  aidQuery,
  archivesQuery,
  bookingsQuery,
  conferencesQuery,
  contactsQuery,
  destructionsQuery,
  followupsQuery,
  lettersQuery,
  observationsQuery,
  openingsQuery,
  reviewsQuery,
} from '#db/repos/report-registers'
import type { ReadableDb } from '#db/connection'
import { testContext } from '#tests/context'

type Query = (db: ReadableDb, period: Period) => { toSQL(): { sql: string; params: unknown[] } }
const TERM = { from: '2026-09-01', to: '2027-01-22' }

function planOf(query: Query): string {
  const { connection } = testContext().room
  const { sql, params } = query(connection.readable, TERM).toSQL()
  const steps = connection.vault.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
  return steps.map(({ detail }) => detail).join('\n')
}

describe('the queries of the report', () => {
  it.each([
    ['visits', visitFactsQuery, 'visits_by_day'],
    ['changes of level', riskChangesQuery, 'risks_by_time'],
    ['levels held', riskRanksQuery, 'risks_by_student'],
    ['referrals', referralFactsQuery, 'referrals_by_time'],
    ['crises', crisisFactsQuery, 'crises_by_time'],
    ['tests', testFactsQuery, 'assessments_by_taken'],
    ['letters', lettersQuery, 'letters_by_state'],
    ['openings of the letterbox', openingsQuery, 'SEARCH letter_openings USING PRIMARY KEY'],
    ['observations', observationsQuery, 'observations_by_state'],
    ['contacts', contactsQuery, 'contacts_by_time'],
    ['talks', conferencesQuery, 'conferences_by_time'],
    ['follow-ups', followupsQuery, 'followups_by_day'],
    ['reviews', reviewsQuery, 'reviews_by_day'],
    ['archived cases', archivesQuery, 'archives_by_day'],
    ['destroyed cases', destructionsQuery, 'destructions_by_time'],
    ['appointments', bookingsQuery, 'visits_by_day'],
    ['referrals for aid', aidQuery, 'aid_referrals_by_day'],
    ['requests', acceptancesQuery, 'acceptances_by_state'],
  ] as const)('find %s of a term by an index', (_what, query, index) => {
    expect(planOf(query)).toContain(index)
  })

  it('find cases in hand without reading those closed years ago', () => {
    const plan = planOf(caseFactsQuery)
    expect(plan).toContain('cases_by_closed')
    expect(plan).not.toContain('SCAN cases')
  })

  it('reach what became of a test by its id', () => {
    const plan = planOf(testFactsQuery)
    expect(plan).toContain('interpretations_by_assessment')
    expect(plan.match(/in_person_tasks_by_assessment/gu)).toHaveLength(2)
    expect(plan).not.toContain('SCAN a')
  })

  it('reach students and notes by their keys', () => {
    const plan = planOf(visitFactsQuery)
    expect(plan).toMatch(/SEARCH students USING (COVERING )?INDEX sqlite_autoindex_students_1/u)
    expect(plan).toContain('SEARCH notes USING INDEX')
  })
})
