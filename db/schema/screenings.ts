import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { ENTRY_STATES, ROUND_STATES, SEEN_OUTCOMES } from '#contract/code-tables'

export const roundsTable = sqliteTable('screening_rounds', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  editionId: text('edition_id').notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on').notNull(),
  scope: text('scope').notNull(),
  flagRule: text('flag_rule').notNull(),
  consentBasis: text('consent_basis').notNull(),
  state: text('state', { enum: ROUND_STATES }).notNull(),
  /** JSON: title and meaning of each column of the platform's file, in its order. */
  columns: text('columns'),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
})
export const entriesTable = sqliteTable('screening_entries', {
  roundId: text('round_id').notNull(),
  studentId: text('student_id').notNull(),
  /** Grade and class at the time of the round. */
  grade: text('grade'),
  className: text('class_name'),
  state: text('state', { enum: ENTRY_STATES }).notNull(),
  reason: text('reason').notNull().default(''),
  assessmentId: text('assessment_id'),
  level: text('level'),
  urgency: text('urgency', { enum: ['same-day', 'immediate'] }),
  flagged: integer('flagged', { mode: 'boolean' }).notNull().default(false),
  flaggedOn: text('flagged_on'),
  /** A person set or took off the flag; a later import leaves it. */
  byHand: integer('by_hand', { mode: 'boolean' }).notNull().default(false),
  visitId: text('visit_id'),
  seenOn: text('seen_on'),
  outcome: text('outcome', { enum: SEEN_OUTCOMES }),
  note: text('note').notNull().default(''),
  /** JSON: the cells of the file's row as text. */
  sourceRow: text('source_row'),
})
export const screeningImportsTable = sqliteTable('screening_imports', {
  id: text('id').primaryKey(),
  roundId: text('round_id').notNull(),
  fileName: text('file_name').notNull(),
  startedAt: text('started_at').notNull(),
  by: text('by').notNull(),
  /** The rows that wait, as JSON; emptied when the import is finished. */
  rows: text('rows').notNull(),
  rowCount: integer('row_count').notNull(),
  done: integer('done').notNull(),
  finished: integer('finished', { mode: 'boolean' }).notNull(),
})
