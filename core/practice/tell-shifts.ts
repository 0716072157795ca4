import { addDays, addMinutes, weekdayOf } from '#contract/calendar'
import { schoolDay } from './school-day.ts'
import type { Both } from './story.ts'
import { type Deed, type Teller, text } from './telling.ts'

/** On duty on every school day for as long as the room is open: from, to, and what is written beside it. */
const SHIFTS: readonly (readonly [from: string, to: string, note: Both])[] = [
  ['08:00', '11:40', ['', '']],
  ['12:00', '13:30', ['午间接待', 'Open at lunch']],
  ['14:00', '18:45', ['', '']],
]
const SCHOOL_DAYS = [0, 1, 2, 3, 4]
const WEEKS_AHEAD = 3
/** School days back, and what whoever stood in found at the desk. */
const LEFT: readonly (readonly [ago: number, note: Both])[] = [
  [
    1,
    [
      '信箱已开。会谈室钥匙在值班抽屉第二格。',
      'The letterbox was opened. The key of the room is in the second drawer.',
    ],
  ],
  [
    4,
    [
      '下午去区里教研，有人来先登记，急事打我电话。',
      'At the district meeting this afternoon: register who comes, call me if urgent.',
    ],
  ],
  [9, ['周三下午的心理课改到第七节。', 'Wednesday’s lesson is moved to the seventh period.']],
]

/** The roster of every week of the term, made on the Thursday before, up to three weeks ahead; and what shifts left to the next. */
export function shiftDeeds(teller: Teller, startsOn: string): Deed[] {
  const { client, newId, today } = teller
  const mondays: string[] = []
  for (let monday = startsOn; monday <= addDays(today, 7 * WEEKS_AHEAD); monday = addDays(monday, 7))
    mondays.push(monday)
  const lastThursday = addDays(today, -((weekdayOf(today) + 3) % 7 || 7))
  return [
    ...mondays.map((monday): Deed => {
      const thursday = addDays(monday, -4)
      const madeOn = thursday < lastThursday ? thursday : lastThursday
      return { at: addMinutes(`${madeOn}T16:30`, Number(monday.slice(8))), run: () => saveWeek(teller, monday) }
    }),
    ...LEFT.map(([ago, note]): Deed => ({
      at: `${schoolDay(today, ago)}T17:20`,
      run: () => client.hours.handOver({ requestId: newId(), id: newId(), toId: null, note: text(teller, note) }),
    })),
  ]
}

/** Nobody is on duty on a day on which the room is closed. */
async function saveWeek(teller: Teller, monday: string): Promise<void> {
  const { client, newId, receiverId } = teller
  const { closedDays } = await client.hours.get({ from: monday, to: addDays(monday, 6) })
  const isClosed = (day: string): boolean =>
    closedDays.some(({ kind, fromDay, toDay }) => kind !== 'exam' && fromDay <= day && day <= toDay)
  const shifts = SCHOOL_DAYS.flatMap((column) => {
    const day = addDays(monday, column)
    return isClosed(day)
      ? []
      : SHIFTS.map(([startsAt, endsAt, note]) => ({
          id: newId(),
          day,
          startsAt,
          endsAt,
          userId: receiverId,
          note: text(teller, note),
        }))
  })
  await client.hours.saveShifts({ requestId: newId(), monday, shifts })
}
