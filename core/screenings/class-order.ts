import type { SchoolClass } from '#contract/settings'

/** Classes as the school lists them; others after these, by name. */
export function byClass(classes: readonly SchoolClass[]): (a: string, b: string) => number {
  const order = new Map(classes.map(({ name }, index) => [name, index]))
  return (a, b) => {
    const [first, second] = [order.get(a) ?? Infinity, order.get(b) ?? Infinity]
    return first === second ? a.localeCompare(b, 'zh', { numeric: true }) : first - second
  }
}

/** Grades in the order in which the school's classes come. */
export function byGrade(classes: readonly SchoolClass[]): (a: string, b: string) => number {
  const first = new Map<string, number>()
  classes.forEach(({ grade }, index) => first.has(grade) || first.set(grade, index))
  return (a, b) => {
    const [one, other] = [first.get(a) ?? Infinity, first.get(b) ?? Infinity]
    return one === other ? a.localeCompare(b, 'zh', { numeric: true }) : one - other
  }
}
