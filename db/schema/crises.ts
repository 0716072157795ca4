import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CRISIS_OUTCOMES, CRISIS_STATES, CRISIS_STEPS } from '#contract/code-tables'

export const crisesTable = sqliteTable('crises', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  state: text('state', { enum: CRISIS_STATES }).notNull(),
  openedAt: text('opened_at').notNull(),
  openedBy: text('opened_by').notNull(),
  closedAt: text('closed_at'),
  outcome: text('outcome', { enum: CRISIS_OUTCOMES }),
  closeNote: text('close_note').notNull().default(''),
  reporter: text('reporter').notNull().default(''),
  place: text('place').notNull().default(''),
  foundHow: text('found_how').notNull().default(''),
  signs: text('signs').notNull().default(''),
  rank: integer('rank'),
  rankReason: text('rank_reason').notNull().default(''),
  guardianAnswer: text('guardian_answer').notNull().default(''),
  reportedTo: text('reported_to').notNull().default(''),
  counselorOpinion: text('counselor_opinion').notNull().default(''),
  enteredAt: text('entered_at').notNull(),
})
export const crisisEntriesTable = sqliteTable('crisis_entries', {
  id: text('id').primaryKey(),
  seq: integer('seq').notNull(),
  crisisId: text('crisis_id').notNull(),
  step: text('step', { enum: CRISIS_STEPS }),
  text: text('text').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
  enteredAt: text('entered_at').notNull(),
  struckAt: text('struck_at'),
  struckReason: text('struck_reason'),
})
