import { addDays, localOf } from '#contract/calendar'
import type { DayLog, days, DaySummary, LeftOver, LoggedVisit } from '#contract/days'
import { AppError } from '#contract/errors'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import {
  countDay,
  endUnfit,
  findDayLog,
  findDayLogs,
  findLastUnclosed,
  findUnfitSince,
  findVisitsOfDay,
  type OneDay,
  putDayLog,
  putUnfit,
} from '#db/repos/days'

/** Days further back are not asked for again. */
const ASKED_FOR_DAYS = 14

export const daysHandlers: Handlers<typeof days> = {
  state(ctx) {
    const today = ctx.today()
    return {
      unfitSince: findUnfitSince(ctx.db, ctx.me.id, today),
      closedAt: findDayLog(ctx.db, today, ctx.me.id)?.closedAt ?? null,
      lastUnclosed: findLastUnclosed(ctx.db, ctx.me.id, addDays(today, -ASKED_FOR_DAYS), today),
    }
  },
  declareUnfit(ctx) {
    const day = ctx.today()
    putUnfit(ctx.db, { userId: ctx.me.id, day, at: ctx.now() })
    ctx.audit('day.unfit-declared')
    return { unfitSince: findUnfitSince(ctx.db, ctx.me.id, day) }
  },
  withdrawUnfit(ctx) {
    endUnfit(ctx.db, { userId: ctx.me.id, day: ctx.today(), at: ctx.now() })
    ctx.audit('day.unfit-withdrawn')
    return { unfitSince: null }
  },
  compile(ctx, { day }) {
    const { summary, leftOver } = compiled(ctx, day)
    return { summary, leftOver, kept: findDayLog(ctx.db, day, ctx.me.id) ?? null }
  },
  close(ctx, { day, remarks }) {
    if (day > ctx.today()) throw new AppError('invalid', { field: 'day', reason: 'ahead' })
    const userId = ctx.me.id
    putDayLog(ctx.db, { day, userId, closedAt: ctx.now(), remarks, summary: compiled(ctx, day).summary })
    ctx.audit('day.closed')
    return found(findDayLog(ctx.db, day, userId), 'day')
  },
  logs: (ctx, { from, to }) => findDayLogs(ctx.db, from, to, isDirector(ctx) ? null : ctx.me.id),
}

/** Somebody else's log is the director's to read. */
export function dayLogOf(ctx: ReadContext | WriteContext, { day, userId }: { day: string; userId: string }): DayLog {
  if (userId !== ctx.me.id && !isDirector(ctx)) throw new AppError('forbidden', { reason: 'not-yours' })
  return found(findDayLog(ctx.db, day, userId), 'day')
}
const isDirector = ({ me }: Pick<ReadContext, 'me'>): boolean => me.roles.includes('director')

function compiled(ctx: ReadContext | WriteContext, day: string): { summary: DaySummary; leftOver: LeftOver[] } {
  const one: OneDay = { userId: ctx.me.id, day, from: instantOf(day), to: instantOf(addDays(day, 1)) }
  const rows = findVisitsOfDay(ctx.db, one)
  const { letterboxUnopened, callsDue, openCrises, ...counts } = countDay(ctx.db, one, ctx.localNow())
  const came = rows.filter(({ state }) => state === 'arrived' || state === 'ended')
  const left: Record<LeftOver['what'], number> = {
    unended: rows.filter(({ state }) => state === 'arrived').length,
    unwritten: came.filter(({ noteState }) => noteState === null).length,
    unsigned: came.filter(({ noteState }) => noteState === 'draft').length,
    letterbox: letterboxUnopened,
    calls: callsDue,
    followups: counts.followupsUndone,
    crises: openCrises,
    bookings: rows.filter(({ state, at }) => state === 'booked' && (at ?? '') < ctx.localNow()).length,
  }
  return {
    summary: { visits: rows.map((row) => logged(row, day)), ...counts },
    leftOver: Object.entries(left).flatMap(([what, count]) =>
      count > 0 ? [{ what: what as LeftOver['what'], count }] : [],
    ),
  }
}

function logged(
  { noteState, firstAt, ...visit }: ReturnType<typeof findVisitsOfDay>[number],
  day: string,
): LoggedVisit {
  if (noteState === null) return { ...visit, written: 'none' }
  const isLate = firstAt !== null && localOf(firstAt).slice(0, 10) > day
  return { ...visit, written: isLate ? 'late' : noteState }
}

/** The instant at which a day begins at the school. */
const instantOf = (day: string): string => new Date(`${day}T00:00`).toISOString()
