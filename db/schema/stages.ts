import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The summary of a stage: one text for the file, one for the family (S38). */
export const stageSummariesTable = sqliteTable('stage_summaries', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  stage: integer('stage').notNull(),
  text: text('text').notNull(),
  nextSteps: text('next_steps').notNull(),
  familyText: text('family_text').notNull(),
  toldTopics: text('told_topics').notNull(),
  state: text('state').notNull(),
  finishedAt: text('finished_at'),
  deliveredOn: text('delivered_on'),
  deliveredTo: text('delivered_to').notNull(),
  deliveredWay: text('delivered_way'),
  skippedReason: text('skipped_reason').notNull(),
  exceptionGround: text('exception_ground'),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
})
