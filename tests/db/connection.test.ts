import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { inOneBatch } from '#db/batch'
import { testContext } from '#tests/context'

const counters = sql`SELECT count(*) AS n FROM counters`
const one = sql`INSERT INTO counters VALUES ('x', 1)`

describe('a connection', () => {
  it('refuses to write through what reads get', () => {
    const { readable } = testContext().room.connection
    for (const query of [one, sql`DELETE FROM drafts RETURNING form`, sql`UPDATE users SET name = ''`])
      expect(() => readable.all(query)).toThrow('a read tried to write')
    expect(readable.all(counters)).toEqual([{ n: 0 }])
  })
  it('takes back everything of a transaction that fails', () => {
    const { readable, transaction } = testContext().room.connection
    const failing = () =>
      transaction((db) => {
        db.run(one)
        throw new Error('no')
      })
    expect(failing).toThrow('no')
    expect(readable.all(counters)).toEqual([{ n: 0 }])
  })
  it('joins all transactions of a batch into one', async () => {
    const { connection } = testContext().room
    const work = async (fails: boolean) => {
      connection.transaction((db) => db.run(one))
      await Promise.resolve()
      if (fails) throw new Error('no')
    }
    await expect(inOneBatch(connection, () => work(true))).rejects.toThrow('no')
    expect(connection.readable.all(counters)).toEqual([{ n: 0 }])
    await inOneBatch(connection, () => work(false))
    expect(connection.readable.all(counters)).toEqual([{ n: 1 }])
  })
})
