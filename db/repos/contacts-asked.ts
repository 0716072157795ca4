import { and, eq, gte, isNotNull, or, sql } from 'drizzle-orm'
import type { ReadableDb } from '#db/connection'
import { casesTable as c } from '#db/schema/cases'
import { supportPersonsTable as p } from '#db/schema/contacts'
import { studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { type Viewer, studentIsOpenTo } from './ownership.ts'
import { currentRankOf } from './risks.ts'

/** What the school's rules ask for by themselves: a call that nobody has made yet. */
const who = {
  studentId: s.id,
  studentName: s.name,
  className: s.className,
  riskRank: currentRankOf(s.id),
}
const noContactSince = (
  kind: string,
  since: unknown,
) => sql`NOT EXISTS (SELECT 1 FROM contacts k WHERE k.student_id = ${s.id}
  AND k.kind = ${kind} AND k.at >= ${since} AND k.deleted_at IS NULL)`

/** Visits since `from` that are over, of students who stand at `rank` or higher, or that began at `fromTime` or later, without word of getting home. */
export const findArrivalsAsked = (db: ReadableDb, from: string, rank: number, fromTime: string, viewer: Viewer) =>
  db
    .select({
      ...who,
      visitId: v.id,
      at: sql<string>`coalesce(${v.endedAt}, ${v.arrivedAt})`,
      isOpen: sql<number>`${studentIsOpenTo(viewer, s.id)}`,
    })
    .from(v)
    .innerJoin(s, eq(s.id, v.studentId))
    .where(
      and(
        gte(v.onDay, from),
        isNotNull(v.arrivedAt),
        or(isNotNull(v.endedAt), eq(v.onDay, from)),
        eq(v.visitor, 'student'),
        or(
          sql`coalesce(${currentRankOf(s.id)}, 0) >= ${rank}`,
          sql`substr(coalesce(${v.endedAt}, ${v.arrivedAt}), 12) >= ${fromTime}`,
        ),
        noContactSince('arrival', v.arrivedAt),
      ),
    )
    .all()

/** Open cases of `counselorId` without a first call to a parent who may know something. */
export const findFirstParentsAsked = (db: ReadableDb, counselorId: string, since: string) =>
  db
    .select({ ...who, caseId: c.id, openedOn: c.openedOn, name: p.name, relation: p.relation })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .innerJoin(
      p,
      sql`${p.id} = (SELECT pp.id FROM support_persons pp WHERE pp.student_id = ${s.id} AND pp.deleted_at IS NULL
        AND pp.relation IN ('mother', 'father', 'guardian') AND pp.may_know NOT IN ('[]', '["nothing"]')
        ORDER BY pp.entered_at LIMIT 1)`,
    )
    .where(
      and(
        eq(c.counselorId, counselorId),
        eq(c.state, 'open'),
        gte(c.openedOn, since),
        noContactSince('first-parent', c.openedOn),
      ),
    )
    .all()

/** First sessions of `counselorId`'s cases that have ended since `since` and that nobody was asked about. */
export const findFeedbackAsked = (db: ReadableDb, counselorId: string, since: string) =>
  db
    .select({ ...who, visitId: v.id, at: sql<string>`${v.endedAt}` })
    .from(v)
    .innerJoin(c, eq(c.id, v.caseId))
    .innerJoin(s, eq(s.id, v.studentId))
    .where(
      and(
        gte(v.onDay, since),
        eq(v.ordinal, 1),
        isNotNull(v.endedAt),
        eq(c.counselorId, counselorId),
        eq(c.state, 'open'),
        noContactSince('feedback', v.endedAt),
      ),
    )
    .all()
