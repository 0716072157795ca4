import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const newCase = async () => {
  const t = testContext()
  const student = { id: randomUUID(), fields: { kind: 'roster' as const, name: '刘雨桐' }, guardians: [] }
  const { id: studentId } = await t.client.students.add(student)
  const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const close = () =>
    t.client.cases.close({
      caseId: visit.caseId,
      studentId,
      reason: 'goal-reached',
      closeNote: '能主动邀约同伴',
      advice: '有需要随时来',
    })
  return { t, studentId, visit, close }
}

it('a case with an unsigned note is not closed; the block is named as a thing to do', async () => {
  const { t, studentId, visit, close } = await newCase()
  expect(await t.client.cases.closeBlocks({ caseId: visit.caseId })).toEqual(['unsigned-notes'])
  await expect(close()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'unsigned-notes' } })
  const body = { ...EMPTY_NOTE, effect: '本周三次与同学共餐' }
  await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body })
  await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
  expect(await close()).toMatchObject({ state: 'closed', closedOn: '2026-11-21', closeReason: 'goal-reached' })
  await expect(close()).rejects.toMatchObject({ data: { reason: 'already-closed' } })
})

it('closing, opening again with its reason and closing again all stay on the timeline', async () => {
  const { t, studentId, visit, close } = await newCase()
  await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
  await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
  await close()
  await t.client.cases.reopen({ caseId: visit.caseId, studentId, reason: '复学后再次来访' })
  expect((await t.client.cases.get({ caseId: visit.caseId })).state).toBe('open')
  await close()
  const { items } = await t.client.students.timeline({ studentId, limit: 50 })
  const history = items.filter((item) => item.kind === 'case').map(({ what, excerpt }) => [what, excerpt])
  expect(history.toReversed()).toEqual([
    ['opened', null],
    ['closed', '能主动邀约同伴'],
    ['reopened', '复学后再次来访'],
    ['closed', '能主动邀约同伴'],
  ])
})

it('a new visit after the closure opens a new case, and the old one can no longer be opened beside it', async () => {
  const { t, studentId, visit, close } = await newCase()
  await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
  await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
  await close()
  const next = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  expect(next.caseId).not.toBe(visit.caseId)
  const reopen = t.client.cases.reopen({ caseId: visit.caseId, studentId, reason: '再开' })
  await expect(reopen).rejects.toMatchObject({ data: { reason: 'other-open-case' } })
  expect(await t.client.cases.list({ state: 'all', offset: 0, limit: 10 })).toMatchObject({ total: 2 })
})

it('a booking made before the closure arrives in a new case', async () => {
  const { t, studentId, visit, close } = await newCase()
  await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body: { ...EMPTY_NOTE, effect: '好' } })
  await t.client.notes.sign({ visitId: visit.id, studentId, version: 1 })
  const fields = walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-28T12:10' })
  const booked = await t.client.visits.register({ id: randomUUID(), studentId, fields })
  await close()
  const came = await t.client.visits.arrive({ visitId: booked.id, studentId, at: '2026-11-28T12:08' })
  expect(came.caseId).not.toBe(visit.caseId)
  expect((await t.client.cases.get({ caseId: came.caseId })).state).toBe('open')
})
