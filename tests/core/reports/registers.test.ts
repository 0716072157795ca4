import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { shownReport } from '#contract/report-shown'
import type { Report, ReportLine, ReportSection } from '#contract/reports'
import { testContext, type TestContext } from '#tests/context'
import { CAST } from '#tests/people'
import { aidFields, conferenceFields, contactFields, observationFields, reviewFields, walkIn } from '#tests/records'

const TERM = { from: '2026-09-01', to: '2027-01-22' }
const lineOf = (report: Report, section: ReportSection, key: string): ReportLine | undefined =>
  report.sections.find((one) => one.section === section)?.lines.find((one) => one.key === key)
const numbers = (report: Report, section: ReportSection, key: string) => {
  const line = lineOf(report, section, key)
  return line && [line.persons, line.visits]
}

/** Three students and what the registers hold of them; a record that was thrown away, and one of another term. */
async function school(): Promise<TestContext> {
  const t = testContext()
  const { client, me } = t
  const people: { studentId: string; caseId: string }[] = []
  for (const { name } of CAST.slice(0, 3)) {
    const studentId = randomUUID()
    await client.students.add({ id: studentId, fields: { kind: 'roster', name }, guardians: [] })
    const fields = walkIn(me.id, { arrivedAt: '2026-11-21T08:00' })
    const { id: visitId, caseId } = await client.visits.register({ id: randomUUID(), studentId, fields })
    if (people.length === 0) await client.visits.end({ visitId, studentId, at: '2026-11-21T09:10' })
    people.push({ studentId, caseId })
  }
  const [one, two, three] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  for (const [{ studentId }, bookedFor] of [
    [one, '2026-11-27T09:00'],
    [two, '2026-11-27T14:00'],
  ] as const)
    await client.visits.register({
      id: randomUUID(),
      studentId,
      fields: walkIn(me.id, { arrivedAt: null, bookedFor }),
    })
  const aid = (studentId: string, change = {}) =>
    client.aid.refer({ id: randomUUID(), studentId, fields: aidFields(change) })
  const { id: aidId } = await aid(one.studentId)
  const fields = { state: 'granted', answeredOn: '2026-11-02', outcome: '', answerDue: null } as const
  await client.aid.answer({ aidId, studentId: one.studentId, fields })
  await aid(two.studentId)
  await aid(three.studentId, { onDay: '2026-06-01' })
  const gone = await aid(three.studentId)
  await client.aid.remove({ aidId: gone.id, studentId: three.studentId, reason: '写错了人' })
  const letter = {
    receivedOn: '2026-11-19',
    writer: 'anonymous',
    summary: '想说说宿舍的事',
    isRisk: false,
    assignedTo: null,
    replyDue: null,
  } as const
  for (let n = 0; n < 2; n += 1) await client.letters.register({ id: randomUUID(), studentId: null, fields: letter })
  const answered = randomUUID()
  await client.letters.register({ id: answered, studentId: one.studentId, fields: { ...letter, writer: 'signed' } })
  const reply = { reply: '谢谢你写信来', at: '2026-11-20T08:00' }
  await client.letters.answer({ letterId: answered, studentId: one.studentId, ...reply })
  const observation = (studentId: string, change = {}) =>
    client.observations.register({ id: randomUUID(), studentId, fields: observationFields(change) })
  const { id: observationId } = await observation(one.studentId)
  const settled = { outcome: 'teacher-watches', note: '', bookingId: null } as const
  await client.observations.settle({ observationId, studentId: one.studentId, ...settled })
  await observation(two.studentId, { urgency: 'urgent' })
  const call = (studentId: string | null, change = {}) =>
    client.contacts.record({ id: randomUUID(), studentId, answersId: null, fields: contactFields(change) })
  const awaited = { kind: 'enquiry', at: '2026-11-18T09:00', awaitsReply: true } as const
  const intime = await call(one.studentId, awaited)
  await client.contacts.settle({ contactId: intime.id, studentId: one.studentId, at: '2026-11-18T15:00' })
  const late = await call(one.studentId, awaited)
  await client.contacts.settle({ contactId: late.id, studentId: one.studentId, at: '2026-11-20T15:00' })
  await call(two.studentId, awaited)
  await call(null, { kind: 'other', at: '2026-11-18T10:00' })
  await client.conferences.record({ id: randomUUID(), ...one, fields: conferenceFields() })
  await client.conferences.record({ id: randomUUID(), ...two, fields: conferenceFields({ kind: 'discussion' }) })
  for (const about of [one, two]) {
    const steps = [1, 7].map((days) => ({ id: randomUUID(), days }))
    const planned = { cause: 'first-visit', basis: 'agreed', from: '2026-11-10', steps } as const
    const [first] = await client.followups.plan({ ...about, ...planned })
    const doneAt = about === one ? '2026-11-11T10:00' : '2026-11-13T10:00'
    const said = { doneAt, way: 'phone', outcome: 'fine', text: '睡得好些' } as const
    await client.followups.finish({ followupId: first!.id, studentId: about.studentId, fields: said, again: null })
  }
  for (const [about, satisfaction] of [
    [one, 5],
    [two, 4],
    [three, null],
  ] as const)
    await client.reviews.record({
      ...about,
      id: randomUUID(),
      fields: reviewFields({ satisfaction }),
    })
  const { db } = t.room.connection.vault
  const ask =
    db.prepare(`INSERT INTO acceptances (id, no, student_id, asked_on, source, asked_by, basis, urgency, concern,
    promises, state, decided_at, answer, entered_by, entered_at) VALUES (?, ?, ?, ?, 'self', '', '', 'soon', '', '', ?, ?, '', ?, ?)`)
  const now = '2026-11-21T04:00:00.000Z'
  for (const [n, state, askedOn, decidedAt] of [
    [1, 'accepted', '2026-11-01', '2026-11-03T04:00:00.000Z'],
    [2, 'accepted', '2026-11-01', '2026-11-09T04:00:00.000Z'],
    [3, 'accepted', '2026-11-01', '2026-11-04T04:00:00.000Z'],
    [4, 'returned', '2026-11-02', null],
    [5, 'declined', '2026-11-02', now],
    [6, 'assigned', '2026-11-02', null],
    [7, 'requested', '2026-06-02', null],
  ] as const)
    ask.run(randomUUID(), `S${n}`, people[n % 3]!.studentId, askedOn, state, decidedAt, me.id, now)
  return t
}

