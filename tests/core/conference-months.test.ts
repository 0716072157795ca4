import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ConferenceFields } from '#contract/conferences'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { person, STAFF } from '#tests/people'
import { conferenceFields, walkIn } from '#tests/records'

const DAY = 86_400_000
let t: TestContext
type About = { studentId: string; caseId: string }
let about: About

const open = async (who: string): Promise<About> => {
  const studentId = randomUUID()
  await t.client.students.add({ id: studentId, fields: { kind: 'roster', name: person(who).name }, guardians: [] })
  const { caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  return { studentId, caseId }
}
const talk = (fields: Partial<ConferenceFields> = {}, client = t.client) =>
  client.conferences.record({ id: randomUUID(), ...about, fields: conferenceFields(fields) })
const choose = (choice: 'conference' | 'contact' | 'none', why = '') =>
  t.client.conferences.choose({ ...about, choice, why })
const undecided = async () => (await t.client.conferences.month({})).undecided
const due = async (client = t.client) =>
  (await client.conferences.due({})).map(({ kind, dueOn, sessionAt }) => [kind, dueOn, sessionAt])

beforeEach(async () => {
  t = testContext()
  about = await open('zhou-yiming')
})

describe('what a month brings', () => {
  it('every open case is asked about once a month; what was chosen may be changed', async () => {
    await open('li-ruoxi')
    expect(await t.client.conferences.month({})).toMatchObject({ month: '2026-11', undecided: 2 })
    await choose('contact', '上周通过电话')
    expect(await undecided()).toBe(1)
    await choose('none')
    const { lines } = await t.client.conferences.month({})
    expect(lines.find(({ caseId }) => caseId === about.caseId)).toMatchObject({ choice: 'none', why: '' })
    t.setTime(MORNING + 10 * DAY)
    expect(await t.client.conferences.month({})).toMatchObject({ month: '2026-12', undecided: 2 })
  })
  it('a talk that was decided on is due by the end of the month, until one with the parents is held', async () => {
    expect(await due()).toEqual([])
    await choose('conference')
    expect(await due()).toEqual([['parents', '2026-11-30', null]])
    await talk({ kind: 'discussion' })
    await talk({ at: '2026-10-28T16:00' })
    expect(await due()).toHaveLength(1)
    const { id } = await talk()
    expect(await due()).toEqual([])
    await t.client.conferences.remove({ conferenceId: id, studentId: about.studentId, reason: '记错了' })
    expect(await due()).toHaveLength(1)
    t.setTime(MORNING + 10 * DAY)
    expect(await due()).toEqual([])
  })
  it('a case whose talk was held without being asked is decided', async () => {
    await talk()
    expect(await undecided()).toBe(0)
  })
  it('who is in a crisis stands first, then the higher level', async () => {
    const raised = await open('li-ruoxi')
    const inCrisis = await open('chen-siyuan')
    await t.client.risks.set({ id: randomUUID(), studentId: raised.studentId, rank: 2, reason: '连续两周情绪低落' })
    await t.client.crises.open({ id: randomUUID(), studentId: inCrisis.studentId })
    const { lines } = await t.client.conferences.month({})
    expect(lines.map(({ caseId }) => caseId)).toEqual([inCrisis.caseId, raised.caseId, about.caseId])
    expect(lines[0]?.inCrisis).toBe(true)
  })
  it('nobody is asked outside the terms, without open cases of one’s own, or where the school does not ask', async () => {
    expect(await t.colleague(['counselor']).client.conferences.month({})).toMatchObject({ lines: [] })
    const rules = await t.client.conferences.rules({})
    await t.client.conferences.saveRules({ rules: { ...rules, asksMonthly: false } })
    expect(await undecided()).toBe(0)
    await t.client.conferences.saveRules({ rules })
    expect(await undecided()).toBe(1)
    const terms = [{ id: randomUUID(), name: '2026秋', startsOn: '2026-09-01', endsOn: '2026-11-20' }]
    await t.client.settings.saveTerms({ terms })
    expect(await undecided()).toBe(0)
  })
  it('is the counselor’s own: a colleague cannot choose for her; choosing leaves a line', async () => {
    const { client } = t.colleague(['counselor'])
    const other = client.conferences.choose({ ...about, choice: 'none', why: '' })
    await expect(other).rejects.toMatchObject({ data: { reason: 'not-yours' } })
    await choose('none')
    expect((await t.client.audit.list({ before: null, limit: 1 }))[0]?.event).toBe('conference.month-chosen')
  })
})

describe('a briefing', () => {
  const book = (receiverId: string, bookedFor: string, client = t.client) =>
    client.visits.register({
      id: randomUUID(),
      studentId: about.studentId,
      fields: walkIn(receiverId, { arrivedAt: null, bookedFor }),
    })
  const handOver = (toId: string) =>
    t.client.accounts.handOver({ toId, caseIds: [about.caseId], note: '调去另一个年级，请接着做' })
  it('is due two days before the first session of a case that was handed over, until it is held', async () => {
    const to = t.colleague(['counselor'], STAFF.director.name)
    await handOver(to.me.id)
    await book(to.me.id, '2026-11-25T09:00', to.client)
    expect(await due(to.client)).toEqual([])
    t.setTime(MORNING + 2 * DAY)
    expect(await due(to.client)).toEqual([['briefing', '2026-11-23', '2026-11-25T09:00']])
    expect(await due()).toEqual([])
    await talk({ kind: 'briefing', at: '2026-11-23T12:30' }, to.client)
    expect(await due(to.client)).toEqual([])
  })
  it('is asked for no more once the first session was held, and never where the school does not ask', async () => {
    const to = t.colleague(['counselor'], STAFF.director.name)
    await handOver(to.me.id)
    await book(to.me.id, '2026-11-22T09:00', to.client)
    expect(await due(to.client)).toHaveLength(1)
    const rules = await t.client.conferences.rules({})
    await t.client.conferences.saveRules({ rules: { ...rules, asksBriefing: false } })
    expect(await due(to.client)).toEqual([])
    await t.client.conferences.saveRules({ rules })
    t.setTime(MORNING + 60 * 60_000)
    await to.client.visits.register({
      id: randomUUID(),
      studentId: about.studentId,
      fields: walkIn(to.me.id, { arrivedAt: '2026-11-21T08:30' }),
    })
    expect(await due(to.client)).toEqual([])
  })
  it('a case that came by an accepted request is asked about as well; a counselor alone has nobody to hear', async () => {
    t.room.connection.transaction((db) =>
      db.run(
        `INSERT INTO acceptances (id, no, student_id, asked_on, source, asked_by, basis, urgency, concern, promises, state,
          assigned_to, assigned_by, assigned_at, decided_by, decided_at, answer, case_id, entered_by, entered_at, deleted_at)
         VALUES ('${randomUUID()}', 'S-1', '${about.studentId}', '2026-11-21', 'teacher', '', 'agreed', 'routine', '', '', 'accepted',
          NULL, NULL, NULL, '${t.me.id}', '2026-11-21T08:10:00.000Z', '', '${about.caseId}', '${t.me.id}', '2026-11-21T08:10:00.000Z', NULL)`,
      ),
    )
    await book(t.me.id, '2026-11-22T09:00')
    expect(await due()).toEqual([])
    t.colleague(['counselor'])
    expect(await due()).toEqual([['briefing', '2026-11-20', '2026-11-22T09:00']])
  })
})
