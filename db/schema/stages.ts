import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { STAGE_STATES, STAGE_WAYS } from '#contract/case-tables'
import { EXCEPTION_GROUNDS, RELATIONS } from '#contract/contact-tables'

/** The summary of a stage: one text for the file, one for the family (S38). */
export const stageSummariesTable = sqliteTable('stage_summaries', {
  id: text('id').primaryKey(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  stage: integer('stage').notNull(),
  text: text('text').notNull(),
  nextSteps: text('next_steps').notNull(),
  familyText: text('family_text').notNull(),
  /** JSON list of TOLD_TOPICS. */
  toldTopics: text('told_topics').notNull(),
  state: text('state', { enum: STAGE_STATES }).notNull(),
  /** Whom the family's text is for: one of the student's persons, or somebody whose name is written down. */
  personId: text('person_id'),
  receiver: text('receiver').notNull(),
  relation: text('relation', { enum: RELATIONS }),
  exceptionGround: text('exception_ground', { enum: EXCEPTION_GROUNDS }),
  finishedAt: text('finished_at'),
  deliveredOn: text('delivered_on'),
  deliveredWay: text('delivered_way', { enum: STAGE_WAYS }),
  skippedReason: text('skipped_reason').notNull(),
  by: text('by').notNull(),
  savedAt: text('saved_at').notNull(),
})
