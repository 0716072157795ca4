import { addDays, daysBetween } from '#contract/calendar'
import type { AppointmentLine, Slot } from '#contract/appointments'
import { AppError } from '#contract/errors'
import type { ReadContext } from '#core/context'
import { isAtDesk, viewerIn } from '#core/ownership'
import { getSetting, nearestTerm } from '#core/settings'
import { type AppointmentRow, findAppointmentRows } from '#db/repos/appointments'
import { findClosedDays } from '#db/repos/hours'
import { endAfter, readFactsFor, refuseFarDays } from './facts.ts'
import { slotsFrom } from './free-slots.ts'
import { isOpenDay, roomDay } from './open-hours.ts'

/** A term and its holidays. */
const MOST_DAYS = 200

/** Who comes when, in all states. Why somebody comes is for whoever may read the case. */
export function listAppointments(ctx: ReadContext, { from, to }: { from: string; to: string }): AppointmentLine[] {
  refuseFarDays({ from, to })
  if (daysBetween(from, to) >= MOST_DAYS) throw new AppError('invalid', { field: 'to', reason: 'too-many-days' })
  const term = nearestTerm(getSetting(ctx.db, 'terms'), ctx.today())
  const counted = term ? { from: term.startsOn, to: term.endsOn } : null
  const session = getSetting(ctx.db, 'preferences').sessionMinutes
  const isDesk = isAtDesk(ctx.me)
  return findAppointmentRows(ctx.db, { from, to }, { viewer: viewerIn(ctx), term: counted })
    .map((row) => seenLine(placed(row, session), isDesk))
    .toSorted((a, b) => a.from.localeCompare(b.from))
}

/** Where it stands on its day: as planned, but for somebody who came on another day or unplanned. */
function placed({ onDay, ...row }: AppointmentRow, session: number): AppointmentLine {
  const isOnDay = (at: string | null): at is string => at !== null && at.slice(0, 10) === onDay
  const from = isOnDay(row.bookedFor) ? row.bookedFor : (row.arrivedAt ?? `${onDay}T00:00`)
  return { ...row, from, until: endAfter(from, [row.until, row.endedAt], session) }
}
function seenLine(line: AppointmentLine, isDesk: boolean): AppointmentLine {
  if (line.isOpen && !isDesk) return line
  return { ...line, isOpen: false, primaryProblem: null, overReason: '', riskRank: isDesk ? null : line.riskRank }
}

/** From tomorrow to the next day on which somebody could come. */
export function toConfirm(ctx: ReadContext): AppointmentLine[] {
  const { confirmDayBefore } = getSetting(ctx.db, 'bookingRules')
  if (confirmDayBefore === 'nobody') return []
  const from = addDays(ctx.today(), 1)
  return listAppointments(ctx, { from, to: nextOpenDay(ctx, from) }).filter(
    (line) =>
      line.state === 'booked' && line.confirmedAt === null && (confirmDayBefore === 'everybody' || line.isFirst),
  )
}

const LOOKS_AHEAD = 14
function nextOpenDay(ctx: ReadContext, from: string): string {
  const weekly = getSetting(ctx.db, 'openingHours')
  const closedDays = findClosedDays(ctx.db, { from, to: addDays(from, LOOKS_AHEAD) })
  for (let day = from; daysBetween(from, day) < LOOKS_AHEAD; day = addDays(day, 1))
    if (isOpenDay(roomDay(day, weekly, closedDays))) return day
  return from
}

/** One's own bookings of a day, each with a free time within two weeks after it; no two with the same. */
export function dayToMove(ctx: ReadContext, day: string): { line: AppointmentLine; proposed: Slot | null }[] {
  const receiverId = ctx.me.id
  const lines = listAppointments(ctx, { from: day, to: day }).filter(
    (line) => line.state === 'booked' && line.receiverId === receiverId,
  )
  const fromDay = addDays(day < ctx.today() ? ctx.today() : day, 1)
  const studentIds = lines.map(({ studentId }) => studentId)
  const factsOf = readFactsFor(ctx, { from: fromDay, to: addDays(fromDay, LOOKS_AHEAD) }, { studentIds, receiverId })
  return lines.map((line) => {
    const { studentId, place, visitId, studentName } = line
    const facts = factsOf(studentId)
    const minutes = Math.max(10, (Date.parse(`${line.until}Z`) - Date.parse(`${line.from}Z`)) / 60_000)
    const [proposed = null] = slotsFrom(
      facts,
      { studentId, receiverId, place, minutes: Math.min(minutes, facts.rules.maxMinutes) },
      { fromDay, days: LOOKS_AHEAD, limit: 1, now: ctx.localNow() },
    )
    // What is proposed to one is taken for whoever comes after.
    if (proposed) facts.taken.push({ ...proposed, visitId, studentId, studentName, place, receiverId })
    return { line, proposed }
  })
}
