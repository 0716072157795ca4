import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { AuditEvent } from '#core/audit'
import { insertScored, replaceScored, type ImportedSheet } from '#core/assessments/insert-scored'
import { ensureEdition } from '#core/instruments/editions'
import { clockFrom } from '#electron/host/clock'
import { writeContextOf } from '#electron/host/write-context'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { csv, takeIn } from '#tests/core/screenings/result-samples'
import { rosterOf, roundOf } from '#tests/core/screenings/round-samples'
import { giving } from '#tests/giving'
import { manyPeople } from '#tests/people'

let t: TestContext
beforeEach(() => void (t = testContext()))

/** What a step of a screening import does with its sheets, in one transaction. */
function inRound<T>(work: (ctx: ReturnType<typeof writeContextOf>, round: { id: string; edition: Edition }) => T): T {
  return t.room.connection.transaction((db) => {
    const parts = { services: t.services, clock: clockFrom(() => MORNING), newId: randomUUID }
    const ctx = writeContextOf(parts, t.room, db)
    const edition = ensureEdition(ctx, 'phq9')
    const id = randomUUID()
    t.room.connection.vault.db
      .prepare(
        `INSERT INTO screening_rounds (id, name, edition_id, starts_on, ends_on, scope, flag_rule, consent_basis, state,
           created_at, created_by) VALUES (?, '2026 秋普测', ?, '2026-11-01', '2026-11-30', '{}', '{}', '', 'open', ?, ?)`,
      )
      .run(id, edition.id, ctx.now(), t.me.id)
    return work(ctx, { id, edition })
  })
}
type Edition = ReturnType<typeof ensureEdition>
const filled = (studentId: string, given: string): ImportedSheet => ({
  studentId,
  birthDate: '2013-01-05',
  answers: sheet(formOf('phq9'), given),
  takenOn: '2026-11-18',
})

test('sheets of a round come scored, numbered and with their tasks, and leave the lists to single tests', async () => {
  const g = giving(t)
  const [one, two] = [await g.student('陈思远'), await g.student('赵可欣')]
  const scored = inRound((ctx, { id: roundId, edition }) =>
    insertScored(ctx, {
      roundId,
      edition,
      purpose: '2026 秋普测',
      sheets: [filled(one, '0 0 0 0 0 0 0 0 0'), filled(two, '0 0 0 0 0 0 0 0 1')],
    }),
  )
  expect(scored.map(({ studentId, result }) => [studentId, result.critical.length])).toEqual([
    [one, 0],
    [two, 1],
  ])
  const { assessment } = await t.client.assessments.get({ assessmentId: scored[1]!.assessmentId })
  expect(assessment).toMatchObject({
    no: 'C2026秋-0002',
    mode: 'imported',
    state: 'scored',
    age: 13,
    score: 1,
    tasks: [{ urgency: 'same-day' }],
  })
  expect(await t.client.assessments.waiting({})).toEqual({ open: [], scored: [] })
  const all = { state: null, instrumentId: null, offset: 0, limit: 10 }
  expect(await t.client.assessments.list(all)).toEqual({ total: 0, rows: [] })
  expect(await t.client.assessments.listByStudent({ studentId: two })).toHaveLength(1)
  expect(await t.client.assessments.tasks({})).toHaveLength(1)
  expect((await g.events()).filter((event) => event === ('task.raised' satisfies AuditEvent))).toHaveLength(1)
})

test('a later file replaces a sheet of the round; what a task asks already is not asked twice', async () => {
  const g = giving(t)
  const studentId = await g.student('陈思远')
  const { assessmentId, replace } = inRound((ctx, { id: roundId, edition }) => {
    const sheets = [filled(studentId, '0 0 0 0 0 0 0 0 1')]
    const id = insertScored(ctx, { roundId, edition, purpose: '', sheets })[0]!.assessmentId
    return {
      assessmentId: id,
      replace: (given: string) =>
        t.room.connection.transaction((db) =>
          replaceScored({ ...ctx, db }, { assessmentId: id, file: edition.file, sheet: filled(studentId, given) }),
        ),
    }
  })
  await g.interpret({ id: assessmentId, studentId })
  replace('3 3 3 3 0 0 0 0 1')
  const { assessment } = await t.client.assessments.get({ assessmentId })
  expect(assessment).toMatchObject({ score: 13, state: 'scored', interpretations: [{}] })
  expect(assessment.tasks).toHaveLength(1)
})

