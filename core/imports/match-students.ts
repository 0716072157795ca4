import type { Guardian, Student, StudentFields } from '#contract/students'

/** As much of every student in the vault as is needed to recognise one. */
export type Known = Pick<Student, 'id' | 'kind' | 'name' | 'birthDate' | 'studentNo' | 'nationalNo' | 'className'>
export type Match = { kind: 'new' } | { kind: 'known'; id: string } | { kind: 'conflict' }
export type KnownIndex = { byNo: Map<string, Known>; byNationalNo: Map<string, Known>; byName: Map<string, Known[]> }

const MOST_GUARDIANS = 6
const CLASS_FIELDS = ['gradeNo', 'grade', 'classNo', 'className'] as const

/** People under a 化名 are never recognised: nothing in a roster may touch them. */
export function indexStudents(students: readonly Known[]): KnownIndex {
  const index: KnownIndex = { byNo: new Map(), byNationalNo: new Map(), byName: new Map() }
  for (const student of students) if (student.kind !== 'alias') addToIndex(index, student)
  return index
}

export function addToIndex({ byNo, byNationalNo, byName }: KnownIndex, student: Known): void {
  if (student.studentNo) byNo.set(student.studentNo, student)
  if (student.nationalNo) byNationalNo.set(student.nationalNo, student)
  byName.set(student.name, [...(byName.get(student.name) ?? []), student])
}

/**
 * Who in the vault a row means: by 学号, by 学籍号, then by name, birthday and class. A number alone is not enough when
 * the name is another and nothing else agrees: numbers are given out again, and two children must never become one.
 */
export function matchStudent(index: KnownIndex, row: StudentFields): Match {
  for (const known of [
    row.studentNo ? index.byNo.get(row.studentNo) : undefined,
    row.nationalNo ? index.byNationalNo.get(row.nationalNo) : undefined,
  ]) {
    if (!known) continue
    const agrees = (one: string | null, other: string | null): boolean => one !== null && one === other
    if (known.name === row.name || agrees(known.birthDate, row.birthDate) || agrees(known.nationalNo, row.nationalNo))
      return { kind: 'known', id: known.id }
    return { kind: 'conflict' }
  }
  const same = (index.byName.get(row.name) ?? []).filter((known) => isSamePerson(known, row))
  return same.length === 1 && same[0] ? { kind: 'known', id: same[0].id } : { kind: 'new' }
}

function isSamePerson(known: Known, row: StudentFields): boolean {
  if (known.className !== row.className) return false
  const contradicts = (one: string | null, other: string | null): boolean =>
    one !== null && other !== null && one !== other
  if (contradicts(known.birthDate, row.birthDate)) return false
  const otherNumber = contradicts(known.studentNo, row.studentNo) || contradicts(known.nationalNo, row.nationalNo)
  return !otherNumber || (known.birthDate !== null && known.birthDate === row.birthDate)
}

/** The student with what the row says. A blank cell takes nothing away; a class changes as a whole. */
export function mergeStudent(before: Student, fields: StudentFields, guardians: readonly Guardian[]): Student {
  const said = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
  ) as Partial<StudentFields>
  const moved = fields.className === null ? {} : Object.fromEntries(CLASS_FIELDS.map((field) => [field, fields[field]]))
  return { ...before, ...said, ...moved, guardians: mergeGuardians(before.guardians, guardians) }
}

export const isSameStudent = (one: Student, other: Student): boolean => changedFields(one, other).length === 0

/** Fields in which two states of one student differ. */
export const changedFields = (one: Student, other: Student): (keyof Student)[] =>
  (Object.keys(other) as (keyof Student)[]).filter(
    (field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]),
  )

function mergeGuardians(before: readonly Guardian[], said: readonly Guardian[]): Guardian[] {
  const merged = before.map((guardian) => ({ ...guardian }))
  for (const one of said) {
    const known = merged.find((other) => (one.name === '' ? other.phone === one.phone : other.name === one.name))
    if (!known) merged.push({ ...one })
    else Object.assign(known, { relation: one.relation || known.relation, phone: one.phone || known.phone })
  }
  return merged.slice(0, Math.max(MOST_GUARDIANS, before.length))
}
