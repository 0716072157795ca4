import { pinyin } from 'pinyin-pro'
import type { StudentFields } from '#contract/students'

const MAX_READINGS = 8

/** Ways to read a name: surname reading first (单 shan), then other readings of its characters, at most eight. */
function readingsOf(name: string): string[][] {
  const characters = [...name.replace(/\s/gu, '')]
  const main = pinyin(name.replace(/\s/gu, ''), { toneType: 'none', type: 'array', surname: 'head', v: true })
  let readings: string[][] = [[]]
  characters.forEach((character, i) => {
    const all = [
      main[i] ?? character,
      ...pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true }),
    ]
    const distinct = [...new Set(all.map((syllable) => syllable.toLowerCase()))].slice(0, 3)
    readings = readings.flatMap((reading) => distinct.map((syllable) => [...reading, syllable])).slice(0, MAX_READINGS)
  })
  return readings
}

/** Pinyin of the whole name, for sorting lists. */
export const nameSortOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).join(' ').toLowerCase()

/** How a search text and the keys are compared: width and case folded, middle dots and outer blanks gone. */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[·•・．.]/gu, '')
    .trim()

/** Every spelling a student is found by, in one text: `|张三|zhangsan|zs|20260101|初一1班|…|`. */
export function searchKeysOf(
  student: Pick<StudentFields, 'name' | 'studentNo' | 'nationalNo' | 'grade' | 'className' | 'gradeNo' | 'classNo'>,
): string {
  const keys = new Set<string>([fold(student.name).replace(/\s/gu, '')])
  for (const reading of readingsOf(student.name)) {
    const whole = reading.join('')
    keys.add(fold(whole))
    keys.add(fold(whole.replaceAll('v', 'u')))
    keys.add(fold(reading.map((syllable) => syllable[0] ?? '').join('')))
    keys.add(fold(reading[0] ?? ''))
  }
  if (student.studentNo) keys.add(fold(student.studentNo))
  if (student.nationalNo) keys.add(fold(student.nationalNo))
  for (const name of classNamesOf(student)) keys.add(fold(name))
  return `|${[...keys].filter(Boolean).join('|')}|`
}

const GRADE_WORDS: Record<number, readonly string[]> = {
  7: ['七年级', '初一'],
  8: ['八年级', '初二'],
  9: ['九年级', '初三'],
  10: ['高一'],
  11: ['高二'],
  12: ['高三'],
}

/** 七(1)班, 七年级1班, 初一1班, 701. */
function classNamesOf({
  grade,
  className,
  gradeNo,
  classNo,
}: Pick<StudentFields, 'grade' | 'className' | 'gradeNo' | 'classNo'>): string[] {
  const names = [
    className,
    className?.replace(/[()（）]/gu, ''),
    grade && className && !className.startsWith(grade) ? `${grade}${className}` : null,
  ]
  if (gradeNo !== null && classNo !== null) {
    for (const word of GRADE_WORDS[gradeNo] ?? [grade ?? ''])
      if (word) names.push(`${word}${classNo}班`, `${word}(${classNo})班`)
    names.push(`${gradeNo}${String(classNo).padStart(2, '0')}`)
  }
  return names.filter((name): name is string => Boolean(name))
}

/** Higher is better: whole key, beginning of a key, then anywhere; the first key is the name itself. */
export function rankOf(keys: string, tokens: readonly string[]): number {
  const list = keys.split('|').filter(Boolean)
  return tokens.reduce((sum, token) => {
    if (list[0] === token) return sum + 100
    if (list.includes(token)) return sum + 60
    if (list[0]?.startsWith(token)) return sum + 50
    return sum + (list.some((key) => key.startsWith(token)) ? 30 : 10)
  }, 0)
}
