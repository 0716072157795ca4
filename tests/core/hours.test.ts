import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BOOKING_RULES } from '#core/defaults'
import { booking, whyNot } from '#tests/booking'
import { testContext } from '#tests/context'

const MONDAY = '2026-11-23'
const week = { from: MONDAY, to: '2026-11-29' }

describe('opening hours', () => {
  it('a room that has said nothing is open at any time, with the usual rules', async () => {
    const { client } = testContext()
    expect(await client.hours.get(week)).toEqual({
      weekly: [],
      closedDays: [],
      shifts: [],
      busy: [],
      rules: DEFAULT_BOOKING_RULES,
    })
  })
  it('stretches that touch are one, the week begins on Monday, and none ends before it begins', async () => {
    const { client } = testContext()
    await client.hours.saveWeekly({
      weekly: [
        { weekday: 0, from: '09:00', to: '10:00' },
        { weekday: 1, from: '10:00', to: '12:00' },
        { weekday: 1, from: '08:00', to: '10:00' },
        { weekday: 1, from: '13:00', to: '17:00' },
      ],
    })
    expect((await client.hours.get(week)).weekly).toEqual([
      { weekday: 1, from: '08:00', to: '12:00' },
      { weekday: 1, from: '13:00', to: '17:00' },
      { weekday: 0, from: '09:00', to: '10:00' },
    ])
    const backwards = client.hours.saveWeekly({ weekly: [{ weekday: 1, from: '10:00', to: '09:00' }] })
    expect(await whyNot(backwards)).toBe('invalid ends-before-start')
  })
  it('closed days of the range come back, changed and removed by their id', async () => {
    const t = testContext()
    const day = { id: randomUUID(), kind: 'holiday' as const, name: '元旦', fromDay: '2027-01-01', toDay: '2027-01-03' }
    await t.client.hours.saveClosedDay({ day: { ...day, asWeekday: 3 } })
    expect((await t.client.hours.get(week)).closedDays).toEqual([])
    const newYear = { from: '2027-01-03', to: '2027-01-09' }
    expect((await t.client.hours.get(newYear)).closedDays).toEqual([{ ...day, asWeekday: null }])
    await t.client.hours.saveClosedDay({ day: { ...day, name: '元旦放假', asWeekday: null } })
    expect((await t.client.hours.get(newYear)).closedDays).toMatchObject([{ name: '元旦放假' }])
    await t.client.hours.removeClosedDay({ id: day.id })
    expect((await t.client.hours.get(newYear)).closedDays).toEqual([])
    expect(await whyNot(t.client.hours.removeClosedDay({ id: day.id }))).toBe('not-found')
  })
  it('whoever only sits at the desk reads them and does not change them', async () => {
    const t = testContext()
    const desk = t.colleague(['duty'])
    expect((await desk.client.hours.get(week)).weekly).toEqual([])
    expect(await whyNot(desk.client.hours.saveWeekly({ weekly: [] }))).toBe('forbidden role')
    expect(await whyNot(desk.client.hours.saveRules({ rules: DEFAULT_BOOKING_RULES }))).toBe('forbidden role')
  })
})

describe('the duty roster', () => {
  it('is saved week by week and leaves other weeks alone', async () => {
    const t = testContext()
    const shift = (day: string) => ({
      id: randomUUID(),
      day,
      startsAt: '08:30',
      endsAt: '17:30',
      userId: t.me.id,
      note: '',
    })
    await t.client.hours.saveShifts({ monday: MONDAY, shifts: [shift(MONDAY), shift('2026-11-27')] })
    await t.client.hours.saveShifts({ monday: '2026-11-30', shifts: [shift('2026-11-30')] })
    await t.client.hours.saveShifts({ monday: MONDAY, shifts: [shift('2026-11-24')] })
    const { shifts } = await t.client.hours.get({ from: MONDAY, to: '2026-12-06' })
    expect(shifts.map(({ day, userName }) => [day, userName])).toEqual([
      ['2026-11-24', t.me.name],
      ['2026-11-30', t.me.name],
    ])
  })
  it('has no shift of another week, none that ends before it begins, and begins on a Monday', async () => {
    const t = testContext()
    const shift = { id: randomUUID(), day: MONDAY, startsAt: '08:30', endsAt: '17:30', userId: t.me.id, note: '' }
    const save = (monday: string, change: object) =>
      whyNot(t.client.hours.saveShifts({ monday, shifts: [{ ...shift, ...change }] }))
    expect(await save(MONDAY, { day: '2026-11-30' })).toBe('invalid other-week')
    expect(await save(MONDAY, { endsAt: '08:00' })).toBe('invalid ends-before-start')
    expect(await save('2026-11-24', {})).toBe('invalid no-monday')
    expect(await save(MONDAY, { userId: randomUUID() })).toBe('not-found')
  })
})

describe('handing a shift over', () => {
  it('says how much is open without a name, and is taken over once, by somebody else', async () => {
    const t = testContext()
    const b = booking(t)
    await t.client.crises.open({ id: randomUUID(), studentId: await b.student('李若溪') })
    const colleague = t.colleague(['counselor', 'duty'], '陈老师')
    const left = await t.client.hours.handOver({ id: randomUUID(), toId: null, note: '钥匙在抽屉' })
    expect(left).toMatchObject({ toName: null, items: [{ list: 'open-crises', count: 1 }], takenAt: null })
    expect(await whyNot(t.client.hours.takeOver({ id: left.id }))).toBe('conflict not-for-you')
    expect(await colleague.client.hours.takeOver({ id: left.id })).toMatchObject({ toName: '陈老师' })
    expect(await whyNot(colleague.client.hours.takeOver({ id: left.id }))).toBe('conflict already-taken')
    expect(await t.client.hours.handovers({ from: '2026-11-21', to: '2026-11-21' })).toHaveLength(1)
  })
})
