import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bookable, booking, openRoom, whyNot } from '#tests/booking'
import { MORNING, testContext } from '#tests/context'
import { questionsAsked } from '#tests/db/questions'

/** Monday, 23 November 2026. */
const MONDAY = '2026-11-23'

describe('a repeat', () => {
  it('leaves out holidays, exam weeks and taken times, and says which', async () => {
    const { t, b, one, other } = await openRoom()
    await b.closed('holiday', '2026-12-07')
    await b.closed('exam', '2026-12-14', '2026-12-18')
    await b.book(other, '2026-12-21T09:30')
    const { booked, skipped } = await b.book(one, `${MONDAY}T09:00`, { repeat: { everyWeeks: 1, times: 6 } })
    expect(booked.map(({ day }) => day)).toEqual([MONDAY, '2026-11-30', '2026-12-28'])
    expect(skipped).toEqual([
      { day: '2026-12-07', reason: 'closed-day' },
      { day: '2026-12-14', reason: 'exam-week' },
      { day: '2026-12-21', reason: 'clash-counselor' },
    ])
    expect(
      new Set((await t.client.appointments.list({ from: MONDAY, to: '2026-12-31' })).map((line) => line.seriesId)).size,
    ).toBe(2)
  })
  it('goes into exam weeks where the school says so, with a reason', async () => {
    const { b, one } = await openRoom()
    await b.rules({ skipsExamWeeks: false })
    await b.closed('exam', '2026-11-30', '2026-12-04')
    const repeat = { everyWeeks: 1, times: 2 }
    const { skipped } = await b.book(one, `${MONDAY}T09:00`, { repeat })
    expect(skipped).toEqual([{ day: '2026-11-30', reason: 'exam-week' }])
    const { booked } = await b.book(one, `${MONDAY}T10:00`, { repeat, overReason: '考前安排' })
    expect(booked).toHaveLength(2)
  })
  it('keeps its weekday and its hour over the end of a year and over a change of the clock', async () => {
    const zone = process.env['TZ']
    process.env['TZ'] = 'Europe/Berlin'
    onTestFinished(() => {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })
    const t = testContext()
    const b = booking(t)
    const { booked } = await b.book(await b.student('李若溪'), '2026-12-21T08:00', {
      repeat: { everyWeeks: 2, times: 9 },
    })
    expect(booked.map(({ day }) => day)).toEqual([
      '2026-12-21',
      '2027-01-04',
      '2027-01-18',
      '2027-02-01',
      '2027-02-15',
      '2027-03-01',
      '2027-03-15',
      '2027-03-29',
      '2027-04-12',
    ])
    const [line] = await t.client.appointments.list({ from: '2027-03-29', to: '2027-03-29' })
    expect(line).toMatchObject({ from: '2027-03-29T08:00', until: '2027-03-29T08:50' })
  })
  it('a double click books it once', async () => {
    const { t, one } = await openRoom()
    const twice = {
      requestId: randomUUID(),
      id: randomUUID(),
      studentId: one,
      fields: { ...bookable(t.me.id), bookedFor: `${MONDAY}T09:00` },
      until: `${MONDAY}T09:50`,
      overReason: '',
      repeat: { everyWeeks: 1, times: 3 },
      waitId: null,
    }
    const first = await t.client.appointments.book(twice)
    expect(await t.client.appointments.book(twice)).toEqual(first)
    expect(await t.client.appointments.list({ from: MONDAY, to: '2026-12-31' })).toHaveLength(3)
  })
})

