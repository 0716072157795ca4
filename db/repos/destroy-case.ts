import { createHash } from 'node:crypto'
import { eq, sql, type SQL } from 'drizzle-orm'
import { addDays } from '#contract/calendar'
import type { Case } from '#contract/cases'
import { emptyIntake, NOT_ASKED } from '#contract/intake-parts'
import type { ReadableDb, WritableDb } from '#db/connection'
import { archivesTable as a, destructionsTable as d } from '#db/schema/archives'
import { casesTable as c } from '#db/schema/cases'
import { countRows } from './count-rows.ts'

/** Stands where a text is required and nothing is left of it. */
const GONE = '—'
const NO_BYTES = createHash('sha256').update('').digest('hex')

/** Cases of the student whose content is still there. */
export const countCasesLeft = (db: ReadableDb, studentId: string): number =>
  countRows(
    db,
    c,
    sql`${c.studentId} = ${studentId} AND NOT EXISTS (SELECT 1 FROM ${a} WHERE ${a.caseId} = ${c.id} AND ${a.destructionId} IS NOT NULL)`,
  )

/** Opens the key under which what never changes may be emptied; `closeDestruction` takes it away within the same transaction. */
export function openDestruction(
  db: WritableDb,
  row: Omit<typeof d.$inferInsert, 'counts' | 'isOpen'> & { id: string },
): void {
  db.insert(d)
    .values({ ...row, counts: {}, isOpen: true })
    .run()
}
export function closeDestruction(db: WritableDb, id: string, counts: Record<string, number>): void {
  db.update(d).set({ counts, isOpen: false }).where(eq(d.id, id)).run()
}

type Emptied = Pick<Case, 'id' | 'studentId' | 'openedOn' | 'closedOn'>

/**
 * Overwrites every word that was written in a case. What belongs to the student and to no case (calls, letters, observations, papers)
 * goes with the case in whose days it lies; with the last case all of it. Gives how many records of each kind were emptied. Pages and
 * rows that become free are overwritten by the vault itself (`secure_delete`).
 */
export function emptyCase(db: WritableDb, one: Emptied, isLast: boolean): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [kind, statement] of statementsOf(one, isLast)) {
    const { changes } = db.run(statement)
    if (kind !== null && changes > 0) counts[kind] = (counts[kind] ?? 0) + changes
  }
  return counts
}

