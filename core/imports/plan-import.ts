import type { ImportRow, RowIssue, SheetMapping } from '#contract/imports'
import type { ReadableDb } from '#db/connection'
import { findKnownStudents, findStudentsById } from '#db/repos/imports'
import { indexStudents, isSameStudent, matchStudent, mergeStudent, type Match } from './match-students.ts'
import { understand, type PlannedRow, type School, type Understanding } from './understand.ts'
import type { Workbook } from './workbook.ts'

export type ImportPlan = { understanding: Understanding; rows: ImportRow[]; errors: RowIssue[] }

/** What the file says beside what the vault holds: new, changed and unchanged students, and rows that cannot be taken. */
export function planImport(
  db: ReadableDb,
  workbook: Workbook,
  mappings: readonly SheetMapping[],
  school: School,
): ImportPlan {
  const understanding = understand(workbook, mappings, school)
  const index = indexStudents(findKnownStudents(db))
  const matched = understanding.planned.map((row) => ({ row, match: matchStudent(index, row.fields) }))
  const students = findStudentsById(
    db,
    matched.flatMap(({ match }) => (match.kind === 'known' ? [match.id] : [])),
  )
  const changeOf = (row: PlannedRow, match: Match): ImportRow['change'] => {
    const before = match.kind === 'known' ? students.get(match.id) : undefined
    if (!before) return 'new'
    return isSameStudent(before, mergeStudent(before, row.fields, row.guardians)) ? 'same' : 'update'
  }
  const conflicts = matched.filter(({ match }) => match.kind === 'conflict').map(({ row }) => conflictOf(row))
  return {
    understanding,
    rows: matched.flatMap(({ row, match }) =>
      match.kind === 'conflict' ? [] : [{ ...row, change: changeOf(row, match) }],
    ),
    errors: [...understanding.errors, ...conflicts],
  }
}

/** The number belongs to somebody else in the vault. */
const conflictOf = ({ sheet, row, fields }: PlannedRow): RowIssue => ({
  sheet,
  row,
  reason: 'student-no-conflict',
  field: fields.studentNo ? 'studentNo' : 'nationalNo',
  value: fields.studentNo ?? fields.nationalNo ?? '',
  name: fields.name,
  conflictsWith: null,
})
