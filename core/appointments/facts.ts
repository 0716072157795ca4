import { addDays, addMinutes, weekdayOf } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { BookingRules } from '#contract/hours'
import type { ReadContext, WriteContext } from '#core/context'
import { isAtDesk } from '#core/ownership'
import { getSetting, nearestTerm } from '#core/settings'
import { countNoShows, findApart, findTaken, hasOpenCrisis, type TakenRow } from '#db/repos/appointments'
import { findBusyTimes, findClosedDays, findShifts } from '#db/repos/hours'
import { type Asked, type Facts, findingsOf, type Taken } from './findings.ts'
import { busyOn, dutyOf, roomDay } from './open-hours.ts'
import type { Finding } from '#contract/appointments'

type Asking = ReadContext | WriteContext
type Whom = { studentId: string | null; receiverId: string }

/** What bears on some days in a row, read once. */
export function readFacts(ctx: Asking, days: { from: string; to: string }, { studentId, receiverId }: Whom) {
  refuseFarDays(days)
  const weeks = { from: mondayOf(days.from), to: addDays(mondayOf(days.to), 6) }
  const rules: BookingRules = getSetting(ctx.db, 'bookingRules')
  const weekly = getSetting(ctx.db, 'openingHours')
  const closedDays = findClosedDays(ctx.db, days)
  const shifts = findShifts(ctx.db, weeks)
  const busy = findBusyTimes(ctx.db, days, receiverId)
  const session = getSetting(ctx.db, 'preferences').sessionMinutes
  const taken = findTaken(ctx.db, days).map((row) => takenOf(row, session))
  const apart = new Set(studentId === null ? [] : findApart(ctx.db, studentId).map(({ otherId }) => otherId))
  const term = nearestTerm(getSetting(ctx.db, 'terms'), ctx.today())
  const noShows =
    studentId === null || !term ? 0 : countNoShows(ctx.db, studentId, { from: term.startsOn, to: term.endsOn })
  const inCrisis = studentId !== null && hasOpenCrisis(ctx.db, studentId)
  return {
    taken,
    rules,
    on(day: string): Facts {
      const monday = mondayOf(day)
      const sunday = addDays(monday, 6)
      return {
        rules,
        room: roomDay(day, weekly, closedDays),
        duty: dutyOf(
          receiverId,
          day,
          shifts.filter((shift) => shift.day >= monday && shift.day <= sunday),
        ),
        busy: busyOn(day, busy),
        taken: taken.filter((other) => other.from.slice(0, 10) === day),
        apart,
        noShows,
        inCrisis,
      }
    },
  }
}
export type FactsReader = ReturnType<typeof readFacts>

/** What speaks against one time; what the desk and others must not know is left out. */
export function check(ctx: Asking, asked: Asked): Finding[] {
  const day = asked.from.slice(0, 10)
  const findings = findingsOf(asked, readFacts(ctx, { from: day, to: day }, asked).on(day))
  const seen = isAtDesk(ctx.me) ? withoutApart(findings) : findings
  return seen.map((one) => (one.kind === 'busy' && asked.receiverId !== ctx.me.id ? { ...one, name: null } : one))
}

/** The desk learns that a time does not go: not that two are kept apart, nor when or how often the other comes. */
function withoutApart(findings: readonly Finding[]): Finding[] {
  const apart = findings.find(({ kind }) => kind === 'apart')
  if (!apart) return [...findings]
  const weight = apart.weight === 'tells' ? 'tells' : 'refuses'
  const said: Finding = { kind: 'not-then', weight, name: null, from: null, until: null, limit: null }
  return findings.flatMap((one) => (one === apart ? [said] : one.kind === 'apart' ? [] : [one]))
}

/** Days that no calendar of a school reaches. */
export function refuseFarDays({ from, to }: { from: string; to: string }): void {
  if ([from, to].some((day) => day < '1900' || day >= '2200'))
    throw new AppError('invalid', { field: 'from', reason: 'far-day' })
}

/** Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))

function takenOf({ from, until, endedAt, ...row }: TakenRow, session: number): Taken {
  const begins = from ?? ''
  return { ...row, from: begins, until: endAfter(begins, [endedAt, until], session) }
}

/** The first of these ends that lies after `from` on its day, else an ordinary session later, before midnight. */
export function endAfter(from: string, ends: readonly (string | null)[], session: number): string {
  const day = from.slice(0, 10)
  const midnight = `${day}T23:59`
  const known = ends.find((end): end is string => end !== null && end > from && end <= midnight)
  if (known) return known
  const end = addMinutes(from, session)
  return end.startsWith(day) ? end : midnight
}
