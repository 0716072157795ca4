import { and, asc, between, desc, eq, gte, inArray, isNotNull, isNull, lte, max, sql } from 'drizzle-orm'
import { Instrument, type Both } from '#contract/instrument-file'
import type { InstrumentUse } from '#contract/instruments'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'
import { competencesTable as c, editionsTable as e, retiredInstrumentsTable as r } from '#db/schema/instruments'
import { usersTable as u } from '#db/schema/settings'
import { studentsTable as s } from '#db/schema/students'

/** An instrument file as results were or are made with it. `body` is its text as stored. */
export type Edition = {
  id: string
  instrumentId: string
  edition: number
  origin: 'built-in' | 'own'
  body: string
  file: Instrument
}
const editionColumns = {
  id: e.id,
  instrumentId: e.instrumentId,
  edition: e.edition,
  origin: e.origin,
  body: e.body,
}
const toEdition = (row: Omit<Edition, 'file'>): Edition => ({ ...row, file: Instrument.parse(JSON.parse(row.body)) })

export function findEdition(db: ReadableDb, id: string): Edition | undefined {
  const row = db.select(editionColumns).from(e).where(eq(e.id, id)).get()
  return row && toEdition(row)
}

/** Every edition of an instrument, newest first. */
export const findEditions = (db: ReadableDb, instrumentId: string): Edition[] =>
  db
    .select(editionColumns)
    .from(e)
    .where(eq(e.instrumentId, instrumentId))
    .orderBy(desc(e.edition))
    .all()
    .map(toEdition)

export function findLatestEdition(db: ReadableDb, instrumentId: string, origin?: 'own'): Edition | undefined {
  const row = db
    .select(editionColumns)
    .from(e)
    .where(and(eq(e.instrumentId, instrumentId), origin && eq(e.origin, origin)))
    .orderBy(desc(e.edition))
    .limit(1)
    .get()
  return row && toEdition(row)
}

/** The newest of the school's own editions of each instrument that has one. */
export function findLatestOwnEditions(db: ReadableDb): Edition[] {
  const newest = db
    .select({ edition: max(e.edition), instrumentId: e.instrumentId })
    .from(e)
    .where(eq(e.origin, 'own'))
    .groupBy(e.instrumentId)
    .all()
  return newest.flatMap(({ instrumentId }) => findLatestEdition(db, instrumentId, 'own') ?? [])
}

type NewEdition = Omit<typeof e.$inferInsert, 'edition' | 'title'> & { title: Both }
/** Numbers editions from 1 within an instrument. */
export function insertEdition(db: WritableDb, { title, ...row }: NewEdition): void {
  const edition =
    (db
      .select({ last: max(e.edition) })
      .from(e)
      .where(eq(e.instrumentId, row.instrumentId))
      .get()?.last ?? 0) + 1
  db.insert(e)
    .values({ ...row, edition, title: JSON.stringify(title) })
    .run()
}

export const findRetiredIds = (db: ReadableDb): Set<string> =>
  new Set(
    db
      .select({ id: r.instrumentId })
      .from(r)
      .all()
      .map(({ id }) => id),
  )

export function putRetired(db: WritableDb, instrumentId: string, retiredAt: string | null): void {
  if (retiredAt === null) db.delete(r).where(eq(r.instrumentId, instrumentId)).run()
  else db.insert(r).values({ instrumentId, retiredAt }).onConflictDoNothing().run()
}

const competenceColumns = {
  id: c.id,
  instrumentId: c.instrumentId,
  userId: c.userId,
  basis: c.basis,
  recordedOn: c.recordedOn,
  withdrawnAt: c.withdrawnAt,
}
/** What one person may give; those in force. */
export const findCompetencesOf = (db: ReadableDb, userId: string) =>
  db
    .select(competenceColumns)
    .from(c)
    .where(and(eq(c.userId, userId), isNull(c.withdrawnAt)))
    .all()

/** Everybody's for one instrument, those in force first, then newest first. */
export const findCompetencesFor = (db: ReadableDb, instrumentId: string) =>
  db
    .select({ ...competenceColumns, userName: u.name })
    .from(c)
    .innerJoin(u, eq(u.id, c.userId))
    .where(eq(c.instrumentId, instrumentId))
    .orderBy(asc(isNotNull(c.withdrawnAt)), desc(c.recordedOn), desc(c.enteredAt))
    .all()

export const findCompetence = (db: ReadableDb, id: string) =>
  db.select(competenceColumns).from(c).where(eq(c.id, id)).get()

export const insertCompetence = (db: WritableDb, row: typeof c.$inferInsert): void => {
  db.insert(c).values(row).run()
}
export const withdrawCompetence = (db: WritableDb, id: string, withdrawnAt: string): void => {
  db.update(c).set({ withdrawnAt }).where(eq(c.id, id)).run()
}

/** How often each instrument was used, and when last, screening rounds included; read from an index alone. */
export function countUses(
  db: ReadableDb,
  { instrumentId, within }: { instrumentId?: string | undefined; within?: { from: string; to: string } } = {},
): Map<string, { uses: number; lastUsedOn: string }> {
  const rows = db
    .select({ id: a.instrumentId, uses: sql<number>`count(*)`, lastUsedOn: sql<string>`max(${a.takenOn})` })
    .from(a)
    .where(
      and(
        instrumentId === undefined ? undefined : eq(a.instrumentId, instrumentId),
        within ? between(a.takenOn, within.from, within.to) : isNotNull(a.takenOn),
      ),
    )
    .groupBy(a.instrumentId)
    .all()
  return new Map(rows.map(({ id, ...use }) => [id, use]))
}

/** What was filled in within some days, newest first. */
export const findUses = (db: ReadableDb, from: string, to: string, instrumentIds: readonly string[]): InstrumentUse[] =>
  db
    .select({
      assessmentId: a.id,
      studentId: a.studentId,
      no: a.no,
      on: sql<string>`${a.takenOn}`,
      short: e.short,
      studentName: s.name,
      className: s.className,
      mode: a.mode,
      givenBy: u.name,
    })
    .from(a)
    .innerJoin(e, eq(e.id, a.editionId))
    .innerJoin(s, eq(s.id, a.studentId))
    .innerJoin(u, eq(u.id, a.givenBy))
    .where(
      and(inArray(a.instrumentId, [...instrumentIds]), gte(a.takenOn, from), lte(a.takenOn, to), isNull(a.roundId)),
    )
    .orderBy(desc(a.takenOn), desc(a.enteredAt), desc(a.no))
    .all()
