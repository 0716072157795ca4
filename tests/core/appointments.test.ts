import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { bookable, openRoom, whyNot } from '#tests/booking'

/** Monday, 23 November 2026. */
const MONDAY = '2026-11-23'

describe('a time that is taken', () => {
  it('one counselor is never booked twice at once', async () => {
    const { b, one, other } = await openRoom()
    await b.book(one, `${MONDAY}T09:00`)
    expect(await b.kindsAt(other, `${MONDAY}T09:40`)).toEqual(['clash-counselor refuses'])
    expect(await whyNot(b.book(other, `${MONDAY}T09:40`, { overReason: '家长只有这时有空' }))).toBe(
      'conflict clash-counselor',
    )
    expect(await whyNot(b.book(other, `${MONDAY}T09:50`))).toBe('done')
  })
  it('nor a room with two counselors, but another room is free', async () => {
    const { t, b, one, other } = await openRoom()
    const by = t.colleague(['counselor'], '陈老师')
    await b.book(one, `${MONDAY}T09:00`)
    expect(await whyNot(b.book(other, `${MONDAY}T09:00`, { by }))).toBe('conflict clash-room')
    expect(await whyNot(b.book(other, `${MONDAY}T09:00`, { by, fields: { place: '团体活动室' } }))).toBe('done')
  })
  it('where the school has named its rooms, other places may be shared', async () => {
    const { t, b, one, other } = await openRoom()
    await b.rules({ rooms: ['个别辅导室'] })
    const by = t.colleague(['counselor'], '陈老师')
    await b.book(one, `${MONDAY}T09:00`, { fields: { place: '操场' } })
    expect(await whyNot(b.book(other, `${MONDAY}T09:00`, { by, fields: { place: '操场' } }))).toBe('done')
  })
  it('nor one student in two rooms', async () => {
    const { t, b, one } = await openRoom()
    const by = t.colleague(['counselor'], '陈老师')
    await b.book(one, `${MONDAY}T09:00`)
    expect(await whyNot(b.book(one, `${MONDAY}T09:30`, { by, fields: { place: '团体活动室' } }))).toBe(
      'conflict clash-student',
    )
  })
  it('somebody who walked in takes time as well, and a cancelled booking none', async () => {
    const { t, b, one, other } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T09:00`)
    await t.client.visits.cancel({ visitId: visit.id, studentId: one, state: 'cancelled', reason: '' })
    expect(await b.kindsAt(other, `${MONDAY}T09:00`)).toEqual([])
    await t.client.visits.register({
      id: randomUUID(),
      studentId: one,
      fields: { ...visit, bookedFor: null, arrivedAt: `${MONDAY}T09:10`, endedAt: null },
    })
    expect(await b.kindsAt(other, `${MONDAY}T09:00`)).toEqual(['clash-counselor refuses'])
  })
  it('a booking made at the register is held to the same rule and lasts an ordinary session', async () => {
    const { t, b, one, other } = await openRoom()
    const register = (studentId: string, bookedFor: string, overReason?: string) =>
      t.client.visits.register({
        id: randomUUID(),
        studentId,
        fields: { ...bookable(t.me.id), bookedFor },
        ...(overReason && { overReason }),
      })
    await register(one, `${MONDAY}T09:00`)
    expect((await t.client.appointments.list({ from: MONDAY, to: MONDAY }))[0]).toMatchObject({
      from: `${MONDAY}T09:00`,
      until: `${MONDAY}T09:50`,
    })
    expect(await whyNot(register(other, `${MONDAY}T09:30`))).toBe('conflict clash-counselor')
    expect(await whyNot(register(other, `${MONDAY}T18:00`))).toBe('conflict reason-needed')
    expect(await whyNot(register(other, `${MONDAY}T18:00`, '放学后才有空'))).toBe('done')
    expect(await b.kindsAt(other, `${MONDAY}T18:00`)).toContain('clash-student refuses')
  })
  it('a booking that is corrected to a taken time is refused, and its end goes along with its beginning', async () => {
    const { t, b, one, other } = await openRoom()
    await b.book(one, `${MONDAY}T09:00`)
    const { visit } = await b.book(other, `${MONDAY}T10:00`, { minutes: 30 })
    const about = { visitId: visit.id, studentId: other }
    const correct = (bookedFor: string) => t.client.visits.update({ ...about, fields: { bookedFor } })
    expect(await whyNot(correct(`${MONDAY}T09:20`))).toBe('conflict clash-counselor')
    await correct(`${MONDAY}T11:00`)
    const lines = await t.client.appointments.list({ from: MONDAY, to: MONDAY })
    expect(lines.map(({ until }) => until)).toEqual([`${MONDAY}T09:50`, `${MONDAY}T11:30`])
  })
})

describe('a time that asks for a reason', () => {
  it('is kept with the reason, and needs none when no rule is passed', async () => {
    const { t, b, one, other } = await openRoom()
    expect(await whyNot(b.book(one, `${MONDAY}T12:10`))).toBe('conflict reason-needed')
    expect(await whyNot(b.book(one, `${MONDAY}T12:10`, { overReason: '  ' }))).toBe('conflict reason-needed')
    await b.book(one, `${MONDAY}T12:10`, { overReason: '午休时段，学生自选' })
    await b.book(other, `${MONDAY}T14:00`, { overReason: '用不上的理由' })
    const lines = await t.client.appointments.list({ from: MONDAY, to: MONDAY })
    expect(lines.map(({ overReason }) => overReason)).toEqual(['午休时段，学生自选', ''])
  })
  it('more than fifty minutes, or an end after nine in the evening', async () => {
    const { b, one } = await openRoom()
    expect(await b.kindsAt(one, `${MONDAY}T14:00`)).toEqual([])
    expect(await b.kindsAt(one, `${MONDAY}T14:00`, { minutes: 55 })).toEqual(['too-long asks'])
    expect(await b.kindsAt(one, `${MONDAY}T20:10`)).toEqual(['outside-hours asks'])
    expect(await b.kindsAt(one, `${MONDAY}T20:15`)).toEqual(['outside-hours asks', 'too-late asks'])
  })
  it('the school sets both limits', async () => {
    const { b, one } = await openRoom()
    await b.rules({ maxMinutes: 40, latestEnd: '17:00' })
    expect(await b.kindsAt(one, `${MONDAY}T16:20`)).toEqual(['too-long asks', 'too-late asks'])
  })
  it('a holiday, an exam week and a day that is worked instead', async () => {
    const { b, one } = await openRoom()
    await b.closed('holiday', '2026-12-31', '2027-01-03')
    await b.closed('exam', '2027-01-18', '2027-01-22')
    await b.closed('extra', '2026-12-26', '2026-12-26', 4)
    expect(await b.kindsAt(one, '2026-12-31T09:00')).toEqual(['closed-day asks'])
    expect(await b.kindsAt(one, '2027-01-18T09:00')).toEqual(['exam-week asks'])
    expect(await b.kindsAt(one, '2026-12-26T09:00')).toEqual([])
    expect(await b.kindsAt(one, '2026-12-27T09:00')).toEqual(['outside-hours asks'])
  })
  it('a counselor who is not on the roster of that week; without a roster the hours count', async () => {
    const { t, b, one } = await openRoom()
    const colleague = t.colleague(['counselor'], '陈老师')
    expect(await b.kindsAt(one, `${MONDAY}T09:00`)).toEqual([])
    const shift = { id: randomUUID(), startsAt: '08:00', endsAt: '17:30', note: '' }
    await t.client.hours.saveShifts({
      monday: MONDAY,
      shifts: [
        { ...shift, day: MONDAY, userId: colleague.me.id },
        { ...shift, id: randomUUID(), day: '2026-11-24', userId: t.me.id },
      ],
    })
    expect(await b.kindsAt(one, `${MONDAY}T09:00`)).toEqual(['not-on-duty asks'])
    expect(await b.kindsAt(one, `${MONDAY}T09:00`, { receiverId: colleague.me.id })).toEqual([])
    expect(await b.kindsAt(one, '2026-11-24T09:00')).toEqual([])
    expect(await b.kindsAt(one, '2026-11-30T09:00')).toEqual([])
  })
  it('something else she has to do, every week or once; what it is stays hers', async () => {
    const { t, b, one } = await openRoom()
    const busy = {
      id: randomUUID(),
      title: '教研会',
      startsAt: '15:00',
      endsAt: '16:00',
      fromDay: MONDAY,
      untilDay: null,
    }
    await t.client.hours.saveBusy({ busy: { ...busy, weekday: 3, day: null } })
    await t.client.hours.saveBusy({ busy: { ...busy, id: randomUUID(), weekday: null, day: '2026-11-26' } })
    expect(await b.kindsAt(one, '2026-11-25T15:30')).toEqual(['busy asks'])
    expect(await b.kindsAt(one, '2026-11-26T15:30')).toEqual(['busy asks'])
    expect(await b.kindsAt(one, '2026-12-02T15:30')).toEqual(['busy asks'])
    expect(await b.kindsAt(one, '2026-12-03T15:30')).toEqual([])
    const desk = t.colleague(['duty'])
    const { busy: seen } = await desk.client.hours.get({ from: MONDAY, to: '2026-11-29' })
    expect(seen.map(({ title }) => title)).toEqual(['', ''])
    expect(await whyNot(desk.client.hours.removeBusy({ id: busy.id }))).toBe('forbidden not-yours')
  })
  it('no pause between two, where the school wants one', async () => {
    const { b, one, other } = await openRoom()
    await b.rules({ bufferMinutes: 10 })
    await b.book(one, `${MONDAY}T09:00`)
    expect(await b.kindsAt(other, `${MONDAY}T09:55`)).toEqual(['no-break asks'])
    expect(await b.kindsAt(other, `${MONDAY}T10:00`)).toEqual([])
  })
  it('an open crisis is refused nothing and asked nothing, and still told', async () => {
    const { t, b, one, other } = await openRoom()
    await b.book(other, `${MONDAY}T21:00`, { overReason: '住校生' })
    await t.client.crises.open({ id: randomUUID(), studentId: one })
    expect(await b.kindsAt(one, `${MONDAY}T21:10`, { minutes: 90 })).toEqual([
      'clash-counselor tells',
      'outside-hours tells',
      'too-long tells',
      'too-late tells',
    ])
    expect(await whyNot(b.book(one, `${MONDAY}T21:10`, { minutes: 90 }))).toBe('done')
  })
  it('an appointment ends on its day, after it begins', async () => {
    const { b, one } = await openRoom()
    expect(await whyNot(b.book(one, `${MONDAY}T09:00`, { minutes: 0 }))).toBe('invalid ends-before-start')
    expect(await whyNot(b.book(one, `${MONDAY}T23:30`))).toBe('invalid other-day')
  })
})

describe('two who are kept apart', () => {
  it('do not come one after the other, whoever of them is booked first and with whom', async () => {
    const { t, b, one, other } = await openRoom()
    const [pair] = await t.client.appointments.markApart({
      id: randomUUID(),
      studentId: one,
      otherId: other,
      reason: '同一事件双方',
    })
    expect(pair).toMatchObject({ otherId: other, otherName: '陈思远', reason: '同一事件双方' })
    const by = t.colleague(['counselor'], '陈老师')
    await b.book(one, `${MONDAY}T09:00`)
    expect(await b.kindsAt(other, `${MONDAY}T10:00`, { receiverId: by.me.id })).toEqual(['apart asks'])
    expect(await b.kindsAt(other, `${MONDAY}T10:50`)).toEqual([])
    const back = await t.client.appointments.apartOf({ studentId: other })
    expect(back[0]).toMatchObject({ otherId: one })
    await t.client.appointments.endApart({ apartId: back[0]!.id, studentId: other })
    expect(await b.kindsAt(other, `${MONDAY}T10:00`)).toEqual([])
    expect(await t.client.appointments.apartOf({ studentId: one })).toEqual([])
  })
  it('a pair is put down once, and nobody is kept apart from herself', async () => {
    const { t, one, other } = await openRoom()
    const mark = (studentId: string, otherId: string) =>
      whyNot(t.client.appointments.markApart({ id: randomUUID(), studentId, otherId, reason: '同班冲突' }))
    expect(await mark(one, other)).toBe('done')
    expect(await mark(other, one)).toBe('conflict already-apart')
    expect(await mark(one, one)).toBe('invalid same-student')
  })
})

describe('somebody who does not come', () => {
  it('is counted within the term, and the next booking says so without refusing it', async () => {
    const { t, b, one } = await openRoom()
    for (const day of [MONDAY, '2026-11-24']) {
      const { visit } = await b.book(one, `${day}T09:00`)
      await t.client.visits.cancel({ visitId: visit.id, studentId: one, state: 'no-show', reason: '' })
    }
    expect(await b.kindsAt(one, '2026-11-25T09:00')).toEqual(['no-shows tells'])
    expect(await whyNot(b.book(one, '2026-11-25T09:00'))).toBe('done')
    const [line] = await t.client.appointments.list({ from: '2026-11-25', to: '2026-11-25' })
    expect(line?.noShows).toBe(2)
    await b.rules({ noShowsBeforeTalk: 0 })
    expect(await b.kindsAt(one, '2026-11-26T09:00')).toEqual([])
  })
})

describe('who may see what', () => {
  it('the desk sees who comes and when; not why, not how worried anybody is, not from whom they are kept apart', async () => {
    const { t, b, one, other } = await openRoom()
    await t.client.risks.set({ id: randomUUID(), studentId: one, rank: 2, reason: '近日情绪低落' })
    await b.book(one, `${MONDAY}T18:00`, {
      overReason: '家长要求避开同学',
      fields: { primaryProblem: 'bullying', request: '被同学围堵' },
    })
    await t.client.appointments.markApart({ id: randomUUID(), studentId: one, otherId: other, reason: '同一事件' })
    const desk = t.colleague(['duty'])
    const [seen] = await desk.client.appointments.list({ from: MONDAY, to: MONDAY })
    expect(seen).toMatchObject({
      studentName: '李若溪',
      from: `${MONDAY}T18:00`,
      primaryProblem: null,
      overReason: '',
      riskRank: null,
      isOpen: false,
    })
    const findings = await desk.client.appointments.check({
      visitId: null,
      studentId: other,
      receiverId: t.me.id,
      place: '',
      from: `${MONDAY}T17:00`,
      until: `${MONDAY}T17:30`,
    })
    expect(findings).toEqual([
      { kind: 'not-then', weight: 'refuses', name: null, from: null, until: null, limit: null },
    ])
    expect(await whyNot(desk.client.appointments.apartOf({ studentId: one }))).toBe('forbidden role')
  })
  it('the desk cannot book over a time that is kept apart, and hears no more than that; in a crisis it is only said', async () => {
    const { t, b, one, other } = await openRoom()
    await t.client.appointments.markApart({ id: randomUUID(), studentId: one, otherId: other, reason: '同一事件' })
    const by = t.colleague(['counselor'], '陈老师')
    await b.book(one, `${MONDAY}T09:00`)
    await b.book(one, `${MONDAY}T11:00`)
    const desk = t.colleague(['duty'])
    const fields = { receiverId: by.me.id, place: '团体活动室' }
    const book = (who: typeof desk, at: string) =>
      whyNot(b.book(other, at, { by: who, fields, minutes: 30, overReason: '家长只有这时有空' }))
    expect(await book(desk, `${MONDAY}T10:10`)).toBe('conflict not-then')
    const { skipped } = await b.book(other, '2026-11-16T10:10', {
      by: desk,
      fields,
      minutes: 30,
      repeat: { everyWeeks: 1, times: 2 },
    })
    expect(skipped).toEqual([{ day: MONDAY, reason: 'not-then' }])
    await t.client.crises.open({ id: randomUUID(), studentId: other })
    expect(
      await desk.client.appointments.check({
        ...fields,
        visitId: null,
        studentId: other,
        from: `${MONDAY}T10:10`,
        until: `${MONDAY}T10:40`,
      }),
    ).toMatchObject([{ kind: 'not-then', weight: 'tells', from: null, until: null, limit: null }])
    expect(await book(desk, `${MONDAY}T10:10`)).toBe('done')
  })
  it('the desk may still give a booking another room that a counselor has made in spite of it', async () => {
    const { t, b, one, other } = await openRoom()
    await t.client.appointments.markApart({ id: randomUUID(), studentId: one, otherId: other, reason: '同一事件' })
    await b.book(one, `${MONDAY}T09:00`)
    const { visit } = await b.book(other, `${MONDAY}T10:00`, { overReason: '只有这时有空' })
    const desk = t.colleague(['duty'])
    const about = { visitId: visit.id, studentId: other }
    expect(await whyNot(desk.client.visits.update({ ...about, fields: { place: '团体活动室' } }))).toBe('done')
  })
  it('a colleague’s bookings are seen without their why', async () => {
    const { t, b, one } = await openRoom()
    await b.book(one, `${MONDAY}T18:00`, { overReason: '只有这时有空', fields: { primaryProblem: 'divorce' } })
    const colleague = t.colleague(['counselor'], '陈老师')
    const [seen] = await colleague.client.appointments.list({ from: MONDAY, to: MONDAY })
    expect(seen).toMatchObject({ primaryProblem: null, overReason: '', isOpen: false })
    expect(await whyNot(colleague.client.appointments.apartOf({ studentId: one }))).toBe('forbidden reason-needed')
  })
})

describe('free times', () => {
  it('are within the hours, not now past, not taken, and as long as asked', async () => {
    const { t, b, one, other } = await openRoom()
    await b.book(one, `${MONDAY}T09:00`)
    await b.rules({ bufferMinutes: 10 })
    const slots = await t.client.appointments.freeSlots({
      studentId: other,
      receiverId: t.me.id,
      place: '个别辅导室',
      fromDay: '2026-11-21',
      days: 3,
      minutes: 50,
      limit: 5,
    })
    expect(slots.map(({ from }) => from)).toEqual([
      `${MONDAY}T08:00`,
      `${MONDAY}T10:00`,
      `${MONDAY}T11:00`,
      `${MONDAY}T13:00`,
      `${MONDAY}T14:00`,
    ])
  })
  it('end where no school plans any more, and so does everything else', async () => {
    const { t, b, one } = await openRoom()
    const far = { from: '9999-12-31', to: '9999-12-31' }
    expect(await whyNot(t.client.appointments.list(far))).toBe('invalid far-day')
    expect(await whyNot(b.book(one, '0001-01-01T09:00'))).toBe('invalid far-day')
    expect(await whyNot(b.book(one, '9999-12-31T09:00', { repeat: { everyWeeks: 1, times: 2 } }))).toBe(
      'invalid far-day',
    )
  })
})