describe('moving', () => {
  it('takes a booking to another time; what was confirmed is to be confirmed again', async () => {
    const { t, b, one } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    const about = { visitId: visit.id, studentId: one }
    await t.client.appointments.confirm({ ...about, confirmed: true })
    const { visit: moved } = await t.client.appointments.move({
      ...about,
      from: '2026-11-24T10:00',
      until: '2026-11-24T10:40',
      overReason: '',
      scope: 'one',
    })
    expect(moved).toMatchObject({ bookedFor: '2026-11-24T10:00', state: 'booked' })
    expect(await t.client.appointments.list({ from: '2026-11-24', to: '2026-11-24' })).toMatchObject([
      { until: '2026-11-24T10:40', confirmedAt: null },
    ])
    expect(await t.client.appointments.list({ from: MONDAY, to: MONDAY })).toEqual([])
  })
  it('a series goes along by as much, a week onto its own next time as well', async () => {
    const { t, b, one } = await openRoom()
    const { visit, booked } = await b.book(one, `${MONDAY}T09:00`, { repeat: { everyWeeks: 1, times: 4 } })
    await b.closed('holiday', '2026-12-21')
    const { moved, skipped } = await t.client.appointments.move({
      visitId: visit.id,
      studentId: one,
      from: '2026-11-30T10:00',
      until: '2026-11-30T10:30',
      overReason: '',
      scope: 'following',
    })
    expect({ moved, skipped }).toEqual({ moved: 3, skipped: [{ day: '2026-12-14', reason: 'closed-day' }] })
    const lines = await t.client.appointments.list({ from: MONDAY, to: '2026-12-31' })
    expect(lines.map(({ from }) => from)).toEqual([
      '2026-11-30T10:00',
      '2026-12-07T10:00',
      '2026-12-14T09:00',
      '2026-12-14T10:00',
    ])
    const { cancelled } = await t.client.appointments.cancelFollowing({
      visitId: booked[1]!.visitId,
      studentId: one,
      reason: '',
    })
    expect(cancelled).toBe(3)
  })
  it('only what is still ahead, and never onto somebody else', async () => {
    const { t, b, one, other } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    await b.book(other, `${MONDAY}T10:00`)
    const move = (from: string, until: string) =>
      whyNot(
        t.client.appointments.move({ visitId: visit.id, studentId: one, from, until, overReason: '', scope: 'one' }),
      )
    expect(await move(`${MONDAY}T09:20`, `${MONDAY}T10:10`)).toBe('conflict clash-counselor')
    expect(await move(`${MONDAY}T09:10`, `${MONDAY}T10:00`)).toBe('done')
    await t.client.visits.arrive({ visitId: visit.id, studentId: one, at: `${MONDAY}T09:10` })
    expect(await move(`${MONDAY}T11:00`, `${MONDAY}T11:50`)).toBe('conflict is-arrived')
  })
  it('a colleague’s booking is not put down for oneself', async () => {
    const { t, b, one } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    const colleague = t.colleague(['counselor'], '陈老师')
    const move = {
      visitId: visit.id,
      studentId: one,
      from: `${MONDAY}T10:00`,
      until: `${MONDAY}T10:50`,
      overReason: '',
    }
    expect(
      await whyNot(colleague.client.appointments.move({ ...move, scope: 'one', receiverId: colleague.me.id })),
    ).toBe('forbidden not-yours')
  })
  it('a day that does not work out is moved as a whole, to free times', async () => {
    const { t, b, one, other } = await openRoom()
    await b.book(one, `${MONDAY}T09:00`)
    await b.book(other, `${MONDAY}T10:00`, { minutes: 30 })
    await b.closed('holiday', '2026-11-24')
    const plan = await t.client.appointments.dayToMove({ day: MONDAY })
    expect(plan.map(({ proposed }) => proposed)).toEqual([
      { from: '2026-11-25T08:00', until: '2026-11-25T08:50' },
      { from: '2026-11-25T08:50', until: '2026-11-25T09:20' },
    ])
    const moves = plan.map(({ line, proposed }) => ({
      visitId: line.visitId,
      studentId: line.studentId,
      ...proposed!,
      overReason: '',
    }))
    const wrong = moves.map((move) => ({ ...move, studentId: one }))
    expect(await whyNot(t.client.appointments.moveDay({ day: MONDAY, moves: wrong }))).toBe('conflict wrong-student')
    const taken = moves.map((move) => ({ ...move, from: '2026-11-25T08:00' }))
    expect(await whyNot(t.client.appointments.moveDay({ day: MONDAY, moves: taken }))).toBe('conflict clash-counselor')
    expect(await t.client.appointments.list({ from: MONDAY, to: MONDAY })).toHaveLength(2)
    expect(await t.client.appointments.moveDay({ day: MONDAY, moves })).toEqual({ moved: 2 })
    expect(await t.client.appointments.list({ from: MONDAY, to: MONDAY })).toEqual([])
  })
  it('a day of many is looked at with as many questions as a day of one', async () => {
    const { t, b, one, other } = await openRoom()
    const ask = () => questionsAsked(t, () => t.client.appointments.dayToMove({ day: MONDAY }))
    await b.book(one, `${MONDAY}T09:00`)
    const ofOne = await ask()
    await b.book(other, `${MONDAY}T10:00`)
    await b.book(await b.student('孙浩'), `${MONDAY}T11:00`)
    expect(await ask()).toBe(ofOne)
  })
})

