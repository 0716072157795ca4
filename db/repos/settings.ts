import { eq, isNull } from 'drizzle-orm'
import { ROLES, type Role } from '#contract/procedure'
import type { Account } from '#contract/settings'
import type { ReadableDb, WritableDb } from '#db/connection'
import { countersTable as c, settingsTable as s, usersTable as u } from '#db/schema/settings'

/** The raw JSON value of a setting; callers parse it with their schema. */
export function findSetting(db: ReadableDb, key: string): unknown {
  const row = db.select({ value: s.value }).from(s).where(eq(s.key, key)).get()
  return row === undefined ? undefined : JSON.parse(row.value)
}

export function putSetting(db: WritableDb, key: string, value: unknown): void {
  const json = JSON.stringify(value)
  db.insert(s)
    .values({ key, value: json })
    .onConflictDoUpdate({ target: s.key, set: { value: json } })
    .run()
}

/** The next number of a series, from 1, without gaps; the first of `count` that are taken at once. */
export function nextNumber(db: WritableDb, name: string, count = 1): number {
  const last = db.select({ value: c.value }).from(c).where(eq(c.name, name)).get()?.value ?? 0
  const value = last + count
  db.insert(c).values({ name, value }).onConflictDoUpdate({ target: c.name, set: { value } }).run()
  return last + 1
}

export function insertUser(db: WritableDb, account: Account, createdAt: string): void {
  db.insert(u)
    .values({ ...account, roles: JSON.stringify(account.roles), createdAt })
    .run()
}

export function findUsers(db: ReadableDb): Account[] {
  return db.select().from(u).where(isNull(u.closedAt)).all().map(toAccount)
}

export function findUser(db: ReadableDb, id: string): Account | undefined {
  const row = db.select().from(u).where(eq(u.id, id)).get()
  return row && toAccount(row)
}

const toAccount = (row: typeof u.$inferSelect): Account => ({
  id: row.id,
  name: row.name,
  sex: row.sex,
  roles: (JSON.parse(row.roles) as string[]).filter((role): role is Role =>
    (ROLES as readonly string[]).includes(role),
  ),
})
