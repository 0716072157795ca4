import type { ImportPreview } from '#contract/imports'
import type { SchoolClass, School } from '#contract/settings'

export type NamedClass = ImportPreview['classes'][number]

export const keyOf = ({ gradeNo, classNo, name }: SchoolClass): string => `${gradeNo ?? ''}|${classNo ?? ''}|${name}`

export const plainClass = ({ gradeNo, grade, entryYear, classNo, name }: SchoolClass): SchoolClass => ({
  gradeNo,
  grade,
  entryYear,
  classNo,
  name,
})

/** A class with next to nobody in it, or a name that is no grade: more often a slip of the pen than a class. */
export function isOdd(one: NamedClass, all: readonly NamedClass[], stage: School['stage']): boolean {
  const counts = all.map(({ count }) => count).sort((a, b) => a - b)
  const middle = counts[Math.floor(counts.length / 2)] ?? 0
  return one.count * 5 < middle || (stage !== 'college' && one.gradeNo === null)
}

/** Classes by grade, in the order they came. */
export function byGrade<C extends SchoolClass>(classes: readonly C[]): { grade: string; classes: C[] }[] {
  const grades = new Map<string, C[]>()
  for (const one of classes) grades.set(one.grade, [...(grades.get(one.grade) ?? []), one])
  return [...grades].map(([grade, list]) => ({ grade, classes: list }))
}
