import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import type { Progress } from '#contract/case-course'
import type { ConsentFields } from '#contract/consents'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { StudentFields } from '#contract/students'
import type { VisitFields } from '#contract/visits'
import { MORNING, testContext } from '#tests/context'
import { consentFields, walkIn } from '#tests/records'

const DAY = 86_400_000

/** A student who came once this morning. */
const newCase = async (fields: Partial<StudentFields> = {}, visitFields: Partial<VisitFields> = {}) => {
  const t = testContext()
  const { id: studentId } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: '刘雨桐', ...fields },
    guardians: [],
  })
  const visit = await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, visitFields),
  })
  const { caseId } = visit
  const about = { studentId, caseId }
  const consent = (change: Partial<ConsentFields>) =>
    t.client.consents.record({
      id: randomUUID(),
      studentId,
      fields: consentFields({ signerName: '刘雨桐', ...change }),
    })
  const sign = async () => {
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
    await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
  }
  const progress = () => t.client.cases.progress({ caseId })
  return { t, visit, about, consent, sign, progress }
}
const lacksOf = ({ stages }: Progress) =>
  stages.flatMap(({ stage, lacks }) =>
    lacks.map(({ what, purpose }) => [stage, what, purpose].filter(Boolean).join(' ')),
  )

it('a new case says what is missing, stage by stage, and what comes next', async () => {
  const { progress } = await newCase()
  const now = await progress()
  expect(now.stages.map(({ stage, state }) => `${stage} ${state}`).slice(0, 3)).toEqual([
    'registered done',
    'agreed next',
    'declared open',
  ])
  expect(lacksOf(now)).toEqual(
    expect.arrayContaining([
      'agreed consent notice',
      'declared declaration',
      'assessed intake',
      'planned plan',
      'sessions note',
      'closed closure',
      'archived archive',
    ]),
  )
  expect(now.stages[1]?.lacks.find(({ purpose }) => purpose === 'notice')?.isHard).toBe(true)
})

it('what is given is no longer asked for; a child under fourteen needs the guardian as well', async () => {
  const { progress, consent } = await newCase({ birthDate: '2014-05-02' })
  await consent({ kind: 'notice' })
  await consent({ kind: 'counseling' })
  const agreed = lacksOf(await progress()).filter((line) => line.startsWith('agreed'))
  expect(agreed).toContain('agreed guardian counseling')
  expect(agreed).not.toContain('agreed consent notice')
  expect(agreed).not.toContain('agreed consent counseling')
  await consent({ kind: 'counseling', signer: 'mother', signerName: '刘女士' })
  expect(lacksOf(await progress())).not.toContain('agreed guardian counseling')
})

