import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm'
import type { Guardian, Student, StudentHit } from '#contract/students'
import type { ReadableDb, WritableDb } from '#db/connection'
import { guardiansTable as g, studentKeysTable as k, studentsTable as s } from '#db/schema/students'
import { visitsTable as v } from '#db/schema/visits'
import { countRows } from './count-rows.ts'
import { currentRankOf } from './risks.ts'

/** SQLite takes a limited number of values in one statement. */
const ROWS_AT_ONCE = 100
const IDS_AT_ONCE = 500

export function findStudent(db: ReadableDb, id: string): Student | undefined {
  const row = db.select().from(s).where(eq(s.id, id)).get()
  return row && toStudent(row, findGuardians(db, id))
}

export function findStudentByNo(db: ReadableDb, studentNo: string): Student | undefined {
  const row = db.select().from(s).where(eq(s.studentNo, studentNo)).get()
  return row && toStudent(row, findGuardians(db, row.id))
}

export function insertStudent(
  db: WritableDb,
  student: Student,
  derived: { nameSort: string; keys: string; now: string },
): void {
  const { guardians, ...fields } = student
  db.insert(s)
    .values({ ...fields, nameSort: derived.nameSort, createdAt: derived.now, updatedAt: derived.now })
    .run()
  putGuardians(db, student.id, guardians)
  db.insert(k).values({ studentId: student.id, keys: derived.keys }).run()
}

export function updateStudent(
  db: WritableDb,
  student: Student,
  derived: { nameSort: string; keys: string; now: string },
): void {
  const { guardians, id, ...fields } = student
  db.update(s)
    .set({ ...fields, nameSort: derived.nameSort, updatedAt: derived.now })
    .where(eq(s.id, id))
    .run()
  putGuardians(db, id, guardians)
  db.update(k).set({ keys: derived.keys }).where(eq(k.studentId, id)).run()
}

type NewStudent = { student: Student; derived: { nameSort: string; keys: string; now: string } }
/** Many at once, as a roster brings them. */
export function insertStudents(db: WritableDb, added: readonly NewStudent[]): void {
  for (let from = 0; from < added.length; from += ROWS_AT_ONCE) {
    const some = added.slice(from, from + ROWS_AT_ONCE)
    db.insert(s)
      .values(
        some.map(({ student: { guardians: _guardians, ...fields }, derived: { nameSort, now } }) => ({
          ...fields,
          nameSort,
          createdAt: now,
          updatedAt: now,
        })),
      )
      .run()
    db.insert(k)
      .values(some.map(({ student, derived }) => ({ studentId: student.id, keys: derived.keys })))
      .run()
    const guardians = some.flatMap(({ student }) =>
      student.guardians.map((guardian, ord) => ({ ...guardian, studentId: student.id, ord })),
    )
    if (guardians.length > 0) db.insert(g).values(guardians).run()
  }
}

/** Removes students who have no records; the foreign keys refuse any other. */
export function deleteStudents(db: WritableDb, ids: readonly string[]): void {
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE)
    db.delete(g).where(inArray(g.studentId, some)).run()
    db.delete(k).where(inArray(k.studentId, some)).run()
    db.delete(s).where(inArray(s.id, some)).run()
  }
}

/** Students whose whole name stands in the text. Names of one character are left out. */
export const findNamesIn = (db: ReadableDb, text: string): { studentId: string; name: string }[] =>
  db
    .select({ studentId: s.id, name: s.name })
    .from(s)
    .where(sql`length(${s.name}) >= 2 AND instr(${text}, ${s.name}) > 0`)
    .all()

/** Students whose keys hold every token, with the keys for ranking. Reads one narrow table from end to end. */
export function findStudentKeys(
  db: ReadableDb,
  tokens: readonly string[],
  limit: number,
): { studentId: string; keys: string }[] {
  return db
    .select()
    .from(k)
    .where(and(...tokens.map((token) => sql`instr(${k.keys}, ${token}) > 0`)))
    .limit(limit)
    .all()
}

export function findStudentHits(db: ReadableDb, ids: readonly string[]): StudentHit[] {
  if (ids.length === 0) return []
  return selectHits(db)
    .where(inArray(s.id, [...ids]))
    .all()
}

export type StudentFilter = {
  ids: readonly string[] | null
  grade: string | null
  className: string | null
  known: boolean
}

export function findStudentPage(
  db: ReadableDb,
  filter: StudentFilter,
  offset: number,
  limit: number,
): { total: number; rows: StudentHit[] } {
  const where = whereOf(filter)
  const total = countRows(db, s, where)
  const rows = selectHits(db)
    .where(where)
    .orderBy(asc(s.gradeNo), asc(s.grade), asc(s.classNo), asc(s.className), asc(s.nameSort))
    .limit(limit)
    .offset(offset)
    .all()
  return { total, rows }
}

/** Grades with their classes, as the roster has them. */
export function findGrades(db: ReadableDb): { grade: string; classes: string[] }[] {
  const rows = db
    .selectDistinct({ grade: s.grade, className: s.className, gradeNo: s.gradeNo, classNo: s.classNo })
    .from(s)
    .where(isNull(s.leftOn))
    .orderBy(asc(s.gradeNo), asc(s.grade), asc(s.classNo), asc(s.className))
    .all()
  const grades = new Map<string, Set<string>>()
  for (const { grade, className } of rows) {
    if (grade === null) continue
    const classes = grades.get(grade) ?? new Set()
    if (className !== null) classes.add(className)
    grades.set(grade, classes)
  }
  return [...grades].map(([grade, classes]) => ({ grade, classes: [...classes] }))
}

function whereOf({ ids, grade, className, known }: StudentFilter): SQL | undefined {
  return and(
    isNull(s.leftOn),
    ids === null ? undefined : inArray(s.id, [...ids]),
    grade === null ? undefined : eq(s.grade, grade),
    className === null ? undefined : eq(s.className, className),
    known ? sql`EXISTS (SELECT 1 FROM ${v} WHERE ${v.studentId} = ${s.id})` : undefined,
  )
}

/** Nested, because drizzle drops the table's name from columns it selects out of a single table. */
const ownId = sql`${s.id}`

const selectHits = (db: ReadableDb) =>
  db
    .select({
      id: s.id,
      kind: s.kind,
      name: s.name,
      sex: s.sex,
      studentNo: s.studentNo,
      grade: s.grade,
      className: s.className,
      college: s.college,
      riskRank: currentRankOf(s.id),
      visitCount: sql<number>`(SELECT count(*) FROM ${v} WHERE ${v.studentId} = ${ownId} AND ${v.arrivedAt} IS NOT NULL)`,
    })
    .from(s)

const findGuardians = (db: ReadableDb, studentId: string): Guardian[] =>
  db
    .select({ name: g.name, relation: g.relation, phone: g.phone })
    .from(g)
    .where(eq(g.studentId, studentId))
    .orderBy(asc(g.ord))
    .all()

function putGuardians(db: WritableDb, studentId: string, guardians: readonly Guardian[]): void {
  db.delete(g).where(eq(g.studentId, studentId)).run()
  if (guardians.length > 0)
    db.insert(g)
      .values(guardians.map((guardian, ord) => ({ ...guardian, studentId, ord })))
      .run()
}

function toStudent(row: typeof s.$inferSelect, guardians: Guardian[]): Student {
  const { nameSort: _sort, createdAt: _created, updatedAt: _updated, ...fields } = row
  return { ...fields, guardians }
}
