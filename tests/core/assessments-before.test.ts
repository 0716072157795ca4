import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Signer } from '#tests/giving'
import { testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { STAFF } from '#tests/people'

let t: TestContext
let g: ReturnType<typeof giving>
let studentId: string
beforeEach(async () => {
  t = testContext()
  g = giving(t)
  studentId = await g.student('陈思远')
})
const blocksOf = async (instrumentId: string, of = studentId) =>
  (await t.client.assessments.choices({ studentId: of })).find((one) => one.instrumentId === instrumentId)?.blocks
const blocked = (reason: string) => ({ code: 'conflict', data: { reason } })
const consent = (of: string, signer: Signer, kind: 'testing' | 'counseling' = 'testing') =>
  t.client.consents.record({
    id: randomUUID(),
    studentId: of,
    fields: {
      kind,
      textVersion: '2026-1',
      givenOn: '2026-11-20',
      signer,
      signerName: '陈女士',
      mode: 'paper',
      scope: '',
    },
  })

describe('before a test', () => {
  it('one who is not recorded competent does not begin; recorded, does', async () => {
    await expect(g.begin(studentId, 'phq9')).rejects.toMatchObject(blocked('not-competent'))
    expect(await blocksOf('phq9')).toEqual(['not-competent'])
    await g.mayGive('phq9')
    expect(await blocksOf('phq9')).toEqual([])
    expect(await g.begin(studentId, 'phq9')).toMatchObject({ state: 'open', no: 'C2026秋-0001', givenBy: t.me.name })
  })
  it('the competence of somebody else counts for nothing, nor does one that was withdrawn', async () => {
    const director = randomUUID()
    t.room.connection.vault.db
      .prepare(`INSERT INTO users (id, name, roles, created_at) VALUES (?, ?, '["director"]', ?)`)
      .run(director, STAFF.director.name, '2026-09-01T00:00:00.000Z')
    await g.mayGive('phq9', director)
    await expect(g.begin(studentId, 'phq9')).rejects.toMatchObject(blocked('not-competent'))
    await g.mayGive('phq9')
    const { competence } = (await t.client.instruments.get({ instrumentId: 'phq9' })).summary
    await t.client.instruments.withdrawCompetence({ competenceId: competence!.id })
    await expect(g.begin(studentId, 'phq9')).rejects.toMatchObject(blocked('not-competent'))
  })
  it('what is out of use is not begun; put back, it is', async () => {
    await g.mayGive('phq9')
    await t.client.instruments.retire({ instrumentId: 'phq9', retired: true })
    await expect(g.begin(studentId, 'phq9')).rejects.toMatchObject(blocked('retired'))
    await t.client.instruments.retire({ instrumentId: 'phq9', retired: false })
    await g.begin(studentId, 'phq9')
  })
  it('nothing is begun before it was explained and the student agrees', async () => {
    await g.mayGive('phq9')
    for (const field of ['explained', 'agreed'])
      await expect(g.begin(studentId, 'phq9', { [field]: false })).rejects.toMatchObject({
        code: 'invalid',
        data: { field, reason: 'not-yet' },
      })
  })
  it('a program that is sold does not give what may not be sold', async () => {
    await g.mayGive('who5')
    t.services.paidBuild = true
    await expect(g.begin(studentId, 'who5')).rejects.toMatchObject(blocked('withheld'))
    expect(await blocksOf('who5')).toEqual(['withheld'])
    t.services.paidBuild = false
    await g.begin(studentId, 'who5')
  })
  it('scores are not taken in before the school has set thresholds', async () => {
    await g.mayGive('mht')
    await expect(g.begin(studentId, 'mht')).rejects.toMatchObject(blocked('no-thresholds'))
    const bands = [
      { from: 0, to: 64, label: '一般', severity: 0 },
      { from: 65, to: 90, label: '偏高', severity: 3 },
    ]
    await t.client.instruments.saveThresholds({
      instrumentId: 'mht',
      scales: [{ id: 'total', min: 0, max: 90, bands }],
      voidFrom: 7,
    })
    await g.begin(studentId, 'mht')
  })
  it('without a birthday the counselor must know that the student is fourteen', async () => {
    await g.mayGive('phq9')
    const unknown = await g.student('小舟', null)
    await expect(g.begin(unknown, 'phq9')).rejects.toMatchObject(blocked('age-unknown'))
    expect(await blocksOf('phq9', unknown)).toEqual(['age-unknown'])
    expect(await g.begin(unknown, 'phq9', { overFourteen: true })).toMatchObject({ age: null })
  })
  it('under fourteen a guardian has to agree to testing, not the child and not to something else', async () => {
    await g.mayGive('phq9')
    const young = await g.student('李若溪', '2012-11-22')
    await expect(g.begin(young, 'phq9', { overFourteen: true })).rejects.toMatchObject(blocked('consent-under-14'))
    await consent(young, 'student')
    await consent(young, 'mother', 'counseling')
    expect(await blocksOf('phq9', young)).toEqual(['consent-under-14'])
    const given = await consent(young, 'mother')
    expect(await blocksOf('phq9', young)).toEqual([])
    await t.client.consents.withdraw({ consentId: given.id, studentId: young, on: '2026-11-21' })
    await expect(g.begin(young, 'phq9')).rejects.toMatchObject(blocked('consent-under-14'))
    await consent(young, 'guardian')
    await g.begin(young, 'phq9')
    const fourteenToday = await g.student('何嘉树', '2012-11-21')
    await g.begin(fourteenToday, 'phq9')
  })
  it('the first block is told, every block is listed', async () => {
    const young = await g.student('张子轩', '2015-01-01')
    t.services.paidBuild = true
    expect(await blocksOf('swls', young)).toEqual(['withheld', 'not-competent', 'consent-under-14'])
    await expect(g.begin(young, 'swls')).rejects.toMatchObject(blocked('withheld'))
  })
  it('in an emergency an interview begins without any of it, and the log says so', async () => {
    const young = await g.student('李若溪', '2015-01-01')
    const asked = await g.begin(young, 'asq', { urgent: true, explained: false, agreed: false })
    expect(asked).toMatchObject({ urgent: true, mode: 'interview', explainedAt: null })
    expect((await g.events())[0]).toBe('assessment.begun-urgently')
    await expect(g.begin(young, 'phq9', { urgent: true })).rejects.toMatchObject({ data: { field: 'urgent' } })
  })
  it('a mode that does not fit the kind is refused', async () => {
    await g.mayGive('phq9')
    await g.mayGive('asq')
    for (const [id, mode] of [
      ['phq9', 'interview'],
      ['phq9', 'scores'],
      ['asq', 'kiosk'],
      ['mht', 'paper'],
    ] as const)
      await expect(g.begin(studentId, id, { mode })).rejects.toMatchObject({ code: 'invalid', data: { field: 'mode' } })
  })
  it('says who is younger than the form was made for, and when it was last filled in', async () => {
    await g.mayGive('gad7')
    await g.give(studentId, 'gad7', '0 0 0 0 0 0 0')
    const young = await g.student('周一鸣', '2016-05-01')
    const of = async (id: string) =>
      (await t.client.assessments.choices({ studentId: id })).find(({ instrumentId }) => instrumentId === 'gad7')
    expect(await of(studentId)).toMatchObject({ tooYoung: false, lastTakenOn: '2026-11-21' })
    expect(await of(young)).toMatchObject({ tooYoung: true, lastTakenOn: null })
  })
})
