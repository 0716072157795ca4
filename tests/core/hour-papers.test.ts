import { describe, expect, it } from 'vitest'
import { openRoom, whyNot } from '#tests/booking'

const MONDAY = '2026-11-23'

describe('papers of the calendar', () => {
  it('the slip says when, where and with whom, the next times as well; and not a word of why', async () => {
    const { t, b, one } = await openRoom()
    const { visit } = await b.book(one, `${MONDAY}T18:00`, {
      overReason: '家里的事只有这时能谈',
      fields: { request: '父母争吵', primaryProblem: 'family-conflict' },
      repeat: { everyWeeks: 1, times: 2 },
    })
    const model = await t.client.prints.preview({ form: 'appointment-slip', subjectId: visit.id })
    expect(model.slip).toEqual({
      studentName: '李若溪',
      className: null,
      from: `${MONDAY}T18:00`,
      until: `${MONDAY}T18:50`,
      place: '个别辅导室',
      receiverName: t.me.name,
      later: ['2026-11-30T18:00'],
    })
    expect(model.student).toBeNull()
    expect(JSON.stringify(model)).not.toMatch(/父母争吵|只有这时能谈|family-conflict/u)
  })
  it('the desk sees and prints the slip, and no other paper; the log says so', async () => {
    const { t, b, one } = await openRoom()
    const fields = { request: '父母争吵', primaryProblem: 'family-conflict' } as const
    const { visit } = await b.book(one, `${MONDAY}T09:00`, { fields })
    const desk = t.colleague(['duty'])
    const model = await desk.client.prints.previewSlip({ visitId: visit.id })
    expect(model).toMatchObject({
      form: 'appointment-slip',
      slip: { studentName: '李若溪' },
      student: null,
      visit: null,
    })
    expect(JSON.stringify(model)).not.toMatch(/父母争吵|family-conflict/u)
    await desk.client.prints.recordSlip({ subjectId: visit.id, pages: 1 })
    const log = await t.client.audit.list({ before: null, limit: 5 })
    const printed = log.find(({ event }) => event === 'print.printed')
    expect(printed).toMatchObject({ subjectId: visit.id, studentId: one })
    for (const form of ['appointment-slip', 'appointment-register', 'visit-record'] as const)
      expect(await whyNot(desk.client.prints.preview({ form, subjectId: visit.id }))).toContain('forbidden')
  })
  it('the register of a week has everybody who was booked, and why nobody', async () => {
    const { t, b, one, other } = await openRoom()
    await b.book(one, `${MONDAY}T09:00`, { fields: { request: '睡不好', primaryProblem: 'sleep' } })
    const { visit } = await b.book(other, `${MONDAY}T10:00`)
    await t.client.visits.cancel({ visitId: visit.id, studentId: other, state: 'no-show', reason: '' })
    await b.book(one, '2026-11-30T09:00')
    const model = await t.client.prints.preview({ form: 'appointment-register', subjectId: MONDAY })
    expect(model.register.map(({ studentName, state }) => [studentName, state])).toEqual([
      ['李若溪', 'booked'],
      ['陈思远', 'no-show'],
    ])
    expect(JSON.stringify(model)).not.toMatch(/睡不好|"sleep"/u)
  })
  it('roster and door notice say no student’s name, and a paper of another day than Monday is refused', async () => {
    const { t, b } = await openRoom()
    await b.closed('holiday', '2026-12-31', '2027-01-03')
    const door = await t.client.prints.preview({ form: 'opening-hours', subjectId: 'room' })
    expect(door.hours?.weekly).toHaveLength(10)
    expect(door.hours?.closedDays).toMatchObject([{ fromDay: '2026-12-31' }])
    const roster = await t.client.prints.preview({ form: 'roster', subjectId: MONDAY })
    expect(roster).toMatchObject({ period: { from: MONDAY, to: '2026-11-29' }, student: null, handovers: [] })
    for (const form of ['roster', 'appointment-register'] as const)
      expect(await whyNot(t.client.prints.preview({ form, subjectId: '2026-11-24' }))).toBe('invalid period')
  })
})
