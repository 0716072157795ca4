import { createHash } from 'node:crypto'
import { and, eq, isNull, ne, sql, type SQL } from 'drizzle-orm'
import { addDays } from '#contract/calendar'
import type { Case } from '#contract/cases'
import { emptyIntake, NOT_ASKED } from '#contract/intake-parts'
import type { ReadableDb, WritableDb } from '#db/connection'
import { archivesTable as a, destructionsTable as d } from '#db/schema/archives'
import { requestsTable as r } from '#db/schema/audit'
import { casesTable as c } from '#db/schema/cases'
import { type Named, speaksOf } from './case-days.ts'

/** Stands where a text is required and nothing is left of it. */
const GONE = '—'
const NO_BYTES = createHash('sha256').update('').digest('hex')

/** Other cases of the student whose content is still there. */
export const findOthersLeft = (db: ReadableDb, { id, studentId }: Pick<Case, 'id' | 'studentId'>) =>
  db
    .select({ openedOn: c.openedOn, closedOn: c.closedOn })
    .from(c)
    .leftJoin(a, eq(a.caseId, c.id))
    .where(and(eq(c.studentId, studentId), ne(c.id, id), isNull(a.destructionId)))
    .all()

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

/** `own`: the days that are this case's alone; null when it is the student's last. */
export type Emptied = Named & { own: readonly { from: string; until: string }[] | null; today: string; now: string }

/**
 * Overwrites every word that was written in a case. What belongs to the student and to no case (calls, letters, observations, waits)
 * goes with the case it led to, else with the one in whose own days it lies; with the last case all of it. Gives how many records of
 * each kind were emptied. Pages and rows that become free are overwritten by the vault itself (`secure_delete`).
 */
export function emptyCase(db: WritableDb, one: Emptied): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [kind, statement] of statementsOf(one)) {
    const { changes } = db.run(statement)
    if (kind !== null && changes > 0) counts[kind] = (counts[kind] ?? 0) + changes
  }
  emptyReplies(db)
  return counts
}

/**
 * Former answers of the gate hold what was asked for in the last day, and not all say about whom. That they were given stays. The table
 * is cleared and written anew: a row that only shrinks may leave its words in the gaps of its page when SQLite moves its neighbours,
 * while pages that become free are overwritten.
 */
function emptyReplies(db: WritableDb): void {
  const given = db.select({ id: r.id, procedure: r.procedure, at: r.at }).from(r).all()
  db.run(sql`DELETE FROM requests`)
  db.run(sql`INSERT INTO requests (id, procedure, reply, at)
    SELECT value ->> 'id', value ->> 'procedure', '', value ->> 'at' FROM json_each(${JSON.stringify(given)})`)
}

