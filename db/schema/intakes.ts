import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const intakesTable = sqliteTable('intakes', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  onDay: text('on_day').notNull(),
  methods: text('methods').notNull(),
  problem: text('problem').notNull(),
  background: text('background').notNull(),
  family: text('family').notNull(),
  personality: text('personality').notNull(),
  supports: text('supports').notNull(),
  needs: text('needs').notNull(),
  expectation: text('expectation').notNull(),
  riskScreen: text('risk_screen').notNull(),
  conclusion: text('conclusion').notNull(),
  version: integer('version').notNull(),
  finishedAt: text('finished_at'),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
})
