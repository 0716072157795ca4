import { and, asc, desc, eq, isNotNull, isNull, lte, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Archive, ArchiveLine, PaperLine } from '#contract/archives'
import type { ArchiveView } from '#contract/case-tables'
import type { ReadableDb, WritableDb } from '#db/connection'
import { archivesTable as a, destructionsTable as d, paperItemsTable as p } from '#db/schema/archives'
import { casesTable as c } from '#db/schema/cases'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'

const keeper = alias(u, 'keeper')

export function findArchiveOf(db: ReadableDb, caseId: string): Archive | undefined {
  const row = db
    .select({ archive: a, by: u.name, destruction: d, destroyedBy: keeper.name })
    .from(a)
    .innerJoin(u, eq(u.id, a.by))
    .leftJoin(d, eq(d.id, a.destructionId))
    .leftJoin(keeper, eq(keeper.id, d.by))
    .where(eq(a.caseId, caseId))
    .get()
  if (!row) return undefined
  const { no, box, archivedOn, keepUntil, holdReason } = row.archive
  const destruction = row.destruction && { ...row.destruction, by: row.destroyedBy ?? '' }
  return { no, box, archivedOn, keepUntil, holdReason, by: row.by, destruction }
}

const line = {
  caseId: c.id,
  caseNo: c.no,
  studentId: c.studentId,
  studentName: s.name,
  className: s.className,
  counselor: u.name,
  openedOn: c.openedOn,
  closedOn: c.closedOn,
  no: a.no,
  box: a.box,
  archivedOn: a.archivedOn,
  keepUntil: a.keepUntil,
  holdReason: a.holdReason,
  destructionNo: d.no,
}
const select = (db: ReadableDb) =>
  db
    .select(line)
    .from(c)
    .innerJoin(s, eq(s.id, c.studentId))
    .innerJoin(u, eq(u.id, c.counselorId))
    .leftJoin(a, eq(a.caseId, c.id))
    .leftJoin(d, eq(d.id, a.destructionId))

/** What stands in a list on a day; what is held never comes up as due. */
const inView = (view: ArchiveView, today: string): SQL | undefined =>
  ({
    'to-archive': () => and(eq(c.state, 'closed'), isNull(a.caseId)),
    archived: () => and(isNotNull(a.caseId), isNull(a.destructionId)),
    due: () => and(isNull(a.destructionId), eq(a.holdReason, ''), lte(a.keepUntil, today)),
    destroyed: () => isNotNull(a.destructionId),
  })[view]()

/** In the order of the archive; what waits for it, by the day it was closed. */
export const findArchiveLines = (
  db: ReadableDb,
  view: ArchiveView,
  { today, offset, limit }: { today: string; offset: number; limit: number },
): ArchiveLine[] =>
  select(db)
    .where(inView(view, today))
    .orderBy(view === 'to-archive' ? asc(c.closedOn) : desc(a.no), desc(c.no))
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ holdReason, closedOn, box, ...row }) => ({
      ...row,
      box: box ?? '',
      closedOn: closedOn ?? row.openedOn,
      isHeld: (holdReason ?? '') !== '',
    }))

export const countArchiveLines = (db: ReadableDb, view: ArchiveView, today: string): number =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(c)
    .leftJoin(a, eq(a.caseId, c.id))
    .where(inView(view, today))
    .get()?.n ?? 0

/** What was filed from one day to another, in the order of its numbers. */
export const findArchivedBetween = (db: ReadableDb, from: string, to: string): ArchiveLine[] =>
  findArchiveLines(db, 'archived', { today: to, offset: 0, limit: -1 })
    .concat(findArchiveLines(db, 'destroyed', { today: to, offset: 0, limit: -1 }))
    .filter(({ archivedOn }) => archivedOn !== null && archivedOn >= from && archivedOn <= to)
    .toSorted((one, other) => (one.no ?? '').localeCompare(other.no ?? ''))

export const findPapers = (db: ReadableDb, caseId: string): PaperLine[] =>
  db
    .select({ item: p.item, state: p.state, promisedOn: p.promisedOn, note: p.note })
    .from(p)
    .where(eq(p.caseId, caseId))
    .all()

export function putPaper(db: WritableDb, row: typeof p.$inferInsert): void {
  const { caseId: _c, item: _i, ...set } = row
  db.insert(p)
    .values(row)
    .onConflictDoUpdate({ target: [p.caseId, p.item], set })
    .run()
}
export function insertArchive(db: WritableDb, row: typeof a.$inferInsert): void {
  db.insert(a).values(row).run()
}
export function updateArchive(
  db: WritableDb,
  caseId: string,
  change: Partial<Pick<typeof a.$inferInsert, 'box' | 'keepUntil' | 'holdReason' | 'destructionId'>>,
): void {
  db.update(a).set(change).where(eq(a.caseId, caseId)).run()
}
