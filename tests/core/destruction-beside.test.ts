import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { AttachmentAbout } from '#contract/code-tables'
import type { ConsentFields } from '#contract/consents'
import { EMPTY_NOTE } from '#contract/note-parts'
import { base64, png } from '#tests/core/attachments/pictures'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { consentFields, contactFields, observationFields, walkIn } from '#tests/records'

/** What stands beside a case that is destroyed: other cases, other students, what the room shares. */
const TODAY = '2026-11-21'
const DAY = 86_400_000
const FIRST = '第一次来时'
const LATER = '第二次来时'

async function room() {
  const t = testContext()
  const { client } = t
  const studentId = await giving(t).student('欧阳思齐')
  const about = { studentId }
  return {
    t,
    client,
    studentId,
    come: (bookedFor: string | null = null) =>
      client.visits.register({
        id: randomUUID(),
        studentId,
        fields: walkIn(t.me.id, bookedFor === null ? {} : { arrivedAt: null, bookedFor }),
      }),
    async letter(summary: string, bookingId: string | null) {
      const fields = { receivedOn: TODAY, writer: 'signed', summary, isRisk: false, assignedTo: null } as const
      const letter = await client.letters.register({
        id: randomUUID(),
        studentId,
        fields: { ...fields, replyDue: null },
      })
      if (bookingId) await client.letters.settle({ letterId: letter.id, studentId, state: 'booked', bookingId })
      return letter.id
    },
    async observation(text: string, bookingId: string) {
      const fields = observationFields({ text, observedOn: TODAY })
      const { id: observationId } = await client.observations.register({ id: randomUUID(), studentId, fields })
      await client.observations.settle({ observationId, studentId, outcome: 'booked', note: text, bookingId })
      return observationId
    },
    consent: (fields: Partial<ConsentFields>) =>
      client.consents.record({
        id: randomUUID(),
        studentId,
        fields: consentFields({
          kind: 'counseling',
          givenOn: TODAY,
          signer: 'mother',
          signerName: '陈女士',
          ...fields,
        }),
      }),
    paper: (of: AttachmentAbout, aboutId: string, name: string) =>
      client.attachments.add({
        id: randomUUID(),
        studentId,
        about: of,
        aboutId,
        fields: { name, kind: 'other', note: '' },
        content: base64(png()),
      }),
    papers: async () => (await client.attachments.list({ studentId, of: null })).map(({ name }) => name).toSorted(),
    async close(caseId: string) {
      await client.cases.close({ ...about, caseId, reason: 'goal-reached', closeNote: '约定的事做到了', advice: '' })
      return (await client.archives.file({ ...about, caseId, box: '' })).no
    },
    destroy: (caseId: string, archiveNo: string, by: Pick<TestContext, 'client'> = t, more: object = {}) =>
      by.client.archives.destroy({
        ...about,
        caseId,
        archiveNo,
        id: randomUUID(),
        reason: '到期',
        earlyReason: '监护人书面要求',
        method: '数据覆盖',
        approvedBy: '王校长',
        isOnPaper: true,
        witness: '周老师',
        ...more,
      }),
  }
}

/** A visit with a signed note, so that its case can be closed. */
async function written({ client, studentId }: Awaited<ReturnType<typeof room>>, visitId: string) {
  await client.notes.save({ visitId, studentId, version: 0, body: { ...EMPTY_NOTE, state: FIRST } })
  await client.notes.sign({ visitId, studentId, version: 1 })
}

it('of two cases that meet on one day each keeps what led to it and what is filed under it; the student’s own stays with the one that stays', async () => {
  const r = await room()
  const one = await r.come()
  await written(r, one.id)
  const firstLetter = await r.letter(FIRST, one.id)
  await r.paper('letter', firstLetter, `${FIRST}的信`)
  const no = await r.close(one.caseId)
  const two = await r.come()
  expect(two.caseId).not.toBe(one.caseId)
  const letter = await r.letter(LATER, two.id)
  const observation = await r.observation(LATER, two.id)
  const { id: contactId } = await r.client.contacts.record({
    id: randomUUID(),
    studentId: r.studentId,
    answersId: null,
    fields: contactFields({ at: `${TODAY}T07:30`, summary: LATER }),
  })
  await r.paper('letter', letter, LATER)
  await r.paper('student', r.studentId, LATER)
  await r.destroy(one.caseId, no)
  expect((await r.client.letters.get({ letterId: firstLetter })).summary).toBe('')
  expect((await r.client.letters.get({ letterId: letter })).summary).toBe(LATER)
  expect((await r.client.observations.get({ observationId: observation })).text).toBe(LATER)
  expect((await r.client.contacts.get({ contactId })).summary).toBe(LATER)
  expect(await r.papers()).toEqual(['—', LATER, LATER])
})

