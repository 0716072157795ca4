import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Import } from '#contract/imports'
import type { Student } from '#contract/students'
import type { ReadableDb, WritableDb } from '#db/connection'
import { assessmentsTable } from '#db/schema/assessments'
import { casesTable } from '#db/schema/cases'
import { consentsTable } from '#db/schema/consents'
import { crisesTable } from '#db/schema/crises'
import { draftsTable } from '#db/schema/drafts'
import { importChangesTable as c, importsTable as i } from '#db/schema/imports'
import { notesTable } from '#db/schema/notes'
import { referralsTable } from '#db/schema/referrals'
import { risksTable } from '#db/schema/risks'
import { entriesTable } from '#db/schema/screenings'
import { guardiansTable as g, studentsTable as s } from '#db/schema/students'
import { visitsTable } from '#db/schema/visits'

/** `rows`: what the import carries with it as JSON; the rows that wait and what undoing it needs. */
export type ImportState = Import & { rows: string; rowCount: number; done: number }
/** `before`: JSON of what the import changed in a student; null when it added the student. */
export type ImportChange = { ord: number; studentId: string; before: string | null }

const IDS_AT_ONCE = 500

export function insertImport(db: WritableDb, state: ImportState): void {
  db.insert(i).values(state).run()
}

export const findImport = (db: ReadableDb, id: string): ImportState | undefined =>
  db.select().from(i).where(eq(i.id, id)).get()

export const updateImport = (db: WritableDb, id: string, state: Partial<Omit<ImportState, 'id'>>): void => {
  db.update(i).set(state).where(eq(i.id, id)).run()
}

export const findImports = (db: ReadableDb): Import[] =>
  db
    .select({
      id: i.id,
      fileName: i.fileName,
      startedAt: i.startedAt,
      by: i.by,
      added: i.added,
      updated: i.updated,
      skipped: i.skipped,
      finished: i.finished,
      undoneAt: i.undoneAt,
    })
    .from(i)
    .orderBy(desc(i.startedAt), sql`rowid DESC`)
    .limit(100)
    .all()

export function insertImportChanges(db: WritableDb, importId: string, changes: readonly ImportChange[]): void {
  if (changes.length > 0)
    db.insert(c)
      .values(changes.map((change) => ({ ...change, importId })))
      .run()
}

export const findImportChanges = (db: ReadableDb, importId: string): ImportChange[] =>
  db
    .select({ ord: c.ord, studentId: c.studentId, before: c.before })
    .from(c)
    .where(eq(c.importId, importId))
    .orderBy(asc(c.ord))
    .all()

/** As much of every student as is needed to recognise one. */
export const findKnownStudents = (db: ReadableDb) =>
  db
    .select({
      id: s.id,
      kind: s.kind,
      name: s.name,
      birthDate: s.birthDate,
      studentNo: s.studentNo,
      nationalNo: s.nationalNo,
      className: s.className,
    })
    .from(s)
    .all()

/** Many students at once, with their guardians. */
export function findStudentsById(db: ReadableDb, ids: readonly string[]): Map<string, Student> {
  const students = new Map<string, Student>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    for (const { nameSort: _sort, createdAt: _created, updatedAt: _updated, ...fields } of db
      .select()
      .from(s)
      .where(inArray(s.id, some))
      .all())
      students.set(fields.id, { ...fields, guardians: [] })
    for (const { studentId, name, relation, phone } of db
      .select()
      .from(g)
      .where(inArray(g.studentId, some))
      .orderBy(asc(g.studentId), asc(g.ord))
      .all())
      students.get(studentId)?.guardians.push({ name, relation, phone })
  }
  return students
}

/** Those of the students about whom anything has been written: they stay. */
export function findStudentsWithRecords(db: ReadableDb, ids: readonly string[]): Set<string> {
  const about = [
    casesTable,
    visitsTable,
    consentsTable,
    notesTable,
    risksTable,
    crisesTable,
    referralsTable,
    assessmentsTable,
    entriesTable,
  ]
  const found = new Set<string>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    for (const table of about)
      for (const { id } of db
        .selectDistinct({ id: table.studentId })
        .from(table)
        .where(inArray(table.studentId, some))
        .all())
        found.add(id)
    for (const { id } of db
      .selectDistinct({ id: draftsTable.subjectId })
      .from(draftsTable)
      .where(inArray(draftsTable.subjectId, some))
      .all())
      found.add(id)
  }
  return found
}
