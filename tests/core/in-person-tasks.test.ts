import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'

let t: TestContext
let g: ReturnType<typeof giving>
let studentId: string
beforeEach(async () => {
  t = testContext()
  g = giving(t)
  studentId = await g.student('陈思远')
})

describe('what has to be asked in person', () => {
  beforeEach(async () => {
    for (const id of ['phq9', 'asq', 'cssrs-screen']) await g.mayGive(id)
  })
  it('item 9 raises a task though the total is minimal', async () => {
    const done = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 1')
    expect(done).toMatchObject({ score: 1, critical: 1, band: { severity: 0 } })
    expect(done.tasks).toMatchObject([
      { urgency: 'same-day', critical: [{ item: 'phq9_9' }], blanks: [], acknowledgedAt: null, closedAt: null },
    ])
    expect((await g.events()).slice(0, 2)).toEqual(['task.raised', 'assessment.scored'])
  })
  it('item 9 raises a task though the sheet has no total', async () => {
    const done = await g.give(studentId, 'phq9', '- - - 1 1 1 1 1 3')
    expect(done).toMatchObject({ score: null, band: null, valid: false, critical: 1 })
    expect(done.tasks).toMatchObject([{ critical: [{ item: 'phq9_9' }] }])
  })
  it('item 9 left blank is asked the same day', async () => {
    const done = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 -')
    expect(done.tasks).toMatchObject([{ urgency: 'same-day', critical: [], blanks: [{ item: 'phq9_9' }] }])
  })
  it('a yes in the ASQ raises one task, at once when it is about now', async () => {
    const earlier = await g.give(studentId, 'asq', '0 0 1 0 0')
    expect(earlier.tasks).toMatchObject([{ urgency: 'same-day', critical: [{ item: 'asq_3' }] }])
    const now = await g.give(studentId, 'asq', '0 0 1 0 1')
    expect(now.tasks).toMatchObject([{ urgency: 'immediate', critical: [{ item: 'asq_5' }, { item: 'asq_3' }] }])
  })
  it('a yes in the C-SSRS raises one task, and an interview broken off shows it', async () => {
    const done = await g.give(studentId, 'cssrs-screen', '1 1 0 1')
    expect(done.tasks).toMatchObject([{ urgency: 'immediate', critical: [{ item: 'cssrs_4' }, {}, {}] }])
    expect(done.result).toMatchObject({ incomplete: true })
    expect(done.valid).toBe(false)
  })
  it('an interview with no to everything raises none', async () => {
    expect(await g.give(studentId, 'asq', '0 0 0 0')).toMatchObject({ tasks: [], critical: 0 })
    expect(await t.client.assessments.tasks({})).toEqual([])
  })
  it('stands most urgent first, then oldest, with who it is and what is known', async () => {
    const other = await g.student('赵可欣')
    await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 1')
    t.setTime(Date.UTC(2026, 10, 21, 9, 0))
    await g.give(other, 'phq9', '0 0 0 0 0 0 0 0 1')
    t.setTime(Date.UTC(2026, 10, 21, 10, 0))
    await g.give(other, 'asq', '0 0 1 0 1')
    await t.client.risks.set({ id: randomUUID(), studentId: other, rank: 2, reason: '近一周情绪低落' })
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId: other })
    const tasks = await t.client.assessments.tasks({})
    expect(tasks.map(({ short, studentName }) => [short, studentName])).toEqual([
      ['ASQ', '赵可欣'],
      ['PHQ-9', '陈思远'],
      ['PHQ-9', '赵可欣'],
    ])
    expect(tasks[0]).toMatchObject({ riskRank: 2, openCrisisId: crisis.id })
    expect(tasks[1]).toMatchObject({ riskRank: null, openCrisisId: null })
  })
  it('is acknowledged by the first, closed with what came of it, and then no longer waits', async () => {
    const { tasks } = await g.give(studentId, 'phq9', '0 0 0 0 0 0 0 0 1')
    const task = { taskId: tasks[0]!.id, studentId }
    const first = await t.client.assessments.acknowledgeTask(task)
    expect(first).toMatchObject({ acknowledgedAt: '2026-11-21T08:00:00.000Z', acknowledgedBy: t.me.name })
    t.setTime(Date.UTC(2026, 10, 21, 9, 0))
    expect(await t.client.assessments.acknowledgeTask(task)).toEqual(first)
    const close = (change: object) =>
      t.client.assessments.closeTask({
        ...task,
        seenOn: '2026-11-21',
        outcome: 'watch',
        note: '当面问过，无计划',
        ...change,
      })
    await expect(close({ note: ' ' })).rejects.toMatchObject({ data: { field: 'note' } })
    await expect(close({ seenOn: '2026-11-22' })).rejects.toMatchObject({ data: { field: 'seenOn' } })
    expect(await close({})).toMatchObject({ outcome: 'watch', seenOn: '2026-11-21', closedAt: expect.any(String) })
    await expect(close({})).rejects.toMatchObject({ code: 'conflict', data: { reason: 'already-closed' } })
    expect(await t.client.assessments.tasks({})).toEqual([])
    expect((await g.events()).slice(0, 2)).toEqual(['task.closed', 'task.acknowledged'])
    expect(() => t.room.connection.vault.db.exec('DELETE FROM in_person_tasks')).toThrow(/never deleted/u)
  })
})
