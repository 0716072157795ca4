import { expect, test } from 'vitest'
import type { AppointmentLine } from '#contract/appointments'
import type { HoursInRange } from '#contract/hours'
import { busyOf, daysShown, mondayOf, namedDayOf, openSpansOf, spanOfLine, weekFrom } from '#lib/calendar-week'
import { minuteOf } from '#lib/day-grid'

const id = '00000000-0000-4000-8000-000000000000'
const noon = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '12:10', to: '13:00' }))
const hours: HoursInRange = {
  weekly: noon,
  closedDays: [
    { id, kind: 'holiday', name: '元旦', fromDay: '2027-01-01', toDay: '2027-01-03', asWeekday: null },
    { id, kind: 'extra', name: '调休上课', fromDay: '2026-12-26', toDay: '2026-12-26', asWeekday: 5 },
    { id, kind: 'exam', name: '期末考试', fromDay: '2027-01-11', toDay: '2027-01-15', asWeekday: null },
  ],
  shifts: [],
  busy: [],
  rules: {
    maxMinutes: 50,
    rooms: [],
    latestEnd: '21:00',
    lateMinutes: 15,
    noShowsBeforeTalk: 3,
    confirmDayBefore: 'first',
    bufferMinutes: 0,
    apartMinutes: 60,
    skipsExamWeeks: true,
  },
}
const open = [{ from: minuteOf('12:10'), until: minuteOf('13:00') }]
const at = (from: string, until: string) => ({ from, until }) as AppointmentLine

test('a week begins on Monday', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(weekFrom('2026-11-23').at(-1)).toBe('2026-11-29')
})

test('a holiday is closed, a day worked instead has the hours of its weekday, an exam week is open and named', () => {
  expect(openSpansOf(hours, '2026-11-23')).toEqual(open)
  expect(openSpansOf(hours, '2027-01-01')).toEqual([])
  expect(openSpansOf(hours, '2026-12-26')).toEqual(open)
  expect(openSpansOf(hours, '2027-01-12')).toEqual(open)
  expect(namedDayOf(hours.closedDays, '2027-01-12')?.name).toBe('期末考试')
})

test('while the room has not said its hours, nothing is closed', () => {
  expect(openSpansOf({ ...hours, weekly: [] }, '2026-11-22')).toEqual([{ from: 0, until: 1440 }])
})

test('a weekend stands only when it is open, booked or today', () => {
  const shown = (lines: AppointmentLine[], today: string, monday = '2026-11-23') =>
    daysShown(monday, { hours, lines, today }).length
  expect(shown([], '2026-11-24')).toBe(5)
  expect(shown([], '2026-11-29')).toBe(6)
  expect(shown([at('2026-11-28T09:00', '2026-11-28T09:50')], '2026-11-24')).toBe(6)
  expect(shown([], '2026-11-24', '2026-12-21')).toBe(6)
})

test('what is kept every week holds from its first day to its last', () => {
  const lesson = {
    id,
    userId: id,
    userName: '',
    title: '',
    weekday: 1,
    day: null,
    startsAt: '10:00',
    endsAt: '10:45',
    fromDay: '2026-11-01',
    untilDay: '2026-11-23',
  }
  expect(busyOf([lesson], '2026-11-23')).toHaveLength(1)
  expect(busyOf([lesson], '2026-11-30')).toHaveLength(0)
  expect(busyOf([{ ...lesson, weekday: null, day: '2026-11-24' }], '2026-11-24')).toHaveLength(1)
})

test('what lasts past midnight ends with its day, and nothing is too thin to be touched', () => {
  expect(spanOfLine(at('2026-11-23T23:30', '2026-11-24T00:20')).until).toBe(1440)
  expect(spanOfLine(at('2026-11-23T12:00', '2026-11-23T12:00'))).toEqual({ from: 720, until: 725 })
})
