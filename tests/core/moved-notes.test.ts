import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { MORNING, testContext, type TestContext } from '#tests/context'
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

/** The goal of an active plan of the student, marked at the visit. */
async function marked(t: TestContext, { studentId, visitId }: Sitting): Promise<{ caseId: string; rootId: string }> {
  const { caseId } = await t.client.visits.get({ visitId })
  const goal = { rootId: randomUUID(), text: '每周和同学吃一次饭', sign: '能说出和谁' }
  const db = t.room.connection.vault.db
  const planId = randomUUID()
  const plan = await t.client.plans.draft({ id: planId, caseId, studentId })
  await t.client.plans.save({ planId, studentId, edits: 0, body: { ...plan.body, goals: [goal] } })
  db.prepare(`UPDATE plans SET state = 'active', agreed_on = '2026-11-21' WHERE id = ?`).run(planId)
  await t.client.plans.mark({ id: randomUUID(), visitId, studentId, rootId: goal.rootId, score: 6, words: '试过一次' })
  return { caseId, rootId: goal.rootId }
}

describe('what lies at a visit beside its note', () => {
  const TEXT = '想带去督导'
  async function scene() {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const right = await sitting(t, '陈思远')
    const { caseId, rootId } = await marked(t, wrong)
    const note = await write(t, wrong, '纸鹤')
    const privateId = randomUUID()
    await t.client.privates.save({ id: privateId, ...wrong, version: 0, text: TEXT })
    const move = (takes: { takesMarksBack?: boolean; takesPrivatesAlong?: boolean } = {}) =>
      t.client.notes.move({
        noteId: note.id,
        studentId: wrong.studentId,
        toVisitId: right.visitId,
        toStudentId: right.studentId,
        reason: '点错了',
        ...takes,
      })
    const marks = async () => (await t.client.plans.course({ caseId })).flatMap((one) => one.marks)
    return { t, wrong, right, rootId, note, privateId, move, marks }
  }
  const later = (t: TestContext): void => t.setTime(MORNING + 60_000)

  it('is listed before the note goes', async () => {
    const { t, rootId, note } = await scene()
    expect(await t.client.notes.beside({ noteId: note.id })).toEqual({
      marks: [{ rootId, goal: '每周和同学吃一次饭', score: 6, words: '试过一次' }],
      privates: 1,
    })
    await expect(t.colleague(['counselor']).client.notes.beside({ noteId: note.id })).rejects.toMatchObject({
      data: { reason: 'not-yours' },
    })
  })
  it('goal marks belong to the plan of the child before: they are taken back, signed or not, and the file says so', async () => {
    const { t, wrong, right, move, marks } = await scene()
    await t.client.notes.sign({ ...wrong, version: 1 })
    await move()
    expect(await marks()).toEqual([])
    const itemsOf = async (studentId: string) =>
      (await t.client.students.timeline({ studentId, limit: 20 })).items.filter(({ kind }) => kind === 'note')
    expect(await itemsOf(wrong.studentId)).toMatchObject([{ what: 'moved-out', facts: { marks: '6' } }])
    expect(await itemsOf(right.studentId)).toMatchObject([{ what: 'moved-in', facts: { marks: null } }])
    const logged = await t.client.audit.list({ before: null, limit: 20 })
    expect(logged.map(({ event }) => event)).toContain('goal.mark-taken-back')
    const kept = t.room.connection.vault.db.prepare('SELECT marks FROM note_moves').pluck().get() as string
    expect(JSON.parse(kept)).toMatchObject([{ score: 6, words: '试过一次' }])
  })
  it('marks stay where whoever moves the note says they are right', async () => {
    const { move, marks } = await scene()
    await move({ takesMarksBack: false })
    expect(await marks()).toMatchObject([{ score: 6 }])
  })
  it('one’s own private notes of the visit go along, closed as they are', async () => {
    const { t, wrong, right, privateId, move } = await scene()
    await move()
    expect(await t.client.privates.list({ studentId: wrong.studentId })).toEqual([])
    expect(await t.client.privates.list({ studentId: right.studentId })).toMatchObject([
      { id: privateId, studentId: right.studentId, visitId: right.visitId, text: TEXT, isLeftBehind: false },
    ])
    await t.client.privates.save({ id: privateId, ...right, version: 1, text: `${TEXT}。` })
  })
  it('a private note that stayed says so, and goes after the note when its author wants it to', async () => {
    const { t, wrong, right, privateId, move } = await scene()
    later(t)
    await move({ takesPrivatesAlong: false })
    expect(await t.client.privates.list({ studentId: wrong.studentId })).toMatchObject([{ isLeftBehind: true }])
    await t.client.privates.follow({ id: privateId, studentId: wrong.studentId })
    expect(await t.client.privates.list({ studentId: right.studentId })).toMatchObject([
      { text: TEXT, visitId: right.visitId, isLeftBehind: false },
    ])
  })
  it('nobody moves the private notes of a colleague; she goes after it herself', async () => {
    const { t, wrong, right, move } = await scene()
    const other = t.colleague(['counselor'])
    const id = randomUUID()
    await other.client.privates.save({ id, ...wrong, version: 0, text: '同事写的' })
    later(t)
    await move()
    const theirs = (studentId: string) => other.client.privates.list({ studentId })
    expect(await theirs(wrong.studentId)).toMatchObject([{ id, text: '同事写的', isLeftBehind: true }])
    await expect(t.client.privates.follow({ id, studentId: wrong.studentId })).rejects.toMatchObject({
      code: 'not-found',
    })
    await other.client.privates.follow({ id, studentId: wrong.studentId })
    expect(await theirs(right.studentId)).toMatchObject([{ id, isLeftBehind: false }])
    await expect(other.client.privates.follow({ id, studentId: right.studentId })).rejects.toMatchObject({
      data: { reason: 'not-moved' },
    })
  })
})

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
  it('leaves a trace on both sides and in the log of both; only whoever moved it sees the reason there', async () => {
    const t = testContext()
    const wrong = await sitting(t, '李若溪')
    const right = await sitting(t, '陈思远')
    const note = await write(t, wrong, '纸鹤')
    const to = { toVisitId: right.visitId, toStudentId: right.studentId }
    const reason = '点错了，是李若溪的同学陈思远'
    await t.client.notes.move({ noteId: note.id, studentId: wrong.studentId, ...to, reason })
    const other = t.colleague(['counselor', 'director'])
    for (const [{ studentId }, what] of [
      [wrong, 'moved-out'],
      [right, 'moved-in'],
    ] as const) {
      const { items } = await t.client.students.timeline({ studentId, limit: 20 })
      expect(items.filter(({ kind }) => kind === 'note')).toMatchObject([{ what, excerpt: reason, by: t.me.name }])
      await other.client.accounts.giveReason({ studentId, reason: '接替期间' })
      const seen = (await other.client.students.timeline({ studentId, limit: 20 })).items
      expect(seen.filter(({ kind }) => kind === 'note')).toMatchObject([{ what, excerpt: null, by: t.me.name }])
      const strange = studentId === wrong.studentId ? '陈思远' : '李若溪'
      expect(JSON.stringify(seen)).not.toContain(strange)
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
