import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { WaitFields } from '#contract/waits'
import { booking, whyNot } from '#tests/booking'
import { testContext } from '#tests/context'

const waiting = (change: Partial<WaitFields> = {}): WaitFields => ({
  since: '2026-11-16',
  urgency: 'routine',
  wish: '周三午休',
  note: '',
  receiverId: null,
  ...change,
})
const list = () => {
  const t = testContext()
  const b = booking(t)
  const add = (studentId: string, change?: Partial<WaitFields>) =>
    t.client.waits.add({ id: randomUUID(), studentId, fields: waiting(change) })
  return { t, b, add }
}

describe('the waiting list', () => {
  it('has the most urgent first, then whoever has waited longest', async () => {
    const { t, b, add } = list()
    await add(await b.student('李若溪'), { since: '2026-11-19' })
    await add(await b.student('陈思远'), { since: '2026-11-12' })
    await add(await b.student('孙浩'), { since: '2026-11-20', urgency: 'urgent' })
    const lines = await t.client.waits.list({})
    expect(lines.map(({ studentName, days }) => [studentName, days])).toEqual([
      ['孙浩', 1],
      ['陈思远', 9],
      ['李若溪', 2],
    ])
  })
  it('has everybody once', async () => {
    const { b, add } = list()
    const one = await b.student('李若溪')
    await add(one)
    expect(await whyNot(add(one))).toBe('conflict already-waiting')
  })
  it('a booking takes the name off, but not that of another', async () => {
    const { t, b, add } = list()
    const [one, other] = [await b.student('李若溪'), await b.student('陈思远')]
    const { id: waitId } = await add(one)
    expect(await whyNot(b.book(other, '2026-11-23T09:00', { waitId }))).toBe('conflict wrong-student')
    await b.book(one, '2026-11-23T09:00', { waitId })
    expect(await t.client.waits.list({})).toEqual([])
    expect(await whyNot(b.book(one, '2026-11-24T09:00', { waitId }))).toBe('not-found')
    await add(one)
    expect(await t.client.waits.list({})).toHaveLength(1)
  })
  it('whoever no longer needs it leaves with a reason', async () => {
    const { t, b, add } = list()
    const studentId = await b.student('李若溪')
    const { id: waitId } = await add(studentId)
    await t.client.waits.leave({ waitId, studentId, outcome: 'not-needed' })
    expect(await t.client.waits.list({})).toEqual([])
    expect(await whyNot(t.client.waits.update({ waitId, studentId, fields: { urgency: 'soon' } }))).toBe('not-found')
  })
  it('the desk keeps it and knows when they can come, not why they wait; and changes no word of why', async () => {
    const { t, b, add } = list()
    const studentId = await b.student('李若溪')
    await b.book(studentId, '2026-11-30T09:00')
    const { id: waitId } = await add(studentId, { note: '与同桌的矛盾' })
    const desk = t.colleague(['duty'])
    expect(await desk.client.waits.list({})).toMatchObject([{ studentName: '李若溪', wish: '周三午休', note: '' }])
    const changed = await desk.client.waits.update({ waitId, studentId, fields: { wish: '周四午休', note: '' } })
    expect(changed).toMatchObject({ wish: '周四午休', note: '', riskRank: null })
    expect(await t.client.waits.list({})).toMatchObject([{ wish: '周四午休', note: '与同桌的矛盾' }])
    const colleague = t.colleague(['counselor'], '陈老师')
    expect(await colleague.client.waits.list({})).toMatchObject([{ note: '' }])
  })
})
