import type { Guardian, StudentFields } from '#contract/students'
import type { Language } from '#contract/vault'
import { CAST, manyPeople, nameIn, parentsOf, type Person, phoneOf } from './people.ts'
import { className, CLASSES_PER_GRADE, entryYearOf, gradeName } from './school.ts'

export type RosterRow = { key: string | null; fields: StudentFields; guardians: Guardian[] }
const GRADES = [7, 8, 9] as const

/** The whole school: the cast first in their classes, then as many more as fill every class to `classSize`. */
export function practiceRoster(language: Language, today: string, classSize: number): RosterRow[] {
  const rows: RosterRow[] = []
  let n = 0
  for (const gradeNo of GRADES)
    for (let classNo = 1; classNo <= CLASSES_PER_GRADE; classNo++) {
      const named = CAST.filter((one) => one.gradeNo === gradeNo && one.classNo === classNo)
      for (let seat = 1; seat <= classSize; seat++, n++) {
        const one = named[seat - 1] ?? filler(n, gradeNo, classNo)
        rows.push(rowOf(one, n, seat, language, today))
      }
    }
  return rows
}

const filler = (n: number, gradeNo: Person['gradeNo'], classNo: number): Person => ({
  ...manyPeople(n),
  key: '',
  gradeNo,
  classNo,
  ethnicity: n % 37 === 5 ? '回族' : '汉族',
  boarding: n % 3 === 0,
})

function rowOf(one: Person, n: number, seat: number, language: Language, today: string): RosterRow {
  const entryYear = entryYearOf(one.gradeNo, today)
  const two = (value: number): string => String(value).padStart(2, '0')
  const { mother, father } = parentsOf(one.name, n)
  const relation = language === 'zh' ? { mother: '母亲', father: '父亲' } : { mother: 'mother', father: 'father' }
  return {
    key: one.key || null,
    guardians: [
      { name: nameIn(language, mother), relation: relation.mother, phone: phoneOf(2 * n) },
      { name: nameIn(language, father), relation: relation.father, phone: phoneOf(2 * n + 1) },
    ],
    fields: {
      kind: 'roster',
      name: nameIn(language, one.name),
      sex: one.sex,
      birthDate: `${entryYear - 12 - (n % 4 === 0 ? 1 : 0)}-${two(1 + ((n * 5) % 12))}-${two(1 + ((n * 11) % 28))}`,
      studentNo: `${entryYear}${two(one.classNo)}${two(seat)}`,
      nationalNo: null,
      ethnicity: language === 'zh' ? one.ethnicity : null,
      gradeNo: one.gradeNo,
      classNo: one.classNo,
      grade: gradeName(language, one.gradeNo),
      className: className(language, one.gradeNo, one.classNo),
      entryYear,
      college: null,
      major: null,
      headTeacher: nameIn(language, parentsOf(one.name, one.gradeNo * 10 + one.classNo).mother),
      boarding: one.boarding,
      dormitory: one.boarding ? `${1 + (one.gradeNo % 3)}-${3 + (n % 3)}${two(1 + (n % 24))}` : null,
      phone: null,
      address: null,
      note: null,
    },
  }
}
