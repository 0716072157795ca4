import { addDays, weekdayOf } from '#contract/calendar'
import type { OpenStretch } from '#contract/hours'

/** Monday first, as a school week goes. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const
const WORKDAYS = WEEKDAYS.slice(0, 5)

export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))
export const weekFrom = (monday: string): string[] => WEEKDAYS.map((_, index) => addDays(monday, index))

/** Hours that schools often keep; a first step to change from. */
export const PRESETS = {
  day: WORKDAYS.flatMap((weekday) => [
    { weekday, from: '08:00', to: '12:00' },
    { weekday, from: '13:00', to: '17:30' },
  ]),
  breaks: WORKDAYS.flatMap((weekday) => [
    { weekday, from: '12:00', to: '13:30' },
    { weekday, from: '16:30', to: '18:25' },
  ]),
  afternoon: WORKDAYS.map((weekday) => ({ weekday, from: '17:25', to: '18:25' })),
} as const satisfies Record<string, OpenStretch[]>
export type Preset = keyof typeof PRESETS

/** The next stretch of a day: after its last, an hour long. */
export function stretchAfter(stretches: readonly OpenStretch[], weekday: number): OpenStretch {
  const last = stretches
    .filter((one) => one.weekday === weekday)
    .map(({ to }) => to)
    .sort()
    .at(-1)
  const from = last === undefined ? '08:00' : hourAfter(last)
  return { weekday, from, to: hourAfter(from) }
}
const hourAfter = (clock: string): string => {
  const hour = Number(clock.slice(0, 2)) + 1
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${clock.slice(2)}`
}
