import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { IntakeBody } from '#contract/intakes'

export const intakesTable = sqliteTable('intakes', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  methods: text('methods', { mode: 'json' }).$type<IntakeBody['methods']>().notNull(),
  problem: text('problem').notNull(),
  background: text('background').notNull(),
  family: text('family').notNull(),
  personality: text('personality').notNull(),
  supports: text('supports').notNull(),
  needs: text('needs').notNull(),
  expectation: text('expectation').notNull(),
  riskScreen: text('risk_screen', { mode: 'json' }).$type<IntakeBody['riskScreen']>().notNull(),
  conclusion: text('conclusion').notNull(),
  /** Rises by one with every saved change. */
  version: integer('version').notNull(),
  finishedAt: text('finished_at'),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
})
/** Each time a finished intake was opened again: why, and what stood there. */
export const intakeReopeningsTable = sqliteTable('intake_reopenings', {
  id: text('id').primaryKey(),
  intakeId: text('intake_id').notNull(),
  reason: text('reason').notNull(),
  before: text('before', { mode: 'json' }).$type<IntakeBody>().notNull(),
  finishedAt: text('finished_at').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