function statementsOf({ id, studentId, openedOn, closedOn }: Emptied, isLast: boolean): [string | null, SQL][] {
  const until = closedOn ?? openedOn
  const within = (column: string): SQL =>
    isLast ? sql`1` : sql`substr(${sql.raw(column)}, 1, 10) BETWEEN ${openedOn} AND ${until}`
  const withinInstants = (column: string): SQL =>
    isLast
      ? sql`1`
      : sql`${sql.raw(column)} >= ${instantOf(openedOn)} AND ${sql.raw(column)} < ${instantOf(addDays(until, 1))}`
  const ofCase = sql`case_id = ${id}`
  const ofStudent = (column: string): SQL => sql`student_id = ${studentId} AND ${within(column)}`
  const visits = sql`SELECT id FROM visits WHERE ${ofCase}`
  const notes = sql`SELECT id FROM notes WHERE visit_id IN (${visits})`
  const intakes = sql`SELECT id FROM intakes WHERE ${ofCase}`
  const oneOf = (table: string, which: SQL): SQL => sql`SELECT id FROM ${sql.identifier(table)} WHERE ${which}`
  const records = sql.join(
    [
      visits,
      oneOf('referrals', ofCase),
      oneOf('followups', ofCase),
      oneOf('conferences', ofCase),
      oneOf('contacts', ofStudent('at')),
      oneOf('letters', ofStudent('received_on')),
      oneOf('observations', ofStudent('observed_on')),
      ...(isLast ? ['support_persons', 'growth_entries', 'consents'].map((of) => oneOf(of, ofStudent('id'))) : []),
    ],
    sql` UNION ALL `,
  )
  // What was filed under a record of another case stays with that.
  const papers = sql`SELECT id FROM attachments WHERE student_id = ${studentId} AND (${isLast ? 1 : 0} OR about_id = ${id}
    OR about_id IN (${records}) OR (about NOT IN ('case', 'archive', 'visit', 'referral', 'conference') AND ${withinInstants('entered_at')}))`
  return [
    ['notes', sql`UPDATE notes SET body = '{}' WHERE visit_id IN (${visits})`],
    ['versions', sql`UPDATE note_versions SET body = '{}' WHERE note_id IN (${notes})`],
    ['addenda', sql`UPDATE addenda SET text = ${GONE} WHERE note_id IN (${notes})`],
    [null, sql`UPDATE note_moves SET reason = '' WHERE note_id IN (${notes})`],
    [null, sql`DELETE FROM note_words WHERE rowid IN (SELECT seq FROM notes WHERE visit_id IN (${visits}))`],
    // Words of deleted rows stand in the index until its parts are written anew.
    [null, sql`INSERT INTO note_words (note_words) VALUES ('optimize')`],
    [
      'privates',
      sql`DELETE FROM private_notes WHERE visit_id IN (${visits}) OR (visit_id IS NULL AND student_id = ${studentId} AND ${withinInstants('created_at')})`,
    ],
    [
      'drafts',
      sql`DELETE FROM drafts WHERE subject_id = ${id} OR subject_id IN (${records}) OR (${isLast ? 1 : 0} AND subject_id = ${studentId})`,
    ],
    [null, sql`UPDATE visits SET request = '', cancel_reason = iif(cancel_reason IS NULL, NULL, '') WHERE ${ofCase}`],
    [null, sql`UPDATE appointments SET over_reason = '' WHERE visit_id IN (${visits})`],
    [null, sql`UPDATE waits SET wish = '', note = '' WHERE ${ofStudent('since')}`],
    [null, sql`UPDATE cases SET close_note = '', advice = '', explanation = '' WHERE id = ${id}`],
    [null, sql`UPDATE case_events SET text = '' WHERE ${ofCase}`],
    [null, sql`UPDATE case_handovers SET note = '' WHERE ${ofCase}`],
    [null, sql`UPDATE case_declarations SET detail = '', reason = '' WHERE ${ofCase}`],
    [null, sql`UPDATE case_stabilities SET reason = ${GONE} WHERE ${ofCase}`],
    [
      'intakes',
      sql`UPDATE intakes SET methods = '[]', problem = '', background = '', family = '', personality = '', supports = '', needs = '',
        expectation = '', risk_screen = ${JSON.stringify(NOT_ASKED)}, conclusion = '' WHERE ${ofCase}`,
    ],
    [
      null,
      sql`UPDATE intake_reopenings SET reason = '', before = ${JSON.stringify(emptyIntake(openedOn))} WHERE intake_id IN (${intakes})`,
    ],
    [
      'plans',
      sql`UPDATE plans SET methods = '', steps = '', schedule = '', special_method = '', why = '' WHERE ${ofCase}`,
    ],
    [null, sql`UPDATE goals SET text = '', sign = '' WHERE plan_id IN (SELECT id FROM plans WHERE ${ofCase})`],
    [null, sql`UPDATE goal_marks SET words = '' WHERE ${ofCase}`],
    ['reviews', sql`UPDATE reviews SET goals = '[]', satisfaction_words = '', tool = '', note = '' WHERE ${ofCase}`],
    // Nobody is asked any more to do what was still to be done.
    [
      'followups',
      sql`UPDATE followups SET text = '', dropped_reason = '', state = iif(state = 'due', 'dropped', state) WHERE ${ofCase}`,
    ],
    [null, sql`UPDATE paper_items SET note = '' WHERE ${ofCase}`],
    [
      'conferences',
      sql`UPDATE conferences SET attendees = '[]', aims = '', at_home = '', at_school = '', course = '', effect = '', agreed = '',
        inside = '' WHERE ${ofCase}`,
    ],
    [
      'referrals',
      sql`UPDATE referrals SET reason = ${GONE}, done_so_far = '', options = '[]', choice = '', client_view = '', guardian_name = '',
        guardian_words = '', slip = NULL, withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '') WHERE ${ofCase}`,
    ],
    [
      'contacts',
      sql`UPDATE contacts SET name = '', summary = '', told = '', answer = '', agreed = '', collected_by = '', due_reason = '',
        next_topic = '' WHERE ${ofStudent('at')}`,
    ],
    [null, sql`UPDATE support_persons SET note = '' WHERE ${isLast ? sql`student_id = ${studentId}` : sql`0`}`],
    ['letters', sql`UPDATE letters SET summary = '', reply = '' WHERE ${ofStudent('received_on')}`],
    [
      'observations',
      sql`UPDATE observations SET reporter = ${GONE}, text = '', done_already = '', outcome_note = '' WHERE ${ofStudent('observed_on')}`,
    ],
    ['growth', sql`DELETE FROM growth_entries WHERE ${isLast ? sql`student_id = ${studentId}` : sql`0`}`],
    [null, sql`UPDATE risks SET reason = ${GONE} WHERE ${ofStudent('set_at')}`],
    [null, sql`DELETE FROM attachment_parts WHERE attachment_id IN (${papers})`],
    [
      'attachments',
      sql`UPDATE attachments SET name = ${GONE}, note = '', bytes = 0, sha256 = ${NO_BYTES}, deleted_because = iif(deleted_because IS NULL, NULL, '') WHERE id IN (${papers})`,
    ],
    // The triggers have just kept what stood there: their rows go last.
    // By the record, whoever's it was taken for then.
    [
      null,
      sql`DELETE FROM revisions WHERE record_id IN (${records}) OR record_id IN (${papers})
        OR (${isLast ? 1 : 0} AND student_id = ${studentId} AND kind NOT IN ('students', 'crises'))`,
    ],
    // Former answers of the gate hold what was asked for in the last day.
    [null, sql`DELETE FROM requests`],
  ]
}

/** The instant at which a day begins at the school. */
const instantOf = (day: string): string => new Date(`${day}T00:00`).toISOString()
