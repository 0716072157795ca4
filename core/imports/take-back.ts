import { Student } from '#contract/students'
import type { WriteContext } from '#core/context'
import { getSetting, saveSetting } from '#core/settings'
import { derivedOf } from '#core/students'
import {
  findImportChanges,
  findStudentsById,
  findStudentsWithRecords,
  updateImport,
  type ImportState,
} from '#db/repos/imports'
import { deleteStudents, findStudentByNo, updateStudent } from '#db/repos/students'
import type { Change, Waiting } from './proceed-import.ts'

/**
 * Undoes an import, finished or not. A student it added goes, unless something has been written about the student by
 * now; a field it changed gets its former value back, unless somebody has changed that field since.
 */
export function takeBack(ctx: WriteContext, state: ImportState): { removed: number; restored: number; kept: number } {
  const changes = findImportChanges(ctx.db, state.id).toReversed()
  const students = findStudentsById(
    ctx.db,
    changes.map(({ studentId }) => studentId),
  )
  const withRecords = findStudentsWithRecords(ctx.db, [...students.keys()])
  const result = { removed: 0, restored: 0, kept: 0 }
  const added = changes.filter(({ studentId, before }) => before === null && students.has(studentId))
  const leaving = added.filter(({ studentId }) => !withRecords.has(studentId)).map(({ studentId }) => studentId)
  deleteStudents(ctx.db, leaving)
  for (const id of leaving) students.delete(id)
  result.removed = leaving.length
  result.kept = added.length - leaving.length
  for (const { studentId, before } of changes) {
    const student = students.get(studentId)
    if (!student || before === null) continue
    const restored = restore(ctx, student, JSON.parse(before) as Change)
    if (restored) students.set(studentId, restored)
    result[restored ? 'restored' : 'kept']++
  }
  const { classes } = JSON.parse(state.rows) as Waiting
  if (classes && isSame(getSetting(ctx.db, 'classes'), classes.after)) saveSetting(ctx.db, 'classes', classes.before)
  updateImport(ctx.db, state.id, {
    undoneAt: ctx.now(),
    finished: true,
    rows: JSON.stringify({ rows: [], classes: null } satisfies Waiting),
  })
  return result
}

/** The student with the former values of one change; null when somebody has changed all of them since. */
function restore(ctx: WriteContext, student: Student, change: Change): Student | null {
  const former = Object.entries(change).flatMap(([field, { was, became }]) =>
    isSame(student[field as keyof Student], became) ? [[field, was] as const] : [],
  )
  if (former.length === 0) return null
  const restored = Student.parse({ ...student, ...Object.fromEntries(former) })
  const owner = restored.studentNo === null ? undefined : findStudentByNo(ctx.db, restored.studentNo)
  if (owner && owner.id !== student.id) restored.studentNo = student.studentNo
  updateStudent(ctx.db, restored, derivedOf(restored, ctx.now()))
  return restored
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
