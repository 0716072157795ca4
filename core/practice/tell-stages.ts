import type { StageDue, StageFields } from '#contract/stages'
import type { Both } from './story.ts'
import { type Deed, type Subject, type Teller, text, wallTime } from './telling.ts'

/** So many stay open, so that there is something to do. */
const LEFT = 2
const TEXT: Both = [
  '面谈四次。从午饭时坐在谁旁边谈起，练习在小组里先说一句；上周主动约了一次同桌。',
  'Four talks. Began with whom to sit beside at noon, then to say one sentence first in a group; last week she asked her neighbour along.',
]
const NEXT: Both = ['每周一次，下一步是宿舍里的相处。', 'Once a week; the dormitory comes next.']
const FAMILY: Both = [
  '这一阶段孩子按约定来谈，出勤正常。周末可以一起做一件小事，多听少问。',
  'She came as agreed and missed no lessons. Do one small thing together at weekends; listen more than you ask.',
]
const SHORT: Both = ['短程来访，问题已缓解', 'A few visits only; it has eased']
const CALLED: Both = ['上周已通电话', 'Spoke last week']

/** Looks through the summaries that are due and through the month, as on a quiet afternoon. */
export const stageDeeds = (teller: Teller, subjects: ReadonlyMap<string, Subject>): Deed[] => [
  { at: wallTime(teller, { ago: 1, at: '17:05' }), run: () => lookThrough(teller, subjects.get('li-ruoxi')) },
  { at: wallTime(teller, { ago: 1, at: '17:20' }), run: () => decide(teller) },
]

async function lookThrough(teller: Teller, shown: Subject | undefined): Promise<void> {
  const { client } = teller
  const due = await client.stages.due({})
  const hers = due.find(({ studentId }) => studentId === shown?.studentId)
  if (hers) await finish(teller, hers)
  for (const { caseId, studentId, stage } of due.filter((line) => line !== hers).slice(0, -LEFT))
    await client.stages.skip({
      requestId: teller.newId(),
      id: teller.newId(),
      caseId,
      studentId,
      stage,
      reason: text(teller, SHORT),
    })
}

/** For the mother as far as was agreed; it lies ready to be handed over. */
async function finish(teller: Teller, { caseId, studentId, stage }: StageDue): Promise<void> {
  const { client } = teller
  const mother = (await client.contacts.persons({ studentId })).persons.find(({ relation }) => relation === 'mother')
  const fields: StageFields = {
    text: text(teller, TEXT),
    nextSteps: text(teller, NEXT),
    familyText: mother ? text(teller, FAMILY) : '',
    toldTopics: ['attendance', 'help'],
    personId: mother?.id ?? null,
    receiver: '',
    relation: null,
    exceptionGround: null,
  }
  await client.stages.write({
    requestId: teller.newId(),
    id: teller.newId(),
    caseId,
    studentId,
    stage,
    fields,
    isFinished: true,
  })
}

async function decide(teller: Teller): Promise<void> {
  const { client } = teller
  const { lines } = await client.conferences.month({})
  const calm = lines.filter(({ inCrisis, isHeld }) => !inCrisis && !isHeld).slice(LEFT)
  for (const [index, { caseId, studentId }] of calm.entries())
    await client.conferences.choose({
      requestId: teller.newId(),
      caseId,
      studentId,
      choice: index === 0 ? 'conference' : index === 1 ? 'contact' : 'none',
      why: index === 1 ? text(teller, CALLED) : '',
    })
}
