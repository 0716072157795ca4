import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { SEXES, STUDENT_KINDS } from '#contract/code-tables'

export const studentsTable = sqliteTable('students', {
  id: text('id').primaryKey(),
  kind: text('kind', { enum: STUDENT_KINDS }).notNull(),
  name: text('name').notNull(),
  /** Pinyin of the name, for sorting. */
  nameSort: text('name_sort').notNull(),
  sex: text('sex', { enum: SEXES }),
  birthDate: text('birth_date'),
  studentNo: text('student_no'),
  nationalNo: text('national_no'),
  ethnicity: text('ethnicity'),
  gradeNo: integer('grade_no'),
  classNo: integer('class_no'),
  grade: text('grade'),
  className: text('class_name'),
  entryYear: integer('entry_year'),
  college: text('college'),
  major: text('major'),
  headTeacher: text('head_teacher'),
  boarding: integer('boarding', { mode: 'boolean' }),
  dormitory: text('dormitory'),
  phone: text('phone'),
  address: text('address'),
  note: text('note'),
  leftOn: text('left_on'),
  createdAt: text('created_at').notNull(),
  updatedAt: text('updated_at').notNull(),
})
/** Every spelling a student can be found by, one text per student. */
export const studentKeysTable = sqliteTable('student_keys', {
  studentId: text('student_id').primaryKey(),
  keys: text('keys').notNull(),
})
export const guardiansTable = sqliteTable('guardians', {
  studentId: text('student_id').notNull(),
  ord: integer('ord').notNull(),
  name: text('name').notNull(),
  relation: text('relation').notNull(),
  phone: text('phone').notNull(),
})
