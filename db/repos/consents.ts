import { desc, eq } from 'drizzle-orm'
import type { Consent, ConsentFields } from '#contract/consents'
import type { ReadableDb, WritableDb } from '#db/connection'
import { consentsTable as c } from '#db/schema/consents'
import { usersTable as u } from '#db/schema/settings'

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
      withdrawnOn: c.withdrawnOn,
      enteredAt: c.enteredAt,
    })
    .from(c)
    .innerJoin(u, eq(u.id, c.givenTo))
    .where(eq(c.studentId, studentId))
    .orderBy(desc(c.givenOn), desc(c.enteredAt))
    .all()
}

export function insertConsent(
  db: WritableDb,
  row: ConsentFields & { id: string; studentId: string; givenTo: string; enteredAt: string },
): void {
  db.insert(c).values(row).run()
}

export function withdrawConsent(db: WritableDb, id: string, on: string): void {
  db.update(c).set({ withdrawnOn: on }).where(eq(c.id, id)).run()
}
