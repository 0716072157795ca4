import { localOf } from '#contract/calendar'
import type { Coverage } from '#contract/screenings'
import type { Material } from './facts.ts'
import { counted, times, type Line } from './lines.ts'

/** Tests of single students, by instrument, and what had become of them when the period ended (S30). */
export function testLines({ tests, period }: Material): Line[] {
  const shorts = [...new Map(tests.map(({ test }) => [test.instrumentId, test.short]))]
  const isBy = (day: string | null): boolean => day !== null && day <= period.to
  const isByInstant = (instant: string | null): boolean => isBy(instant && localOf(instant).slice(0, 10))
  return [
    times('given', tests),
    ...shorts
      .sort(([, one], [, other]) => one.localeCompare(other))
      .map(([id, short]) =>
        times(
          `instrument:${id}`,
          tests.filter(({ test }) => test.instrumentId === id),
          short,
        ),
      ),
    times(
      'interpreted',
      tests.filter(({ test }) => isByInstant(test.interpretedAt)),
    ),
    times(
      'fed-back',
      tests.filter(({ test }) => isBy(test.fedBackOn)),
    ),
    times(
      'tasks-raised',
      tests.filter(({ test }) => test.hasTask === 1),
    ),
    times(
      'tasks-closed',
      tests.filter(({ test }) => isByInstant(test.seenToAt)),
    ),
  ]
}

/** Each round with a day in the period, as its own page counts it (S31). */
export const screeningLines = ({ rounds }: Material): Line[] =>
  rounds.flatMap(({ id, name, counts }) => [
    counted(`due:${id}`, counts.due, name),
    { ...counted(`done:${id}`, counts.done), ...coverageOf(counts) },
    counted(`flagged:${id}`, counts.flagged),
    counted(`seen:${id}`, counts.seen),
    counted(`false-alarm:${id}`, counts.falseAlarm),
  ])

function coverageOf({ due, excused, done }: Coverage): { share?: number } {
  return due > excused ? { share: Math.round((done / (due - excused)) * 1000) / 10 } : {}
}
