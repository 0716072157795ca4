import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Round } from '#contract/screenings'
import { testContext, type TestContext } from '#tests/context'
import { manyPeople } from '#tests/people'
import { csv, takeIn } from './result-samples.ts'
import { roundOf, rosterOf } from './round-samples.ts'

let t: TestContext
let round: Round
let studentId: string
beforeEach(async () => {
  t = testContext()
  studentId = (await rosterOf(t, 1))[0] ?? ''
  round = await roundOf(t, 'phq9')
})

const bring = (answers: string) =>
  takeIn(t, round, csv('学号,姓名,q1,q2,q3,q4,q5,q6,q7,q8,q9', `202600001,${manyPeople(1).name},${answers}`))
const entry = async () => {
  const all = { filter: 'all', text: '', className: null, sort: 'class', offset: 0, limit: 10 } as const
  return (await t.client.screenings.entries({ roundId: round.id, ...all })).rows[0]!
}
const seen = () =>
  t.client.screenings.recordSeen({
    roundId: round.id,
    studentId,
    seenOn: '2026-11-21',
    outcome: 'false-alarm',
    note: '不是本人填的',
  })
const flag = (flagged: boolean) =>
  t.client.screenings.setEntry({ roundId: round.id, studentId, flagged, reason: '与本人核对过' })
const withdraw = async () =>
  t.client.assessments.withdraw({
    assessmentId: (await entry()).assessmentId ?? '',
    studentId,
    reason: '不是本人填的',
  })

test('a flag taken off a sheet that is withdrawn says nothing of the next one', async () => {
  await bring('3,3,3,3,3,0,0,0,0')
  await flag(false)
  await withdraw()
  await bring('3,3,3,3,3,3,3,3,0')
  expect(await entry()).toMatchObject({ score: 24, flagged: true, waitingDays: 0 })
})

test('a talk about a sheet that is withdrawn is none about the next one', async () => {
  await bring('3,3,3,3,3,0,0,0,0')
  await seen()
  await withdraw()
  expect(await entry()).toMatchObject({ seenOn: null, outcome: null, note: '不是本人填的' })
  await bring('3,3,3,3,3,3,3,3,0')
  expect(await entry()).toMatchObject({ score: 24, flagged: true, seenOn: null, waitingDays: 0 })
})

test('a flag set by hand outlives the sheet, with the talk that followed it', async () => {
  await flag(true)
  await bring('0,0,0,0,0,0,0,0,0')
  await seen()
  await withdraw()
  expect(await entry()).toMatchObject({ flagged: true, seenOn: '2026-11-21' })
})

test('a flag taken off before there is a result says nothing of the result', async () => {
  await flag(true)
  await flag(false)
  await bring('3,3,3,3,3,3,3,3,0')
  expect(await entry()).toMatchObject({ score: 24, flagged: true })
})

test('a flag taken off a result stays off when the same sheet is corrected', async () => {
  await bring('3,3,3,3,3,0,0,0,0')
  await flag(false)
  await bring('3,3,3,3,2,2,0,0,0')
  expect(await entry()).toMatchObject({ score: 16, flagged: false })
})

test('a new critical answer in a sheet that was interpreted asks for a talk; the sheet itself stays', async () => {
  await bring('1,1,1,1,1,0,0,0,0')
  const { assessmentId } = await entry()
  const sheet = { assessmentId: assessmentId ?? '', studentId }
  await t.client.assessments.interpret({ ...sheet, id: randomUUID(), text: '情绪平稳' })
  const { preview } = await bring('1,1,1,1,1,0,0,0,3')
  expect(preview).toMatchObject({ changed: 0, unchanged: 1, critical: 1 })
  expect(await entry()).toMatchObject({ score: 5, urgency: 'same-day', flagged: true, waitingDays: 0 })
  const tasks = await t.client.assessments.tasks({})
  expect(tasks).toMatchObject([{ ...sheet, urgency: 'same-day', critical: [{ item: 'phq9_9' }] }])
  await bring('1,1,1,1,1,0,0,0,3')
  expect(await t.client.assessments.tasks({})).toHaveLength(1)
  const { assessment } = await t.client.assessments.get({ assessmentId: sheet.assessmentId })
  expect(assessment).toMatchObject({ state: 'interpreted', score: 5, critical: 0 })
})
