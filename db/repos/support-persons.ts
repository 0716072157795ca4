import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { MayKnow } from '#contract/contact-tables'
import type { PersonFields, SupportPerson } from '#contract/contacts'
import type { ReadableDb, WritableDb } from '#db/connection'
import { supportPersonsTable as p } from '#db/schema/contacts'
import { usersTable as u } from '#db/schema/settings'

/** In the order they were entered. */
export const findPersons = (db: ReadableDb, studentId: string): SupportPerson[] =>
  db
    .select({
      id: p.id,
      studentId: p.studentId,
      name: p.name,
      relation: p.relation,
      phone: p.phone,
      mayKnow: p.mayKnow,
      note: p.note,
      confirmedAt: p.confirmedAt,
      confirmedBy: u.name,
      enteredAt: p.enteredAt,
    })
    .from(p)
    .leftJoin(u, eq(u.id, p.confirmedBy))
    .where(and(eq(p.studentId, studentId), isNull(p.deletedAt)))
    .orderBy(asc(p.enteredAt), sql`${p}.rowid`)
    .all()
    .map(({ mayKnow, relation, ...row }) => ({
      ...row,
      relation: relation as SupportPerson['relation'],
      mayKnow: JSON.parse(mayKnow) as MayKnow[],
    }))

type Confirmed = { confirmedAt: string | null; confirmedBy: string | null }
export function insertPerson(
  db: WritableDb,
  { mayKnow, ...row }: PersonFields & Confirmed & { id: string; studentId: string; enteredAt: string },
): void {
  db.insert(p)
    .values({ ...row, mayKnow: JSON.stringify(mayKnow) })
    .run()
}

export function updatePerson(db: WritableDb, id: string, { mayKnow, ...change }: PersonFields & Confirmed): void {
  db.update(p)
    .set({ ...change, mayKnow: JSON.stringify(mayKnow) })
    .where(eq(p.id, id))
    .run()
}
export const removePerson = (db: WritableDb, id: string, deletedAt: string): void => {
  db.update(p).set({ deletedAt }).where(eq(p.id, id)).run()
}
