import type { PrintModel } from '#contract/prints'
import { URGENCIES } from '#contract/code-tables'
import { AID_STATES, CONFERENCE_KINDS, CONTACT_KINDS, OBSERVATION_OUTCOMES } from '#contract/contact-tables'
import type { Report } from '#contract/reports'
import { SCHOOL } from '#tests/people'
import { empty } from './models.ts'

const line = (
  key: string,
  persons: number | null,
  visits: number | null,
  minutes: number | null = null,
  label: string | null = null,
) => ({
  key,
  label,
  persons,
  visits,
  minutes,
})

/** Every line that a register can have, so that the longest report is what is laid on paper. */
const ofRegister = (total: string, ...groups: [prefix: string, codes: readonly string[]][]) => [
  line(total, 28, 43),
  ...groups.flatMap(([prefix, codes]) => codes.map((code, n) => line(`${prefix}:${code}`, 9 - (n % 8), 14 - n))),
]
const registers: Report['sections'] = [
  { section: 'appointments', lines: ofRegister('booked', ['state', ['kept', 'no-show', 'cancelled', 'open']]) },
  {
    section: 'acceptances',
    lines: [
      ...ofRegister('asked', ['state', ['accepted', 'returned', 'declined', 'open']]),
      line('median-days', 9, 1.5),
    ],
  },
  {
    section: 'letters',
    lines: [
      ...ofRegister('received', ['state', ['answered', 'booked', 'crisis', 'filed', 'open']]),
      line('days-opened', null, 58),
      line('days-missed', null, 2),
    ],
  },
  {
    section: 'observations',
    lines: ofRegister('reported', ['urgency', URGENCIES], ['outcome', [...OBSERVATION_OUTCOMES, 'none']]),
  },
  {
    section: 'contacts',
    lines: [
      ...ofRegister('held', ['kind', CONTACT_KINDS]),
      ...ofRegister('waited', ['reply', ['in-time', 'late', 'open']]),
    ],
  },
  { section: 'conferences', lines: ofRegister('held', ['kind', CONFERENCE_KINDS]) },
  {
    section: 'followups',
    lines: [1, 3, 7, 15, 30, 60, 90].flatMap((step) => [
      line(`${step}:due`, 12, 12),
      ...['in-time', 'late', 'open', 'dropped'].map((state, n) => line(`${step}:${state}`, 7 - n * 2, 7 - n * 2)),
    ]),
  },
  {
    section: 'care',
    lines: [
      line('reviews', 31, 38),
      line('satisfaction', 22, 26),
      line('mean-satisfaction', 22, 4.3),
      line('archived', 17, 17),
      line('destroyed', 4, 4),
    ],
  },
  { section: 'aid', lines: ofRegister('sent', ['state', AID_STATES]) },
]
export const termlyReport = (): PrintModel => ({
  ...empty('termly-report'),
  student: null,
  case: null,
  report: {
    from: '2026-09-01',
    to: '2027-01-20',
    termName: '2026 秋',
    schoolName: SCHOOL.name,
    madeOn: '2026-11-21',
    sections: [
      { section: 'overview', lines: [line('visits', 86, 231, 9840), line('new-cases', 41, null)] },
      {
        section: 'month',
        lines: [line('2026-09', 31, 62, 2700), line('2026-10', 44, 88, 3720), line('2026-11', 40, 81, 3420)],
      },
      {
        section: 'grade',
        lines: [
          line('七年级', 30, 80, 3400, '七年级'),
          line('八年级', 34, 91, 3900, '八年级'),
          line('九年级', 22, 60, 2540, '九年级'),
        ],
      },
      { section: 'sex', lines: [line('female', 49, 140, 6000), line('male', 37, 91, 3840)] },
      {
        section: 'channel',
        lines: ['in-person', 'phone', 'letter', 'parent-interview'].map((key, n) =>
          line(key, 40 - n * 9, 150 - n * 40, 6000 - n * 1800),
        ),
      },
      {
        section: 'source',
        lines: ['self', 'class-teacher', 'parent', 'peer', 'screening', 'observation'].map((key, n) =>
          line(key, 30 - n * 4, 80 - n * 12, 3400 - n * 500),
        ),
      },
      {
        section: 'problem',
        lines: [
          'peers',
          'study-pressure',
          'exam-anxiety',
          'family-conflict',
          'low-mood',
          'anxiety',
          'sleep',
          'phone-internet',
          'school-refusal',
          'self-harm',
        ].map((key, n) => line(key, 22 - n * 2, 60 - n * 5, 2500 - n * 200)),
      },
      { section: 'risk', lines: [line('1', 12, null), line('2', 4, null), line('3', 1, null)] },
      { section: 'crisis', lines: [line('opened', 3, 3), line('closed', 3, 3)] },
      { section: 'referral', lines: [line('outside', 5, 5), line('returned', 4, 4)] },
      {
        section: 'closure',
        lines: ['goal-reached', 'agreed', 'dropped-out', 'referred-outside'].map((key, n) =>
          line(key, 14 - n * 3, null),
        ),
      },
      {
        section: 'tests',
        lines: [
          line('given', 38, 61),
          line('instrument:gad7', 12, 14, null, 'GAD-7'),
          line('instrument:phq9', 33, 47, null, 'PHQ-9'),
          line('interpreted', 36, 58),
          line('fed-back', 35, 55),
          line('tasks-raised', 4, 5),
          line('tasks-closed', 4, 5),
        ],
      },
      {
        section: 'screening',
        lines: [
          line('due:autumn', 1204, null, null, '2026 年秋季全校学生心理普查'),
          { ...line('done:autumn', 1168, null), share: 97.8 },
          line('flagged:autumn', 61, null),
          line('seen:autumn', 60, null),
          line('false-alarm:autumn', 17, null),
        ],
      },
      ...registers,
    ],
  },
})