/** Section, line, persons and times. */
const EXPECTED = [
  ['appointments', 'booked', [2, 2]],
  ['appointments', 'state:open', [2, 2]],
  ['appointments', 'state:kept', [0, 0]],
  ['acceptances', 'asked', [3, 6]],
  ['acceptances', 'state:accepted', [3, 3]],
  ['acceptances', 'state:returned', [1, 1]],
  ['acceptances', 'state:declined', [1, 1]],
  ['acceptances', 'state:open', [1, 1]],
  ['acceptances', 'median-days', [3, 3]],
  ['letters', 'received', [3, 3]],
  ['letters', 'state:answered', [1, 1]],
  ['letters', 'state:open', [2, 2]],
  ['letters', 'days-opened', [null, 1]],
  ['letters', 'days-missed', [null, 1]],
  ['observations', 'reported', [2, 2]],
  ['observations', 'urgency:urgent', [1, 1]],
  ['observations', 'urgency:soon', [1, 1]],
  ['observations', 'outcome:teacher-watches', [1, 1]],
  ['observations', 'outcome:none', [1, 1]],
  ['contacts', 'held', [3, 4]],
  ['contacts', 'kind:enquiry', [2, 3]],
  ['contacts', 'kind:other', [1, 1]],
  ['contacts', 'waited', [2, 3]],
  ['contacts', 'reply:in-time', [1, 1]],
  ['contacts', 'reply:late', [2, 2]],
  ['contacts', 'reply:open', [0, 0]],
  ['conferences', 'held', [2, 2]],
  ['conferences', 'kind:parents', [1, 1]],
  ['conferences', 'kind:discussion', [1, 1]],
  ['followups', '1:due', [2, 2]],
  ['followups', '1:in-time', [1, 1]],
  ['followups', '1:late', [1, 1]],
  ['followups', '7:open', [2, 2]],
  ['care', 'reviews', [3, 3]],
  ['care', 'satisfaction', [2, 2]],
  ['care', 'mean-satisfaction', [2, 4.5]],
  ['care', 'archived', [0, 0]],
  ['care', 'destroyed', [0, 0]],
  ['aid', 'sent', [2, 2]],
  ['aid', 'state:granted', [1, 1]],
  ['aid', 'state:sent', [1, 1]],
  ['overview', 'over-length', [1, 1]],
] as const

