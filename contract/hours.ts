import { z } from 'zod'
import { CLOSED_DAY_KINDS, HANDOVER_LISTS } from '#contract/code-tables'
import { read, write } from '#contract/procedure'
import { CalendarDate, ClockTime, Done, Instant, Line } from '#contract/times'

/** 0 Sunday … 6 Saturday. */
export const Weekday = z.int().min(0).max(6)

/** One stretch of opening hours; a lunch break makes two of them (S01). */
export const OpenStretch = z.object({ weekday: Weekday, from: ClockTime, to: ClockTime })
export type OpenStretch = z.infer<typeof OpenStretch>

/**
 * Days on which the week does not hold. On an `extra` day (调休) the hours of `asWeekday` hold; in an `exam` week the room is
 * open, and bookings are asked about.
 */
export const ClosedDay = z.object({
  id: z.uuid(),
  kind: z.enum(CLOSED_DAY_KINDS),
  name: Line.min(1).max(40),
  fromDay: CalendarDate,
  toDay: CalendarDate,
  asWeekday: Weekday.nullable(),
})
export type ClosedDay = z.infer<typeof ClosedDay>

const ShiftFields = z.object({
  id: z.uuid(),
  day: CalendarDate,
  startsAt: ClockTime,
  endsAt: ClockTime,
  userId: z.uuid(),
  note: Line.max(60),
})
/** Who is on duty (值班表 F29). */
export const Shift = ShiftFields.extend({ userName: Line })
export type Shift = z.infer<typeof Shift>

const BusyFields = z
  .object({
    id: z.uuid(),
    title: Line.max(40),
    weekday: Weekday.nullable(),
    day: CalendarDate.nullable(),
    startsAt: ClockTime,
    endsAt: ClockTime,
    fromDay: CalendarDate,
    untilDay: CalendarDate.nullable(),
  })
  .refine(({ weekday, day }) => (weekday === null) !== (day === null), { path: ['day'] })
/** When somebody cannot receive: every week (`weekday`) or once (`day`). The title is the owner's alone, blank for anybody else. */
export const BusyTime = z.object({ ...BusyFields.shape, userId: z.uuid(), userName: Line })
export type BusyTime = z.infer<typeof BusyTime>

/** What the school has agreed on (S12, S13). Every limit can be passed with a reason. */
export const BookingRules = z.object({
  maxMinutes: z.int().min(10).max(180),
  latestEnd: ClockTime,
  /** So long after the beginning somebody counts as late. */
  lateMinutes: z.int().min(0).max(60),
  /** After so many missed appointments in one term the screen suggests to talk about it; 0: never. */
  noShowsBeforeTalk: z.int().min(0).max(10),
  /** Whose bookings are confirmed on the working day before. */
  confirmDayBefore: z.enum(['nobody', 'first', 'everybody']),
  /** For the room between two appointments. */
  bufferMinutes: z.int().min(0).max(60),
  /** Two who are kept apart come at least so far from each other. */
  apartMinutes: z.int().min(0).max(480),
  /** Where only one appointment can be at a time; empty: in every place. */
  rooms: z.array(Line.min(1).max(40)).max(20),
  /** Whether a repeated booking leaves out exam weeks. */
  skipsExamWeeks: z.boolean(),
})
export type BookingRules = z.infer<typeof BookingRules>

export const HoursInRange = z.object({
  /** Empty: the room has not said its hours, and no time counts as outside of them. */
  weekly: z.array(OpenStretch),
  closedDays: z.array(ClosedDay),
  shifts: z.array(Shift),
  busy: z.array(BusyTime),
  rules: BookingRules,
})
export type HoursInRange = z.infer<typeof HoursInRange>

/** How many of a list are open, without a name. */
export const HandoverItem = z.object({ list: z.enum(HANDOVER_LISTS), count: z.int().min(0) })
export const ShiftHandover = z.object({
  id: z.uuid(),
  day: CalendarDate,
  fromId: z.uuid(),
  fromName: Line,
  toId: z.uuid().nullable(),
  toName: Line.nullable(),
  items: z.array(HandoverItem),
  note: Line,
  at: Instant,
  takenAt: Instant.nullable(),
})
export type ShiftHandover = z.infer<typeof ShiftHandover>

const all = ['counselor', 'director', 'duty', 'administrator'] as const
const atWork = ['counselor', 'director', 'duty'] as const
const keepers = ['counselor', 'director', 'administrator'] as const
export const hours = {
  get: read({ roles: all }, z.object({ from: CalendarDate, to: CalendarDate }), HoursInRange),
  saveWeekly: write({ roles: keepers }, { weekly: z.array(OpenStretch).max(70) }, Done),
  saveRules: write({ roles: keepers }, { rules: BookingRules }, Done),
  /** Adds one, or changes the one with this id. */
  saveClosedDay: write({ roles: keepers }, { day: ClosedDay }, Done),
  removeClosedDay: write({ roles: keepers }, { id: z.uuid() }, Done),
  /** The whole roster of one week; `monday` is its first day. */
  saveShifts: write({ roles: keepers }, { monday: CalendarDate, shifts: z.array(ShiftFields).max(200) }, Done),
  /** One's own. Adds one, or changes the one with this id. */
  saveBusy: write({ roles: atWork }, { busy: BusyFields }, Done),
  removeBusy: write({ roles: atWork }, { id: z.uuid() }, Done),
  /** What would be handed over now. */
  handoverItems: read({ roles: atWork }, z.object({}), z.array(HandoverItem)),
  handovers: read({ roles: atWork }, z.object({ from: CalendarDate, to: CalendarDate }), z.array(ShiftHandover)),
  handOver: write({ roles: atWork }, { id: z.uuid(), toId: z.uuid().nullable(), note: Line.max(200) }, ShiftHandover),
  takeOver: write({ roles: atWork }, { id: z.uuid() }, ShiftHandover),
}
