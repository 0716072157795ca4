import type { DayLog } from '#contract/days'
import type { PrintModel } from '#contract/prints'
import { STAFF } from '#tests/people'
import { empty, longText } from './models.ts'

const STATES: readonly DayLog['summary']['visits'][number]['written'][] = ['signed', 'draft', 'late', 'none']

/** The log of a day with so many visits; a long day also has long remarks. */
export const dailyLog = (visits: number): PrintModel => ({
  ...empty('daily-log'),
  student: null,
  case: null,
  dayLog: {
    day: '2026-11-20',
    userId: '00000000-0000-4000-8000-000000000009',
    userName: STAFF.counselor.name,
    closedAt: '2026-11-20T09:20:00.000Z',
    remarks: visits > 20 ? longText(6) : '下周一早会说一下期中考试周的安排。',
    summary: {
      visits: Array.from({ length: visits }, (_, n) => ({
        no: `2026秋-${String(n + 100)}`,
        caseNo: `2026秋-${String(n + 31).padStart(3, '0')}`,
        at: `2026-11-20T${String(8 + (n % 9)).padStart(2, '0')}:10`,
        minutes: n % 4 === 3 ? null : 45,
        state: n % 4 === 3 ? ('no-show' as const) : ('ended' as const),
        written: STATES[n % 4] ?? 'none',
      })),
      contacts: 3,
      lettersReceived: 2,
      lettersAnswered: 1,
      observations: 1,
      followupsDone: 2,
      followupsUndone: 1,
      tests: 1,
      referrals: 0,
      crises: 1,
      conferences: 1,
    },
  },
})
