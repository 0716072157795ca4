import type { SchoolClass } from '#contract/settings'
import type { Guardian, Student, StudentFields } from '#contract/students'

/** The fields that the form shows, as text while they are typed. */
export type StudentForm = {
  kind: StudentFields['kind']
  name: string
  sex: StudentFields['sex']
  studentNo: string
  birthDate: string | null
  grade: string
  className: string
  gradeNo: number | null
  classNo: number | null
  headTeacher: string
  boarding: boolean | null
  dormitory: string
  phone: string
  address: string
  note: string
  guardians: Guardian[]
}

export const emptyForm: StudentForm = {
  kind: 'roster',
  name: '',
  sex: null,
  studentNo: '',
  birthDate: null,
  grade: '',
  className: '',
  gradeNo: null,
  classNo: null,
  headTeacher: '',
  boarding: null,
  dormitory: '',
  phone: '',
  address: '',
  note: '',
  guardians: [],
}

export const NO_GUARDIAN: Guardian = { name: '', relation: '', phone: '' }

export const formOf = (student: Student): StudentForm => ({
  kind: student.kind,
  name: student.name,
  sex: student.sex,
  studentNo: student.studentNo ?? '',
  birthDate: student.birthDate,
  grade: student.grade ?? '',
  className: student.className ?? '',
  gradeNo: student.gradeNo,
  classNo: student.classNo,
  headTeacher: student.headTeacher ?? '',
  boarding: student.boarding,
  dormitory: student.dormitory ?? '',
  phone: student.phone ?? '',
  address: student.address ?? '',
  note: student.note ?? '',
  guardians: student.guardians,
})

const orNull = (text: string) => text.trim() || null

export const fieldsOf = (form: StudentForm): Partial<StudentFields> & Pick<StudentFields, 'kind' | 'name'> => ({
  kind: form.kind,
  name: form.name.trim(),
  sex: form.sex,
  studentNo: orNull(form.studentNo),
  birthDate: form.birthDate,
  grade: orNull(form.grade),
  className: orNull(form.className),
  gradeNo: form.gradeNo,
  classNo: form.classNo,
  headTeacher: orNull(form.headTeacher),
  boarding: form.boarding,
  dormitory: orNull(form.dormitory),
  phone: orNull(form.phone),
  address: orNull(form.address),
  note: orNull(form.note),
})

export const guardiansOf = ({ guardians }: StudentForm): Guardian[] =>
  guardians.filter((guardian) => guardian.name.trim() !== '' || guardian.phone.trim() !== '')

/** A typed class name; a class that the school knows brings its grade along. */
export const classChosen = (className: string, classes: readonly SchoolClass[]): Partial<StudentForm> => {
  const known = classes.find((one) => one.name === className)
  return known
    ? { className, grade: known.grade, gradeNo: known.gradeNo, classNo: known.classNo }
    : { className, gradeNo: null, classNo: null }
}