describe('somebody who comes on another day than was booked', () => {
  it('stands on the day she came, at the time she came', async () => {
    const { t, b, one, other } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    await t.client.visits.arrive({ visitId: visit.id, studentId: one, at: '2026-11-24T10:00' })
    expect(await t.client.appointments.list({ from: MONDAY, to: MONDAY })).toEqual([])
    const [line] = await t.client.appointments.list({ from: '2026-11-24', to: '2026-11-24' })
    expect(line).toMatchObject({ from: '2026-11-24T10:00', until: '2026-11-24T10:50', bookedFor: `${MONDAY}T09:00` })
    expect(await b.kindsAt(other, '2026-11-24T10:20')).toEqual(['clash-counselor refuses'])
  })
  it('late in the evening takes the rest of that day', async () => {
    const { t, one } = await openRoom()
    const fields = { ...bookable(t.me.id), bookedFor: '9999-12-31T23:59', arrivedAt: `${MONDAY}T23:30` }
    await t.client.visits.register({ id: randomUUID(), studentId: one, fields })
    const lines = await t.client.appointments.list({ from: MONDAY, to: MONDAY })
    expect(lines).toMatchObject([{ from: `${MONDAY}T23:30`, until: `${MONDAY}T23:59` }])
  })
})

describe('the day before', () => {
  it('first bookings up to the next open day are to be confirmed, over a weekend as well', async () => {
    const { t, b, one, other } = await openRoom()
    t.setTime(MORNING - 86_400_000)
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    await b.book(other, '2026-11-24T09:00')
    const toConfirm = async () => (await t.client.appointments.toConfirm({})).map(({ studentName }) => studentName)
    expect(await toConfirm()).toEqual(['李若溪'])
    await t.client.appointments.confirm({ visitId: visit.id, studentId: one, confirmed: true })
    expect(await toConfirm()).toEqual([])
    await t.client.appointments.confirm({ visitId: visit.id, studentId: one, confirmed: false })
    expect(await toConfirm()).toEqual(['李若溪'])
  })
  it('somebody who has been here is asked only where the school asks everybody', async () => {
    const { t, b, one } = await openRoom()
    const { visit } = await b.book(one, '2026-11-21T09:00', { overReason: '周六值班' })
    await t.client.visits.arrive({ visitId: visit.id, studentId: one, at: '2026-11-21T09:00' })
    await b.book(one, `${MONDAY}T09:00`)
    expect(await t.client.appointments.toConfirm({})).toEqual([])
    await b.rules({ confirmDayBefore: 'everybody' })
    expect(await t.client.appointments.toConfirm({})).toHaveLength(1)
    await b.rules({ confirmDayBefore: 'nobody' })
    expect(await t.client.appointments.toConfirm({})).toEqual([])
  })
})
