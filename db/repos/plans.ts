import { and, asc, desc, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { BesideNote } from '#contract/notes'
import type { GoalCourse, GoalMark, Plan, PlanBody, PlanGoal } from '#contract/plans'
import type { ReadableDb, WritableDb } from '#db/connection'
import { notesTable as n } from '#db/schema/notes'
import { goalMarksTable as m, goalsTable as g, plansTable as p } from '#db/schema/plans'
import { usersTable as u } from '#db/schema/settings'
import { visitsTable as v } from '#db/schema/visits'

export const findPlan = (db: ReadableDb, id: string): Plan | undefined => findPlans(db, eq(p.id, id))[0]

/** Newest version first. */
export const findPlansOfCase = (db: ReadableDb, caseId: string): Plan[] => findPlans(db, eq(p.caseId, caseId))

/** The plan that was agreed upon and holds. */
export const findActivePlan = (db: ReadableDb, caseId: string): Plan | undefined =>
  findPlans(db, and(eq(p.caseId, caseId), eq(p.state, 'active')))[0]

function findPlans(db: ReadableDb, where: ReturnType<typeof eq> | undefined): Plan[] {
  const rows = db
    .select({ plan: p, writtenBy: u.name })
    .from(p)
    .innerJoin(u, eq(u.id, p.by))
    .where(where)
    .orderBy(desc(p.version))
    .all()
  const ids = rows.map(({ plan }) => plan.id)
  const goals = db.select().from(g).where(inArray(g.planId, ids)).orderBy(asc(g.ord)).all()
  return rows.map(({ plan, writtenBy }) => {
    const own = goals.filter(({ planId }) => planId === plan.id)
    const { service, methods, specialMethod, steps, schedule, contents, reviewDays, why, by: _by, ...rest } = plan
    return {
      ...rest,
      body: {
        service,
        methods,
        specialMethod,
        steps,
        schedule,
        contents,
        reviewDays,
        why,
        goals: own.map(({ rootId, text, sign }) => ({ rootId, text, sign })),
      },
      goalStates: Object.fromEntries(own.map(({ rootId, state }) => [rootId, state])),
      writtenBy,
    }
  })
}

/** Those that were agreed upon, for the timeline. */
export const findAgreedPlans = (db: ReadableDb, studentId: string) =>
  db
    .select({
      id: p.id,
      caseId: p.caseId,
      version: p.version,
      service: p.service,
      agreedOn: p.agreedOn,
      activatedAt: p.activatedAt,
      by: u.name,
      goals: sql<string | null>`(SELECT group_concat(${g.text}, char(10)) FROM ${g} WHERE ${g.planId} = ${p.id})`,
    })
    .from(p)
    .innerJoin(u, eq(u.id, p.by))
    .where(and(eq(p.studentId, studentId), isNotNull(p.activatedAt)))
    .all()

export function insertPlan(
  db: WritableDb,
  row: { id: string; caseId: string; studentId: string; version: number; by: string; savedAt: string; body: PlanBody },
  newId: () => string,
): void {
  const { body, ...rest } = row
  const { goals, ...columns } = body
  db.insert(p)
    .values({ ...rest, ...columns, state: 'draft', edits: 0 })
    .run()
  putGoals(db, row.id, goals, newId)
}

/** A draft as it was typed last. */
export function updatePlan(
  db: WritableDb,
  id: string,
  { goals, ...columns }: PlanBody,
  stamp: { edits: number; by: string; savedAt: string },
  newId: () => string,
): void {
  db.update(p)
    .set({ ...columns, ...stamp })
    .where(eq(p.id, id))
    .run()
  putGoals(db, id, goals, newId)
}

function putGoals(db: WritableDb, planId: string, goals: readonly PlanGoal[], newId: () => string): void {
  const kept = goals.map(({ rootId }) => rootId)
  db.delete(g)
    .where(and(eq(g.planId, planId), notInArray(g.rootId, kept)))
    .run()
  for (const [ord, { rootId, text, sign }] of goals.entries())
    db.insert(g)
      .values({ id: newId(), planId, rootId, ord, text, sign, state: 'open' })
      .onConflictDoUpdate({ target: [g.planId, g.rootId], set: { ord, text, sign } })
      .run()
}

export function deletePlanDraft(db: WritableDb, id: string): void {
  db.delete(g).where(eq(g.planId, id)).run()
  db.delete(p)
    .where(and(eq(p.id, id), eq(p.state, 'draft')))
    .run()
}

/** The draft holds from now on, instead of the one before. */
export function activatePlan(db: WritableDb, plan: Plan, agreed: { agreedOn: string; activatedAt: string }): void {
  db.update(p)
    .set({ state: 'replaced' })
    .where(and(eq(p.caseId, plan.caseId), eq(p.state, 'active')))
    .run()
  db.update(p)
    .set({ state: 'active', ...agreed })
    .where(eq(p.id, plan.id))
    .run()
}

export function setGoalState(db: WritableDb, planId: string, rootId: string, state: GoalCourse['state']): void {
  db.update(g)
    .set({ state })
    .where(and(eq(g.planId, planId), eq(g.rootId, rootId)))
    .run()
}

/** Oldest visit first, without those taken back. */
export const findMarks = (db: ReadableDb, caseId: string): GoalMark[] =>
  db
    .select({
      rootId: m.rootId,
      visitId: m.visitId,
      at: sql<string>`coalesce(${v.arrivedAt}, ${v.bookedFor}, ${v.onDay} || 'T00:00')`.as('at_visit'),
      score: sql<number>`${m.score}`,
      words: m.words,
    })
    .from(m)
    .innerJoin(v, eq(v.id, m.visitId))
    .where(and(eq(m.caseId, caseId), isNotNull(m.score)))
    .orderBy(sql`at_visit`)
    .all()

/** Those of one visit, each with its goal as it reads in the newest version. */
export const findMarksAt = (db: ReadableDb, visitId: string): BesideNote['marks'] =>
  db
    .select({
      rootId: m.rootId,
      goal: sql<string>`coalesce((SELECT w.text FROM plans x JOIN goals w ON w.plan_id = x.id AND w.root_id = goal_marks.root_id
        WHERE x.case_id = goal_marks.case_id ORDER BY x.version DESC LIMIT 1), '')`,
      score: sql<number>`${m.score}`,
      words: m.words,
    })
    .from(m)
    .where(and(eq(m.visitId, visitId), isNotNull(m.score)))
    .all()

export function takeMarksBack(db: WritableDb, visitId: string, stamp: { at: string; by: string }): void {
  db.update(m)
    .set({ score: null, words: '', ...stamp })
    .where(and(eq(m.visitId, visitId), isNotNull(m.score)))
    .run()
}

/** The mark of a goal at a visit is there and the record of the visit is signed. */
export const isMarkSigned = (db: ReadableDb, visitId: string, rootId: string): boolean =>
  db
    .select({ id: m.id })
    .from(m)
    .innerJoin(n, eq(n.visitId, m.visitId))
    .where(and(eq(m.visitId, visitId), eq(m.rootId, rootId), isNotNull(m.score), eq(n.state, 'signed')))
    .get() !== undefined

export function putMark(db: WritableDb, row: typeof m.$inferInsert): void {
  const { score, words, at, by } = row
  db.insert(m)
    .values(row)
    .onConflictDoUpdate({ target: [m.visitId, m.rootId], set: { score, words, at, by } })
    .run()
}
