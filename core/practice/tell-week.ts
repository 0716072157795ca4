import { addDays, addMinutes, weekdayOf } from '#contract/calendar'
import type { BookingRules, OpenStretch } from '#contract/hours'
import { schoolDay } from './school-day.ts'
import type { Both } from './story.ts'
import { type Deed, request, type Subject, type Teller, text } from './telling.ts'

const HOURS: readonly (readonly [from: string, to: string])[] = [
  ['08:00', '11:40'],
  ['12:00', '13:30'],
  ['14:00', '18:45'],
]
/** Who in hand is booked for the coming school days: how many days ahead, and at what time. A taken time is passed over. */
const AHEAD: readonly (readonly [who: string, days: number, at: string, minutes: number])[] = [
  ['guo-zhiyuan', 1, '12:20', 40],
  ['su-jie', 1, '14:30', 50],
  ['sima-ruolan', 1, '17:30', 50],
  ['ma-xiaoyun', 2, '08:50', 50],
  ['xu-anran', 2, '12:20', 40],
  ['zhaxi-ciren', 2, '16:40', 50],
  ['qian-hong', 3, '10:00', 50],
  ['shi-jingwen', 3, '13:00', 30],
  ['lu-xingchen', 3, '16:40', 50],
  ['bateer', 4, '12:20', 40],
  ['yuan-jingxing', 4, '15:30', 50],
  ['du-mingxuan', 5, '09:00', 50],
  ['piao-huizhen', 4, '14:30', 50],
  ['ye-zhiqiu', 5, '12:20', 40],
  ['feng-haoran', 5, '14:30', 50],
  ['tian-mengqi', 5, '17:30', 50],
]
const WEEKLY_WHO = 'zeng-wanqing'
const APART = ['long-yan', 'du-mingxuan'] as const
const WAITING: readonly (readonly [who: string, days: number, urgency: 'soon' | 'routine', wish: Both, note: Both])[] =
  [
    [
      'cai-yunfan',
      9,
      'soon',
      ['周三或周五午休', 'Wednesday or Friday lunch break'],
      ['成绩下滑，想谈谈', 'Marks are falling'],
    ],
    ['kong-lingwei', 4, 'routine', ['放学后都可以', 'Any day after school'], ['想聊聊选社团', 'About choosing a club']],
  ]

/** Before the term: opening hours, the year’s closed days and exam weeks, a lesson every week. */
export async function equipHours(teller: Teller, startsOn: string): Promise<void> {
  const { client, newId } = teller
  const say = (both: Both) => text(teller, both)
  const weekly: OpenStretch[] = [1, 2, 3, 4, 5].flatMap((weekday) => HOURS.map(([from, to]) => ({ weekday, from, to })))
  await client.hours.saveWeekly({ requestId: newId(), weekly })
  const week = (nth: number) => addDays(startsOn, 7 * nth)
  const closed = (kind: 'holiday' | 'exam' | 'closed', name: Both, fromDay: string, days: number) =>
    client.hours.saveClosedDay({
      requestId: newId(),
      day: { id: newId(), kind, name: say(name), fromDay, toDay: addDays(fromDay, days - 1), asWeekday: null },
    })
  await closed('exam', ['期中考试', 'Mid-term exams'], week(8), 5)
  await closed('closed', ['校运动会', 'Sports days'], addDays(week(13), 3), 2)
  await closed('holiday', ['节日放假', 'Public holiday'], week(15), 1)
  await closed('exam', ['期末考试', 'Final exams'], week(18), 5)
  await client.hours.saveRules({ requestId: newId(), rules: await rulesOf(teller) })
  const busy = { startsAt: '10:10', endsAt: '10:50', fromDay: startsOn, untilDay: null, day: null }
  const title = say(['心理课', 'Psychology lesson'])
  await client.hours.saveBusy({ requestId: newId(), busy: { ...busy, id: newId(), title, weekday: 2 } })
}

async function rulesOf({ client, today, place }: Teller): Promise<BookingRules> {
  const { rules } = await client.hours.get({ from: today, to: today })
  return { ...rules, rooms: [place] }
}

/** Told yesterday afternoon: the coming days fill, one series begins, two wait, and two are kept apart. */
export function weekDeeds(teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] {
  const { client, newId, today, receiverId } = teller
  const yesterday = schoolDay(today, 1)
  const say = (both: Both) => text(teller, both)
  const of = (who: string): Subject => {
    const subject = subjects.get(who)
    if (!subject) throw new RangeError(`the roster has no ${who}`)
    return subject
  }
  const book = async (who: string, day: string, at: string, minutes: number, times = 1) => {
    const { studentId } = of(who)
    const [from, until] = [`${day}T${at}`, addMinutes(`${day}T${at}`, minutes)]
    const asked = { visitId: null, studentId, receiverId, place: teller.place, from, until }
    const findings = await client.appointments.check(asked)
    if (findings.some(({ weight }) => weight !== 'tells')) return
    await client.appointments.book({
      ...request(teller, studentId),
      id: newId(),
      fields: { ...ORDINARY, place: teller.place, receiverId, bookedFor: from },
      until,
      overReason: '',
      repeat: times > 1 ? { everyWeeks: 1, times } : null,
      waitId: null,
    })
  }
  return [
    ...WAITING.map(([who, days, urgency, wish, note]): Deed => {
      const since = schoolDay(today, days)
      const fields = { since, urgency, wish: say(wish), note: say(note), receiverId: null }
      return {
        at: `${since}T16:10`,
        run: () => client.waits.add({ ...request(teller, of(who).studentId), id: newId(), fields }),
      }
    }),
    {
      at: `${yesterday}T15:05`,
      run: () =>
        client.appointments.markApart({
          ...request(teller, of(APART[0]).studentId),
          id: newId(),
          otherId: of(APART[1]).studentId,
          reason: say([
            '走廊冲突的双方，处理期间错开',
            'Two sides of a quarrel in the corridor; apart until it is settled',
          ]),
        }),
    },
    {
      at: `${yesterday}T15:40`,
      async run() {
        const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7))
        await book(WEEKLY_WHO, addDays(monday, 3), '17:30', 45, 8)
        const inHand = await client.cases.list({ state: 'open', offset: 0, limit: 200 })
        for (const [who, days, at, minutes] of AHEAD) {
          const { studentId } = of(who)
          const isInHand = inHand.rows.some((one) => one.studentId === studentId)
          const next = await client.visits.nextBooked({ studentId })
          if (isInHand && next === null) await book(who, schoolDay(today, -days), at, minutes)
        }
      },
    },
  ]
}

const ORDINARY = {
  channel: 'in-person',
  source: 'self',
  visitor: 'student',
  primaryProblem: null,
  otherProblems: [] as never[],
  request: '',
  arrivedAt: null,
  endedAt: null,
  doorOpen: null,
} as const
