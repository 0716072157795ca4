import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { FEEDBACK_TO, SEEN_OUTCOMES, TEST_MODES, TEST_STATES } from '#contract/code-tables'

export const assessmentsTable = sqliteTable('assessments', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  editionId: text('edition_id').notNull(),
  instrumentId: text('instrument_id').notNull(),
  roundId: text('round_id'),
  mode: text('mode', { enum: TEST_MODES }).notNull(),
  state: text('state', { enum: TEST_STATES }).notNull(),
  purpose: text('purpose').notNull(),
  urgent: integer('urgent', { mode: 'boolean' }).notNull(),
  /** Null when nobody here has explained it: begun urgently, or given by a platform. */
  explainedAt: text('explained_at'),
  explainedBy: text('explained_by'),
  begunAt: text('begun_at').notNull(),
  /** JSON: value by item id, or score by scale id. */
  answers: text('answers').notNull(),
  details: text('details').notNull(),
  savedAt: text('saved_at').notNull(),
  takenOn: text('taken_on'),
  finishedAt: text('finished_at'),
  age: integer('age'),
  /** JSON (`db/repos/stored-results.ts`); score, band and severity are those of its first primary scale. */
  result: text('result'),
  score: real('score'),
  /** JSON `{ zh, en }`. */
  band: text('band'),
  severity: integer('severity'),
  critical: integer('critical').notNull().default(0),
  valid: integer('valid', { mode: 'boolean' }),
  void: integer('void', { mode: 'boolean' }).notNull().default(false),
  fedBackOn: text('fed_back_on'),
  fedBackTo: text('fed_back_to', { enum: FEEDBACK_TO }),
  givenBy: text('given_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  /** While a sheet is out at the kiosk: what the sealed answers must carry. */
  kioskToken: text('kiosk_token'),
  withdrawnReason: text('withdrawn_reason'),
})
export const interpretationsTable = sqliteTable('interpretations', {
  id: text('id').primaryKey(),
  seq: integer('seq').notNull(),
  assessmentId: text('assessment_id').notNull(),
  text: text('text').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
})
export const tasksTable = sqliteTable('in_person_tasks', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  assessmentId: text('assessment_id').notNull(),
  urgency: text('urgency', { enum: ['same-day', 'immediate'] }).notNull(),
  critical: text('critical').notNull(),
  blanks: text('blanks').notNull(),
  raisedAt: text('raised_at').notNull(),
  acknowledgedAt: text('acknowledged_at'),
  acknowledgedBy: text('acknowledged_by'),
  seenOn: text('seen_on'),
  outcome: text('outcome', { enum: SEEN_OUTCOMES }),
  note: text('note').notNull().default(''),
  closedAt: text('closed_at'),
  closedBy: text('closed_by'),
})
