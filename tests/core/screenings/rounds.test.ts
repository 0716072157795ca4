import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { AUTUMN_ROUND, mayGive, roundOf, rosterOf } from './round-samples.ts'
import { testContext } from '#tests/context'
import { walkIn } from '#tests/records'

const ALL = { filter: 'all', text: '', className: null, sort: 'class', offset: 0, limit: 200 } as const

test('everybody on the roster who is in scope and has not left is due', async () => {
  const context = testContext()
  const [first] = await rosterOf(context, 6)
  await context.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name: '小舟' }, guardians: [] })
  await context.client.students.add({ id: randomUUID(), fields: { kind: 'guest', name: '访客' }, guardians: [] })
  const round = await roundOf(context, 'phq9')
  expect(round).toMatchObject({ short: 'PHQ-9', state: 'open', counts: { due: 6, done: 0 }, hasFile: false })
  const one = await roundOf(context, 'phq9', { scope: { grades: [], classes: ['七(1)班'] } })
  expect(one.counts.due).toBe(3)
  const { rows, total, classes } = await context.client.screenings.entries({ roundId: round.id, ...ALL })
  expect([total, classes]).toEqual([6, ['七(1)班', '八(1)班']])
  expect(rows.find(({ studentId }) => studentId === first)).toMatchObject({
    state: 'due',
    flagged: false,
    waitingDays: null,
    earlier: { visits: 0, openCase: false },
  })
  expect((await context.client.screenings.list({})).map(({ id }) => id)).toContain(round.id)
  expect(await context.client.screenings.get({ roundId: round.id })).toEqual(round)
})

test('a round is begun only by somebody who may give the test, and never with an interview', async () => {
  const context = testContext()
  await rosterOf(context, 2)
  const create = (instrumentId: string) =>
    context.client.screenings.create({ id: randomUUID(), instrumentId, ...AUTUMN_ROUND })
  await expect(create('gad7')).rejects.toMatchObject({ code: 'conflict', data: { reason: 'not-competent' } })
  await mayGive(context, 'asq')
  await expect(create('asq')).rejects.toMatchObject({ data: { reason: 'interview' } })
  await expect(create('nothing')).rejects.toMatchObject({ code: 'not-found' })
  expect(await context.client.screenings.list({})).toEqual([])
})

test('a round says how the consent of guardians was obtained', async () => {
  const context = testContext()
  await expect(roundOf(context, 'phq9', { consentBasis: '  ' })).rejects.toMatchObject({
    code: 'invalid',
    data: { field: 'consentBasis' },
  })
})

test('students who came since join, and who left without a result leaves the list', async () => {
  const context = testContext()
  const [leaver] = await rosterOf(context, 4)
  const round = await roundOf(context, 'phq9')
  await rosterOf(context, 2, 50)
  context.room.connection.vault.db.prepare('UPDATE students SET left_on = ? WHERE id = ?').run('2026-11-20', leaver)
  expect(await context.client.screenings.refresh({ roundId: round.id })).toEqual({ added: 2, removed: 1 })
  expect(await context.client.screenings.refresh({ roundId: round.id })).toEqual({ added: 0, removed: 0 })
})

test('a closed round is not changed any more until it is opened again', async () => {
  const context = testContext()
  const [studentId = ''] = await rosterOf(context, 2)
  const { id: roundId } = await roundOf(context, 'phq9')
  expect(await context.client.screenings.close({ roundId, closed: true })).toMatchObject({ state: 'closed' })
  const absent = { roundId, studentId, state: 'absent', reason: '病假' } as const
  await expect(context.client.screenings.setEntry(absent)).rejects.toMatchObject({ data: { reason: 'closed' } })
  await context.client.screenings.close({ roundId, closed: false })
  expect(await context.client.screenings.setEntry(absent)).toMatchObject({ state: 'absent', reason: '病假' })
  expect((await context.client.screenings.get({ roundId })).counts).toMatchObject({ due: 2, absent: 1 })
})

test('a flag by hand needs a reason, waits for a talk, and is over when the student was seen', async () => {
  const context = testContext()
  const [studentId = '', other = ''] = await rosterOf(context, 2)
  const { id: roundId } = await roundOf(context, 'phq9')
  const flag = { roundId, studentId, flagged: true } as const
  await expect(context.client.screenings.setEntry({ ...flag, reason: '' })).rejects.toMatchObject({ code: 'invalid' })
  expect(await context.client.screenings.setEntry({ ...flag, reason: '班主任反映' })).toMatchObject({ waitingDays: 0 })
  context.setTime(Date.UTC(2026, 10, 30, 8))
  const waiting = await context.client.screenings.entries({ roundId, ...ALL, filter: 'waiting' })
  expect(waiting.rows).toMatchObject([{ studentId, waitingDays: 9 }])
  expect((await context.client.screenings.get({ roundId })).longestWait).toBe(9)
  const seen = { roundId, studentId, outcome: 'false-alarm', note: '' } as const
  await expect(context.client.screenings.recordSeen({ ...seen, seenOn: '2026-12-01' })).rejects.toMatchObject({
    data: { reason: 'future' },
  })
  expect(await context.client.screenings.recordSeen({ ...seen, seenOn: '2026-11-30' })).toMatchObject({
    seenOn: '2026-11-30',
    waitingDays: null,
  })
  await expect(
    context.client.screenings.recordSeen({ ...seen, studentId: other, seenOn: '2026-11-30' }),
  ).rejects.toMatchObject({ data: { reason: 'not-flagged' } })
  expect((await context.client.screenings.get({ roundId })).counts).toMatchObject({
    flagged: 1,
    seen: 1,
    falseAlarm: 1,
  })
  const log = (await context.client.audit.list({ before: null, limit: 50 })).map(({ event }) => event)
  expect(log).toEqual(expect.arrayContaining(['screening.created', 'screening.entry-changed', 'screening.seen']))
})

test('entries are found by name, pinyin initials and number, within the round alone', async () => {
  const context = testContext()
  await rosterOf(context, 6)
  const { id: roundId } = await roundOf(context, 'phq9', { scope: { grades: ['七年级'], classes: [] } })
  const ask = async (text: string) => (await context.client.screenings.entries({ roundId, ...ALL, text })).rows
  const [first] = await ask('')
  expect((await ask(first!.studentName)).map(({ studentId }) => studentId)).toContain(first!.studentId)
  expect((await ask(first!.studentNo ?? '')).map(({ studentId }) => studentId)).toEqual([first!.studentId])
  expect(await ask('202600004')).toEqual([])
})

test('who was here before and whom the room worries about comes first among those who wait', async () => {
  const context = testContext()
  const ids = await rosterOf(context, 5)
  const { id: roundId } = await roundOf(context, 'phq9')
  const [none = '', visited = '', risky = '', long = '', unflagged = ''] = ids
  await context.client.screenings.setEntry({ roundId, studentId: long, flagged: true, reason: '先' })
  context.setTime(Date.UTC(2026, 10, 23, 8))
  for (const studentId of [none, visited, risky])
    await context.client.screenings.setEntry({ roundId, studentId, flagged: true, reason: '后' })
  await context.client.visits.register({ id: randomUUID(), studentId: visited, fields: walkIn(context.me.id) })
  await context.client.risks.set({
    id: randomUUID(),
    studentId: risky,
    rank: 2,
    reason: '近期情绪低落',
  })
  const { rows } = await context.client.screenings.entries({ roundId, ...ALL, sort: 'urgency' })
  expect(rows.map(({ studentId }) => studentId)).toEqual([visited, risky, long, none, unflagged])
})
