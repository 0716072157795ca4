import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { contract } from '#contract/all'
import { testContext } from '#tests/context'

const alias = () => ({ id: randomUUID(), fields: { kind: 'alias' as const, name: '小舟' }, guardians: [] })

describe('the gate', () => {
  it('knows only calls of the contract, by own names', async () => {
    const t = testContext()
    for (const path of [
      ['students', 'nothing'],
      ['nobody', 'find'],
      ['__proto__', 'find'],
      ['students', 'constructor'],
      ['students'],
      [],
    ])
      await expect(t.call(path, {})).rejects.toMatchObject({ code: 'not-found' })
  })
  it('answers nothing but the lock screen while it is locked, set up or used as a kiosk', async () => {
    const t = testContext()
    for (const state of ['locked', 'setup', 'kiosk'] as const) {
      t.become({ state })
      for (const [feature, calls] of Object.entries(contract))
        for (const [verb, call] of Object.entries(calls)) {
          if (call['~orpc'].meta.kind === 'lifecycle') continue
          await expect(t.call([feature, verb], {}), `${feature}.${verb}`).rejects.toMatchObject({ code: 'locked' })
        }
    }
  })
  it('reads but does not write while it is read-only', async () => {
    const t = testContext()
    t.become({ state: 'read-only' })
    await expect(t.client.students.find({ text: '小', limit: 5 })).resolves.toEqual([])
    await expect(t.client.students.add(alias())).rejects.toMatchObject({
      code: 'storage',
      data: { reason: 'read-only' },
    })
  })
  it('asks for the role before it looks at the input', async () => {
    const t = testContext()
    t.become({ roles: ['duty'] })
    await expect(t.call(['notes', 'get'], { nonsense: true })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(t.client.visits.listByDay({ day: '2026-11-21' })).resolves.toEqual([])
  })
  it('names the field of a bad input and repeats nothing of it', async () => {
    const t = testContext()
    const bad = t.call(['students', 'add'], {
      ...alias(),
      requestId: 'no',
      fields: { kind: 'alias', name: '秘密的名字' },
    })
    await expect(bad).rejects.toMatchObject({ code: 'invalid', data: { field: 'requestId' } })
    expect(
      JSON.stringify(await bad.catch((error: unknown) => ({ ...(error as object), text: String(error) }))),
    ).not.toContain('秘密')
  })
  it('takes a request seen before for the same one, and refuses its id for another call', async () => {
    const t = testContext()
    const requestId = randomUUID()
    const input = { ...alias(), requestId }
    expect(await t.client.students.add(input)).toEqual(await t.client.students.add(input))
    await expect(t.client.drafts.discard({ requestId, form: 'referral', subjectId: '' })).rejects.toMatchObject({
      data: { reason: 'used' },
    })
  })
  it('takes a field without a value for a field that is not there', async () => {
    const t = testContext()
    const { preferences } = await t.client.settings.workplace({})
    await t.call(['settings', 'savePreferences'], {
      requestId: randomUUID(),
      preferences: { language: undefined, idleMinutes: 7 },
    })
    expect((await t.client.settings.workplace({})).preferences).toEqual({ ...preferences, idleMinutes: 7 })
  })
  it('refuses an id that a record has already, and a time on a day that does not exist', async () => {
    const t = testContext()
    const student = alias()
    await t.client.students.add(student)
    await expect(t.client.students.add(student)).rejects.toMatchObject({ code: 'conflict', data: { reason: 'used' } })
    for (const at of ['2026-02-30T08:00', '0000-00-00T00:00'])
      await expect(t.client.visits.arrive({ visitId: randomUUID(), studentId: student.id, at })).rejects.toMatchObject({
        code: 'invalid',
        data: { field: 'at' },
      })
  })
  it('numbers a crisis however long the name of the term is, and takes no list whose length is no number', async () => {
    const t = testContext()
    const student = await t.client.students.add(alias())
    const term = { id: randomUUID(), name: '学'.repeat(200), startsOn: '2026-09-01', endsOn: '2027-01-22' }
    await t.client.settings.saveTerms({ terms: [term] })
    const { no } = await t.client.crises.open({ id: randomUUID(), studentId: student.id })
    expect(no).toMatch(/^W学{40}-/u)
    const length = { toString: null, valueOf: null }
    const pretending = { requestId: randomUUID(), terms: { length } }
    await expect(t.call(['settings', 'saveTerms'], pretending)).rejects.toMatchObject({ code: 'invalid' })
  })
  it('writes exactly one chain of audit rows, with every change in its own transaction', async () => {
    const t = testContext()
    const student = await t.client.students.add(alias())
    await t.client.risks.set({ id: randomUUID(), studentId: student.id, rank: 1, reason: '连续两周凌晨一点后入睡' })
    await expect(
      t.client.risks.set({ id: randomUUID(), studentId: student.id, rank: 8, reason: '无此等级' }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await t.client.students.timeline({ studentId: student.id, limit: 10 })
    const rows = await t.client.audit.list({ before: null, limit: 50 })
    expect(rows.map((row) => row.event)).toEqual([
      'student.timeline-read',
      'risk.set',
      'student.added',
      'account.key-registered',
      'vault.created',
    ])
    expect(JSON.stringify(rows)).not.toContain('凌晨')
    expect(await t.client.audit.verify({})).toMatchObject({ rows: 6, brokenAt: null })
  })
  it('the database refuses to change or remove an audit row, and a forged one is found', async () => {
    const t = testContext()
    await t.client.students.add(alias())
    const { db } = t.room.connection.vault
    expect(() => db.exec(`UPDATE audit SET event = 'x' WHERE seq = 1`)).toThrow(/append-only/u)
    expect(() => db.exec('DELETE FROM audit')).toThrow(/append-only/u)
    db.exec(`DROP TRIGGER audit_never_changes; UPDATE audit SET user_id = NULL WHERE seq = 1`)
    expect(await t.client.audit.verify({})).toMatchObject({ brokenAt: 1 })
  })
  it('a bug leaves a reference in the log and nothing of the data', async () => {
    const t = testContext()
    const { db } = t.room.connection.vault
    db.exec('DROP TABLE drafts')
    await expect(t.client.drafts.save({ form: 'referral', subjectId: '', body: '不要写进日志' })).rejects.toMatchObject(
      { code: 'internal', data: { reference: expect.stringMatching(/^[0-9a-f]{8}$/u) } },
    )
    expect(t.log).toHaveLength(1)
    expect(JSON.stringify(t.log)).not.toContain('不要')
  })
})
