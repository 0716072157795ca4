import type { ImportRow } from '#contract/imports'
import type { SchoolClass } from '#contract/settings'
import type { Student } from '#contract/students'
import type { WriteContext } from '#core/context'
import { derivedOf } from '#core/students'
import {
  findKnownStudents,
  findStudentsById,
  insertImportChanges,
  updateImport,
  type ImportChange,
  type ImportState,
} from '#db/repos/imports'
import { insertStudents, updateStudent } from '#db/repos/students'
import { addToIndex, changedFields, indexStudents, matchStudent, mergeStudent, type Match } from './match-students.ts'

const BATCH = 500

type Row = Pick<ImportRow, 'fields' | 'guardians'>
/** What an import carries in the vault, so that it can be continued or undone after the program was killed. */
export type Waiting = { rows: Row[]; classes: { before: SchoolClass[]; after: SchoolClass[] } | null }
/** What an import changed in one student, field by field. */
export type Change = Partial<Record<keyof Student, { was: unknown; became: unknown }>>

export const waitingRows = (rows: readonly ImportRow[], classes: Waiting['classes']): string =>
  JSON.stringify({ rows: rows.map(({ fields, guardians }) => ({ fields, guardians })), classes } satisfies Waiting)

/** Takes in the next rows. Students are looked up again: the vault may have changed since the preview. */
export function proceedWith(ctx: WriteContext, state: ImportState): { done: number; rows: number; finished: boolean } {
  const waiting = JSON.parse(state.rows) as Waiting
  const batch = waiting.rows.slice(state.done, state.done + BATCH)
  const index = indexStudents(findKnownStudents(ctx.db))
  const known = batch.flatMap(({ fields }) => idOf(matchStudent(index, fields)) ?? [])
  const students = findStudentsById(ctx.db, known)
  const changes: ImportChange[] = []
  const added = new Map<string, { student: Student; derived: ReturnType<typeof derivedOf> }>()
  const counts = { added: state.added, updated: state.updated, skipped: state.skipped }
  batch.forEach((row, at) => {
    const match = matchStudent(index, row.fields)
    if (match.kind === 'conflict') {
      counts.skipped++
      return
    }
    const before = match.kind === 'known' ? students.get(match.id) : undefined
    const student = before ? mergeStudent(before, row.fields, row.guardians) : newStudent(ctx, row)
    const changed = before ? changedFields(before, student) : []
    if (before && changed.length === 0) return
    const derived = derivedOf(student, ctx.now())
    const waits = added.get(student.id)
    if (waits || !before) added.set(student.id, { student, derived })
    else updateStudent(ctx.db, student, derived)
    if (!before) addToIndex(index, student)
    students.set(student.id, student)
    changes.push({
      ord: state.done + at,
      studentId: student.id,
      before: before ? JSON.stringify(changeOf(before, student, changed)) : null,
    })
    counts[before ? 'updated' : 'added']++
  })
  insertStudents(ctx.db, [...added.values()])
  insertImportChanges(ctx.db, state.id, changes)
  const done = Math.min(state.done + BATCH, state.rowCount)
  const finished = done >= state.rowCount
  updateImport(ctx.db, state.id, {
    ...counts,
    done,
    finished,
    ...(finished && { rows: JSON.stringify({ rows: [], classes: waiting.classes } satisfies Waiting) }),
  })
  return { done, rows: state.rowCount, finished }
}

const idOf = (match: Match): string | null => (match.kind === 'known' ? match.id : null)

const newStudent = (ctx: WriteContext, { fields, guardians }: Row): Student => ({
  ...fields,
  id: ctx.newId(),
  guardians,
  leftOn: null,
})

const changeOf = (before: Student, after: Student, fields: readonly (keyof Student)[]): Change =>
  Object.fromEntries(fields.map((field) => [field, { was: before[field], became: after[field] }]))
