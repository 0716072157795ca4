import { schoolDay } from './school-day.ts'
import type { Both } from './story.ts'
import { type Deed, type Teller, text } from './telling.ts'

/** School days back, each closed at its end; the last one was forgotten and Today says so. */
const CLOSED: readonly (readonly [ago: number, remarks: Both])[] = [
  [2, ['', '']],
  [3, ['信箱钥匙放在值班抽屉里。', 'The key of the letterbox is in the drawer of the desk.']],
  [4, ['', '']],
  [5, ['下周一早会说一下期中以后的预约安排。', 'Monday’s morning meeting: bookings after the mid-term exams.']],
  [8, ['下午听了一节心理课。', 'Sat in on a psychology lesson in the afternoon.']],
  [9, ['', '']],
  [10, ['会谈室的钟慢了十分钟，已调好。', 'The clock in the room was ten minutes slow; put right.']],
  [11, ['', '']],
]

/** The logs that the counselor kept before going home. */
export function dayEndDeeds(teller: Teller): Deed[] {
  const days = new Map(CLOSED.map(([ago, remarks]) => [schoolDay(teller.today, ago), remarks]))
  days.delete(schoolDay(teller.today, 1))
  return [...days].map(([day, remarks]) => ({
    at: `${day}T19:40`,
    run: () => teller.client.days.close({ requestId: teller.newId(), day, remarks: text(teller, remarks) }),
  }))
}