it('a consent in force stays with its paper while there is another case; with the last one its words go and it ends', async () => {
  const r = await room()
  const one = await r.come()
  await written(r, one.id)
  const inForce = await r.consent({ kind: 'sharing', sharedWith: 'class-teacher', scope: LATER })
  const over = await r.consent({ kind: 'recording', scope: FIRST, validUntil: '2026-11-25' })
  await r.paper('consent', inForce.id, LATER)
  await r.paper('consent', over.id, FIRST)
  const no = await r.close(one.caseId)
  r.t.setTime(MORNING + 10 * DAY)
  const two = await r.come('2026-12-01T10:00')
  await r.destroy(one.caseId, no)
  const scopes = async () =>
    (await r.client.consents.listByStudent({ studentId: r.studentId })).map(({ scope }) => scope).toSorted()
  expect(await scopes()).toEqual(['', LATER])
  expect(await r.papers()).toEqual(['—', LATER])
  const about = { visitId: two.id, studentId: r.studentId }
  await r.client.visits.cancel({ ...about, state: 'cancelled', reason: '' })
  await r.destroy(two.caseId, await r.close(two.caseId))
  expect(await scopes()).toEqual(['', ''])
  r.t.setTime(MORNING + 11 * DAY)
  const state = await r.client.consents.state({ studentId: r.studentId })
  expect(state.flatMap(({ givenBy }) => givenBy)).toEqual([])
})

it('what is filed under a crisis stays with its card, also when the last case goes', async () => {
  const r = await room()
  const { id: crisisId } = await r.client.crises.open({ id: randomUUID(), studentId: r.studentId })
  const one = await r.come()
  await written(r, one.id)
  await r.paper('crisis', crisisId, '安全告知书')
  await r.paper('student', r.studentId, FIRST)
  await r.client.crises.close({
    crisisId,
    studentId: r.studentId,
    outcome: 'stable',
    closeNote: '已由家长陪同',
    missingReason: '当面告知，未另记',
  })
  await r.destroy(one.caseId, await r.close(one.caseId))
  expect(await r.papers()).toEqual(['—', '安全告知书'])
})

it('that two do not meet goes on protecting the other, without the why, as long as there is a file of the other', async () => {
  const r = await room()
  const otherId = await giving(r.t).student('孙浩')
  const other = await r.client.visits.register({ id: randomUUID(), studentId: otherId, fields: walkIn(r.t.me.id) })
  const thirdId = await giving(r.t).student('李若溪')
  const one = await r.come()
  await written(r, one.id)
  for (const id of [otherId, thirdId])
    await r.client.appointments.markApart({ id: randomUUID(), studentId: r.studentId, otherId: id, reason: FIRST })
  await r.destroy(one.caseId, await r.close(one.caseId))
  expect(other.caseId).not.toBe(one.caseId)
  expect(await r.client.appointments.apartOf({ studentId: otherId })).toMatchObject([
    { otherId: r.studentId, reason: '—' },
  ])
  expect(await r.client.appointments.apartOf({ studentId: thirdId })).toEqual([])
})

it('remarks of a daily log are shown before and emptied only where that is said; the certificate names the days left', async () => {
  const r = await room()
  const one = await r.come()
  await written(r, one.id)
  const colleague = r.t.colleague(['counselor'])
  await r.client.days.close({ day: '2026-11-19', remarks: '欧阳思齐的班主任来过' })
  await r.client.days.close({ day: '2026-11-18', remarks: '打印机坏了' })
  await r.client.days.close({ day: TODAY, remarks: '下午另有三位学生' })
  await colleague.client.days.close({ day: TODAY, remarks: '值班到五点' })
  const no = await r.close(one.caseId)
  const logs = await r.client.archives.logsToLookAt({ caseId: one.caseId })
  expect(logs.map(({ day, isNamed, remarks }) => [day, isNamed, remarks])).toEqual([
    ['2026-11-19', true, '欧阳思齐的班主任来过'],
    [TODAY, false, '下午另有三位学生'],
    [TODAY, false, '值班到五点'],
  ])
  r.t.become({ roles: ['counselor'] })
  const alone = await r.client.archives.logsToLookAt({ caseId: one.caseId })
  expect(alone.map(({ remarks }) => remarks)).toContain(null)
  const mayNot = { logs: [{ day: TODAY, userId: colleague.me.id }] }
  await expect(r.destroy(one.caseId, no, r.t, mayNot)).rejects.toMatchObject({ data: { reason: 'not-yours' } })
  const { destruction } = await r.destroy(one.caseId, no, r.t, { logs: [{ day: '2026-11-19', userId: r.t.me.id }] })
  expect(destruction?.counts).toMatchObject({ logs: 1 })
  const paper = await r.client.prints.preview({ form: 'destruction', subjectId: one.caseId })
  expect(paper.logsToLookAt.map(({ day }) => day)).toEqual([TODAY, TODAY])
  expect(JSON.stringify(paper)).not.toContain('三位学生')
  const kept = await r.client.days.logs({ from: '2026-11-01', to: TODAY })
  expect(kept.map(({ remarks }) => remarks)).toEqual(['下午另有三位学生', '', '打印机坏了'])
})

it('a call that was made before the destruction is not made a second time after it', async () => {
  const r = await room()
  const one = await r.come()
  await written(r, one.id)
  const fields = contactFields({ summary: '另一位家长来电' })
  const call = { id: randomUUID(), requestId: randomUUID(), studentId: null, answersId: null, fields }
  await r.client.contacts.record(call)
  await r.destroy(one.caseId, await r.close(one.caseId))
  await expect(r.client.contacts.record({ ...call, id: randomUUID() })).rejects.toMatchObject({
    code: 'conflict',
    data: { reason: 'answered' },
  })
  expect(await r.client.contacts.list({ from: TODAY.replace('21', '01'), to: TODAY })).toHaveLength(1)
})
