import type { School, SchoolClass } from '#contract/settings'

/** The classes of one grade, as the screen shows them. */
export type Grade = { grade: string; gradeNo: number | null; entryYear: number | null; classes: string[] }

export const gradesOf = (classes: readonly SchoolClass[]): Grade[] => {
  const grades = new Map<string, Grade>()
  for (const { grade, gradeNo, entryYear, name } of classes) {
    const known = grades.get(grade)
    if (known) known.classes.push(name)
    else grades.set(grade, { grade, gradeNo, entryYear, classes: [name] })
  }
  return [...grades.values()]
}

/** 七(3)班 or 软件2402: the number of the class within its grade, when the name ends in one of up to two digits. */
const classNoOf = (name: string): number | null => {
  const digits = /(?:^|\D)(\d{1,2})\D{0,2}$/.exec(name)?.[1]
  return digits && Number(digits) > 0 ? Number(digits) : null
}

export const classesOf = (grades: readonly Grade[]): SchoolClass[] =>
  grades.flatMap(({ grade, gradeNo, entryYear, classes }) =>
    classes.map((name) => ({ grade: grade.trim(), gradeNo, entryYear, name: name.trim(), classNo: classNoOf(name) })),
  )

/** Numbered class names of a grade: 初一(1)班 … */
export const numbered = (grade: string, count: number, isChinese: boolean): string[] =>
  Array.from({ length: count }, (_, at) => (isChinese ? `${grade}(${at + 1})班` : `${grade} (${at + 1})`))

const USUAL: Record<School['stage'], { first: number; zh: string[]; en: string[] }> = {
  primary: {
    first: 1,
    zh: ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级'],
    en: ['Grade 1', 'Grade 2', 'Grade 3', 'Grade 4', 'Grade 5', 'Grade 6'],
  },
  junior: { first: 7, zh: ['初一', '初二', '初三'], en: ['Grade 7', 'Grade 8', 'Grade 9'] },
  senior: { first: 10, zh: ['高一', '高二', '高三'], en: ['Grade 10', 'Grade 11', 'Grade 12'] },
  college: { first: 13, zh: ['一年级', '二年级', '三年级'], en: ['Year 1', 'Year 2', 'Year 3'] },
}

/** The next grade that the stage usually has and the list does not. */
export const nextGrade = (grades: readonly Grade[], stage: School['stage'], isChinese: boolean): Grade => {
  const usual = USUAL[stage]
  const names = isChinese ? usual.zh : usual.en
  const at = names.findIndex((_, index) => !grades.some((grade) => grade.gradeNo === usual.first + index))
  return { grade: names[at] ?? '', gradeNo: at === -1 ? null : usual.first + at, entryYear: null, classes: [] }
}
