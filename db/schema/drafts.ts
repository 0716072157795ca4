import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const draftsTable = sqliteTable('drafts', {
  userId: text('user_id').notNull(),
  form: text('form').notNull(),
  subjectId: text('subject_id').notNull(),
  body: text('body').notNull(),
  savedAt: text('saved_at').notNull(),
})
