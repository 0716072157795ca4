import { weekdayOf } from '#contract/calendar'
import type { BusyTime, ClosedDay, OpenStretch, Shift } from '#contract/hours'

/** Times of day `HH:MM`; `to` does not belong to it. */
export type Stretch = { from: string; to: string }

/** What the calendar of the room says about a day. */
export type RoomDay = {
  /** Null: the room has not said its hours. Empty: closed in the week. */
  stretches: Stretch[] | null
  closed: ClosedDay | null
  exam: ClosedDay | null
}

export function roomDay(day: string, weekly: readonly OpenStretch[], closedDays: readonly ClosedDay[]): RoomDay {
  const covering = closedDays.filter(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
  const extra = covering.find(({ kind }) => kind === 'extra')
  const weekday = extra?.asWeekday ?? weekdayOf(day)
  const closed = extra ? undefined : covering.find(({ kind }) => kind === 'holiday' || kind === 'closed')
  return {
    stretches: weekly.length === 0 ? null : joined(weekly.filter((one) => one.weekday === weekday)),
    closed: closed ?? null,
    exam: covering.find(({ kind }) => kind === 'exam') ?? null,
  }
}

/** Whether somebody could come on this day without a question asked. */
export const isOpenDay = ({ stretches, closed }: RoomDay): boolean =>
  closed === null && (stretches === null || stretches.length > 0)

/** Null: there is no roster for the week, so that opening hours count as duty. */
export const dutyOf = (userId: string, day: string, weekShifts: readonly Shift[]): Stretch[] | null =>
  weekShifts.length === 0
    ? null
    : joined(
        weekShifts
          .filter((shift) => shift.userId === userId && shift.day === day)
          .map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })),
      )

export const busyOn = (day: string, busy: readonly BusyTime[]): BusyTime[] =>
  busy.filter(
    (one) =>
      one.fromDay <= day &&
      (one.untilDay === null || day <= one.untilDay) &&
      (one.day === null ? one.weekday === weekdayOf(day) : one.day === day),
  )

/** In order; those that touch or overlap are one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const { from, to } of stretches
    .filter((one) => one.from < one.to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = last.to > to ? last.to : to
    else all.push({ from, to })
  }
  return all
}
export const holds = (stretches: readonly Stretch[], from: string, to: string): boolean =>
  stretches.some((one) => one.from <= from && to <= one.to)
