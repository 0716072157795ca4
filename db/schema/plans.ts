import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { GOAL_STATES, PLAN_STATES, SERVICES } from '#contract/case-tables'
import type { PlanBody } from '#contract/plans'

export const plansTable = sqliteTable('plans', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  /** 1, 2, 3 … within the case. */
  version: integer('version').notNull(),
  state: text('state', { enum: PLAN_STATES }).notNull(),
  service: text('service', { enum: SERVICES }).notNull(),
  methods: text('methods').notNull(),
  steps: text('steps').notNull(),
  schedule: text('schedule').notNull(),
  specialMethod: text('special_method').notNull(),
  contents: text('contents', { mode: 'json' }).$type<PlanBody['contents']>().notNull(),
  /** Null: the school's. */
  reviewDays: integer('review_days'),
  agreedOn: text('agreed_on'),
  why: text('why').notNull(),
  /** Rises by one with every saved change of the draft. */
  edits: integer('edits').notNull(),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
  activatedAt: text('activated_at'),
})
export const goalsTable = sqliteTable('goals', {
  id: text('id').primaryKey(),
  planId: text('plan_id').notNull(),
  /** The same through all versions of the plan; marks hang on it. */
  rootId: text('root_id').notNull(),
  ord: integer('ord').notNull(),
  text: text('text').notNull(),
  sign: text('sign').notNull(),
  state: text('state', { enum: GOAL_STATES }).notNull(),
})
export const goalMarksTable = sqliteTable('goal_marks', {
  id: text('id').primaryKey(),
  rootId: text('root_id').notNull(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  visitId: text('visit_id').notNull(),
  /** 0–10; null once it was taken back. */
  score: integer('score'),
  words: text('words').notNull(),
  at: text('at').notNull(),
  by: text('by').notNull(),
})
