import { and, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { ToldTopic } from '#contract/contact-tables'
import type { Stage } from '#contract/stages'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { usersTable as u } from '#db/schema/settings'
import { stageSummariesTable as g } from '#db/schema/stages'
import { studentsTable as s } from '#db/schema/students'
import { currentRankOf } from './risks.ts'

function select(db: ReadableDb, where: SQL | undefined): Stage[] {
  const rows = db
    .select({ stage: g, by: u.name })
    .from(g)
    .innerJoin(u, eq(u.id, g.by))
    .where(where)
    .orderBy(desc(g.stage))
    .all()
  return rows.map(({ stage: { toldTopics, ...stage }, by }) => ({
    ...stage,
    toldTopics: JSON.parse(toldTopics) as ToldTopic[],
    by,
  }))
}

export const findStage = (db: ReadableDb, id: string): Stage | undefined => select(db, eq(g.id, id))[0]
/** Newest first. */
export const findStagesOfCase = (db: ReadableDb, caseId: string): Stage[] => select(db, eq(g.caseId, caseId))
export const findFinishedStages = (db: ReadableDb, studentId: string): Stage[] =>
  select(db, and(eq(g.studentId, studentId), isNotNull(g.finishedAt)))

type Row = Omit<Stage, 'deliveredOn' | 'deliveredWay'>
export function insertStage(db: WritableDb, { toldTopics, ...row }: Row): void {
  db.insert(g)
    .values({ ...row, toldTopics: JSON.stringify(toldTopics) })
    .run()
}
export function updateStage(db: WritableDb, id: string, { toldTopics, ...change }: Partial<Stage>): void {
  db.update(g)
    .set({ ...change, ...(toldTopics && { toldTopics: JSON.stringify(toldTopics) }) })
    .where(eq(g.id, id))
    .run()
}

/** One counselor's open cases. */
export const findCasesToSummarise = (db: ReadableDb, counselorId: string) =>
  db
    .select({
      caseId: c.id,
      caseNo: c.no,
      openedOn: c.openedOn,
      studentId: c.studentId,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .where(and(eq(c.state, 'open'), eq(c.counselorId, counselorId)))
    .all()

export type StageStanding = ReturnType<typeof findStageStates>[number]
/** What is written in them, without a word of it. */
export const findStageStates = (db: ReadableDb, counselorId: string) =>
  db
    .select({
      id: g.id,
      caseId: g.caseId,
      stage: g.stage,
      state: g.state,
      isForFamily: sql<number>`${g.familyText} <> ''`,
    })
    .from(g)
    .innerJoin(c, eq(c.id, g.caseId))
    .where(and(eq(c.state, 'open'), eq(c.counselorId, counselorId)))
    .all()
