import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CrisisStep } from '#contract/code-tables'
import type { Crisis } from '#contract/crises'
import { testContext, type TestContext } from '#tests/context'

let t: TestContext
let studentId: string
let crisis: Crisis
beforeEach(async () => {
  t = testContext()
  studentId = (
    await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name: '陈思远' }, guardians: [] })
  ).id
  crisis = await t.client.crises.open({ id: randomUUID(), studentId })
})
const stamp = (step: CrisisStep | null, text = '') =>
  t.client.crises.stamp({ crisisId: crisis.id, studentId, id: randomUUID(), step, text, at: null })
const close = (missingReason = '') =>
  t.client.crises.close({
    crisisId: crisis.id,
    studentId,
    outcome: 'with-guardian',
    closeNote: '由母亲接回',
    missingReason,
  })

describe('crises', () => {
  it('opens without notice, consent or case, and a second key press leads to the same card', async () => {
    expect(crisis).toMatchObject({ state: 'open', openedAt: '2026-11-21T08:00', no: 'W2026秋-001' })
    expect((await t.client.crises.open({ id: randomUUID(), studentId })).id).toBe(crisis.id)
    const header = await t.client.students.header({ studentId })
    expect(header).toMatchObject({ openCrisisId: crisis.id, openCase: { no: '2026秋-001' } })
  })
  it('each step is stamped with time and person', async () => {
    await stamp('accompanied', '校医在场')
    const { entries } = await stamp('leader-told')
    expect(entries).toMatchObject([
      { step: 'accompanied', text: '校医在场', at: '2026-11-21T08:00', by: t.me.name },
      { step: 'leader-told', at: '2026-11-21T08:00' },
    ])
  })
  it('a mistake is struck out with its reason and stays', async () => {
    const [entry] = (await stamp('guardian-reached')).entries
    const { entries } = await t.client.crises.strike({
      crisisId: crisis.id,
      studentId,
      entryId: entry!.id,
      reason: '打给了同名的另一位',
    })
    expect(entries).toMatchObject([{ step: 'guardian-reached', struckReason: '打给了同名的另一位' }])
    const [line] = await t.client.crises.list({ state: 'open' })
    expect(line?.stepsDone).toEqual([])
    const { db } = t.room.connection.vault
    expect(() => db.exec('DELETE FROM crisis_entries')).toThrow(/never deleted/u)
  })
  it('does not close before a leader and a guardian know, unless it is said why', async () => {
    await stamp('leader-told')
    await expect(close()).rejects.toMatchObject({ code: 'conflict', data: { reason: 'unreported' } })
    const closed = await close('监护人在服刑，已通知村委会')
    expect(closed).toMatchObject({ state: 'closed', outcome: 'with-guardian' })
    expect(closed.entries.at(-1)?.text).toContain('村委会')
    await expect(stamp('accompanied')).rejects.toMatchObject({ data: { reason: 'crisis-closed' } })
  })
  it('an open crisis keeps the case open', async () => {
    const { openCase } = await t.client.students.header({ studentId })
    const closeCase = () =>
      t.client.cases.close({ caseId: openCase!.id, studentId, reason: 'agreed', closeNote: '协商结束', advice: '' })
    expect(await t.client.cases.closeBlocks({ caseId: openCase!.id })).toEqual(['open-crisis'])
    await expect(closeCase()).rejects.toMatchObject({ data: { reason: 'open-crisis' } })
    await stamp('leader-told')
    await stamp('guardian-reached')
    await close()
    expect(await closeCase()).toMatchObject({ state: 'closed', closeReason: 'agreed', closedOn: '2026-11-21' })
  })
  it('opened again, a crisis stands in an open case', async () => {
    await stamp('leader-told')
    await stamp('guardian-reached')
    await close()
    const { openCase } = await t.client.students.header({ studentId })
    const caseId = openCase!.id
    await t.client.cases.close({ caseId, studentId, reason: 'agreed', closeNote: '协商结束', advice: '' })
    const reopened = await t.client.crises.reopen({ crisisId: crisis.id, studentId, reason: '当晚又联系不上' })
    expect(reopened).toMatchObject({ state: 'open', closedAt: null, outcome: null })
    expect(reopened.entries.at(-1)?.text).toBe('当晚又联系不上')
    expect((await t.client.students.header({ studentId })).openCase).not.toBeNull()
  })
})
