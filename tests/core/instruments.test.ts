import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { InstrumentSummary } from '#contract/instruments'
import { testContext, type TestContext } from '#tests/context'
import { formOf } from '#tests/core/instruments/forms'
import { giving } from '#tests/giving'

let t: TestContext
let g: ReturnType<typeof giving>
beforeEach(() => {
  t = testContext()
  g = giving(t)
})
const summary = async (id: string): Promise<InstrumentSummary> =>
  (await t.client.instruments.get({ instrumentId: id })).summary
const ownFile = (version = '1.0') =>
  JSON.stringify({
    ...formOf('gad7'),
    id: 'school-worry',
    version,
    title: { zh: '校内烦恼问卷', en: '', short: '烦恼' },
  })
const band = (from: number, to: number, label: string, severity: number) => ({ from, to, label, severity })
const totalOfMht = {
  id: 'total',
  min: 0,
  max: 90,
  bands: [band(0, 55, '一般', 0), band(56, 64, '留意', 2), band(65, 90, '偏高', 3)],
}

describe('the library', () => {
  it('holds nine questionnaires and five that only take scores; nobody is competent for any of them yet', async () => {
    const all = await t.client.instruments.list({})
    expect(all.filter(({ kind }) => kind !== 'score-entry')).toHaveLength(9)
    expect(all.filter(({ kind }) => kind === 'score-entry').map(({ id }) => id)).toEqual([
      'mht',
      'mssmhs',
      'scl90',
      'sds',
      'sas',
    ])
    for (const one of all)
      expect(one).toMatchObject({ origin: 'built-in', competence: null, uses: 0, lastUsedOn: null, retired: false })
    expect(all.find(({ id }) => id === 'phq9')).toMatchObject({ itemCount: 10, thresholdsSet: true, withheld: false })
    expect(all.find(({ id }) => id === 'mht')).toMatchObject({ itemCount: 10, thresholdsSet: false })
  })
  it('shows the licence and where the Chinese wording comes from', async () => {
    const { license, zhText } = await summary('phq9')
    expect(license.statement).not.toBe('')
    expect(license.attribution).not.toBe('')
    expect(zhText).not.toBe('')
  })
  it('withholds what is under non-commercial terms from a program that is sold', async () => {
    t.services.paidBuild = true
    const withheld = (await t.client.instruments.list({})).filter((one) => one.withheld).map(({ id }) => id)
    expect(withheld.toSorted()).toEqual(['swls', 'who5'])
  })
  it('an unknown instrument is not found', async () => {
    await expect(t.client.instruments.get({ instrumentId: 'nothing' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(g.mayGive('nothing')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a file of the school', () => {
  it('is checked without being stored, and says what would be added', async () => {
    const { flaws, found } = await t.client.instruments.checkFile({ content: ownFile() })
    expect(flaws).toEqual([])
    expect(found).toMatchObject({ id: 'school-worry', version: '1.0', itemCount: 8, replaces: null })
    await expect(summary('school-worry')).rejects.toMatchObject({ code: 'not-found' })
  })
  it('is added, used, and replaced by a newer edition', async () => {
    expect(await t.client.instruments.add({ content: ownFile() })).toMatchObject({ id: 'school-worry', origin: 'own' })
    expect((await t.client.instruments.checkFile({ content: ownFile('2.0') })).found?.replaces).toBe('1.0')
    expect(await t.client.instruments.add({ content: ownFile('2.0') })).toMatchObject({ version: '2.0' })
    expect((await t.client.instruments.list({})).filter(({ id }) => id === 'school-worry')).toHaveLength(1)
    expect((await g.events()).filter((event) => event === 'instrument.added')).toHaveLength(2)
  })
  it('does not take the place of a built-in questionnaire', async () => {
    const content = JSON.stringify({ ...formOf('phq9'), version: '自编' })
    const { flaws, found } = await t.client.instruments.checkFile({ content })
    expect(flaws).toMatchObject([{ problem: 'built-in-id', path: 'id' }])
    expect(found).toBeNull()
    await expect(t.client.instruments.add({ content })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'content', reason: 'built-in-id' },
    })
  })
  it('with something wrong in it is refused and leaves nothing', async () => {
    await expect(t.client.instruments.add({ content: '{"id":' })).rejects.toMatchObject({
      data: { reason: 'not-json' },
    })
    expect(await t.client.instruments.list({})).toHaveLength(14)
  })
})

describe('thresholds of the school', () => {
  const save = (scales: (typeof totalOfMht)[], voidFrom: number | null = 7, instrumentId = 'mht') =>
    t.client.instruments.saveThresholds({ instrumentId, scales, voidFrom })

  it('make an own edition of the template, labelled in the words of the school', async () => {
    expect(await save([totalOfMht], 8)).toMatchObject({ thresholdsSet: true, origin: 'own' })
    const { file } = await t.client.instruments.get({ instrumentId: 'mht' })
    expect(file.scales[0]?.bands[2]).toMatchObject({ from: 65, to: 90, zh: '偏高', en: '偏高', severity: 3 })
    expect(file).toMatchObject({ voidWhen: { scale: 'validity', when: '>=8' } })
    expect(await g.events()).toContain('instrument.thresholds-set')
  })
  it('keep the validity scale when its rule is taken out and put back', async () => {
    await save([totalOfMht], null)
    expect((await t.client.instruments.get({ instrumentId: 'mht' })).file).toMatchObject({ voidWhen: null })
    await save([totalOfMht], 7)
    expect((await t.client.instruments.get({ instrumentId: 'mht' })).file).toMatchObject({
      voidWhen: { scale: 'validity', when: '>=7' },
    })
  })
  it('with a gap, an unknown scale or twice the same are refused', async () => {
    const gap = { ...totalOfMht, bands: [band(0, 55, '一般', 0), band(60, 90, '偏高', 3)] }
    await expect(save([gap])).rejects.toMatchObject({ code: 'invalid', data: { reason: 'band-gap' } })
    await expect(save([{ ...totalOfMht, id: 'nothing' }])).rejects.toMatchObject({ data: { reason: 'unknown-item' } })
    await expect(save([totalOfMht, totalOfMht])).rejects.toMatchObject({ data: { reason: 'twice' } })
    expect(await summary('mht')).toMatchObject({ thresholdsSet: false })
  })
  it('belong to templates alone, and a void rule needs a validity scale', async () => {
    await expect(save([totalOfMht], null, 'phq9')).rejects.toMatchObject({ data: { reason: 'not-score-entry' } })
    const total = { id: 'total', min: 90, max: 450, bands: [] }
    await expect(save([total], 7, 'scl90')).rejects.toMatchObject({ data: { reason: 'no-validity-scale' } })
  })
  it('changed later leave former results as they were read then', async () => {
    await save([totalOfMht])
    await g.mayGive('mht')
    const studentId = await g.student('周一鸣')
    const former = await g.finish(await g.begin(studentId, 'mht'), { total: 60, validity: 2 })
    await save([{ ...totalOfMht, bands: [band(0, 59, '一般', 0), band(60, 90, '偏高', 3)] }])
    const later = await g.finish(await g.begin(studentId, 'mht'), { total: 60, validity: 2 })
    const read = await t.client.assessments.get({ assessmentId: former.id })
    expect(read.assessment.band).toMatchObject({ zh: '留意', severity: 2 })
    expect(read.instrument.scales[0]?.bands).toHaveLength(3)
    expect(later.band).toMatchObject({ zh: '偏高', severity: 3 })
  })
})

describe('editions', () => {
  it('are stored when an instrument is first used, and never change', async () => {
    await g.mayGive('gad7')
    const studentId = await g.student('赵可欣')
    const { db } = t.room.connection.vault
    const count = () => db.prepare('SELECT count(*) FROM instrument_editions').pluck().get()
    expect(count()).toBe(0)
    await g.begin(studentId, 'gad7')
    await g.begin(studentId, 'gad7')
    expect(count()).toBe(1)
    expect(() => db.exec(`UPDATE instrument_editions SET body = '{}'`)).toThrow(/never changes/u)
  })
})

describe('competence', () => {
  it('is recorded with its basis, seen in the library, and withdrawn but kept', async () => {
    await g.mayGive('phq9')
    const { competence } = await summary('phq9')
    expect(competence).toMatchObject({ basis: '2025 年量表施测培训，督导下施测 20 例', recordedOn: '2026-09-01' })
    await t.client.instruments.withdrawCompetence({ competenceId: competence!.id })
    expect((await summary('phq9')).competence).toBeNull()
    await g.mayGive('phq9')
    const rows = await t.client.instruments.competences({ instrumentId: 'phq9' })
    expect(rows.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([false, true])
    expect(rows[0]?.userName).toBe(t.me.name)
    expect(await g.events()).toEqual(expect.arrayContaining(['competence.recorded', 'competence.withdrawn']))
  })
  it('needs a basis, a known person and a day that has come; one is in force at a time', async () => {
    const record = (change: object) =>
      t.client.instruments.recordCompetence({
        instrumentId: 'phq9',
        userId: t.me.id,
        basis: '培训',
        recordedOn: '2026-09-01',
        ...change,
      })
    await expect(record({ basis: '  ' })).rejects.toMatchObject({ code: 'invalid', data: { field: 'basis' } })
    await expect(record({ userId: randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
    await expect(record({ recordedOn: '2026-11-22' })).rejects.toMatchObject({ data: { reason: 'future' } })
    await record({})
    await expect(record({})).rejects.toMatchObject({ code: 'conflict', data: { reason: 'already-competent' } })
  })
  it('withdrawn twice is a conflict', async () => {
    await g.mayGive('asq')
    const { competence } = await summary('asq')
    const withdraw = () => t.client.instruments.withdrawCompetence({ competenceId: competence!.id })
    await withdraw()
    await expect(withdraw()).rejects.toMatchObject({ data: { reason: 'already-withdrawn' } })
  })
})

describe('use', () => {
  it('is counted from finished sheets and stands in the register, newest first', async () => {
    await g.mayGive('gad7')
    const studentId = await g.student('孙浩')
    await g.give(studentId, 'gad7', '0 0 0 0 0 0 0', '2026-10-08')
    await g.give(studentId, 'gad7', '1 0 0 0 0 0 0')
    await g.begin(studentId, 'gad7')
    expect(await summary('gad7')).toMatchObject({ uses: 2, lastUsedOn: '2026-11-21' })
    const uses = await t.client.instruments.uses({ from: '2026-10-01', to: '2026-11-30', instrumentId: null })
    expect(uses.map(({ on }) => on)).toEqual(['2026-11-21', '2026-10-08'])
    expect(uses[0]).toMatchObject({ short: 'GAD-7', studentName: '孙浩', mode: 'paper', givenBy: t.me.name })
    expect(await t.client.instruments.uses({ from: '2026-10-01', to: '2026-10-31', instrumentId: 'phq9' })).toEqual([])
    expect((await g.events())[0]).toBe('instrument.uses-read')
  })
  it('ends when the school takes an instrument out of use, and can begin again', async () => {
    expect(await t.client.instruments.retire({ instrumentId: 'k6', retired: true })).toMatchObject({ retired: true })
    const studentId = await g.student('刘雨桐')
    const offered = (await t.client.assessments.choices({ studentId })).map(({ instrumentId }) => instrumentId)
    expect(offered).not.toContain('k6')
    expect(await t.client.instruments.retire({ instrumentId: 'k6', retired: false })).toMatchObject({ retired: false })
    expect((await g.events()).slice(0, 1)).toEqual(['instrument.restored'])
  })
})
