import { asc, eq, isNull } from 'drizzle-orm'
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

/** Open ones, in the order they came. */
export function findUsers(db: ReadableDb): Account[] {
  return db.select().from(u).where(isNull(u.closedAt)).orderBy(asc(u.createdAt), asc(u.id)).all().map(toAccount)
}

/** Whoever can still be chosen. */
export const findOpenUser = (db: ReadableDb, id: string): Account | undefined =>
  findUsers(db).find((account) => account.id === id)

/** Closed ones as well: their names stay in old records. */
export function findUser(db: ReadableDb, id: string): Account | undefined {
  const row = db.select().from(u).where(eq(u.id, id)).get()
  return row && toAccount(row)
}

export const rolesFrom = (json: string): Role[] =>
  (JSON.parse(json) as string[]).filter((role): role is Role => (ROLES as readonly string[]).includes(role))
const toAccount = ({ id, name, sex, roles }: typeof u.$inferSelect): Account => ({
  id,
  name,
  sex,
  roles: rolesFrom(roles),
})
