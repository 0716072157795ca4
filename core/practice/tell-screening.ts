import { addDays, weekdayOf } from '#contract/calendar'
import type { SeenOutcome } from '#contract/code-tables'
import { schoolDay } from './school-day.ts'
import { LEVELS, screeningFile } from './screening-file.ts'
import type { Both } from './story.ts'
import { type Deed, type Pupil, request, type Teller, text, wallTime } from './telling.ts'

const NAME: Both = ['本学期心理普查（MHT）', 'This term’s screening (MHT)']
const BASIS: Both = [
  '开学告家长书，回执存德育处',
  'Letter to parents at the start of term; slips are kept by student affairs',
]
const AWAY: Both = ['当周病假', 'Ill that week']
const EXCUSED: Both = ['监护人书面要求不参加', 'Excused at the guardian’s written wish']

type Talk = { who: string; ago: number; outcome: SeenOutcome; note: Both }
/** Talks so far; the others still wait. */
const TALKS: readonly Talk[] = [
  {
    who: 'chen-siyuan',
    ago: 10,
    outcome: 'confirmed',
    note: [
      '面谈四十分钟，与量表相符：睡得少、提不起劲。已在辅导中，继续每周见面。',
      'Talked for forty minutes; it fits the scores: little sleep, no drive. Already in counseling, weekly talks go on.',
    ],
  },
  {
    who: 'fan-xinlei',
    ago: 9,
    outcome: 'watch',
    note: [
      '近来紧张多与考试有关，吃睡尚可，没有伤害自己的念头。两周后再看一次。',
      'Tense mostly about exams; eats and sleeps well enough, no thoughts of self-harm. Look again in two weeks.',
    ],
  },
  {
    who: 'feng-haoran',
    ago: 9,
    outcome: 'false-alarm',
    note: [
      '说是照着同桌随手点的，当面谈近况良好。',
      'Says the answers were clicked along with a neighbour; doing well.',
    ],
  },
  {
    who: 'ma-xiaoyun',
    ago: 6,
    outcome: 'watch',
    note: [
      '与同学闹了矛盾，已经和好一半。愿意再来一次。',
      'A quarrel with a classmate, half made up. Will come once more.',
    ],
  },
  {
    who: 'su-jie',
    ago: 6,
    outcome: 'confirmed',
    note: [
      '家里最近吵得多，夜里睡不好。约好下周正式来谈，请班主任多留意。',
      'Much quarrelling at home, poor sleep. Comes to talk next week; the class teacher keeps an eye open.',
    ],
  },
  {
    who: 'shan-xiaofeng',
    ago: 5,
    outcome: 'false-alarm',
    note: ['看错了题目的意思，逐题核对后无需跟进。', 'Misread the questions; gone through them, nothing to follow up.'],
  },
]

/** The screening of this term: begun three weeks ago, taken in eleven days ago, followed up in part. */
export function screeningDeeds(teller: Teller, pupils: readonly Pupil[]): Deed[] {
  const { client, today, newId } = teller
  const roundId = newId()
  const say = (both: Both): string => text(teller, both)
  const at = (ago: number, time: string): string => wallTime(teller, { ago, at: time })
  const inThatWeek = addDays(today, -16)
  const monday = addDays(inThatWeek, -((weekdayOf(inThatWeek) + 6) % 7))
  const { content, absent } = screeningFile(teller, pupils, monday)
  const flagLevels = [say(LEVELS.orange), say(LEVELS.red)]
  const round = {
    id: roundId,
    name: say(NAME),
    instrumentId: 'mht',
    scope: { grades: [], classes: [] },
    startsOn: monday,
    endsOn: addDays(monday, 2),
    flagRule: { levels: [], severity: 3 },
    consentBasis: say(BASIS),
  }
  return [
    { at: `${monday}T07:50`, run: () => client.screenings.create({ requestId: newId(), ...round }) },
    {
      at: at(11, '10:05'),
      async run() {
        const { fileId, sheets } = await client.screenings.inspectFile({ roundId, fileName: 'MHT.csv', content })
        const mapping = sheets[0]?.mapping
        if (!mapping) throw new RangeError('the platform’s file is not understood')
        const file = { roundId, fileId, mapping }
        const { names } = await client.screenings.preview({ ...file, accepted: [] })
        const accepted = names.map(({ row }) => row)
        const id = newId()
        const { rows } = await client.screenings.startImport({ requestId: newId(), id, ...file, accepted, flagLevels })
        for (let offset = 0; offset < rows;)
          offset = (await client.screenings.proceed({ requestId: newId(), importId: id, offset })).done
        await client.screenings.forget({ fileId })
      },
    },
    ...absent.slice(2).map(({ studentId }, i): Deed => ({
      at: at(11, '10:40'),
      run: () =>
        client.screenings.setEntry({
          ...request(teller, studentId),
          roundId,
          state: i === 0 ? 'excused' : 'absent',
          reason: say(i === 0 ? EXCUSED : AWAY),
        }),
    })),
    ...TALKS.map(({ who, ago, outcome, note }, i): Deed => {
      const studentId = pupils.find(({ key }) => key === who)?.studentId ?? ''
      const seen = { seenOn: schoolDay(today, ago), outcome, note: say(note) }
      return {
        at: at(ago, `16:${10 + 5 * (i % 2)}`),
        run: () => client.screenings.recordSeen({ ...request(teller, studentId), roundId, ...seen }),
      }
    }),
    {
      at: at(1, '15:30'),
      async run() {
        const everybody = { text: '', className: null, offset: 0, limit: 1 }
        const waiting = { roundId, filter: 'waiting', sort: 'urgency', ...everybody } as const
        const [next] = (await client.screenings.entries(waiting)).rows
        if (!next) return
        const booking = { visitId: newId(), studentId: next.studentId, at: at(-1, '16:40') }
        const { place } = teller
        await client.screenings.book({ requestId: newId(), roundId, place, minutes: 20, bookings: [booking] })
      },
    },
  ]
}
