import { randomUUID } from 'node:crypto'
import { addDays, localOf, weekdayOf } from '#contract/calendar'
import type { Language } from '#contract/vault'
import { CAST, person } from '#tests/people'
import { vaultOfTests } from './vault-of-tests.ts'

/** On each day of the week these begin, 50 minutes each; 11:20, 14:10 and 17:00 are left free. */
const STARTS = ['08:00', '08:50', '10:30', '13:20', '15:00', '16:00'] as const
const WEEKS = 20

export type CalendarVault = Awaited<ReturnType<typeof calendarVault>>

/** A school whose term is booked out week by week, from next Monday on; a holiday in its third week and somebody who waits. */
export async function calendarVault(language: Language = 'zh') {
  const today = localOf(Date.now()).slice(0, 10)
  const monday = addDays(today, ((8 - weekdayOf(today)) % 7) + (weekdayOf(today) === 1 ? 7 : 0))
  const holiday = addDays(monday, 16)
  const waiting = person('zhaxi-ciren')
  let booked = 0
  const vault = await vaultOfTests(async ({ ask, student }) => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    const weekly = [1, 2, 3, 4, 5].flatMap((weekday) => [
      { weekday, from: '08:00', to: '12:10' },
      { weekday, from: '13:20', to: '18:00' },
    ])
    await ask('hours.saveWeekly', { weekly })
    const day = { kind: 'holiday', name: '校庆', fromDay: holiday, toDay: holiday, asWeekday: null }
    await ask('hours.saveClosedDay', { day: { id: randomUUID(), ...day } })
    const shifts = [0, 1, 2, 3, 4].map((column) => ({
      id: randomUUID(),
      day: addDays(monday, column),
      startsAt: '08:00',
      endsAt: '18:00',
      userId: me.id,
      note: '',
    }))
    await ask('hours.saveShifts', { monday, shifts })
    const lesson = { id: randomUUID(), title: '心理课', weekday: 2, day: null, startsAt: '14:15', endsAt: '14:55' }
    await ask('hours.saveBusy', { busy: { ...lesson, fromDay: monday, untilDay: null } })
    const fields = {
      channel: 'in-person',
      source: 'self',
      visitor: 'student',
      primaryProblem: null,
      otherProblems: [],
      place: '静心小屋',
      receiverId: me.id,
      request: '',
      arrivedAt: null,
      endedAt: null,
      doorOpen: null,
    }
    const others = CAST.filter(({ name }) => name !== waiting.name)
    for (const [i, start] of STARTS.entries())
      for (let column = 0; column < 5; column++) {
        const who = others[i * 5 + column]
        if (!who) throw new RangeError('the cast is too small')
        const bookedFor = `${addDays(monday, column)}T${start}`
        const until = `${bookedFor.slice(0, 11)}${later(start)}`
        const made = await ask<{ booked: unknown[] }>('appointments.book', {
          id: randomUUID(),
          studentId: await student(who),
          fields: { ...fields, bookedFor },
          until,
          overReason: '',
          repeat: { everyWeeks: 1, times: WEEKS },
          waitId: null,
        })
        booked += made.booked.length
      }
    await ask('waits.add', {
      id: randomUUID(),
      studentId: await student(waiting),
      fields: { since: addDays(today, -5), urgency: 'soon', wish: '周三中午', note: '', receiverId: null },
    })
  }, language)
  return {
    ...vault,
    monday,
    holiday,
    waiting,
    booked,
    of: (column: number, i: number) => cast(waiting.name, column, i),
  }
}

/** Who comes in a column of the first week at the i-th beginning. */
const cast = (waiting: string, column: number, i: number) => {
  const who = CAST.filter(({ name }) => name !== waiting)[i * 5 + column]
  if (!who) throw new RangeError('the cast is too small')
  return who
}

const later = (start: string): string => {
  const minutes = Number(start.slice(0, 2)) * 60 + Number(start.slice(3)) + 50
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
