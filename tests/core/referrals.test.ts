import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Referral, ReturnSlip } from '#contract/referrals'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { referralFields } from '#tests/records'

const fields = referralFields()
const slip: ReturnSlip = {
  returnedOn: '2026-11-24',
  seenOn: '2026-11-22',
  broughtBy: '母亲',
  advice: ['follow-up'],
  words: '建议两周后复查',
  nextCheckOn: '2026-12-06',
}
let t: TestContext
let studentId: string
let referral: Referral
beforeEach(async () => {
  t = testContext()
  studentId = (
    await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name: '周一鸣' }, guardians: [] })
  ).id
  referral = await t.client.referrals.refer({ id: randomUUID(), studentId, crisisId: null, fields })
})

describe('referrals', () => {
  it('waits for its slip, counts the days, and is done when the slip is back', async () => {
    t.setTime(MORNING + 3 * 86_400_000)
    expect(await t.client.referrals.list({ state: 'waiting' })).toMatchObject([
      { no: 'Z2026秋-001', waitingDays: 4, studentName: '周一鸣' },
    ])
    const returned = await t.client.referrals.recordReturn({ referralId: referral.id, studentId, slip })
    expect(returned).toMatchObject({ state: 'returned', slip })
    expect(await t.client.referrals.list({ state: 'waiting' })).toEqual([])
    const { items } = await t.client.students.timeline({ studentId, limit: 20 })
    expect(items.map((item) => item.kind)).toEqual(['return', 'case', 'referral'])
  })
  it('is corrected only while it waits', async () => {
    const change = () =>
      t.client.referrals.update({ referralId: referral.id, studentId, fields: { department: '睡眠门诊' } })
    expect((await change()).department).toBe('睡眠门诊')
    await t.client.referrals.withdraw({ referralId: referral.id, studentId, reason: '家长改去儿童医院' })
    await expect(change()).rejects.toMatchObject({ data: { reason: 'not-waiting' } })
    await expect(t.client.referrals.recordReturn({ referralId: referral.id, studentId, slip })).rejects.toMatchObject({
      data: { reason: 'withdrawn' },
    })
  })
  it('never points to the crisis of another student', async () => {
    const other = (
      await t.client.students.add({ id: randomUUID(), fields: { kind: 'roster', name: '孙浩' }, guardians: [] })
    ).id
    const crisis = await t.client.crises.open({ id: randomUUID(), studentId: other })
    await expect(
      t.client.referrals.refer({ id: randomUUID(), studentId, crisisId: crisis.id, fields }),
    ).rejects.toMatchObject({ data: { reason: 'wrong-student' } })
  })
  it('asks for a reason', async () => {
    await expect(
      t.client.referrals.refer({ id: randomUUID(), studentId, crisisId: null, fields: { ...fields, reason: '   ' } }),
    ).rejects.toMatchObject({ code: 'invalid', data: { field: 'fields.reason' } })
  })
})
