import { addDays } from '#contract/calendar'
import type { CASE_RELATIONS, FollowupCause, GrowthKind } from '#contract/case-tables'
import type { FollowupDone } from '#contract/followups'
import { schoolDay } from './school-day.ts'
import type { Both } from './story.ts'
import { type Deed, request, type Subject, type Teller, text } from './telling.ts'

/** Whether the counselor knows them elsewhere: nearly never. */
const DECLARED: readonly (readonly [who: string, ago: number, relation: (typeof CASE_RELATIONS)[number]])[] = [
  ['li-ruoxi', 29, 'none'],
  ['zhou-yiming', 47, 'teaches'],
  ['sun-hao', 54, 'none'],
]
const WHY_ON: Both = ['学生已建立信任，本学期不任他的课', 'He trusts me by now, and I do not teach him this term']
const WHO_AGREED: Both = ['赵主任', 'Head Zhao']

type Done = Pick<FollowupDone, 'way' | 'outcome'> & { text: Both }
/** Ladders: after what, so many days ago; what was done stands in its order, the rest is due. */
const LADDERS: readonly {
  who: string
  ago: number
  cause: FollowupCause
  basis: 'agreed' | 'crisis'
  days: readonly number[]
  done: readonly Done[]
}[] = [
  {
    who: 'sun-hao',
    ago: 26,
    cause: 'crisis',
    basis: 'crisis',
    days: [1, 3, 7, 15, 42, 90],
    done: [
      {
        way: 'in-person',
        outcome: 'watch',
        text: [
          '午休见了一面，睡得不踏实，答应晚上不独处。',
          'Met at lunch; sleeps badly; agreed not to be alone at night.',
        ],
      },
      {
        way: 'through-parent',
        outcome: 'watch',
        text: ['母亲说按时服药，夜里有人陪。', 'His mother says he takes his medicine and has company at night.'],
      },
      {
        way: 'in-person',
        outcome: 'fine',
        text: ['恢复上课，同桌陪着去食堂。', 'Back in class; goes to lunch with his neighbor.'],
      },
      { way: 'in-person', outcome: 'fine', text: ['说想参加校运会的接力。', 'Would like to run in the relay.'] },
    ],
  },
  {
    who: 'zhou-yiming',
    ago: 12,
    cause: 'first-visit',
    basis: 'agreed',
    days: [1, 3, 7, 15],
    done: [
      {
        way: 'in-person',
        outcome: 'fine',
        text: ['走廊里聊了几句，呼吸练习做了两次。', 'A few words in the corridor; did the breathing twice.'],
      },
      { way: 'through-teacher', outcome: 'not-reached', text: ['去参加竞赛，不在校。', 'Away at a competition.'] },
    ],
  },
  { who: 'zhao-kexin', ago: 1, cause: 'first-visit', basis: 'agreed', days: [1, 3, 7, 15], done: [] },
]

const GROWTH: readonly (readonly [who: string, ago: number, kind: GrowthKind, isShareable: boolean, text: Both])[] = [
  ['li-ruoxi', 24, 'effort', true, ['主动邀室友一起去图书馆。', 'Asked her roommate along to the library.']],
  [
    'li-ruoxi',
    16,
    'remark',
    false,
    ['说到原来的学校时哭了，哭完说轻松些。', 'Cried about her old school, and felt lighter.'],
  ],
  ['li-ruoxi', 8, 'gain', true, ['小组展示时第一个发言。', 'Was the first to speak in the group.']],
  [
    'zhou-yiming',
    11,
    'school-result',
    true,
    ['期中数学比月考进步 12 分。', 'Twelve points more in mathematics than last month.'],
  ],
]

/** Declarations, stability, ladders, growth; papers, two files in the archive, one of them at its end. */
export function courseDeeds(teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] {
  const say = (both: Both): string => text(teller, both)
  const at = (ago: number, time: string): string => `${schoolDay(teller.today, ago)}T${time}`
  return [
    ...DECLARED.map(([who, ago, relation]): Deed => ({
      at: at(ago, '19:20'),
      run: () =>
        withCase(teller, subjects, who, (about) =>
          teller.client.cases.declare({
            ...about,
            id: teller.newId(),
            fields: {
              relation,
              detail: '',
              decision: 'continue',
              reason: relation === 'none' ? '' : say(WHY_ON),
              agreedBy: relation === 'none' ? '' : say(WHO_AGREED),
            },
          }),
        ),
    })),
    ...LADDERS.flatMap((ladder) => ladderDeeds(teller, subjects, ladder)),
    ...GROWTH.map(([who, ago, kind, isShareable, words]): Deed => ({
      at: at(ago, '19:25'),
      run: async () => {
        const subject = subjects.get(who)
        if (!subject) return
        const fields = { onDay: schoolDay(teller.today, ago), kind, isShareable, text: say(words) }
        await teller.client.growth.add({ ...request(teller, subject.studentId), id: teller.newId(), fields })
      },
    })),
    { at: at(2, '16:10'), run: () => calmOld(teller, subjects) },
    { at: at(3, '16:30'), run: () => promisedPaper(teller, subjects) },
    { at: at(2, '16:40'), run: () => fileTwo(teller) },
  ]
}

