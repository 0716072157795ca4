import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openRoom, whyNot } from '#tests/booking'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { walkIn } from '#tests/records'

const DAY = 86_400_000

/** A student whose name was changed once, an hour after the morning. */
async function renamed(t: TestContext): Promise<{ kind: 'student'; recordId: string; studentId: string }> {
  const studentId = await giving(t).student('李若溪')
  t.setTime(MORNING + 3_600_000)
  await t.client.students.update({ studentId, fields: { name: '李若曦' } })
  return { kind: 'student', recordId: studentId, studentId }
}

describe('earlier states', () => {
  it('a changed record shows what stood before, until when, and who changed it', async () => {
    const t = testContext()
    const which = await renamed(t)
    const { now, states } = await t.client.revisions.of(which)
    expect(now['name']).toBe('李若曦')
    expect(states).toMatchObject([
      { until: new Date(MORNING + 3_600_000).toISOString(), by: t.me.name, reason: null, fields: { name: '李若溪' } },
    ])
  })
  it('a record that was saved without a change has no earlier state', async () => {
    const t = testContext()
    const studentId = await giving(t).student('李若溪')
    await t.client.students.update({ studentId, fields: { name: '李若溪' } })
    expect(await t.client.revisions.of({ kind: 'student', recordId: studentId, studentId })).toEqual({
      now: {},
      states: [],
    })
  })
  it('brought back, the record is as it was, is found by its old name, and the reason stays', async () => {
    const t = testContext()
    const which = await renamed(t)
    const [state] = (await t.client.revisions.of(which)).states
    await t.client.revisions.restore({ ...which, seq: state!.seq, reason: '改错了人' })
    expect((await t.client.students.header({ studentId: which.studentId })).student.name).toBe('李若溪')
    expect((await t.client.students.find({ text: '李若溪', limit: 5 })).map(({ id }) => id)).toEqual([which.recordId])
    expect(await t.client.students.find({ text: '李若曦', limit: 5 })).toEqual([])
    const { states } = await t.client.revisions.of(which)
    expect(states[0]).toMatchObject({ reason: '改错了人', fields: { name: '李若曦' } })
  })
  it('what was brought back can be taken back in the same way', async () => {
    const t = testContext()
    const which = await renamed(t)
    for (let turn = 0; turn < 2; turn++) {
      const [state] = (await t.client.revisions.of(which)).states
      await t.client.revisions.restore({ ...which, seq: state!.seq, reason: '再看一遍' })
    }
    expect((await t.client.students.header({ studentId: which.studentId })).student.name).toBe('李若曦')
  })
  it('after 90 days an earlier state is gone, also from the pages of the vault', async () => {
    const t = testContext()
    const which = await renamed(t)
    const [state] = (await t.client.revisions.of(which)).states
    t.setTime(MORNING + 92 * DAY)
    await expect(t.client.revisions.restore({ ...which, seq: state!.seq, reason: '太久了' })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'too-late' },
    })
    await giving(t).student('陈思远')
    expect(t.room.connection.vault.db.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(0)
  })
  it('a visit about which a note was written cannot go back to not having taken place', async () => {
    const t = testContext()
    const studentId = await giving(t).student('李若溪')
    const fields = walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-21T09:00' })
    const { id: visitId } = await t.client.visits.register({ id: randomUUID(), studentId, fields })
    await t.client.visits.arrive({ visitId, studentId, at: '2026-11-21T09:01' })
    const which = { kind: 'visit', recordId: visitId, studentId } as const
    const seq = (await t.client.revisions.of(which)).states.find((state) => state.fields['state'] === 'booked')!.seq
    const body = { state: '平静', problem: '', assessment: '', analysis: '', measures: '', effect: '', quotes: '' }
    await t.client.notes.save({ visitId, studentId, version: 0, body: { ...body, homework: '', next: '' } })
    await expect(t.client.revisions.restore({ ...which, seq, reason: '点错' })).rejects.toMatchObject({
      data: { reason: 'has-note' },
    })
  })
  it('a closed crisis card is opened again by its own rules, not by an earlier state', async () => {
    const t = testContext()
    const studentId = await giving(t).student('李若溪')
    const { id: crisisId } = await t.client.crises.open({ id: randomUUID(), studentId })
    await t.client.crises.save({ crisisId, studentId, fields: { place: '操场' } })
    t.room.connection.vault.db
      .prepare("UPDATE crises SET state = 'closed', closed_at = '2026-11-21T09:00' WHERE id = ?")
      .run(crisisId)
    await giving(t).student('陈思远')
    const which = { kind: 'crisis', recordId: crisisId, studentId } as const
    const [state] = (await t.client.revisions.of(which)).states
    expect(state!.fields['state']).toBe('open')
    await expect(t.client.revisions.restore({ ...which, seq: state!.seq, reason: '点错了' })).rejects.toMatchObject({
      data: { reason: 'reopen-instead' },
    })
  })
  it('a student number that somebody else has by now is not brought back', async () => {
    const t = testContext()
    const studentId = await giving(t).student('李若溪')
    await t.client.students.update({ studentId, fields: { studentNo: '20260101' } })
    await t.client.students.update({ studentId, fields: { studentNo: '20260102' } })
    const other = await giving(t).student('陈思远')
    await t.client.students.update({ studentId: other, fields: { studentNo: '20260101' } })
    const which = { kind: 'student', recordId: studentId, studentId } as const
    const [state] = (await t.client.revisions.of(which)).states
    await expect(t.client.revisions.restore({ ...which, seq: state!.seq, reason: '改错了' })).rejects.toMatchObject({
      data: { reason: 'number-taken' },
    })
  })
  it('a record is never brought back under another child’s name', async () => {
    const t = testContext()
    const which = await renamed(t)
    const other = await giving(t).student('陈思远')
    const [state] = (await t.client.revisions.of(which)).states
    const wrong = { ...which, studentId: other }
    await expect(t.client.revisions.of(wrong)).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
    await expect(t.client.revisions.restore({ ...wrong, seq: state!.seq, reason: '别人' })).rejects.toMatchObject({
      data: { reason: 'wrong-student' },
    })
  })
  it('a colleague’s student needs a reason to be looked at and cannot be brought back by another', async () => {
    const t = testContext()
    const which = await renamed(t)
    await t.client.visits.register({ id: randomUUID(), studentId: which.studentId, fields: walkIn(t.me.id) })
    const other = t.colleague(['counselor'])
    await expect(other.client.revisions.of(which)).rejects.toMatchObject({ data: { reason: 'reason-needed' } })
    const [state] = (await t.client.revisions.of(which)).states
    await expect(other.client.revisions.restore({ ...which, seq: state!.seq, reason: '想看看' })).rejects.toMatchObject(
      { data: { reason: 'not-yours' } },
    )
  })
  it('reading and bringing back stand in the log', async () => {
    const t = testContext()
    const which = await renamed(t)
    const [state] = (await t.client.revisions.of(which)).states
    await t.client.revisions.restore({ ...which, seq: state!.seq, reason: '改错了人' })
    const events = t.room.connection.vault.db.prepare('SELECT event FROM audit ORDER BY seq DESC LIMIT 2').pluck().all()
    expect(events).toEqual(['revision.restored', 'revision.read'])
  })
})

