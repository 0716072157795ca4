import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CONFERENCE_KINDS, MONTH_CHOICES } from '#contract/contact-tables'

export const conferencesTable = sqliteTable('conferences', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  kind: text('kind', { enum: CONFERENCE_KINDS }).notNull(),
  at: text('at').notNull(),
  minutes: integer('minutes'),
  place: text('place').notNull(),
  /** JSON list of { name, role }. */
  attendees: text('attendees').notNull(),
  aims: text('aims').notNull(),
  atHome: text('at_home').notNull(),
  atSchool: text('at_school').notNull(),
  course: text('course').notNull(),
  effect: text('effect').notNull(),
  agreed: text('agreed').notNull(),
  /** For the file alone; on no paper that leaves the room. */
  inside: text('inside').notNull(),
  nextOn: text('next_on'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})

/** What was decided about each case when the month was looked through (S40). */
export const conferenceChoicesTable = sqliteTable('conference_choices', {
  /** `2026-11` */
  month: text('month').notNull(),
  caseId: text('case_id').notNull(),
  studentId: text('student_id').notNull(),
  choice: text('choice', { enum: MONTH_CHOICES }).notNull(),
  why: text('why').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})
