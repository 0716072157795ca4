import { addDays, daysBetween, weekdayOf } from '#contract/calendar'
import { HANDOVER_LISTS } from '#contract/code-tables'
import { AppError } from '#contract/errors'
import type { BusyTime, hours, ShiftHandover } from '#contract/hours'
import { refuseFarDays } from '#core/appointments/facts'
import { joined } from '#core/appointments/open-hours'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { getSetting, saveSetting } from '#core/settings'
import {
  countHandoverLists,
  deleteBusyTime,
  deleteClosedDay,
  findBusyOwner,
  findBusyTimes,
  findClosedDays,
  findHandover,
  findHandovers,
  findShifts,
  insertHandover,
  putBusyTime,
  putClosedDay,
  replaceShifts,
  takeHandover,
} from '#db/repos/hours'
import { findOpenUser } from '#db/repos/settings'

const MOST_DAYS = 400

export const hoursHandlers: Handlers<typeof hours> = {
  get(ctx, { from, to }) {
    if (daysBetween(from, to) > MOST_DAYS) throw new AppError('invalid', { field: 'to', reason: 'too-many-days' })
    return {
      weekly: getSetting(ctx.db, 'openingHours'),
      closedDays: findClosedDays(ctx.db, { from, to }),
      shifts: findShifts(ctx.db, { from, to }),
      busy: findBusyTimes(ctx.db, { from, to }).map((one) => seenBusy(ctx, one)),
      rules: getSetting(ctx.db, 'bookingRules'),
    }
  },
  saveWeekly(ctx, { weekly }) {
    const backwards = weekly.findIndex(({ from, to }) => to <= from)
    if (backwards >= 0) throw new AppError('invalid', { field: `weekly.${backwards}.to`, reason: 'ends-before-start' })
    const days = [1, 2, 3, 4, 5, 6, 0]
    const inOrder = days.flatMap((weekday) =>
      joined(weekly.filter((one) => one.weekday === weekday)).map((one) => ({ weekday, ...one })),
    )
    saveSetting(ctx.db, 'openingHours', inOrder)
    return changed(ctx, 'weekly')
  },
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'bookingRules', { ...rules, rooms: [...new Set(rules.rooms)] })
    return changed(ctx, 'rules')
  },
  saveClosedDay(ctx, { day }) {
    if (day.toDay < day.fromDay) throw new AppError('invalid', { field: 'day.toDay', reason: 'ends-before-start' })
    putClosedDay(ctx.db, { ...day, asWeekday: day.kind === 'extra' ? day.asWeekday : null })
    return changed(ctx, 'closed-days')
  },
  removeClosedDay(ctx, { id }) {
    if (!deleteClosedDay(ctx.db, id)) throw new AppError('not-found', { field: 'id' })
    return changed(ctx, 'closed-days')
  },
  saveShifts(ctx, { monday, shifts }) {
    refuseFarDays({ from: monday, to: monday })
    if (weekdayOf(monday) !== 1) throw new AppError('invalid', { field: 'monday', reason: 'no-monday' })
    const week = { from: monday, to: addDays(monday, 6) }
    for (const [i, shift] of shifts.entries()) {
      if (shift.day < week.from || shift.day > week.to)
        throw new AppError('invalid', { field: `shifts.${i}.day`, reason: 'other-week' })
      if (shift.endsAt <= shift.startsAt)
        throw new AppError('invalid', { field: `shifts.${i}.endsAt`, reason: 'ends-before-start' })
      found(findOpenUser(ctx.db, shift.userId), `shifts.${i}.userId`)
    }
    replaceShifts(ctx.db, week, shifts)
    return changed(ctx, 'shifts')
  },
  saveBusy(ctx, { busy }) {
    if (busy.endsAt <= busy.startsAt)
      throw new AppError('invalid', { field: 'busy.endsAt', reason: 'ends-before-start' })
    refuseOthersBusy(ctx, busy.id)
    putBusyTime(ctx.db, { ...busy, userId: ctx.me.id })
    return changed(ctx, 'busy')
  },
  removeBusy(ctx, { id }) {
    if (findBusyOwner(ctx.db, id) === undefined) throw new AppError('not-found', { field: 'id' })
    refuseOthersBusy(ctx, id)
    deleteBusyTime(ctx.db, id)
    return changed(ctx, 'busy')
  },
  handoverItems: (ctx) => handoverItems(ctx),
  handovers: (ctx, range) => findHandovers(ctx.db, range),
  handOver(ctx, { id, toId, note }) {
    if (toId !== null) found(findOpenUser(ctx.db, toId), 'toId')
    const items = handoverItems(ctx).filter(({ count }) => count > 0)
    insertHandover(ctx.db, { id, day: ctx.today(), fromId: ctx.me.id, toId, items, note, at: ctx.now() })
    ctx.audit('hours.handed-over', { subjectId: id })
    return handoverOf(ctx, id)
  },
  takeOver(ctx, { id }) {
    const left = found(findHandover(ctx.db, id), 'id')
    if (left.takenAt !== null) throw new AppError('conflict', { reason: 'already-taken' })
    if (left.fromId === ctx.me.id || (left.toId !== null && left.toId !== ctx.me.id))
      throw new AppError('conflict', { reason: 'not-for-you' })
    takeHandover(ctx.db, id, ctx.me.id, ctx.now())
    ctx.audit('hours.taken-over', { subjectId: id })
    return handoverOf(ctx, id)
  },
}

function handoverItems(ctx: ReadContext | WriteContext): ShiftHandover['items'] {
  const counts = countHandoverLists(ctx.db, ctx.today())
  return HANDOVER_LISTS.map((list) => ({ list, count: counts[list] }))
}
function handoverOf(ctx: WriteContext, id: string): ShiftHandover {
  const { day } = found(findHandover(ctx.db, id), 'id')
  return found(
    findHandovers(ctx.db, { from: day, to: day }).find((one) => one.id === id),
    'id',
  )
}

/** What somebody else is busy with is hers. */
const seenBusy = ({ me }: ReadContext, one: BusyTime): BusyTime => (one.userId === me.id ? one : { ...one, title: '' })

function refuseOthersBusy({ db, me }: WriteContext, id: string): void {
  const owner = findBusyOwner(db, id)
  if (owner !== undefined && owner !== me.id) throw new AppError('forbidden', { reason: 'not-yours' })
}

function changed(ctx: WriteContext, what: string): { ok: true } {
  ctx.audit('hours.changed', { subjectId: what })
  return { ok: true }
}
