import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Intake, IntakeBody } from '#contract/intakes'
import type { ReadableDb, WritableDb } from '#db/connection'
import { intakeReopeningsTable as r, intakesTable as i } from '#db/schema/intakes'
import { usersTable as u } from '#db/schema/settings'

export function findIntake(db: ReadableDb, caseId: string): Intake | undefined {
  const row = db
    .select({ intake: i, writtenBy: u.name })
    .from(i)
    .innerJoin(u, eq(u.id, i.by))
    .where(eq(i.caseId, caseId))
    .get()
  if (!row) return undefined
  const { id, studentId, version, savedAt, finishedAt, by: _by, caseId: _case, ...body } = row.intake
  return {
    id,
    caseId,
    studentId,
    body,
    version,
    savedAt,
    writtenBy: row.writtenBy,
    finishedAt,
    reopenings: findReopenings(db, id),
  }
}

const findReopenings = (db: ReadableDb, intakeId: string): Intake['reopenings'] =>
  db
    .select({ reason: r.reason, at: r.at, by: u.name, finishedAt: r.finishedAt, before: r.before })
    .from(r)
    .innerJoin(u, eq(u.id, r.by))
    .where(eq(r.intakeId, intakeId))
    .orderBy(asc(r.at))
    .all()

/** How far the intake of a case is. */
export function findIntakeState(db: ReadableDb, caseId: string): 'none' | 'draft' | 'finished' {
  const row = db.select({ finishedAt: i.finishedAt }).from(i).where(eq(i.caseId, caseId)).get()
  return row === undefined ? 'none' : row.finishedAt === null ? 'draft' : 'finished'
}

/** Finished ones, for the timeline. */
export const findFinishedIntakes = (db: ReadableDb, studentId: string) =>
  db
    .select({
      id: i.id,
      caseId: i.caseId,
      onDay: i.onDay,
      finishedAt: i.finishedAt,
      conclusion: i.conclusion,
      by: u.name,
    })
    .from(i)
    .innerJoin(u, eq(u.id, i.by))
    .where(and(eq(i.studentId, studentId), isNotNull(i.finishedAt)))
    .all()

type Stamp = { version: number; by: string; savedAt: string }
export function insertIntake(
  db: WritableDb,
  row: { id: string; caseId: string; studentId: string; body: IntakeBody } & Stamp,
): void {
  const { body, ...rest } = row
  db.insert(i)
    .values({ ...rest, ...body })
    .run()
}
export function updateIntake(db: WritableDb, id: string, body: IntakeBody, stamp: Stamp): void {
  db.update(i)
    .set({ ...body, ...stamp })
    .where(eq(i.id, id))
    .run()
}
export function finishIntake(db: WritableDb, id: string, finishedAt: string): void {
  db.update(i).set({ finishedAt }).where(eq(i.id, id)).run()
}
/** Keeps what stood there, then lets it be written again. */
export function reopenIntake(db: WritableDb, row: typeof r.$inferInsert): void {
  db.insert(r).values(row).run()
  db.update(i).set({ finishedAt: null }).where(eq(i.id, row.intakeId)).run()
}
