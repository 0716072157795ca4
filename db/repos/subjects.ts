import { eq } from 'drizzle-orm'
import type { Subject } from '#contract/procedure'
import type { ReadableDb } from '#db/connection'
import { assessmentsTable, tasksTable } from '#db/schema/assessments'
import { casesTable } from '#db/schema/cases'
import { consentsTable } from '#db/schema/consents'
import { crisesTable } from '#db/schema/crises'
import { notesTable } from '#db/schema/notes'
import { referralsTable } from '#db/schema/referrals'
import { studentsTable } from '#db/schema/students'
import { visitsTable } from '#db/schema/visits'

const tables = {
  case: casesTable,
  visit: visitsTable,
  note: notesTable,
  consent: consentsTable,
  crisis: crisesTable,
  referral: referralsTable,
  assessment: assessmentsTable,
  task: tasksTable,
} as const

/** The student a record belongs to; undefined when there is no such record. */
export function findStudentIdOf(db: ReadableDb, subject: Subject, id: string): string | undefined {
  if (subject === 'student')
    return db.select({ id: studentsTable.id }).from(studentsTable).where(eq(studentsTable.id, id)).get()?.id
  const table = tables[subject]
  return db.select({ studentId: table.studentId }).from(table).where(eq(table.id, id)).get()?.studentId
}
