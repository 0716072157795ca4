import { expect, test } from 'vitest'
import { clearKioskTokensQuery } from '#db/repos/kiosk'
import { testContext } from '#tests/context'

test('an unlock looks for sheets out at the kiosk among the open ones alone', () => {
  const { connection } = testContext().room
  const plan = connection.transaction((db) => {
    const { sql, params } = clearKioskTokensQuery(db, []).toSQL()
    return connection.vault.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]
  })
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('assessments_by_state (state=?)')])
})
