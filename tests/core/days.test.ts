import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { walkIn } from '#tests/records'

const TODAY = '2026-11-21'
const HOUR = 3_600_000
const DAY = 24 * HOUR

async function sitting(t: TestContext, name: string, change: Parameters<typeof walkIn>[1] = {}) {
  const studentId = await giving(t).student(name)
  const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id, change) })
  return { studentId, visitId: visit.id }
}
const write = (t: TestContext, about: { studentId: string; visitId: string }) =>
  t.client.notes.save({ ...about, version: 0, body: { ...EMPTY_NOTE, state: '平静' } })

describe('the end of a day', () => {
  it('names what is left over, and nothing that is done', async () => {
    const t = testContext()
    await sitting(t, '李若溪')
    const signed = await sitting(t, '陈思远', { endedAt: '2026-11-21T08:40' })
    await write(t, signed)
    await t.client.notes.sign({ ...signed, version: 1 })
    await t.client.letters.recordOpening({ day: TODAY, count: 0 })
    const { leftOver } = await t.client.days.compile({ day: TODAY })
    expect(leftOver).toEqual([
      { what: 'unended', count: 1 },
      { what: 'unwritten', count: 1 },
    ])
  })
  it('asks for the letterbox until it was opened, even with nothing in it', async () => {
    const t = testContext()
    const kinds = async () => (await t.client.days.compile({ day: TODAY })).leftOver.map(({ what }) => what)
    expect(await kinds()).toEqual(['letterbox'])
    await t.client.letters.recordOpening({ day: TODAY, count: 0 })
    expect(await kinds()).toEqual([])
  })
  it('compiles the log without a name: visits by the number of their case, and how each was written', async () => {
    const t = testContext()
    const one = await sitting(t, '李若溪', { endedAt: '2026-11-21T08:40' })
    await write(t, one)
    const { summary } = await t.client.days.compile({ day: TODAY })
    expect(summary.visits).toMatchObject([{ state: 'ended', minutes: 40, written: 'draft', at: '2026-11-21T08:00' }])
    expect(JSON.stringify(summary)).not.toContain('李若溪')
  })
  it('a note that was first written on a later day is late, one that was begun on the day is not', async () => {
    const t = testContext()
    const one = await sitting(t, '李若溪')
    const other = await sitting(t, '陈思远')
    await write(t, one)
    t.setTime(MORNING + DAY)
    await t.client.notes.save({ ...one, version: 1, body: { ...EMPTY_NOTE, state: '平静，能说' } })
    await write(t, other)
    const { summary } = await t.client.days.compile({ day: TODAY })
    expect(summary.visits.map(({ written }) => written).toSorted()).toEqual(['draft', 'late'])
  })
  it('is kept with remarks, and closing it again puts the former log right', async () => {
    const t = testContext()
    await t.client.days.close({ day: TODAY, remarks: '上午两位' })
    t.setTime(MORNING + HOUR)
    await sitting(t, '李若溪')
    const kept = await t.client.days.close({ day: TODAY, remarks: '上午三位' })
    expect(kept).toMatchObject({ remarks: '上午三位', userName: t.me.name, summary: { visits: [{}] } })
    expect(await t.client.days.logs({ from: TODAY, to: TODAY })).toEqual([kept])
    expect((await t.client.days.state({})).closedAt).toBe(kept.closedAt)
  })
  it('a day to come cannot be closed', async () => {
    await expect(testContext().client.days.close({ day: '2026-11-22', remarks: '' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'day', reason: 'ahead' },
    })
  })
  it('the last working day without a log is asked for on the next', async () => {
    const t = testContext()
    await sitting(t, '李若溪')
    t.setTime(MORNING + 2 * DAY)
    expect((await t.client.days.state({})).lastUnclosed).toBe(TODAY)
    await t.client.days.close({ day: TODAY, remarks: '' })
    expect((await t.client.days.state({})).lastUnclosed).toBeNull()
  })
  it('a colleague’s log is the director’s to read', async () => {
    const t = testContext()
    await t.client.days.close({ day: TODAY, remarks: '' })
    const paper = { form: 'daily-log', subjectId: `${TODAY}|${t.me.id}` } as const
    await expect(t.colleague(['counselor']).client.prints.preview(paper)).rejects.toMatchObject({
      data: { reason: 'not-yours' },
    })
    const { dayLog } = await t.colleague(['director']).client.prints.preview(paper)
    expect(dayLog?.userName).toBe(t.me.name)
    expect(await t.colleague(['counselor']).client.days.logs({ from: TODAY, to: TODAY })).toEqual([])
  })
})

describe('not fit to receive today', () => {
  it('is said with one click, holds for the day alone and can be taken back', async () => {
    const t = testContext()
    expect((await t.client.days.state({})).unfitSince).toBeNull()
    const { unfitSince } = await t.client.days.declareUnfit({})
    expect((await t.client.days.state({})).unfitSince).toBe(unfitSince)
    await t.client.days.withdrawUnfit({})
    expect((await t.client.days.state({})).unfitSince).toBeNull()
    await t.client.days.declareUnfit({})
    t.setTime(MORNING + DAY)
    expect((await t.client.days.state({})).unfitSince).toBeNull()
  })
  it('keeps no reason anywhere', async () => {
    const t = testContext()
    await t.client.days.declareUnfit({})
    const { db } = t.room.connection.vault
    expect(Object.keys(db.prepare('SELECT * FROM unfit_days').get() as object)).toEqual([
      'day',
      'user_id',
      'at',
      'ended_at',
    ])
  })
})
