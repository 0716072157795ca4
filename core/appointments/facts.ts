import { addDays, addMinutes, weekdayOf } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { BookingRules } from '#contract/hours'
import type { ReadContext, WriteContext } from '#core/context'
import { isAtDesk } from '#core/ownership'
import { getSetting, nearestTerm } from '#core/settings'
import { countNoShows, findApartPairs, findStudentsInCrisis, findTaken, type TakenRow } from '#db/repos/appointments'
import { findBusyTimes, findClosedDays, findShifts } from '#db/repos/hours'
import { type Asked, type Facts, findingsOf, type Taken } from './findings.ts'
import { busyOn, dutyOf, roomDay } from './open-hours.ts'
import type { Finding } from '#contract/appointments'

type Asking = ReadContext | WriteContext
type Days = { from: string; to: string }
type Whom = { studentId: string | null; receiverId: string }

/** What bears on some days in a row, read once. */
export const readFacts = (ctx: Asking, days: Days, { studentId, receiverId }: Whom) =>
  readFactsFor(ctx, days, { studentIds: studentId === null ? [] : [studentId], receiverId })(studentId)

/** The same for several students of one receiver: read once, then asked for each of them. */
export function readFactsFor(
  ctx: Asking,
  days: Days,
  { studentIds, receiverId }: { studentIds: readonly string[]; receiverId: string },
) {
  refuseFarDays(days)
  const weeks = { from: mondayOf(days.from), to: addDays(mondayOf(days.to), 6) }
  const rules: BookingRules = getSetting(ctx.db, 'bookingRules')
  const weekly = getSetting(ctx.db, 'openingHours')
  const closedDays = findClosedDays(ctx.db, days)
  const shifts = findShifts(ctx.db, weeks)
  const busy = findBusyTimes(ctx.db, days, receiverId)
  const session = getSetting(ctx.db, 'preferences').sessionMinutes
  const taken = findTaken(ctx.db, days).map((row) => takenOf(row, session))
  const pairs = findApartPairs(ctx.db, studentIds)
  const term = nearestTerm(getSetting(ctx.db, 'terms'), ctx.today())
  const noShows = term ? countNoShows(ctx.db, studentIds, { from: term.startsOn, to: term.endsOn }) : new Map()
  const inCrisis = findStudentsInCrisis(ctx.db, studentIds)
  return (studentId: string | null) => {
    const apart = new Set(pairs.flatMap(({ oneId, otherId }) => otherOf(studentId, oneId, otherId)))
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
          noShows: noShows.get(studentId ?? '') ?? 0,
          inCrisis: studentId !== null && inCrisis.has(studentId),
        }
      },
    }
  }
}
export type FactsReader = ReturnType<typeof readFacts>

const otherOf = (studentId: string | null, oneId: string, otherId: string): string[] =>
  oneId === studentId ? [otherId] : otherId === studentId ? [oneId] : []

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
