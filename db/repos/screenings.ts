import { and, desc, eq, gte, lte, sql, type SQL } from 'drizzle-orm'
import type { Both } from '#contract/instrument-file'
import type { Coverage, FlagRule, Round, RoundScope } from '#contract/screenings'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable as a } from '#db/schema/assessments'
import { editionsTable as ed } from '#db/schema/instruments'
import { entriesTable as e, roundsTable as r } from '#db/schema/screenings'
import { STUDENTS_WHO_DECLINE } from './declines.ts'

/** A column of the platform's file: its title and what it was read as. */
export type FileColumn = { title: string; meaning: string | null }
export type RoundRow = Omit<Round, 'counts' | 'longestWait'> & {
  editionId: string
  columns: FileColumn[] | null
  counts: Coverage
  /** When the longest-waiting student was flagged. */
  waitingSince: string | null
}

const roundColumns = {
  id: r.id,
  name: r.name,
  editionId: r.editionId,
  instrumentId: ed.instrumentId,
  short: ed.short,
  title: ed.title,
  startsOn: r.startsOn,
  endsOn: r.endsOn,
  scope: r.scope,
  flagRule: r.flagRule,
  consentBasis: r.consentBasis,
  state: r.state,
  columns: r.columns,
}

/** Newest first. */
export const findRounds = (db: ReadableDb): RoundRow[] => selectRounds(db, undefined)
/** Those that have a day in the period. */
export const findRoundsWithin = (db: ReadableDb, { from, to }: { from: string; to: string }): RoundRow[] =>
  selectRounds(db, and(lte(r.startsOn, to), gte(r.endsOn, from)))
export const findRound = (db: ReadableDb, id: string): RoundRow | undefined => selectRounds(db, eq(r.id, id))[0]

/** Without its counts. */
export const findRoundHead = (db: ReadableDb, id: string): Pick<RoundRow, 'id' | 'editionId'> | undefined =>
  db.select({ id: r.id, editionId: r.editionId }).from(r).where(eq(r.id, id)).get()

function selectRounds(db: ReadableDb, where: SQL | undefined): RoundRow[] {
  const rows = db
    .select(roundColumns)
    .from(r)
    .innerJoin(ed, eq(ed.id, r.editionId))
    .where(where)
    .orderBy(desc(r.startsOn), desc(r.createdAt))
    .all()
  return rows.map(({ title, scope, flagRule, columns, ...row }) => {
    const { waitingSince, ...counts } = countEntries(db, row.id)
    return {
      ...row,
      title: JSON.parse(title) as Both,
      scope: JSON.parse(scope) as RoundScope,
      flagRule: JSON.parse(flagRule) as FlagRule,
      columns: columns === null ? null : (JSON.parse(columns) as FileColumn[]),
      hasFile: columns !== null,
      counts,
      waitingSince,
    }
  })
}

const sumOf = (condition: SQL): SQL<number> => sql<number>`coalesce(sum(${condition}), 0)`
function countEntries(db: ReadableDb, roundId: string): Coverage & { waitingSince: string | null } {
  const counts = db
    .select({
      due: sql<number>`count(*)`,
      done: sumOf(sql`${e.state} = 'done'`),
      absent: sumOf(sql`${e.state} = 'absent'`),
      excused: sumOf(sql`${e.state} = 'excused'`),
      flagged: sumOf(sql`${e.flagged}`),
      critical: sumOf(sql`${e.urgency} IS NOT NULL`),
      seen: sumOf(sql`${e.seenOn} IS NOT NULL`),
      falseAlarm: sumOf(sql`${e.outcome} = 'false-alarm'`),
      declined: sumOf(
        sql`${e.flagged} AND ${e.seenOn} IS NULL AND ${e.urgency} IS NULL AND ${e.studentId} IN ${STUDENTS_WHO_DECLINE}`,
      ),
      waitingSince: sql<string | null>`min(CASE WHEN ${e.flagged} AND ${e.seenOn} IS NULL
        AND (${e.urgency} IS NOT NULL OR ${e.studentId} NOT IN ${STUDENTS_WHO_DECLINE}) THEN ${e.flaggedOn} END)`,
    })
    .from(e)
    .where(eq(e.roundId, roundId))
    .get()
  const none = { due: 0, done: 0, absent: 0, excused: 0, flagged: 0, critical: 0, seen: 0, falseAlarm: 0, declined: 0 }
  return { ...(counts ?? { ...none, waitingSince: null }), void: countVoid(db, roundId) }
}

const countVoid = (db: ReadableDb, roundId: string): number =>
  db
    .select({ n: sumOf(sql`${a.void}`) })
    .from(a)
    .where(eq(a.roundId, roundId))
    .get()?.n ?? 0

type NewRound = Omit<typeof r.$inferInsert, 'scope' | 'flagRule' | 'columns'> & {
  scope: RoundScope
  flagRule: FlagRule
}
export function insertRound(db: WritableDb, { scope, flagRule, ...row }: NewRound): void {
  db.insert(r)
    .values({ ...row, scope: JSON.stringify(scope), flagRule: JSON.stringify(flagRule) })
    .run()
}

type RoundChange = Partial<Pick<RoundRow, 'name' | 'startsOn' | 'endsOn' | 'consentBasis' | 'state' | 'flagRule'>> & {
  columns?: readonly FileColumn[]
}
export function updateRound(db: WritableDb, id: string, { flagRule, columns, ...change }: RoundChange): void {
  db.update(r)
    .set({
      ...change,
      ...(flagRule && { flagRule: JSON.stringify(flagRule) }),
      ...(columns && { columns: JSON.stringify(columns) }),
    })
    .where(eq(r.id, id))
    .run()
}

/** Puts everybody on the list who is on the roster, in scope, and has not left; those who are there stay as they are. */
export function insertDue(db: WritableDb, roundId: string, scope: RoundScope): number {
  return db.run(sql`
    INSERT INTO screening_entries (round_id, student_id, grade, class_name, state)
    SELECT ${roundId}, id, grade, class_name, 'due' FROM students
    WHERE kind = 'roster' AND left_on IS NULL AND ${inScope(scope)}
    ON CONFLICT DO NOTHING`).changes
}

/** Takes off the list who has left the school without a result, a flag or a talk. */
export function deleteLeft(db: WritableDb, roundId: string): number {
  return db.run(sql`
    DELETE FROM screening_entries
    WHERE round_id = ${roundId} AND state <> 'done' AND assessment_id IS NULL AND flagged = 0 AND seen_on IS NULL
      AND visit_id IS NULL AND student_id IN (SELECT id FROM students WHERE left_on IS NOT NULL)`).changes
}

function inScope({ grades, classes }: RoundScope): SQL {
  if (grades.length === 0 && classes.length === 0) return sql`1`
  const among = (list: readonly string[]): SQL => sql`(SELECT value FROM json_each(${JSON.stringify(list)}))`
  return sql`(grade IN ${among(grades)} OR class_name IN ${among(classes)})`
}
