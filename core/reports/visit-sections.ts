import { addDays, localOf } from '#contract/calendar'
import { CHANNELS, PROBLEM_AREAS, SEXES, SOURCES, VISITORS, areaOf, type ProblemArea } from '#contract/code-tables'
import type { SchoolClass } from '#contract/settings'
import type { CountedVisit, Material } from './facts.ts'
import { figure, sessions, times, type Line } from './lines.ts'
import { monthsOf } from './period.ts'

/** Key of the line for what nobody filled in. */
export const NONE = 'none'

export function overviewLines({ visits, cases, period }: Material, maxMinutes: number): Line[] {
  const timed = visits.filter(({ isTimed }) => isTimed)
  const perPerson = [...countBy(visits, ({ visit }) => visit.studentId).values()].sort((a, b) => a - b)
  const signed = visits.filter(({ visit }) => visit.noteState === 'signed')
  return [
    sessions('visits', visits),
    ...VISITORS.map((visitor) =>
      sessions(
        `visitor:${visitor}`,
        visits.filter(({ visit }) => visit.visitor === visitor),
      ),
    ),
    figure('mean-minutes', 'minutes', timed, mean(timed.map(({ minutes }) => minutes))),
    figure('mean-visits', 'visits', visits, mean(perPerson)),
    figure('median-visits', 'visits', visits, median(perPerson)),
    times(
      'cases-new',
      cases.filter(({ case: one }) => one.openedOn >= period.from),
    ),
    times(
      'cases-closed',
      cases.filter(({ case: one }) => one.closedOn !== null && one.closedOn <= period.to),
    ),
    times(
      'cases-open',
      cases.filter(({ case: one }) => one.closedOn === null || one.closedOn > period.to),
    ),
    times('notes-signed', signed),
    times(
      'notes-in-time',
      signed.filter(
        ({ visit }) => visit.signedAt !== null && localOf(visit.signedAt).slice(0, 10) <= addDays(visit.onDay, 1),
      ),
    ),
    times(
      'notes-unsigned',
      visits.filter(({ visit }) => visit.noteState !== 'signed'),
    ),
    times(
      'no-end-time',
      visits.filter(({ isTimed }) => !isTimed),
    ),
    times(
      'over-length',
      visits.filter(({ isTimed, minutes }) => isTimed && minutes > maxMinutes),
    ),
  ]
}

export const monthLines = ({ visits, period }: Material): Line[] =>
  linesBy(visits, monthsOf(period), ({ visit }) => visit.onDay.slice(0, 7))

/** The school's grades in their order, then any other that visitors have, then those without one. */
export function gradeLines({ visits }: Material, classes: readonly SchoolClass[]): Line[] {
  const seen = visits.map(({ visit }) => [visit.grade, visit.gradeNo] as const)
  const numbers = new Map([...seen, ...classes.map(({ grade, gradeNo }) => [grade, gradeNo] as const)])
  const grades = [...numbers]
    .flatMap(([grade, gradeNo]) => (grade ? [{ grade, order: gradeNo ?? 99 }] : []))
    .sort((a, b) => a.order - b.order || a.grade.localeCompare(b.grade))
    .map(({ grade }) => grade)
  return linesBy(visits, grades, ({ visit }) => visit.grade || NONE).map((line) => ({
    ...line,
    label: line.key === NONE ? null : line.key,
  }))
}

export const sexLines = ({ visits }: Material): Line[] => linesBy(visits, SEXES, ({ visit }) => visit.sex ?? NONE)
export const channelLines = ({ visits }: Material): Line[] => linesBy(visits, CHANNELS, ({ visit }) => visit.channel)
export const sourceLines = ({ visits }: Material): Line[] => linesBy(visits, SOURCES, ({ visit }) => visit.source)

/** Each area, then the problems of it that occurred; an area that is one problem stands for it. */
export function problemLines({ visits }: Material): Line[] {
  const areas = linesBy(visits, Object.keys(PROBLEM_AREAS), ({ visit }) =>
    visit.problem ? areaOf(visit.problem) : NONE,
  )
  return areas.flatMap((line) => {
    if (line.key === NONE) return [line]
    const problems: readonly string[] = PROBLEM_AREAS[line.key as ProblemArea]
    const within = visits.filter(({ visit }) => visit.problem !== null && problems.includes(visit.problem))
    const parts = problems.length > 1 ? linesBy(within, problems, ({ visit }) => visit.problem ?? NONE) : []
    return [{ ...line, key: `area:${line.key}` }, ...parts.filter(({ behind }) => behind.length > 0)]
  })
}

/** One line per key, also where it stays empty; a last one for the rest when there is a rest. */
function linesBy(
  visits: readonly CountedVisit[],
  keys: readonly string[],
  keyOf: (counted: CountedVisit) => string,
): Line[] {
  const groups = Map.groupBy(visits, keyOf)
  const rest = [...groups.keys()].filter((key) => !keys.includes(key))
  return [...keys, ...rest].map((key) => sessions(key, groups.get(key) ?? []))
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : oneDecimal(values.reduce((sum, value) => sum + value, 0) / values.length)
export function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return oneDecimal((low + high) / 2)
}
