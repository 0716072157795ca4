import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CASE_EVENTS,
  CASE_RELATIONS,
  CASE_STATES,
  CLOSE_REASONS,
  RELATION_DECISIONS,
  STABILITIES,
} from '#contract/case-tables'
import { ENTRY_BASES } from '#contract/entry-tables'

export const casesTable = sqliteTable('cases', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  state: text('state', { enum: CASE_STATES }).notNull(),
  openedOn: text('opened_on').notNull(),
  closedOn: text('closed_on'),
  closeReason: text('close_reason', { enum: CLOSE_REASONS }),
  closeNote: text('close_note').notNull(),
  advice: text('advice').notNull(),
  explanation: text('explanation').notNull().default(''),
  counselorId: text('counselor_id').notNull(),
  createdAt: text('created_at').notNull(),
  /** How the student came to it (S17); null: nobody has said. */
  entryBasis: text('entry_basis', { enum: ENTRY_BASES }),
  entryNote: text('entry_note').notNull().default(''),
})
/** When a case was opened, closed and opened again; rows are only added. */
export const caseEventsTable = sqliteTable('case_events', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  what: text('what', { enum: CASE_EVENTS }).notNull(),
  onDay: text('on_day').notNull(),
  reason: text('reason', { enum: CLOSE_REASONS }),
  text: text('text').notNull(),
  by: text('by').notNull(),
  enteredAt: text('entered_at').notNull(),
})
/** Whether counselor and student know each other elsewhere, and what was decided (S24); rows are only added. */
export const caseDeclarationsTable = sqliteTable('case_declarations', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  relation: text('relation', { enum: CASE_RELATIONS }).notNull(),
  detail: text('detail').notNull(),
  decision: text('decision', { enum: RELATION_DECISIONS }).notNull(),
  reason: text('reason').notNull(),
  agreedBy: text('agreed_by').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
/** How steady it is, and with that how often there is contact (S36); rows are only added. */
export const caseStabilitiesTable = sqliteTable('case_stabilities', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  stability: text('stability', { enum: STABILITIES }).notNull(),
  everyDays: integer('every_days'),
  reason: text('reason').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
