import { describe, expect, it } from 'vitest'
import { appointmentsQuery, takenQuery } from '#db/repos/appointments'
import type { ReadableDb } from '#db/connection'
import { testContext } from '#tests/context'

const WEEK = { from: '2026-11-23', to: '2026-11-29' }
const TERM = { from: '2026-09-01', to: '2027-01-22' }

function planOf(query: (db: ReadableDb) => { toSQL(): { sql: string; params: unknown[] } }): string {
  const { connection } = testContext().room
  const { sql, params } = query(connection.readable).toSQL()
  const steps = connection.vault.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
  return steps.map(({ detail }) => detail).join('\n')
}

describe('the week of the calendar', () => {
  const viewer = { userId: 'someone', now: '2026-11-21T08:00:00.000Z' }
  it.each([
    ['is listed', (db: ReadableDb) => appointmentsQuery(db, WEEK, { viewer, term: TERM })],
    ['is looked through for what is taken', (db: ReadableDb) => takenQuery(db, WEEK)],
  ] as const)('%s by its days, without reading visits of years ago', (_what, query) => {
    const plan = planOf(query)
    expect(plan).toMatch(/SEARCH visits USING INDEX visits_by_(day|state) \(.*on_day>\? AND on_day<\?\)/u)
    expect(plan).not.toMatch(/SCAN (visits|appointments|cases|students|notes|consents|nv|pv)\b/u)
  })
  it('counts missed appointments and earlier visits of a student by an index', () => {
    const plan = planOf((db) => appointmentsQuery(db, WEEK, { viewer, term: TERM }))
    expect(plan).toMatch(/SEARCH nv USING (COVERING )?INDEX visits_by_student/u)
    expect(plan).toMatch(/SEARCH pv USING (COVERING )?INDEX visits_by_student/u)
  })
})
