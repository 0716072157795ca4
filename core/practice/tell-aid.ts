import type { AidFields } from '#contract/aid'
import { addDays } from '#contract/calendar'
import { schoolDay } from './school-day.ts'
import type { Both, When } from './story.ts'
import { type Deed, request, type Subject, type Teller, text, wallTime } from './telling.ts'

type Asked = When &
  Pick<AidFields, 'kind' | 'agreedBy'> & {
    reason: Both
    told: Both
    /** Granted on that day; without it the office has not answered yet. */
    granted?: When & { words: Both }
  }

const OFFICE: Both = ['学生资助办', 'Student aid office']
const ANSWER_DAYS = 14

const HARD: When & { who: string; sinceAgo: number; note: Both } = {
  who: 'liu-yutong',
  ago: 9,
  at: '13:20',
  sinceAgo: 57,
  note: [
    '母亲请了两个月假陪她住院，家里现在靠父亲一个人；复诊还要继续。',
    'Her mother took two months of leave to stay with her in hospital; only her father earns now, and more check-ups are ahead.',
  ],
}

const ASKED: Readonly<Record<string, Asked>> = {
  'liu-yutong': {
    ago: 6,
    at: '10:10',
    kind: 'temporary',
    agreedBy: ['student', 'guardian'],
    reason: [
      '住院和复诊的开支大，母亲不好意思开口。她和母亲都同意由辅导室去问。',
      'Hospital and check-ups cost much and her mother is shy to ask. Both agreed that the room does it.',
    ],
    told: [
      '该学生家里近期有困难。请告知临时困难补助怎样申请；材料请直接和母亲联系。',
      'Times are hard at home at present. Please say how to apply for temporary aid; her mother brings the papers.',
    ],
    granted: {
      ago: 2,
      at: '10:30',
      words: [
        '可以按临时困难补助办理，已和母亲约好交材料。',
        'Temporary aid can be given; her mother brings the papers.',
      ],
    },
  },
  ayiguli: {
    ago: 5,
    at: '12:35',
    kind: 'subsidy',
    agreedBy: ['student'],
    reason: [
      '寒假想回家，又怕路费给家里添负担，一学期没有提过。',
      'She wishes to go home in winter but fears the fare burdens her family; she has not said so all term.',
    ],
    told: [
      '该学生住校，家在外省，寒假返乡的路费有困难。请告知有没有可以申请的资助。',
      'A boarder from another province; the journey home in winter is hard to pay for. Is there aid she can apply for?',
    ],
  },
}

/** One family in hard times that was helped, and one request that the office has not answered yet. */
export const aidDeeds = (teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] => [
  ...markDeeds(teller, subjects.get(HARD.who)),
  ...Object.entries(ASKED).flatMap(([who, asked]) => askedDeeds(teller, subjects.get(who), asked)),
]

function markDeeds(teller: Teller, who: Subject | undefined): Deed[] {
  if (!who) return []
  const fields = { since: schoolDay(teller.today, HARD.sinceAgo), note: text(teller, HARD.note) }
  return [
    {
      at: wallTime(teller, HARD),
      run: () => teller.client.aid.mark({ ...request(teller, who.studentId), fields }),
    },
  ]
}

function askedDeeds(teller: Teller, who: Subject | undefined, asked: Asked): Deed[] {
  if (!who) return []
  const { client, today } = teller
  const { studentId } = who
  const aidId = teller.newId()
  const onDay = schoolDay(today, asked.ago)
  const { granted } = asked
  const deeds: Deed[] = [
    {
      at: wallTime(teller, asked),
      run: () =>
        client.aid.refer({
          ...request(teller, studentId),
          id: aidId,
          fields: {
            onDay,
            kind: asked.kind,
            office: text(teller, OFFICE),
            reason: text(teller, asked.reason),
            told: text(teller, asked.told),
            agreedBy: asked.agreedBy,
            exceptionGround: null,
            answerDue: addDays(onDay, ANSWER_DAYS),
          },
        }),
    },
  ]
  if (granted)
    deeds.push({
      at: wallTime(teller, granted),
      run: () =>
        client.aid.answer({
          ...request(teller, studentId),
          aidId,
          fields: {
            state: 'granted',
            answeredOn: schoolDay(today, granted.ago),
            outcome: text(teller, granted.words),
            answerDue: null,
          },
        }),
    })
  return deeds
}
