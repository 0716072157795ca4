import { addDays, weekdayOf } from '#contract/calendar'
import type { SchoolClass } from '#contract/settings'
import type { Language } from '#contract/vault'
import type { NewSchool } from '#core/new-vault'
import { nameIn, SCHOOL } from './people.ts'

const WEEKS_BEFORE_TODAY = 11
export const CLASSES_PER_GRADE = 6
const GRADES = [7, 8, 9] as const

/** The practice school on any day of the year: its term has always been running for twelve weeks. */
export function practiceSchool(language: Language, today: string): NewSchool {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const startsOn = addDays(monday, -7 * WEEKS_BEFORE_TODAY)
  const before = addDays(startsOn, -7 * 26)
  return {
    language,
    isPractice: true,
    school: { name: nameIn(language, SCHOOL.name), stage: SCHOOL.stage },
    terms: [
      { name: termName(language, before), startsOn: before, endsOn: addDays(before, 7 * 20 - 3) },
      { name: termName(language, startsOn), startsOn, endsOn: addDays(startsOn, 7 * 20 - 3) },
    ],
  }
}

function termName(language: Language, startsOn: string): string {
  const [year = '', month = ''] = startsOn.split('-')
  const isAutumn = Number(month) >= 7
  return language === 'zh' ? `${year}${isAutumn ? '秋' : '春'}` : `${year} ${isAutumn ? 'Autumn' : 'Spring'}`
}

/** The year in which a grade came to this school, on a given day. */
export function entryYearOf(gradeNo: number, today: string): number {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return (month >= 8 ? year : year - 1) - (gradeNo - 7)
}

export const gradeName = (language: Language, gradeNo: number): string =>
  language === 'zh' ? `初${'一二三'[gradeNo - 7] ?? ''}` : `Grade ${gradeNo}`
export const className = (language: Language, gradeNo: number, classNo: number): string =>
  language === 'zh' ? `${gradeName(language, gradeNo)}(${classNo})班` : `Class ${gradeNo}-${classNo}`

export const practiceClasses = (language: Language, today: string): SchoolClass[] =>
  GRADES.flatMap((gradeNo) =>
    Array.from({ length: CLASSES_PER_GRADE }, (_, i) => ({
      gradeNo,
      grade: gradeName(language, gradeNo),
      entryYear: entryYearOf(gradeNo, today),
      classNo: i + 1,
      name: className(language, gradeNo, i + 1),
    })),
  )
