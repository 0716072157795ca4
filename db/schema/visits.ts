import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CHANNELS, PROBLEMS, SOURCES, VISIT_STATES, VISITORS } from '#contract/code-tables'

export const visitsTable = sqliteTable('visits', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  state: text('state', { enum: VISIT_STATES }).notNull(),
  channel: text('channel', { enum: CHANNELS }).notNull(),
  source: text('source', { enum: SOURCES }).notNull(),
  visitor: text('visitor', { enum: VISITORS }).notNull(),
  primaryProblem: text('primary_problem', { enum: PROBLEMS }),
  /** JSON array of problems. */
  otherProblems: text('other_problems').notNull(),
  place: text('place').notNull(),
  receiverId: text('receiver_id').notNull(),
  request: text('request').notNull(),
  bookedFor: text('booked_for'),
  arrivedAt: text('arrived_at'),
  endedAt: text('ended_at'),
  /** Day of arrival, else of the booking. */
  onDay: text('on_day').notNull(),
  doorOpen: integer('door_open', { mode: 'boolean' }),
  cancelReason: text('cancel_reason'),
  enteredAt: text('entered_at').notNull(),
  enteredBy: text('entered_by').notNull(),
})