describe('a booking that is brought back', () => {
  const MONDAY = '2026-11-23'
  /** A booking that was cancelled, and the state before. */
  async function cancelled() {
    const { t, b, one, other } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`, { minutes: 40 })
    const about = { visitId: visit.id, studentId: one }
    await t.client.visits.cancel({ ...about, state: 'cancelled', reason: '点错' })
    const which = { kind: 'visit', recordId: visit.id, studentId: one } as const
    const seqOf = async (at: string): Promise<number> => {
      const { states } = await t.client.revisions.of(which)
      return states.find(({ fields }) => fields['state'] === 'booked' && fields['booked_for'] === at)!.seq
    }
    const seq = await seqOf(`${MONDAY}T09:00`)
    const lines = () => t.client.appointments.list({ from: MONDAY, to: '2026-11-29' })
    return { t, b, one, other, about, which, seq, seqOf, lines }
  }
  it('comes back when nothing speaks against its time, as long as it was', async () => {
    const { t, about, which, seq, lines } = await cancelled()
    expect(await t.client.revisions.check({ ...which, seq })).toEqual([])
    await t.client.revisions.restore({ ...which, seq, reason: '点错' })
    expect((await lines()).find(({ visitId }) => visitId === about.visitId)).toMatchObject({
      state: 'booked',
      from: `${MONDAY}T09:00`,
      until: `${MONDAY}T09:40`,
    })
  })
  it('is refused where somebody else has the time by now, and stays cancelled', async () => {
    const { t, b, other, about, which, seq } = await cancelled()
    await b.book(other, `${MONDAY}T09:20`)
    expect(await t.client.revisions.check({ ...which, seq })).toMatchObject([
      { kind: 'clash-counselor', weight: 'refuses', name: '陈思远' },
    ])
    expect(await whyNot(t.client.revisions.restore({ ...which, seq, reason: '点错', overReason: '家长要求' }))).toBe(
      'conflict clash-counselor',
    )
    expect((await t.client.visits.get({ visitId: about.visitId })).state).toBe('cancelled')
  })
  it('asks for a reason where booking would: a closed day, two who are kept apart; the reason stays with it', async () => {
    const { t, b, one, other, which, seq, lines } = await cancelled()
    await t.client.appointments.markApart({ id: randomUUID(), studentId: one, otherId: other, reason: '同一事件' })
    await b.book(other, `${MONDAY}T10:00`)
    await b.closed('closed', MONDAY)
    const found = await t.client.revisions.check({ ...which, seq })
    expect(found.map(({ kind, weight }) => `${kind} ${weight}`)).toEqual(['apart asks', 'closed-day asks'])
    expect(await whyNot(t.client.revisions.restore({ ...which, seq, reason: '点错' }))).toBe('conflict reason-needed')
    await t.client.revisions.restore({ ...which, seq, reason: '点错', overReason: '家长只有这时有空' })
    expect((await lines()).find(({ studentId }) => studentId === one)).toMatchObject({
      state: 'booked',
      overReason: '家长只有这时有空',
    })
  })
  it('at an earlier time takes its end along, and is held to the rules there', async () => {
    const { t, b, about, other, which, seq, seqOf, lines } = await cancelled()
    await t.client.revisions.restore({ ...which, seq, reason: '点错' })
    const later = { from: `${MONDAY}T14:00`, until: `${MONDAY}T14:30`, overReason: '', scope: 'one' } as const
    await t.client.appointments.move({ ...about, ...later })
    await b.book(other, `${MONDAY}T11:00`)
    const before = await seqOf(`${MONDAY}T09:00`)
    await t.client.revisions.restore({ ...which, seq: before, reason: '还是原来的时间' })
    expect((await lines()).find(({ visitId }) => visitId === about.visitId)).toMatchObject({
      from: `${MONDAY}T09:00`,
      until: `${MONDAY}T09:30`,
    })
  })
  it('does not come back to somebody who has left', async () => {
    const { t, b, one } = await cancelled()
    const by = t.colleague(['counselor'], '陈老师')
    const { visit } = await b.book(one, `${MONDAY}T15:00`, { by })
    const which = { kind: 'visit', recordId: visit.id, studentId: one } as const
    await t.client.visits.cancel({ visitId: visit.id, studentId: one, state: 'cancelled', reason: '' })
    const [state] = (await t.client.revisions.of(which)).states
    t.room.connection.vault.db.prepare(`UPDATE users SET closed_at = '2026-11-21' WHERE id = ?`).run(by.me.id)
    expect(await whyNot(t.client.revisions.restore({ ...which, seq: state!.seq, reason: '点错' }))).toBe(
      'conflict receiver-left',
    )
  })
  it('what is no booking is asked about no time', async () => {
    const t = testContext()
    const which = await renamed(t)
    const [state] = (await t.client.revisions.of(which)).states
    expect(await t.client.revisions.check({ ...which, seq: state!.seq })).toEqual([])
  })
})

describe('the bin', () => {
  it('is empty while nothing was thrown away', async () => {
    expect(await testContext().client.revisions.bin({ limit: 50 })).toEqual([])
  })
})
