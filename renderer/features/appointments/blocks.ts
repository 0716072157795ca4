import type { AppointmentLine } from '#contract/appointments'
import { spanOfLine } from '#lib/calendar-week'
import type { Span } from '#lib/day-grid'
import { lanesOf } from '#lib/day-lanes'
import type { Lane } from '#lib/day-lanes'

/** An appointment as it stands on the sheet: in which column, when, and beside whom. */
export type Block = { line: AppointmentLine; date: string; day: number; span: Span; lane: Lane }
/** Where a block is held before the change is written. */
export type Place = Pick<AppointmentLine, 'from' | 'until'>

/** What takes time: a cancelled booking leaves its place. A line that is being moved stands where it is held. */
export const blocksOf = (
  lines: readonly AppointmentLine[],
  days: readonly string[],
  held: { line: AppointmentLine; place: Place } | null,
): Block[] => {
  const placed = lines
    .filter(({ state }) => state !== 'cancelled')
    .map((line) => ({ line, place: held?.line.visitId === line.visitId ? held.place : line }))
    .map(({ line, place }) => ({ line, day: days.indexOf(place.from.slice(0, 10)), span: spanOfLine(place) }))
    .filter(({ day }) => day !== -1)
  return days.flatMap((date, day) => {
    const ofDay = placed.filter((block) => block.day === day)
    const lanes = lanesOf(ofDay.map(({ span }) => span))
    return ofDay.map((block, i) => ({ ...block, date, lane: lanes[i] ?? { left: 0, width: 1 } }))
  })
}

/** Only a booking can be moved: what has begun or did not take place stands. */
export const isMovable = ({ state }: AppointmentLine): boolean => state === 'booked'