type About = ReturnType<typeof request> & { caseId: string }
async function withCase(
  teller: Teller,
  subjects: ReadonlyMap<string, Subject>,
  who: string,
  run: (about: About) => Promise<unknown>,
): Promise<void> {
  const subject = subjects.get(who)
  if (!subject) return
  const { openCase } = await teller.client.students.header({ studentId: subject.studentId })
  if (openCase) await run({ ...request(teller, subject.studentId), caseId: openCase.id })
}

function ladderDeeds(
  teller: Teller,
  subjects: ReadonlyMap<string, Subject>,
  { who, ago, cause, basis, days, done }: (typeof LADDERS)[number],
): Deed[] {
  const from = schoolDay(teller.today, ago)
  const steps = days.map((day) => ({ id: teller.newId(), days: day }))
  const studentId = subjects.get(who)?.studentId ?? ''
  return [
    {
      at: `${from}T19:30`,
      run: () =>
        withCase(teller, subjects, who, (about) =>
          teller.client.followups.plan({ ...about, cause, basis, from, steps }),
        ),
    },
    ...done.map(({ text: words, ...how }, index): Deed => {
      const doneAt = `${addDays(from, days[index] ?? 0)}T12:45`
      return {
        at: doneAt,
        run: () =>
          teller.client.followups.finish({
            ...request(teller, studentId),
            followupId: steps[index]?.id ?? '',
            fields: { ...how, doneAt, text: text(teller, words) },
            again: null,
          }),
      }
    }),
  ]
}

/** Cases that are going well and quietly: a look every two months is enough. */
async function calmOld(teller: Teller, subjects: ReadonlyMap<string, Subject>): Promise<void> {
  const known = new Set([...subjects.values()].map(({ studentId }) => studentId))
  const told = new Set(
    ['li-ruoxi', 'chen-siyuan', 'zhou-yiming', 'sun-hao', 'zhao-kexin'].map((who) => subjects.get(who)?.studentId),
  )
  const { rows } = await teller.client.cases.list({ state: 'open', offset: 0, limit: 200 })
  for (const { id: caseId, studentId, lastVisitOn } of rows)
    if (known.has(studentId) && !told.has(studentId) && (lastVisitOn ?? '') < addDays(teller.today, -9))
      await teller.client.cases.setStability({
        ...request(teller, studentId),
        caseId,
        id: teller.newId(),
        fields: {
          stability: 'stable',
          everyDays: 90,
          reason: text(teller, ['近一个月情绪平稳，班主任也这样看', 'Steady for a month; the class teacher agrees']),
        },
      })
}

const promisedPaper = (teller: Teller, subjects: ReadonlyMap<string, Subject>): Promise<void> =>
  withCase(teller, subjects, 'zhou-yiming', async (about) => {
    const note = (line: object) =>
      teller.client.archives.notePaper({
        ...about,
        requestId: teller.newId(),
        line: { item: 'registration', state: 'there', promisedOn: null, note: '', ...line },
      })
    await note({})
    await note({ item: 'guardian-consent', state: 'promised', promisedOn: addDays(teller.today, -1) })
  })

/** The two cases that were closed first: filed, and the first of them kept no longer. */
async function fileTwo(teller: Teller): Promise<void> {
  const { rows } = await teller.client.archives.list({ view: 'to-archive', offset: 0, limit: 2 })
  for (const [index, { caseId, studentId }] of rows.entries()) {
    const about = { caseId, studentId }
    const box = text(teller, ['柜 2 第 3 盒', 'Cabinet 2, box 3'])
    await teller.client.archives.file({ ...about, requestId: teller.newId(), box })
    const keepUntil = index === 0 ? addDays(teller.today, -1) : addDays(teller.today, 365 * 3)
    await teller.client.archives.change({ ...about, requestId: teller.newId(), box, keepUntil, holdReason: '' })
  }
}
