import { and, asc, desc, eq, not, sql } from 'drizzle-orm'
import type { Review, ReviewDue, ReviewFields } from '#contract/reviews'
import type { ReadableDb, WritableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { goalsTable as g, plansTable as p } from '#db/schema/plans'
import { reviewsTable as r } from '#db/schema/reviews'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'
import { isLeftAlone } from './declines.ts'
import { currentRankOf } from './risks.ts'

/** Newest first. */
export const findReviews = (db: ReadableDb, caseId: string): Review[] => findWhere(db, eq(r.caseId, caseId))
export const findReview = (db: ReadableDb, id: string): Review | undefined => findWhere(db, eq(r.id, id))[0]
export const findReviewsByStudent = (db: ReadableDb, studentId: string): Review[] =>
  findWhere(db, eq(r.studentId, studentId))

/** The newest review of a case. */
export const lastReview = (db: ReadableDb, caseId: string): Review | undefined => findReviews(db, caseId)[0]

function findWhere(db: ReadableDb, where: ReturnType<typeof eq>): Review[] {
  const rows = db
    .select({ review: r, planVersion: p.version, reviewedBy: u.name, goalTexts })
    .from(r)
    .innerJoin(u, eq(u.id, r.by))
    .leftJoin(p, eq(p.id, r.planId))
    .where(where)
    .orderBy(desc(r.onDay), desc(r.at))
    .all()
  return rows.map(({ review: { at, by: _by, ...review }, planVersion, reviewedBy, goalTexts: texts }) => ({
    ...review,
    planVersion,
    reviewedBy,
    enteredAt: at,
    goalTexts: JSON.parse(texts) as Record<string, string>,
  }))
}

/** What the goals of the plan say, by their root; JSON. */
const goalTexts = sql<string>`(SELECT json_group_object(${g.rootId}, ${g.text}) FROM ${g} WHERE ${g.planId} = ${r.planId})`

export function insertReview(
  db: WritableDb,
  row: ReviewFields & { id: string; caseId: string; studentId: string; planId: string | null; by: string; at: string },
): void {
  db.insert(r).values(row).run()
}

export function updateReview(db: WritableDb, id: string, fields: ReviewFields): void {
  db.update(r).set(fields).where(eq(r.id, id)).run()
}

/**
 * When a case with an active plan is looked back upon next: on the day the last review set, else so many days after the last
 * review, else after the plan was agreed upon.
 */
const dueOn = (schoolDays: number) =>
  sql<string>`coalesce(
    (SELECT coalesce(lr.next_on, date(lr.on_day, '+' || coalesce(plans.review_days, ${schoolDays}) || ' days'))
      FROM reviews lr WHERE lr.case_id = plans.case_id ORDER BY lr.on_day DESC, lr.at DESC LIMIT 1),
    date(plans.agreed_on, '+' || coalesce(plans.review_days, ${schoolDays}) || ' days'))`

/** Null without an active plan. */
export const findNextReviewDay = (db: ReadableDb, caseId: string, schoolDays: number): string | null =>
  db
    .select({ dueOn: dueOn(schoolDays) })
    .from(p)
    .where(and(eq(p.caseId, caseId), eq(p.state, 'active')))
    .get()?.dueOn ?? null

/** Of one counselor's open cases, by that day at the latest, longest overdue first. */
export function findDueReviews(db: ReadableDb, counselorId: string, today: string, schoolDays: number): ReviewDue[] {
  const due = dueOn(schoolDays)
  return db
    .select({
      caseId: c.id,
      caseNo: c.no,
      studentId: s.id,
      studentName: s.name,
      className: s.className,
      riskRank: currentRankOf(s.id),
      lastOn: sql<string | null>`(SELECT max(${r.onDay}) FROM ${r} WHERE ${r.caseId} = ${c.id})`,
      agreedOn: sql<string>`${p.agreedOn}`,
      dueOn: due,
    })
    .from(p)
    .innerJoin(c, eq(c.id, p.caseId))
    .innerJoin(s, eq(s.id, c.studentId))
    .where(
      and(
        eq(p.state, 'active'),
        eq(c.state, 'open'),
        eq(c.counselorId, counselorId),
        sql`${due} <= ${today}`,
        not(isLeftAlone(c.studentId)),
      ),
    )
    .orderBy(asc(due), asc(c.no))
    .all()
}
