import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { walkIn } from '#tests/records'

type Sitting = { studentId: string; visitId: string }
async function sitting(t: TestContext, name: string): Promise<Sitting> {
  const studentId = await giving(t).student(name)
  const visitId = randomUUID()
  await t.client.visits.register({ id: visitId, studentId, fields: walkIn(t.me.id) })
  return { studentId, visitId }
}
const write = (t: TestContext, { studentId, visitId }: Sitting, state: string) =>
  t.client.notes.save({ visitId, studentId, version: 0, body: { ...EMPTY_NOTE, state } })

describe('a note in the wrong child’s file', () => {
  it('is asked about when another student is named at least twice and more often than the right one', async () => {
    const t = testContext()
    const right = await sitting(t, '李若溪')
    await giving(t).student('陈思远')
    await write(t, right, '陈思远说昨晚没睡好。李若溪旁边。陈思远不想上课。')
    expect(await t.client.notes.namesOthers({ visitId: right.visitId })).toEqual({
      own: 1,
      others: [{ name: '陈思远', times: 2 }],
    })
  })
  it('is not asked about when a friend is named once, or no more often than the student', async () => {
    const t = testContext()
    const right = await sitting(t, '李若溪')
    await giving(t).student('陈思远')
    await write(t, right, '和陈思远吵架了。')
    expect((await t.client.notes.namesOthers({ visitId: right.visitId })).others).toEqual([])
    await t.client.notes.save({
      visitId: right.visitId,
      studentId: right.studentId,
      version: 1,
      body: { ...EMPTY_NOTE, state: '李若溪和陈思远吵架了，李若溪觉得陈思远不理解。' },
    })
    expect((await t.client.notes.namesOthers({ visitId: right.visitId })).others).toEqual([])
  })
  it('goes to the right file, signed as it is, with its additions, and is found there', async () => {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const right = await sitting(t, '陈思远')
    await write(t, wrong, '纸鹤')
    const note = await t.client.notes.sign({ ...wrong, version: 1 })
    await t.client.notes.append({ id: randomUUID(), noteId: note.id, studentId: wrong.studentId, text: '补一句' })
    await t.client.notes.move({
      noteId: note.id,
      studentId: wrong.studentId,
      toVisitId: right.visitId,
      toStudentId: right.studentId,
      reason: '写错了学生',
    })
    expect(await t.client.notes.get({ visitId: wrong.visitId })).toBeNull()
    expect(await t.client.notes.get({ visitId: right.visitId })).toMatchObject({
      id: note.id,
      studentId: right.studentId,
      state: 'signed',
      body: { state: '纸鹤' },
      addenda: [{ text: '补一句' }],
    })
    expect((await t.client.notes.search({ text: '纸鹤', limit: 5 })).map((hit) => hit.studentName)).toEqual(['陈思远'])
  })
  it('leaves a trace with the reason on both sides, and in the log of both', async () => {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const right = await sitting(t, '陈思远')
    const note = await write(t, wrong, '纸鹤')
    const to = { toVisitId: right.visitId, toStudentId: right.studentId }
    await t.client.notes.move({ noteId: note.id, studentId: wrong.studentId, ...to, reason: '写错了学生' })
    for (const [{ studentId }, what] of [
      [wrong, 'moved-out'],
      [right, 'moved-in'],
    ] as const) {
      const { items } = await t.client.students.timeline({ studentId, limit: 20 })
      expect(items.filter(({ kind }) => kind === 'note')).toMatchObject([
        { what, excerpt: '写错了学生', by: t.me.name },
      ])
      const logged = t.room.connection.vault.db
        .prepare(`SELECT count(*) FROM audit WHERE event = 'note.moved' AND student_id = ?`)
        .pluck()
      expect(logged.get(studentId)).toBe(1)
    }
  })
  it('never falls on a note that is there already, on somebody who did not come, or into a colleague’s case', async () => {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const taken = await sitting(t, '陈思远')
    const note = await write(t, wrong, '纸鹤')
    await write(t, taken, '别的')
    const move = (to: Sitting) =>
      t.client.notes.move({
        noteId: note.id,
        studentId: wrong.studentId,
        toVisitId: to.visitId,
        toStudentId: to.studentId,
        reason: '写错了学生',
      })
    await expect(move(taken)).rejects.toMatchObject({ data: { reason: 'has-note' } })
    const booked = { studentId: taken.studentId, visitId: randomUUID() }
    await t.client.visits.register({
      id: booked.visitId,
      studentId: taken.studentId,
      fields: walkIn(t.me.id, { arrivedAt: null, bookedFor: '2026-11-23T09:00' }),
    })
    await expect(move(booked)).rejects.toMatchObject({ data: { reason: 'not-arrived' } })
    const other = t.colleague(['counselor'])
    const theirs = { studentId: await giving(t).student('周一鸣'), visitId: randomUUID() }
    const fields = walkIn(other.me.id)
    await other.client.visits.register({ id: theirs.visitId, studentId: theirs.studentId, fields })
    await expect(move(theirs)).rejects.toMatchObject({ data: { reason: 'not-yours' } })
    await expect(move({ ...booked, studentId: wrong.studentId })).rejects.toMatchObject({
      data: { reason: 'wrong-student' },
    })
    expect((await t.client.notes.get({ visitId: wrong.visitId }))?.body.state).toBe('纸鹤')
  })
  it('cannot be moved past the gate: the table itself wants the trace', async () => {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const right = await sitting(t, '陈思远')
    const note = await write(t, wrong, '纸鹤')
    const { db } = t.room.connection.vault
    const move = db.prepare('UPDATE notes SET visit_id = ?, student_id = ? WHERE id = ?')
    expect(() => move.run(right.visitId, right.studentId, note.id)).toThrow('a note moves with a trace')
    await t.client.notes.sign({ ...wrong, version: 1 })
    expect(() => db.prepare(`UPDATE notes SET body = '{}' WHERE id = ?`).run(note.id)).toThrow(
      'a signed note never changes',
    )
  })
  it('finds the visits that still lack a note, newest first', async () => {
    const t = testContext()
    const one = await sitting(t, '李若溪')
    const later = randomUUID()
    const fields = walkIn(t.me.id, { arrivedAt: '2026-11-21T10:00' })
    await t.client.visits.register({ id: later, studentId: one.studentId, fields })
    const open = () => t.client.notes.openVisits({ studentId: one.studentId })
    expect((await open()).map(({ visitId }) => visitId)).toEqual([later, one.visitId])
    await write(t, one, '纸鹤')
    expect((await open()).map(({ visitId }) => visitId)).toEqual([later])
  })
})
