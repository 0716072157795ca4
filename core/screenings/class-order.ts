import { schoolYearOf } from '#contract/calendar'
import type { ReadContext, WriteContext } from '#core/context'
import { readClass, readGrade, type ClassReading } from '#core/imports/class-names'
import { getSetting } from '#core/settings'

type Order = (a: string, b: string) => number

/** Classes and grades as the school lists them; others after these, by the numbers in their names. */
export function schoolOrder(ctx: ReadContext | WriteContext): { byClass: Order; byGrade: Order } {
  const classes = getSetting(ctx.db, 'classes')
  const time = { stage: getSetting(ctx.db, 'school').stage, schoolYear: schoolYearOf(ctx.today()) }
  const orderOf = (listed: readonly string[], read: (name: string) => ClassReading): Order => {
    const places = new Map([...new Set(listed)].map((name, index) => [name, index]))
    const readings = new Map<string, ClassReading>()
    const readOnce = (name: string): ClassReading => {
      const reading = readings.get(name) ?? read(name)
      readings.set(name, reading)
      return reading
    }
    return (a, b) => {
      const [first, second] = [places.get(a) ?? Infinity, places.get(b) ?? Infinity]
      if (first !== second) return first - second
      const [one, other] = [readOnce(a), readOnce(b)]
      const byNumber = (one.gradeNo ?? 99) - (other.gradeNo ?? 99) || (one.classNo ?? 999) - (other.classNo ?? 999)
      return byNumber || a.localeCompare(b, 'zh', { numeric: true })
    }
  }
  return {
    byClass: orderOf(
      classes.map(({ name }) => name),
      (name) => readClass(name, time),
    ),
    byGrade: orderOf(
      classes.map(({ grade }) => grade),
      (name) => readGrade(name, time),
    ),
  }
}
