import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { FollowupDone } from '#contract/followups'
import { MORNING, testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const DAY = 86_400_000

const newCase = async () => {
  const t = testContext()
  const { id: studentId } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: '孙浩' },
    guardians: [],
  })
  const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const about = { caseId, studentId }
  const plan = (days: number[], change: object = {}) =>
    t.client.followups.plan({
      ...about,
      cause: 'first-visit',
      basis: 'agreed',
      from: '2026-11-21',
      steps: days.map((day) => ({ id: randomUUID(), days: day })),
      ...change,
    })
  const done = (change: Partial<FollowupDone> = {}): FollowupDone => ({
    doneAt: '2026-11-21T08:00',
    way: 'in-person',
    text: '先聊了运动会，睡眠好些了',
    outcome: 'fine',
    ...change,
  })
  const due = async () => (await t.client.followups.due({})).map(({ step, dueOn }) => [step, dueOn])
  return { t, about, plan, done, due }
}

it('a ladder is planned in one go and each step comes up on its day', async () => {
  const { t, plan, due } = await newCase()
  const ladder = await plan([1, 3, 7, 15])
  expect(ladder.map(({ dueOn }) => dueOn)).toEqual(['2026-11-22', '2026-11-24', '2026-11-28', '2026-12-06'])
  expect(await due()).toEqual([])
  t.setTime(MORNING + 3 * DAY)
  expect(await due()).toEqual([
    [1, '2026-11-22'],
    [3, '2026-11-24'],
  ])
})

it('nobody is sought out without consent unless there was a crisis', async () => {
  const { t, about, plan } = await newCase()
  await expect(plan([1], { basis: 'crisis' })).rejects.toMatchObject({ data: { reason: 'no-crisis' } })
  await t.client.crises.open({ id: randomUUID(), studentId: about.studentId })
  expect(await plan([1, 3], { cause: 'crisis', basis: 'crisis' })).toHaveLength(2)
  await expect(plan([3, 3])).rejects.toMatchObject({ data: { reason: 'twice' } })
})

it('what was said is recorded; whoever was not reached is tried again', async () => {
  const { t, about, plan, done, due } = await newCase()
  const [first, second] = await plan([1, 3])
  t.setTime(MORNING + 3 * DAY)
  const finish = (followupId: string, fields: FollowupDone, again: { id: string; on: string } | null = null) =>
    t.client.followups.finish({ followupId, studentId: about.studentId, fields, again })
  await expect(finish(first!.id, done({ text: ' ' }))).rejects.toMatchObject({ data: { field: 'fields.text' } })
  await expect(finish(first!.id, done({ doneAt: '2026-11-25T08:00' }))).rejects.toMatchObject({
    data: { reason: 'ahead' },
  })
  expect(await finish(first!.id, done())).toMatchObject({ state: 'done', outcome: 'fine', by: t.me.name })
  const again = { id: randomUUID(), on: '2026-11-24' }
  await finish(second!.id, done({ outcome: 'not-reached', text: '', way: 'phone' }), again)
  expect(await due()).toEqual([[3, '2026-11-24']])
  expect(await t.client.followups.listByCase({ caseId: about.caseId })).toHaveLength(3)
  // A slip of the pen is put right; what stood there before is kept.
  expect(await finish(first!.id, done({ text: '睡眠好转' }))).toMatchObject({ text: '睡眠好转' })
})

it('a step is moved to another day, or dropped with a reason, and then stays as it is', async () => {
  const { t, about, plan, done, due } = await newCase()
  const [one, other] = await plan([1, 3])
  const name = (followupId: string) => ({ followupId, studentId: about.studentId })
  await t.client.followups.move({ ...name(one!.id), dueOn: '2026-11-21' })
  expect(await due()).toEqual([[1, '2026-11-21']])
  await expect(t.client.followups.move({ ...name(one!.id), dueOn: '2026-11-20' })).rejects.toMatchObject({
    data: { reason: 'past' },
  })
  await t.client.followups.drop({ ...name(other!.id), reason: '学生希望不再回访' })
  const finish = t.client.followups.finish({ ...name(other!.id), fields: done(), again: null })
  await expect(finish).rejects.toMatchObject({ code: 'conflict', data: { reason: 'dropped' } })
  await expect(t.client.followups.drop({ ...name(other!.id), reason: '再次' })).rejects.toMatchObject({
    code: 'conflict',
  })
})

it('what is due goes along with the case, and a done one counts as contact', async () => {
  const { t, about, plan, done } = await newCase()
  const [one] = await plan([1, 3])
  const colleague = t.colleague(['counselor'], '周老师')
  t.setTime(MORNING + 2 * DAY)
  await t.client.followups.finish({
    followupId: one!.id,
    studentId: about.studentId,
    fields: done({ doneAt: '2026-11-23T07:50' }),
    again: null,
  })
  expect((await t.client.cases.progress({ caseId: about.caseId })).contact?.lastOn).toBe('2026-11-23')
  await t.client.accounts.handOver({ caseIds: [about.caseId], toId: colleague.me.id, note: '回访继续' })
  t.setTime(MORNING + 3 * DAY)
  expect(await colleague.client.followups.due({})).toMatchObject([{ step: 3, studentName: '孙浩' }])
})

it('the ladders are the school’s to change', async () => {
  const { t } = await newCase()
  const { ladders } = await t.client.followups.rules({})
  expect(ladders[0]).toEqual({ cause: 'first-visit', name: '', days: [1, 3, 7, 15] })
  await t.client.followups.saveRules({ rules: { ladders: [{ cause: 'closure', name: '毕业生', days: [90, 30, 30] }] } })
  expect(await t.client.followups.rules({})).toEqual({
    ladders: [{ cause: 'closure', name: '毕业生', days: [30, 90] }],
  })
})

it('the paper holds every step, due ones as empty tables', async () => {
  const { t, about, plan } = await newCase()
  await plan([1, 3])
  const model = await t.client.prints.preview({ form: 'followups', subjectId: about.caseId })
  expect(model.followups.map(({ step, state }) => [step, state])).toEqual([
    [1, 'due'],
    [3, 'due'],
  ])
})
