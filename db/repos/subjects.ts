import { eq, sql } from 'drizzle-orm'
import type { Subject } from '#contract/procedure'
import { builtOnce } from '#db/built-once'
import type { ReadableDb } from '#db/connection'
import { aidReferralsTable } from '#db/schema/aid'
import { acceptancesTable } from '#db/schema/acceptances'
import { assessmentsTable, tasksTable } from '#db/schema/assessments'
import { archivesTable } from '#db/schema/archives'
import { attachmentsTable } from '#db/schema/attachments'
import { casesTable } from '#db/schema/cases'
import { conferencesTable } from '#db/schema/conferences'
import { consentsTable } from '#db/schema/consents'
import { contactsTable, supportPersonsTable } from '#db/schema/contacts'
import { crisesTable } from '#db/schema/crises'
import { declinesTable } from '#db/schema/declines'
import { followupsTable } from '#db/schema/followups'
import { growthEntriesTable } from '#db/schema/growth'
import { lettersTable } from '#db/schema/letters'
import { notesTable } from '#db/schema/notes'
import { observationsTable } from '#db/schema/observations'
import { plansTable } from '#db/schema/plans'
import { referralsTable } from '#db/schema/referrals'
import { reviewsTable } from '#db/schema/reviews'
import { stageSummariesTable } from '#db/schema/stages'
import { studentsTable } from '#db/schema/students'
import { visitsTable } from '#db/schema/visits'
import { waitsTable } from '#db/schema/waits'

const tables = {
  student: studentsTable,
  case: casesTable,
  visit: visitsTable,
  note: notesTable,
  consent: consentsTable,
  crisis: crisesTable,
  referral: referralsTable,
  assessment: assessmentsTable,
  task: tasksTable,
  wait: waitsTable,
  letter: lettersTable,
  observation: observationsTable,
  person: supportPersonsTable,
  contact: contactsTable,
  conference: conferencesTable,
  plan: plansTable,
  review: reviewsTable,
  stage: stageSummariesTable,
  followup: followupsTable,
  growth: growthEntriesTable,
  attachment: attachmentsTable,
  aid: aidReferralsTable,
  acceptance: acceptancesTable,
  decline: declinesTable,
} as const

/** Records that may be nobody's: an unsigned letter, a caller who did not say about whom. */
type MayBeNobodys = 'letter' | 'contact'

/** The student a record belongs to; null when it is about nobody, undefined when there is no such record. */
export function findStudentIdOf(db: ReadableDb, subject: Exclude<Subject, MayBeNobodys>, id: string): string | undefined
export function findStudentIdOf(db: ReadableDb, subject: Subject, id: string): string | null | undefined
export function findStudentIdOf(db: ReadableDb, subject: Subject, id: string): string | null | undefined {
  return studentOf(db, subject).get({ id })?.studentId
}

type StudentQuery = { get(values: { id: string }): { studentId: string | null } | undefined }
const studentOf = builtOnce((db: ReadableDb, subject: Subject): StudentQuery => {
  const table = tables[subject]
  return db
    .select({ studentId: 'studentId' in table ? table.studentId : table.id })
    .from(table)
    .where(eq(table.id, sql.placeholder('id')))
    .prepare()
})

/** Records that lie in a case of their own; what belongs to the student alone is in none. */
const ofCases = {
  visit: visitsTable,
  referral: referralsTable,
  conference: conferencesTable,
  plan: plansTable,
  review: reviewsTable,
  stage: stageSummariesTable,
  followup: followupsTable,
  acceptance: acceptancesTable,
} as const

/** Whether the case a record lies in was destroyed: nothing is written into it any more. */
export function isInDestroyedCase(db: ReadableDb, subject: Subject, id: string): boolean {
  const caseId = findCaseIdOf(db, subject, id)
  if (caseId === undefined) return false
  const row = db
    .select({ destructionId: archivesTable.destructionId })
    .from(archivesTable)
    .where(eq(archivesTable.caseId, caseId))
    .get()
  return row?.destructionId != null
}

/** The case a record lies in; undefined for what belongs to the student alone. */
export function findCaseIdOf(db: ReadableDb, subject: Subject, id: string): string | undefined {
  if (subject === 'case') return id
  if (subject === 'note')
    return db
      .select({ caseId: visitsTable.caseId })
      .from(notesTable)
      .innerJoin(visitsTable, eq(visitsTable.id, notesTable.visitId))
      .where(eq(notesTable.id, id))
      .get()?.caseId
  if (!(subject in ofCases)) return undefined
  const table = ofCases[subject as keyof typeof ofCases]
  return db.select({ caseId: table.caseId }).from(table).where(eq(table.id, id)).get()?.caseId ?? undefined
}
