import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { insertUser } from '#db/repos/settings'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { person, STAFF } from '#tests/people'
import { referralFields, walkIn } from '#tests/records'

let t: TestContext
let studentId: string
beforeEach(async () => {
  t = testContext()
  const fields = { kind: 'roster' as const, name: person('li-ruoxi').name }
  studentId = (await t.client.students.add({ id: randomUUID(), fields, guardians: [] })).id
})
const newestRow = async () => (await t.client.audit.list({ before: null, limit: 1 }))[0]

describe('the log', () => {
  it('knows whose record was read, whatever names it', async () => {
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const body = { ...EMPTY_NOTE, state: '主动来谈' }
    const note = await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body })
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
    const fields = referralFields()
    const referral = await t.client.referrals.refer({ id: randomUUID(), studentId, crisisId: null, fields })
    const { client } = t
    for (const [event, read] of [
      ['student.timeline-read', () => client.students.timeline({ studentId, limit: 10 })],
      ['note.read', () => client.notes.get({ visitId: visit.id })],
      ['note.read', () => client.notes.previous({ visitId: visit.id })],
      ['note.versions-read', () => client.notes.versions({ noteId: note.id })],
      ['crisis.read', () => client.crises.get({ crisisId: crisis.id })],
      ['referral.read', () => client.referrals.get({ referralId: referral.id })],
    ] as const) {
      await read()
      expect(await newestRow()).toMatchObject({ event, studentId })
    }
  })
  it('is not passed by through the lists: they hold no written text', async () => {
    const { id: crisisId } = await t.client.crises.open({ id: randomUUID(), studentId })
    await t.client.crises.save({ crisisId, studentId, fields: { signs: '写下的迹象', counselorOpinion: '写下的意见' } })
    const fields = referralFields({ reason: '写下的原因', clientView: '写下的看法' })
    await t.client.referrals.refer({ id: randomUUID(), studentId, crisisId, fields })
    const lists = [await t.client.crises.list({ state: 'all' }), await t.client.referrals.list({ state: 'all' })]
    expect(lists.map((rows) => rows.length)).toEqual([1, 1])
    expect(JSON.stringify(lists)).not.toContain('写下的')
  })
  it('says nothing of a draft that never was', async () => {
    await t.client.drafts.discard({ form: 'referral', subjectId: studentId })
    expect(await newestRow()).toMatchObject({ event: 'student.added' })
  })
  it('a kept version of a note stays with who wrote it', async () => {
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const about = { visitId: visit.id, studentId }
    const note = await t.client.notes.save({ ...about, version: 0, body: { ...EMPTY_NOTE, state: '第一句' } })
    const colleague = { ...t.me, id: randomUUID(), name: STAFF.duty.name }
    t.room.connection.transaction((db) => insertUser(db, colleague, new Date(MORNING).toISOString()))
    await t.client.accounts.handOver({ caseIds: [visit.caseId], toId: colleague.id, note: '接着谈' })
    t.room.me = colleague
    await t.client.notes.save({ ...about, version: 1, body: { ...EMPTY_NOTE, state: '第二句' } })
    const [first] = await t.client.notes.versions({ noteId: note.id })
    expect(first).toMatchObject({ version: 1, savedBy: STAFF.counselor.name })
  })
})
