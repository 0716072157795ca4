import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { TestContext } from '#tests/context'

/** How many questions a reading call asks of the database. */
export async function questionsAsked({ room }: Pick<TestContext, 'room'>, call: () => Promise<unknown>) {
  const { connection } = room
  const { readable, vault } = connection
  let asked = 0
  connection.readable = drizzle(vault.db, { logger: { logQuery: () => void asked++ } })
  try {
    await call()
  } finally {
    connection.readable = readable
  }
  return asked
}
