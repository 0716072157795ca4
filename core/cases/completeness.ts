import type { CaseRules, Completeness } from '#contract/case-course'
import { FILE_FIELDS, type FileField } from '#contract/case-tables'
import type { Student } from '#contract/students'

type File = {
  student: Student
  /** Visits somebody came to. */
  visits: readonly { primaryProblem: string | null }[]
  consents: readonly { purpose: string; missing: boolean }[]
  hasDeclaration: boolean
}

/** How much of what the school wants to know stands in the file (S23). Of somebody under a 化名 nothing that identifies is asked. */
export function completenessOf({ profile }: Pick<CaseRules, 'profile'>, file: File): Completeness {
  const { student } = file
  const isGiven = (wanted: string): boolean =>
    file.consents.some(({ purpose, missing }) => purpose === wanted && !missing)
  const isThere: Record<FileField, boolean> = {
    sex: student.sex !== null,
    'birth-date': student.birthDate !== null,
    class: Boolean(student.className ?? student.grade),
    'student-no': Boolean(student.studentNo),
    guardian: student.guardians.length > 0,
    'guardian-phone': student.guardians.some(({ phone }) => phone !== ''),
    address: Boolean(student.address),
    'head-teacher': Boolean(student.headTeacher),
    source: file.visits.length > 0,
    problem: file.visits.some(({ primaryProblem }) => primaryProblem !== null),
    notice: isGiven('notice'),
    consent: isGiven('counseling'),
    declaration: file.hasDeclaration,
  }
  const asked = FILE_FIELDS.filter(
    (field) => profile.includes(field) && !(student.kind === 'alias' && IDENTIFYING.has(field)),
  )
  const lacks = asked.filter((field) => !isThere[field])
  return { asked: asked.length, filled: asked.length - lacks.length, lacks }
}

const IDENTIFYING: ReadonlySet<FileField> = new Set([
  'birth-date',
  'class',
  'student-no',
  'guardian',
  'guardian-phone',
  'address',
  'head-teacher',
])