function statementsOf(one: Emptied): [string | null, SQL][] {
  const { id, studentId, openedOn, own, today, now } = one
  const isLast = own === null
  const anyOf = (spans: readonly SQL[]): SQL =>
    spans.length === 0 ? sql`0` : sql`(${sql.join([...spans], sql` OR `)})`
  const during = (column: string): SQL =>
    isLast
      ? sql`1`
      : anyOf(own.map(({ from, until }) => sql`substr(${sql.raw(column)}, 1, 10) BETWEEN ${from} AND ${until}`))
  const duringInstants = (column: string): SQL =>
    isLast
      ? sql`1`
      : anyOf(
          own.map(
            ({ from, until }) =>
              sql`(${sql.raw(column)} >= ${instantOf(from)} AND ${sql.raw(column)} < ${instantOf(addDays(until, 1))})`,
          ),
        )
  const ofCase = sql`case_id = ${id}`
  const visits = sql`SELECT id FROM visits WHERE ${ofCase}`
  const ofStudent = (column: string): SQL => sql`student_id = ${studentId} AND ${during(column)}`
  /** What led to a visit is that visit's case's. */
  const ledTo = (column: string): SQL =>
    isLast
      ? sql`student_id = ${studentId}`
      : sql`student_id = ${studentId} AND (visit_id IN (${visits}) OR (visit_id IS NULL AND ${during(column)}))`
  const asked = sql`(${ofCase} OR (case_id IS NULL AND ${ofStudent('asked_on')}))`
  // A consent in force is needed as long as there is another case.
  const consents = sql`student_id = ${studentId} AND (${isLast ? 1 : 0} OR (${during('given_on')}
    AND (withdrawn_on IS NOT NULL OR valid_until < ${today})))`
  const notes = sql`SELECT id FROM notes WHERE visit_id IN (${visits})`
  const intakes = sql`SELECT id FROM intakes WHERE ${ofCase}`
  const oneOf = (table: string, which: SQL): SQL => sql`SELECT id FROM ${sql.identifier(table)} WHERE ${which}`
  const records = sql.join(
    [
      visits,
      oneOf('referrals', ofCase),
      oneOf('followups', ofCase),
      oneOf('reviews', ofCase),
      oneOf('conferences', ofCase),
      oneOf('stage_summaries', ofCase),
      oneOf('contacts', ofStudent('at')),
      oneOf('letters', ledTo('received_on')),
      oneOf('observations', ledTo('observed_on')),
      oneOf('aid_referrals', ofStudent('on_day')),
      oneOf('consents', consents),
      ...(isLast ? ['support_persons', 'growth_entries'].map((of) => oneOf(of, ofStudent('id'))) : []),
      oneOf('acceptances', asked),
      oneOf('declines', ofStudent('on_day')),
    ],
    sql` UNION ALL `,
  )
  // A paper goes with the record it is filed under, that of a crisis stays with its card; the student's own by their day.
  const papers = sql`SELECT id FROM attachments WHERE student_id = ${studentId} AND about <> 'crisis' AND (${isLast ? 1 : 0}
    OR about_id = ${id} OR about_id IN (${records}) OR (about = 'student' AND ${duringInstants('entered_at')}))`
  const onlyLast = isLast ? sql`student_id = ${studentId}` : sql`0`
  return [
    ['notes', sql`UPDATE notes SET body = '{}' WHERE visit_id IN (${visits})`],
    ['versions', sql`UPDATE note_versions SET body = '{}' WHERE note_id IN (${notes})`],
    ['addenda', sql`UPDATE addenda SET text = ${GONE} WHERE note_id IN (${notes})`],
    [null, sql`UPDATE note_moves SET reason = '' WHERE note_id IN (${notes}) OR from_visit_id IN (${visits})`],
    [null, sql`UPDATE note_moves SET marks = '[]' WHERE from_visit_id IN (${visits})`],
    [null, sql`DELETE FROM note_words WHERE rowid IN (SELECT seq FROM notes WHERE visit_id IN (${visits}))`],
    // Words of deleted rows stand in the index until its parts are written anew.
    [null, sql`INSERT INTO note_words (note_words) VALUES ('optimize')`],
    [
      'privates',
      sql`DELETE FROM private_notes WHERE visit_id IN (${visits}) OR (visit_id IS NULL AND student_id = ${studentId} AND ${duringInstants('created_at')})`,
    ],
    [
      'drafts',
      sql`DELETE FROM drafts WHERE subject_id = ${id} OR subject_id IN (${records}) OR subject_id IN (${papers}) OR (${isLast ? 1 : 0} AND subject_id = ${studentId})`,
    ],
    [null, sql`UPDATE visits SET request = '', cancel_reason = iif(cancel_reason IS NULL, NULL, '') WHERE ${ofCase}`],
    [null, sql`UPDATE appointments SET over_reason = '' WHERE visit_id IN (${visits})`],
    [null, sql`UPDATE waits SET wish = '', note = '' WHERE ${ledTo('since')}`],
    [null, sql`UPDATE cases SET close_note = '', advice = '', explanation = '', entry_note = '' WHERE id = ${id}`],
    [null, sql`UPDATE case_events SET text = '' WHERE ${ofCase}`],
    [null, sql`UPDATE case_handovers SET note = '' WHERE ${ofCase}`],
    [
      'declarations',
      sql`UPDATE case_declarations SET detail = '', reason = '', agreed_by = '' WHERE ${ofCase}
        AND (detail <> '' OR reason <> '' OR agreed_by <> '')`,
    ],
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
    [
      'stages',
      sql`UPDATE stage_summaries SET text = '', next_steps = '', family_text = '', receiver = '', skipped_reason = '' WHERE ${ofCase}`,
    ],
    [null, sql`UPDATE conference_choices SET why = '' WHERE ${ofCase}`],
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
      sql`UPDATE referrals SET reason = ${GONE}, done_so_far = '', options = '[]', choice = '', institution = '', department = '', client_view = '', guardian_name = '',
        guardian_words = '', slip = NULL, withdrawn_reason = iif(withdrawn_reason IS NULL, NULL, '') WHERE ${ofCase}`,
    ],
    [
      'contacts',
      sql`UPDATE contacts SET name = '', summary = '', told = '', answer = '', agreed = '', collected_by = '', due_reason = '',
        next_topic = '' WHERE ${ofStudent('at')}`,
    ],
    [null, sql`UPDATE contacts SET person_id = NULL WHERE ${onlyLast}`],
    ['persons', sql`DELETE FROM support_persons WHERE ${onlyLast}`],
    ['letters', sql`UPDATE letters SET summary = '', reply = '' WHERE ${ledTo('received_on')}`],
    [
      'observations',
      sql`UPDATE observations SET reporter = ${GONE}, text = '', done_already = '', outcome_note = '' WHERE ${ledTo('observed_on')}`,
    ],
    // Nobody waits for an answer any more.
    [
      'aid',
      sql`UPDATE aid_referrals SET office = ${GONE}, reason = '', told = ${GONE}, outcome = '',
        state = iif(state IN ('sent', 'waiting'), 'withdrawn', state) WHERE ${ofStudent('on_day')}`,
    ],
    [null, sql`DELETE FROM hardships WHERE ${onlyLast}`],
    ['acceptances', sql`UPDATE acceptances SET asked_by = '', concern = '', promises = '', answer = '' WHERE ${asked}`],
    ['declines', sql`UPDATE declines SET words = '' WHERE ${ofStudent('on_day')}`],
    ['growth', sql`DELETE FROM growth_entries WHERE ${onlyLast}`],
    [null, sql`UPDATE risks SET reason = ${GONE} WHERE ${ofStudent('set_at')}`],
    [
      'consents',
      sql`UPDATE consents SET scope = '', withdrawn_reason = '' WHERE ${consents} AND (scope <> '' OR withdrawn_reason <> '')`,
    ],
    // Who is told nothing any more was asked for the last time: whoever comes again is told anew.
    [
      null,
      sql`UPDATE consents SET signer_name = '', relation = '', valid_until = min(coalesce(valid_until, ${today}), ${today})
        WHERE ${onlyLast}`,
    ],
    [
      'apart',
      sql`UPDATE kept_apart SET reason = ${GONE} WHERE ${studentId} IN (one_id, other_id) AND reason <> ${GONE} AND (${isLast ? 1 : 0}
        OR (ended_at IS NOT NULL AND ${duringInstants('ended_at')}))`,
    ],
    // That two do not meet protects the other as well, for as long as there is a file of the other.
    [
      null,
      sql`UPDATE kept_apart SET ended_at = ${now} WHERE ended_at IS NULL AND ${isLast ? 1 : 0} AND ${studentId} IN (one_id, other_id)
        AND NOT EXISTS (SELECT 1 FROM cases o LEFT JOIN archives f ON f.case_id = o.id WHERE f.destruction_id IS NULL
          AND o.student_id = iif(one_id = ${studentId}, other_id, one_id))`,
    ],
    [
      'reasons',
      sql`UPDATE reading_reasons SET reason = ${GONE} WHERE student_id = ${studentId} AND ${duringInstants('at')} AND reason <> ${GONE}`,
    ],
    // Written for whoever came next, who has read it long since.
    [
      'handovers',
      sql`UPDATE shift_handovers SET note = '' WHERE (taken_at IS NOT NULL OR day < ${today}) AND ${during('day')}
        AND ${speaksOf('day', 'note', one)}`,
    ],
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
  ]
}

/** The instant at which a day begins at the school. */
const instantOf = (day: string): string => new Date(`${day}T00:00`).toISOString()
