import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '#contract/calendar'
import { deal, type Stretch } from '#core/screenings/deal'

const DAYS = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'] as const
const clock = fc
  .integer({ min: 8 * 12, max: 18 * 12 })
  .map((fives) => `${String(Math.floor(fives / 12)).padStart(2, '0')}:${String((fives % 12) * 5).padStart(2, '0')}`)
const slots = fc.record({
  days: fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 }),
  hours: fc.array(fc.record({ from: clock, to: clock }), { minLength: 1, maxLength: 3 }),
  minutes: fc.integer({ min: 10, max: 90 }),
  pauseMinutes: fc.integer({ min: 0, max: 30 }),
  perDay: fc.integer({ min: 1, max: 12 }),
})
const busy = fc.array(
  fc
    .record({ day: fc.constantFrom(...DAYS), from: clock, minutes: fc.integer({ min: 10, max: 120 }) })
    .map(({ day, from, minutes }): Stretch => ({ from: `${day}T${from}`, to: addMinutes(`${day}T${from}`, minutes) })),
  { maxLength: 8 },
)
const students = fc.array(fc.stringMatching(/^[a-f]{1,2}$/), { maxLength: 60 })
const now = fc.constantFrom('2026-11-20T08:00', '2026-11-24T10:02')

const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to

test('nobody comes twice, nothing overlaps, all stay inside the hours and the most a day', () => {
  fc.assert(
    fc.property(students, slots, busy, now, (ids, given, taken, at) => {
      const { dealt, left } = deal(ids, given, { busy: taken, now: at })
      const unique = [...new Set(ids)]
      expect(dealt.map(({ studentId }) => studentId)).toEqual(unique.slice(0, dealt.length))
      expect(dealt.length + left).toBe(unique.length)
      const times = dealt.map((one) => ({ from: one.at, to: addMinutes(one.at, given.minutes) }))
      for (const [index, time] of times.entries()) {
        expect(taken.some((other) => overlap(time, other))).toBe(false)
        expect(time.from >= at).toBe(true)
        const next = times[index + 1]
        if (next)
          expect(
            next.from >= addMinutes(time.to, next.from.startsWith(time.from.slice(0, 10)) ? given.pauseMinutes : 0),
          ).toBe(true)
        expect(isInside(time, given.hours)).toBe(true)
      }
      for (const day of DAYS) {
        const onDay = times.filter(({ from }) => from.startsWith(day)).length
        expect(onDay).toBeLessThanOrEqual(given.days.includes(day) ? given.perDay : 0)
      }
    }),
    { numRuns: 500 },
  )
})

test('somebody is left only when a day is full or has no room', () => {
  const given = {
    days: ['2026-11-24', '2026-11-23'],
    hours: [{ from: '12:30', to: '13:45' }],
    minutes: 20,
    pauseMinutes: 5,
    perDay: 3,
  }
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const dealt = deal(ids, given, {
    busy: [{ from: '2026-11-23T12:00', to: '2026-11-23T12:40' }],
    now: '2026-11-20T08:00',
  })
  expect(dealt).toEqual({
    dealt: [
      { studentId: 'a', at: '2026-11-23T12:45' },
      { studentId: 'b', at: '2026-11-23T13:10' },
      { studentId: 'c', at: '2026-11-24T12:30' },
      { studentId: 'd', at: '2026-11-24T12:55' },
      { studentId: 'e', at: '2026-11-24T13:20' },
    ],
    left: 2,
  })
})

/** Whether every minute lies within one of the stretches; neighbouring hours are one. */
function isInside({ from, to }: Stretch, hours: readonly Stretch[]): boolean {
  for (let at = from; at < to; at = addMinutes(at, 1)) {
    const minute = at.slice(11)
    if (!hours.some((one) => one.from <= minute && minute < one.to)) return false
  }
  return true
}
