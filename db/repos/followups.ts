import { and, asc, eq, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { DueFollowup, Followup } from '#contract/followups'
import type { ReadableDb, WritableDb } from '#db/connection'
import { crisesTable } from '#db/schema/crises'
import { followupsTable as f } from '#db/schema/followups'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { countRows } from './count-rows.ts'
import { FOLLOWUP_IS_ASKED } from './declines.ts'
import { currentRankOf } from './risks.ts'

const doer = alias(u, 'doer')
const columns = {
  id: f.id,
  studentId: f.studentId,
  caseId: f.caseId,
  cause: f.cause,
  step: f.step,
  basis: f.basis,
  dueOn: f.dueOn,
  state: f.state,
  doneAt: f.doneAt,
  way: f.way,
  text: f.text,
  outcome: f.outcome,
  droppedReason: f.droppedReason,
  owner: u.name,
  by: doer.name,
}
const select = (db: ReadableDb) =>
  db.select(columns).from(f).innerJoin(u, eq(u.id, f.ownerId)).leftJoin(doer, eq(doer.id, f.by))

export const findFollowup = (db: ReadableDb, id: string): Followup | undefined => select(db).where(eq(f.id, id)).get()

/** In the order of their days. */
export const findFollowupsByCase = (db: ReadableDb, caseId: string): Followup[] =>
  select(db).where(eq(f.caseId, caseId)).orderBy(asc(f.dueOn), asc(f.step), asc(f.madeAt)).all()

/** Done ones of a student, newest last; for the timeline. */
export const findDoneFollowups = (db: ReadableDb, studentId: string) =>
  db
    .select({ ...columns, recordedAt: f.recordedAt })
    .from(f)
    .innerJoin(u, eq(u.id, f.ownerId))
    .leftJoin(doer, eq(doer.id, f.by))
    .where(and(eq(f.studentId, studentId), eq(f.state, 'done')))
    .orderBy(asc(f.doneAt))
    .all()

/** Due by a day, the longest waiting first; everybody's where `ownerId` is null. */
export const findDueFollowups = (db: ReadableDb, by: string, ownerId: string | null): DueFollowup[] =>
  db
    .select({
      id: f.id,
      studentId: f.studentId,
      caseId: f.caseId,
      cause: f.cause,
      step: f.step,
      dueOn: f.dueOn,
      ownerId: f.ownerId,
      owner: u.name,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
    })
    .from(f)
    .innerJoin(u, eq(u.id, f.ownerId))
    .innerJoin(s, eq(s.id, f.studentId))
    // Written out, since an index of some rows is only used for a condition without a parameter.
    .where(
      and(
        sql`${f.state} = 'due'`,
        lte(f.dueOn, by),
        ownerId === null ? undefined : eq(f.ownerId, ownerId),
        FOLLOWUP_IS_ASKED,
      ),
    )
    .orderBy(asc(f.dueOn), asc(s.nameSort))
    .all()

export function insertFollowup(db: WritableDb, row: typeof f.$inferInsert): void {
  db.insert(f).values(row).run()
}
type Change = Partial<
  Pick<
    typeof f.$inferInsert,
    'dueOn' | 'state' | 'doneAt' | 'way' | 'text' | 'outcome' | 'droppedReason' | 'by' | 'recordedAt'
  >
>
export function updateFollowup(db: WritableDb, id: string, change: Change): void {
  db.update(f).set(change).where(eq(f.id, id)).run()
}

/** What is still to be done in a case goes with it to whoever has it from now on. */
export function reassignFollowups(db: WritableDb, caseId: string, ownerId: string): void {
  db.update(f)
    .set({ ownerId })
    .where(and(eq(f.caseId, caseId), eq(f.state, 'due')))
    .run()
}

export const hadCrisis = (db: ReadableDb, studentId: string): boolean =>
  countRows(db, crisesTable, eq(crisesTable.studentId, studentId)) > 0
