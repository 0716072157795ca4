import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { whyNot } from '#tests/booking'
import { type Colleague, testContext, type TestContext } from '#tests/context'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { giving } from '#tests/giving'
import { STAFF } from '#tests/people'
import { declineFields, referralFields, walkIn } from '#tests/records'

const NAME = STAFF.director.name
let t: TestContext
let other: Colleague
let studentId: string
let otherId: string
let referralId: string
const reason = () => other.client.accounts.giveReason({ studentId, reason: '同事今天不在' })
const slip = {
  returnedOn: '2026-11-21',
  seenOn: null,
  broughtBy: '母亲',
  advice: [],
  words: '按时复诊',
  nextCheckOn: null,
}
const notice = {
  kind: 'notice',
  textVersion: '1',
  givenOn: '2026-11-20',
  signer: 'student',
  signerName: '',
  mode: 'paper',
  scope: '',
} as const

beforeEach(async () => {
  t = testContext()
  studentId = await giving(t).student('李若溪')
  otherId = await giving(t).student('陈思远')
  await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const refer = { id: randomUUID(), studentId, crisisId: null, fields: referralFields() }
  referralId = (await t.client.referrals.refer(refer)).id
  other = t.colleague(['counselor'])
})

/** What a colleague files while the counselor is away. */
const filed = {
  consent: () => other.client.consents.record({ id: randomUUID(), studentId, fields: notice }),
  scan: () =>
    other.client.attachments.add({
      id: randomUUID(),
      studentId,
      about: 'student',
      aboutId: studentId,
      fields: { name: '告知书', kind: 'other', note: '' },
      content: base64(png(pngText('告知书'))),
    }),
  slip: () => other.client.referrals.recordReturn({ referralId, studentId, slip }),
  pair: () => other.client.appointments.markApart({ id: randomUUID(), studentId, otherId, reason: '同一事件' }),
  decline: () => other.client.declines.record({ id: randomUUID(), studentId, fields: declineFields() }),
}

describe('what arrives while the counselor of the case is away', () => {
  it('is filed by a colleague who says why, and not before', async () => {
    for (const file of Object.values(filed)) expect(await whyNot(file())).toBe('forbidden reason-needed')
    await reason()
    for (const file of Object.values(filed)) expect(await whyNot(file())).toBe('done')
  })
  it('names to the counselor who filed it and when', async () => {
    await reason()
    t.setTime(Date.UTC(2026, 10, 21, 9, 30))
    const at = '2026-11-21T09:30:00.000Z'
    await filed.scan()
    const { id: consentId } = await filed.consent()
    await filed.slip()
    await filed.pair()
    await filed.decline()
    const { client } = t
    expect((await client.consents.listByStudent({ studentId }))[0]).toMatchObject({
      givenTo: NAME,
      enteredAt: at,
      withdrawnTo: null,
    })
    expect((await client.attachments.list({ studentId, of: null }))[0]).toMatchObject({
      enteredBy: NAME,
      enteredAt: at,
    })
    expect(await client.referrals.get({ referralId })).toMatchObject({
      referredBy: t.me.name,
      slipBy: NAME,
      slipAt: at,
    })
    expect((await client.appointments.apartOf({ studentId }))[0]).toMatchObject({ byName: NAME, at })
    await other.client.consents.withdraw({ consentId, studentId, on: '2026-11-21' })
    expect((await client.consents.listByStudent({ studentId }))[0]?.withdrawnTo).toBe(NAME)
    const { items } = await client.students.timeline({ studentId, limit: 20 })
    const by = items.flatMap((item) => (['consent', 'return', 'decline'].includes(item.kind) ? [item.by] : []))
    expect(by).toEqual([NAME, NAME, NAME])
    const declineId = (await client.students.header({ studentId })).decline!.id
    await other.client.declines.end({ declineId, studentId })
    expect(await client.declines.get({ declineId })).toMatchObject({ by: NAME, endedBy: NAME })
  })
  it('is taken back and put into other words by the counselor alone', async () => {
    await reason()
    const [pair] = await filed.pair()
    const { id: declineId } = await filed.decline()
    const about = { declineId, studentId }
    for (const work of [
      () => other.client.appointments.endApart({ apartId: pair!.id, studentId }),
      () => other.client.declines.update({ ...about, fields: { words: '改一改' } }),
      () => other.client.declines.remove({ ...about, reason: '不要了' }),
    ])
      expect(await whyNot(work())).toBe('forbidden not-yours')
    expect(await t.client.appointments.endApart({ apartId: pair!.id, studentId })).toEqual([])
  })
})