it('a stage was passed on the day that the school’s calendar showed', async () => {
  const zone = process.env['TZ']
  process.env['TZ'] = 'Asia/Shanghai'
  onTestFinished(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
  const { t, about, progress } = await newCase()
  t.setTime(Date.UTC(2026, 10, 21, 23, 30))
  const fields = { relation: 'none', detail: '', decision: 'continue', reason: '', agreedBy: '' } as const
  await t.client.cases.declare({ ...about, id: randomUUID(), fields })
  expect((await progress()).stages.find(({ stage }) => stage === 'declared')?.on).toBe('2026-11-22')
})

it('a declared relation is either handed over or goes on with a reason and who agreed', async () => {
  const { t, about, progress } = await newCase()
  const fields = {
    relation: 'class-teacher',
    detail: '本学期带班',
    decision: 'continue',
    reason: '',
    agreedBy: '',
  } as const
  const declare = (change: object) =>
    t.client.cases.declare({ ...about, id: randomUUID(), fields: { ...fields, ...change } })
  await expect(declare({})).rejects.toMatchObject({ data: { field: 'fields.reason' } })
  await expect(declare({ reason: '学生信任' })).rejects.toMatchObject({ data: { field: 'fields.agreedBy' } })
  await declare({ decision: 'reassign' })
  expect(lacksOf(await progress())).toContain('declared reassign')
  t.setTime(MORNING + 60_000)
  await declare({ reason: '学生信任', agreedBy: '分管领导' })
  const now = await progress()
  expect(now.declaration).toMatchObject({ relation: 'class-teacher', decision: 'continue', agreedBy: '分管领导' })
  expect(lacksOf(now).filter((line) => line.startsWith('declared'))).toEqual([])
})

it('with a student of the other sex the door is asked for until it is ticked', async () => {
  const { t, visit, about, progress } = await newCase({ sex: 'male' })
  expect(lacksOf(await progress())).toContain('sessions door')
  await t.client.visits.update({ visitId: visit.id, studentId: about.studentId, fields: { doorOpen: true } })
  expect(lacksOf(await progress())).not.toContain('sessions door')
})

it('the school says which steps and which fields it asks for', async () => {
  const { t, progress } = await newCase({ sex: 'female', birthDate: '2011-09-12' })
  expect((await progress()).file).toEqual({
    asked: 9,
    filled: 4,
    lacks: ['class', 'guardian', 'guardian-phone', 'notice', 'consent'],
  })
  const rules = await t.client.cases.rules({})
  await t.client.cases.saveRules({ rules: { ...rules, needs: ['plan'], profile: ['sex', 'class'] } })
  const now = await progress()
  expect(now.file).toEqual({ asked: 2, filled: 1, lacks: ['class'] })
  expect(lacksOf(now)).not.toContain('declared declaration')
  expect(lacksOf(now)).not.toContain('assessed intake')
  expect(lacksOf(now)).toContain('planned plan')
})

it('of somebody under an alias nothing that identifies is asked', async () => {
  const { progress } = await newCase({ kind: 'alias', name: '小雨', sex: 'female' })
  expect((await progress()).file).toMatchObject({ asked: 5, lacks: ['notice', 'consent'] })
})

it('contact is due weekly for two months, then fortnightly, by class, or as the case says', async () => {
  const { t, about, progress } = await newCase()
  expect((await progress()).contact).toEqual({ lastOn: '2026-11-21', everyDays: 7, dueOn: '2026-11-28' })
  t.setTime(Date.UTC(2027, 0, 20, 8))
  expect((await progress()).contact?.everyDays).toBe(7)
  t.setTime(Date.UTC(2027, 0, 21, 8))
  expect((await progress()).contact?.everyDays).toBe(14)
  const set = (stability: 'stable' | 'unstable', everyDays: number | null = null) =>
    t.client.cases.setStability({
      ...about,
      id: randomUUID(),
      fields: { stability, everyDays, reason: '近两周情绪平稳' },
    })
  await set('stable')
  expect((await progress()).contact?.everyDays).toBe(28)
  t.setTime(Date.UTC(2027, 0, 21, 9))
  await set('unstable', 2)
  expect(await progress()).toMatchObject({
    contact: { everyDays: 2 },
    stability: { stability: 'unstable', reason: '近两周情绪平稳' },
  })
})

it('a case stands out that nobody wrote in, whose contact is due, and until somebody does something', async () => {
  const { t, visit, about, sign } = await newCase()
  const kinds = async () => (await t.client.cases.attention({})).map(({ kind, days }) => [kind, days])
  expect(await kinds()).toEqual([])
  t.setTime(MORNING + DAY)
  expect(await kinds()).toEqual([['stalled', 1]])
  await sign()
  expect(await kinds()).toEqual([])
  t.setTime(MORNING + 9 * DAY)
  expect(await kinds()).toEqual([['no-contact', 2]])
  await t.client.visits.register({
    id: randomUUID(),
    studentId: about.studentId,
    fields: walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-12-02T12:10' }),
  })
  expect(await kinds()).toEqual([])
  expect(visit.caseId).toBe(about.caseId)
})

it('what stands out is told to its counselor; after the last step to the director as well', async () => {
  const { t } = await newCase()
  const director = t.colleague(['director'])
  const other = t.colleague(['counselor'])
  t.setTime(MORNING + 3 * DAY)
  expect(await director.client.cases.attention({})).toEqual([])
  t.setTime(MORNING + 7 * DAY)
  expect(await director.client.cases.attention({})).toMatchObject([{ kind: 'stalled', days: 7, studentName: '刘雨桐' }])
  expect(await other.client.cases.attention({})).toEqual([])
})

it('handed over inside the room, the case remembers why and what the student said; then it is the new one’s turn to write', async () => {
  const { t, about, sign } = await newCase()
  await sign()
  const colleague = t.colleague(['counselor'], '周老师')
  t.setTime(MORNING + 2 * DAY)
  await t.client.accounts.handOver({
    caseIds: [about.caseId],
    toId: colleague.me.id,
    note: '正在练习放松',
    clientView: 'agrees',
  })
  const { handovers } = await colleague.client.cases.progress({ caseId: about.caseId })
  expect(handovers).toMatchObject([{ to: '周老师', note: '正在练习放松', clientView: 'agrees' }])
  t.setTime(MORNING + 3 * DAY)
  expect(await colleague.client.cases.attention({})).toMatchObject([{ kind: 'stalled', days: 1 }])
})

it('a relation that was overstepped is not ended without an explanation', async () => {
  const { t, about, sign } = await newCase()
  await sign()
  const ending = { ...about, reason: 'relation-overstepped', closeNote: '结束辅导关系', advice: '' } as const
  await expect(t.client.cases.close(ending)).rejects.toMatchObject({ data: { reason: 'no-explanation' } })
  const closed = await t.client.cases.close({ ...ending, explanation: '与学生说明后转请同事接手' })
  expect(closed).toMatchObject({ closeReason: 'relation-overstepped', explanation: '与学生说明后转请同事接手' })
})
