import { randomUUID } from 'node:crypto'
import { AppError } from '#contract/errors'
import type { BookingRules, ClosedDay, OpenStretch } from '#contract/hours'
import type { VisitFields } from '#contract/visits'
import { addMinutes } from '#contract/calendar'
import { DEFAULT_BOOKING_RULES } from '#core/defaults'
import { type Colleague, testContext, type TestContext } from '#tests/context'
import { walkIn } from '#tests/records'

/** Monday to Friday, with a lunch break. */
export const WORKDAYS: OpenStretch[] = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, from: '08:00', to: '12:00' },
  { weekday, from: '13:00', to: '17:30' },
])

type Wishes = {
  minutes?: number
  overReason?: string
  repeat?: { everyWeeks: number; times: number }
  waitId?: string
  by?: Pick<Colleague, 'client' | 'me'>
  fields?: Partial<VisitFields>
}

/** The room's day, said in few words. */
export function booking(t: TestContext) {
  let students = 0
  return {
    async student(name: string): Promise<string> {
      const id = randomUUID()
      const studentNo = `20260${String(++students).padStart(4, '0')}`
      await t.client.students.add({ id, fields: { kind: 'roster', name, sex: 'female', studentNo }, guardians: [] })
      return id
    },
    book(
      studentId: string,
      at: string,
      { minutes = 50, overReason = '', repeat, waitId, by = t, fields }: Wishes = {},
    ) {
      return by.client.appointments.book({
        id: randomUUID(),
        studentId,
        fields: walkIn(by.me.id, { arrivedAt: null, bookedFor: at, ...fields }),
        until: addMinutes(at, minutes),
        overReason,
        repeat: repeat ?? null,
        waitId: waitId ?? null,
      })
    },
    kindsAt: async (studentId: string | null, at: string, change: { minutes?: number; receiverId?: string } = {}) =>
      (
        await t.client.appointments.check({
          visitId: null,
          studentId,
          receiverId: change.receiverId ?? t.me.id,
          place: '个别辅导室',
          from: at,
          until: addMinutes(at, change.minutes ?? 50),
        })
      ).map(({ kind, weight }) => `${kind} ${weight}`),
    closed: (kind: ClosedDay['kind'], fromDay: string, toDay = fromDay, asWeekday: number | null = null) =>
      t.client.hours.saveClosedDay({ day: { id: randomUUID(), kind, name: '校历', fromDay, toDay, asWeekday } }),
    rules: (change: Partial<BookingRules>) =>
      t.client.hours.saveRules({ rules: { ...DEFAULT_BOOKING_RULES, ...change } }),
  }
}

/** A room with hours and two students. */
export async function openRoom() {
  const t = testContext()
  await t.client.hours.saveWeekly({ weekly: WORKDAYS })
  const b = booking(t)
  return { t, b, one: await b.student('李若溪'), other: await b.student('陈思远') }
}

/** A booking that says nothing about why. */
export const bookable = (receiverId: string): Omit<VisitFields, 'bookedFor'> => ({
  ...walkIn(receiverId),
  primaryProblem: null,
  arrivedAt: null,
})

/** Why it was refused: its code and its reason. */
export async function whyNot(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    return error instanceof AppError ? [error.code, error.data.reason].filter(Boolean).join(' ') : 'no AppError'
  }
}
