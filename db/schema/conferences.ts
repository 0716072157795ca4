import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const conferencesTable = sqliteTable('conferences', {
  id: text('id').primaryKey(),
  no: text('no').notNull(),
  studentId: text('student_id').notNull(),
  caseId: text('case_id').notNull(),
  kind: text('kind').notNull(),
  at: text('at').notNull(),
  minutes: integer('minutes'),
  place: text('place').notNull(),
  attendees: text('attendees').notNull(),
  aims: text('aims').notNull(),
  atHome: text('at_home').notNull(),
  atSchool: text('at_school').notNull(),
  course: text('course').notNull(),
  agreed: text('agreed').notNull(),
  nextOn: text('next_on'),
  enteredBy: text('entered_by').notNull(),
  enteredAt: text('entered_at').notNull(),
  deletedAt: text('deleted_at'),
})