describe('the registers in the report', { timeout: 60_000 }, () => {
  it('are counted, persons and times apart, without what was thrown away or belongs to another term', async () => {
    const { client } = await school()
    const report = await client.reports.termly(TERM)
    const found = EXPECTED.map(([section, key]) => [section, key, numbers(report, section, key)])
    expect(found).toEqual(EXPECTED)
    expect(CAST.slice(0, 3).some(({ name }) => JSON.stringify(report).includes(name))).toBe(false)
  })
  it('hold archived and destroyed cases and appointments that were kept, missed or cancelled', async () => {
    const { client, me, room } = await school()
    const { db } = room.connection.vault
    const [one, two] = db.prepare('SELECT id FROM cases').all() as { id: string }[]
    const archive = db.prepare("INSERT INTO archives VALUES (?, ?, '', ?, ?, NULL, '', NULL)")
    archive.run(one!.id, '1', '2026-11-21', me.id)
    archive.run(two!.id, '2', '2026-08-21', me.id)
    db.prepare("INSERT INTO destructions VALUES ('x', '1', ?, '', '', '', '', 0, '', '{}', 0, ?, ?)").run(
      one!.id,
      me.id,
      '2026-11-21T04:00:00.000Z',
    )
    const booked = db.prepare('SELECT id FROM visits WHERE booked_for IS NOT NULL').all() as { id: string }[]
    const become = db.prepare('UPDATE visits SET state = ? WHERE id = ?')
    become.run('no-show', booked[0]!.id)
    become.run('cancelled', booked[1]!.id)
    const report = await client.reports.termly(TERM)
    expect(numbers(report, 'care', 'archived')).toEqual([1, 1])
    expect(numbers(report, 'care', 'destroyed')).toEqual([1, 1])
    expect(numbers(report, 'appointments', 'state:no-show')).toEqual([1, 1])
    expect(numbers(report, 'appointments', 'state:cancelled')).toEqual([1, 1])
    become.run('ended', booked[0]!.id)
    expect(numbers(await client.reports.termly(TERM), 'appointments', 'state:kept')).toEqual([1, 1])
  })
  it('hide small numbers as the rest of the report does', async () => {
    const shown = shownReport(await (await school()).client.reports.termly(TERM), 'zh', 3)
    const figures = (section: ReportSection, key: string) => {
      const line = shown.find((one) => one.section === section)?.lines.find((one) => one.key === key)
      return [line?.persons, line?.visits, line?.share]
    }
    expect(figures('aid', 'sent')).toEqual(['<3', '—', '—'])
    expect(figures('care', 'mean-satisfaction')).toEqual(['<3', '—', null])
    expect(figures('acceptances', 'state:returned')).toEqual(['<3', '—', '—'])
    expect(figures('letters', 'received')).toEqual([3, 3, 100])
    expect(figures('letters', 'days-opened')).toEqual([null, 1, null])
  })
})
