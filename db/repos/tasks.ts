import { asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { InPersonTask, TaskLine } from '#contract/assessments'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable as a, tasksTable as t } from '#db/schema/assessments'
import { crisesTable as c } from '#db/schema/crises'
import { editionsTable as e } from '#db/schema/instruments'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { currentRankOf } from './risks.ts'

const acknowledger = alias(u, 'acknowledger')
const columns = {
  id: t.id,
  studentId: t.studentId,
  assessmentId: t.assessmentId,
  urgency: t.urgency,
  critical: t.critical,
  blanks: t.blanks,
  raisedAt: t.raisedAt,
  acknowledgedAt: t.acknowledgedAt,
  acknowledgedBy: acknowledger.name,
  seenOn: t.seenOn,
  outcome: t.outcome,
  note: t.note,
  closedAt: t.closedAt,
}
const unfold = <R extends { critical: string; blanks: string }>({ critical, blanks, ...row }: R) => ({
  ...row,
  critical: JSON.parse(critical) as InPersonTask['critical'],
  blanks: JSON.parse(blanks) as InPersonTask['blanks'],
})

export function findTask(db: ReadableDb, id: string): InPersonTask | undefined {
  const row = db
    .select(columns)
    .from(t)
    .leftJoin(acknowledger, eq(acknowledger.id, t.acknowledgedBy))
    .where(eq(t.id, id))
    .get()
  return row && unfold(row)
}

/** Those of one answer sheet, in the order they were raised. */
export const findTasksOf = (db: ReadableDb, assessmentId: string): InPersonTask[] =>
  db
    .select(columns)
    .from(t)
    .leftJoin(acknowledger, eq(acknowledger.id, t.acknowledgedBy))
    .where(eq(t.assessmentId, assessmentId))
    .orderBy(asc(t.raisedAt))
    .all()
    .map(unfold)

/** Not closed: most urgent first, then the longest-waiting. */
export const findOpenTaskLines = (db: ReadableDb): TaskLine[] =>
  db
    .select({
      ...columns,
      studentName: s.name,
      className: s.className,
      short: e.short,
      riskRank: currentRankOf(s.id),
      openCrisisId: sql<
        string | null
      >`(SELECT ${c.id} FROM ${c} WHERE ${c.studentId} = ${s.id} AND ${c.state} = 'open')`,
    })
    .from(t)
    .innerJoin(s, eq(s.id, t.studentId))
    .innerJoin(a, eq(a.id, t.assessmentId))
    .innerJoin(e, eq(e.id, a.editionId))
    .leftJoin(acknowledger, eq(acknowledger.id, t.acknowledgedBy))
    .where(isNull(t.closedAt))
    .orderBy(sql`${t.urgency} <> 'immediate'`, asc(t.raisedAt))
    .all()
    .map(unfold)

type NewTask = Pick<InPersonTask, 'id' | 'studentId' | 'assessmentId' | 'urgency' | 'critical' | 'blanks' | 'raisedAt'>
export function insertTask(db: WritableDb, { critical, blanks, ...row }: NewTask): void {
  db.insert(t)
    .values({ ...row, critical: JSON.stringify(critical), blanks: JSON.stringify(blanks) })
    .run()
}

export const updateTask = (
  db: WritableDb,
  id: string,
  change: Partial<
    Pick<
      typeof t.$inferInsert,
      | 'urgency'
      | 'critical'
      | 'blanks'
      | 'acknowledgedAt'
      | 'acknowledgedBy'
      | 'seenOn'
      | 'outcome'
      | 'note'
      | 'closedAt'
      | 'closedBy'
    >
  >,
): void => {
  db.update(t).set(change).where(eq(t.id, id)).run()
}
