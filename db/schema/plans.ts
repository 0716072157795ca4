import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const plansTable = sqliteTable('plans', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  version: integer('version').notNull(),
  state: text('state').notNull(),
  service: text('service').notNull(),
  methods: text('methods').notNull(),
  steps: text('steps').notNull(),
  schedule: text('schedule').notNull(),
  specialMethod: text('special_method').notNull(),
  contents: text('contents').notNull(),
  reviewDays: integer('review_days'),
  agreedOn: text('agreed_on'),
  why: text('why').notNull(),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
})
export const goalsTable = sqliteTable('goals', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  rootId: text('root_id').notNull(),
  ord: integer('ord').notNull(),
  text: text('text').notNull(),
  sign: text('sign').notNull(),
  state: text('state').notNull(),
})
export const goalMarksTable = sqliteTable('goal_marks', {
  id: text('id').primaryKey(),
  rootId: text('root_id').notNull(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  visitId: text('visit_id'),
  score: integer('score').notNull(),
  words: text('words').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
})
