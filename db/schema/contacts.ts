import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  CONTACT_DIRECTIONS,
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  CONTACT_WAYS,
  EXCEPTION_GROUNDS,
  RELATIONS,
} from '#contract/contact-tables'

export const supportPersonsTable = sqliteTable('support_persons', {
  id: text('id').primaryKey(),
  studentId: text('student_id').notNull(),
  name: text('name').notNull(),
  relation: text('relation', { enum: RELATIONS }).notNull(),
  phone: text('phone').notNull(),
  /** JSON list of MAY_KNOW. */
  mayKnow: text('may_know').notNull(),
  note: text('note').notNull(),
  confirmedAt: text('confirmed_at'),
  confirmedBy: text('confirmed_by'),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
/** A contact may be about nobody yet: somebody called and did not say about whom. */
export const contactsTable = sqliteTable('contacts', {
  id: text('id').primaryKey(),
  studentId: text('student_id'),
  personId: text('person_id'),
  kind: text('kind', { enum: CONTACT_KINDS }).notNull(),
  at: text('at').notNull(),
  minutes: integer('minutes'),
  direction: text('direction', { enum: CONTACT_DIRECTIONS }).notNull(),
  way: text('way', { enum: CONTACT_WAYS }).notNull(),
  outcome: text('outcome', { enum: CONTACT_OUTCOMES }).notNull(),
  name: text('name').notNull(),
  relation: text('relation', { enum: RELATIONS }).notNull(),
  summary: text('summary').notNull(),
  /** JSON list of TOLD_TOPICS. */
  toldTopics: text('told_topics').notNull(),
  told: text('told').notNull(),
  answer: text('answer').notNull(),
  agreed: text('agreed').notNull(),
  leftAt: text('left_at'),
  collectedBy: text('collected_by').notNull(),
  replyDue: text('reply_due'),
  dueReason: text('due_reason').notNull(),
  repliedAt: text('replied_at'),
  repliedBy: text('replied_by'),
  passedTo: text('passed_to'),
  nextOn: text('next_on'),
  nextTopic: text('next_topic').notNull(),
  exceptionGround: text('exception_ground', { enum: EXCEPTION_GROUNDS }),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
