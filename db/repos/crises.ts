import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Crisis, CrisisEntry, CrisisFields, CrisisLine } from '#contract/crises'
import type { CrisisStep } from '#contract/code-tables'
import type { ReadableDb, WritableDb } from '#db/connection'
import { crisesTable as c, crisisEntriesTable as e } from '#db/schema/crises'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'

const opener = alias(u, 'opener')
const columns = {
  id: c.id,
  no: c.no,
  studentId: c.studentId,
  state: c.state,
  openedAt: c.openedAt,
  openedBy: opener.name,
  closedAt: c.closedAt,
  outcome: c.outcome,
  closeNote: c.closeNote,
  reporter: c.reporter,
  place: c.place,
  foundHow: c.foundHow,
  signs: c.signs,
  rank: c.rank,
  rankReason: c.rankReason,
  guardianAnswer: c.guardianAnswer,
  reportedTo: c.reportedTo,
  counselorOpinion: c.counselorOpinion,
}

export function findCrisis(db: ReadableDb, id: string): Crisis | undefined {
  const row = db.select(columns).from(c).innerJoin(opener, eq(opener.id, c.openedBy)).where(eq(c.id, id)).get()
  return row && { ...row, entries: findEntries(db, id) }
}

export const findOpenCrisisId = (db: ReadableDb, studentId: string): string | undefined =>
  db
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.studentId, studentId), eq(c.state, 'open')))
    .get()?.id

/** Newest first. */
export const findCrisesByStudent = (db: ReadableDb, studentId: string) =>
  db
    .select({ ...columns, enteredAt: c.enteredAt })
    .from(c)
    .innerJoin(opener, eq(opener.id, c.openedBy))
    .where(eq(c.studentId, studentId))
    .orderBy(desc(c.openedAt))
    .all()

/** Open ones, or all; newest first. */
export function findCrisisLines(db: ReadableDb, state: 'open' | 'all'): CrisisLine[] {
  const rows = db
    .select({
      id: c.id,
      no: c.no,
      studentId: c.studentId,
      state: c.state,
      rank: c.rank,
      openedAt: c.openedAt,
      closedAt: c.closedAt,
      outcome: c.outcome,
      studentName: s.name,
      className: s.className,
    })
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .where(state === 'open' ? eq(c.state, 'open') : undefined)
    .orderBy(desc(c.openedAt))
    .limit(500)
    .all()
  const ids = rows.map((row) => row.id)
  const entries =
    ids.length === 0
      ? []
      : db
          .select({ crisisId: e.crisisId, step: e.step, at: e.at })
          .from(e)
          .where(and(inArray(e.crisisId, ids), isNull(e.struckAt)))
          .all()
  return rows.map((row) => {
    const own = entries.filter((entry) => entry.crisisId === row.id)
    const times = own.map((entry) => entry.at).sort()
    return {
      ...row,
      stepsDone: [...new Set(own.map((entry) => entry.step).filter((step): step is CrisisStep => step !== null))],
      lastEntryAt: times.at(-1) ?? null,
    }
  })
}

export function insertCrisis(
  db: WritableDb,
  row: Pick<typeof c.$inferInsert, 'id' | 'no' | 'studentId' | 'openedAt' | 'openedBy' | 'enteredAt'>,
): void {
  db.insert(c)
    .values({ ...row, state: 'open' })
    .run()
}

export function updateCrisis(
  db: WritableDb,
  id: string,
  change: Partial<CrisisFields> & Partial<Pick<typeof c.$inferInsert, 'state' | 'closedAt' | 'outcome' | 'closeNote'>>,
): void {
  if (Object.keys(change).length > 0) db.update(c).set(change).where(eq(c.id, id)).run()
}

export function insertCrisisEntry(
  db: WritableDb,
  row: Pick<typeof e.$inferInsert, 'id' | 'crisisId' | 'step' | 'text' | 'at' | 'by' | 'enteredAt'>,
): void {
  const seq =
    (db
      .select({ n: sql<number>`coalesce(max(${e.seq}), 0)` })
      .from(e)
      .where(eq(e.crisisId, row.crisisId))
      .get()?.n ?? 0) + 1
  db.insert(e)
    .values({ ...row, seq })
    .run()
}

/** False when the entry is not part of this crisis or is struck already. */
export function strikeCrisisEntry(
  db: WritableDb,
  crisisId: string,
  entryId: string,
  struck: { struckAt: string; struckReason: string },
): boolean {
  return (
    db
      .update(e)
      .set(struck)
      .where(and(eq(e.id, entryId), eq(e.crisisId, crisisId), isNull(e.struckAt)))
      .run().changes === 1
  )
}

const findEntries = (db: ReadableDb, crisisId: string): CrisisEntry[] =>
  db
    .select({
      id: e.id,
      step: e.step,
      text: e.text,
      at: e.at,
      by: u.name,
      enteredAt: e.enteredAt,
      struckAt: e.struckAt,
      struckReason: e.struckReason,
    })
    .from(e)
    .innerJoin(u, eq(u.id, e.by))
    .where(eq(e.crisisId, crisisId))
    .orderBy(asc(e.at), asc(e.seq))
    .all()
