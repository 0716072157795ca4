import { type Column, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Consent } from '#contract/consents'
import type { ReadableDb, WritableDb } from '#db/connection'
import { consentsTable as c } from '#db/schema/consents'
import { usersTable as u } from '#db/schema/settings'
import { doneBy } from './audit.ts'

/** Newest first, withdrawn ones included. */
export function findConsents(db: ReadableDb, studentId: string): Consent[] {
  return db
    .select({
      id: c.id,
      studentId: c.studentId,
      kind: c.kind,
      textVersion: c.textVersion,
      givenOn: c.givenOn,
      givenTo: u.name,
      signer: c.signer,
      signerName: c.signerName,
      mode: c.mode,
      scope: c.scope,
      answer: c.answer,
      relation: c.relation,
      sharedWith: c.sharedWith,
      validUntil: c.validUntil,
      withdrawnOn: c.withdrawnOn,
      withdrawnReason: c.withdrawnReason,
      withdrawnTo: sql<
        string | null
      >`CASE WHEN ${c.withdrawnOn} IS NULL THEN NULL ELSE ${doneBy('consent.withdrawn', c.studentId, c.id)} END`,
      enteredAt: c.enteredAt,
    })
    .from(c)
    .innerJoin(u, eq(u.id, c.givenTo))
    .where(eq(c.studentId, studentId))
    .orderBy(desc(c.givenOn), desc(c.enteredAt), sql`${c}.rowid DESC`)
    .all()
}

/** Whether an agreement to the notice is in force on a day, as a column of another query. */
export const noticeHolds = (studentId: Column, day: Column): SQL<number> =>
  sql<number>`EXISTS (SELECT 1 FROM ${c} WHERE ${c.studentId} = ${studentId} AND ${c.kind} = 'notice' AND ${c.answer} = 'agrees'
    AND ${c.withdrawnOn} IS NULL AND (${c.validUntil} IS NULL OR ${c.validUntil} >= ${day}))`

export function insertConsent(db: WritableDb, row: typeof c.$inferInsert): void {
  db.insert(c).values(row).run()
}

export function withdrawConsent(db: WritableDb, id: string, on: string, reason: string): void {
  db.update(c).set({ withdrawnOn: on, withdrawnReason: reason }).where(eq(c.id, id)).run()
}