test('a wrong option in one sheet takes in none', async () => {
  const studentId = await giving(t).student('陈思远')
  const good = filled(studentId, '0 0 0 0 0 0 0 0 0')
  const sheets = [good, { ...good, answers: { phq9_1: 9 } }]
  expect(() =>
    inRound((ctx, { id: roundId, edition }) => insertScored(ctx, { roundId, edition, purpose: '', sheets })),
  ).toThrow(expect.objectContaining({ code: 'invalid' }))
  expect(await t.client.assessments.listByStudent({ studentId })).toEqual([])
})

test('five hundred sheets come in at once, with one task for each that asks for a talk', async () => {
  const g = giving(t)
  const ids: string[] = []
  for (let n = 0; n < 50; n++) ids.push(await g.student(manyPeople(n).name))
  const sheets = Array.from({ length: 500 }, (_, n) =>
    filled(ids[n % ids.length] ?? '', `1 2 1 0 1 0 1 0 ${n % 20 === 0 ? 1 : 0}`),
  )
  inRound((ctx, { id: roundId, edition }) => insertScored(ctx, { roundId, edition, purpose: '', sheets }))
  expect(await t.client.assessments.tasks({})).toHaveLength(25)
})

test('closing the task of a screening sheet marks the student as seen in the round', async () => {
  const [studentId] = await rosterOf(t, 1)
  const round = await roundOf(t, 'phq9')
  const items = Array.from({ length: 9 }, (_, n) => `q${n + 1}`).join(',')
  const row = `202600001,${manyPeople(1).name},2026-11-18,0,0,0,0,0,0,0,0,1`
  await takeIn(t, round, csv(`学号,姓名,作答时间,${items}`, row))
  const [task] = await t.client.assessments.tasks({})
  await t.client.assessments.closeTask({
    taskId: task!.id,
    studentId: studentId!,
    seenOn: '2026-11-20',
    outcome: 'watch',
    note: '当面问过，无计划',
  })
  const list = { filter: 'seen', text: '', className: null, sort: 'class', offset: 0, limit: 10 } as const
  const { rows } = await t.client.screenings.entries({ roundId: round.id, ...list })
  expect(rows).toMatchObject([{ studentId, seenOn: '2026-11-20', outcome: 'watch', waitingDays: null }])
})

test('a sheet of a round that is withdrawn leaves the round, which waits for another one', async () => {
  const [studentId = ''] = await rosterOf(t, 1)
  const round = await roundOf(t, 'phq9')
  const answers = csv('学号,姓名,q1,q2,q3,q4,q5,q6,q7,q8,q9', '202600001,,0,0,0,0,0,0,0,0,1')
  const list = { filter: 'all', text: '', className: null, sort: 'class', offset: 0, limit: 10 } as const
  const entry = async () => (await t.client.screenings.entries({ roundId: round.id, ...list })).rows[0]!
  const { studentNo, studentName } = await entry()
  const content = Buffer.from(answers.toString().replace('202600001,', `${studentNo},${studentName}`))
  await takeIn(t, round, content)
  const { assessmentId } = await entry()
  await t.client.assessments.withdraw({ assessmentId: assessmentId ?? '', studentId, reason: '不是本人填的' })
  expect(await entry()).toMatchObject({ state: 'due', assessmentId: null, score: null, urgency: null, flagged: false })
  expect((await t.client.screenings.get({ roundId: round.id })).counts).toMatchObject({
    done: 0,
    flagged: 0,
    critical: 0,
  })
  await takeIn(t, round, content)
  expect(await entry()).toMatchObject({ state: 'done', score: 1, urgency: 'same-day', flagged: true })
})
