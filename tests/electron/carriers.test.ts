import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ORPCError } from '@orpc/client'
import { CAST } from '#tests/people'
import { type Carried, overHttp, overPort } from './carriers.ts'

const PASSWORD = 'willow ferry candle north thirteen'
const [student] = CAST

/** Code and data of a refusal, as they arrive at the window. */
const refusal = async (call: PromiseLike<unknown>) => {
  const error = await Promise.resolve(call).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof ORPCError ? { code: error.code as string, data: error.data as unknown } : error
}

/** What a call means must not depend on the road it takes. */
describe.each([
  { road: 'a MessagePort', open: overPort },
  { road: 'HTTP on 127.0.0.1', open: overHttp },
])('over $road', { timeout: 60_000 }, ({ open }) => {
  let carried: Carried
  const client = () => carried.client
  beforeAll(async () => {
    carried = await open()
  })
  afterAll(() => carried.close())

  it('an empty place is at set-up and answers nothing else', async () => {
    expect(await client().vault.status({})).toMatchObject({ state: 'setup', practice: false, retryAfterMs: 0 })
    expect(await refusal(client().students.find({ text: '', limit: 5 }))).toMatchObject({ code: 'locked' })
    expect(await refusal(client().vault.unlock({ password: PASSWORD }))).toMatchObject({ code: 'locked' })
  })

  it('a vault is created and open', async () => {
    const { code } = await client().vault.prepareRecovery({})
    await client().vault.create({
      language: 'zh',
      school: { name: '云杉中学', stage: 'junior' },
      account: { name: '林老师', sex: 'female' },
      password: PASSWORD,
      recoveryCode: code,
      terms: [{ name: '2026 秋', startsOn: '2026-09-01', endsOn: '2027-01-20' }],
    })
    expect(await client().vault.status({})).toMatchObject({ state: 'unlocked' })
  })

  it('the same intention sent twice makes one row, and rare characters arrive whole', async () => {
    const name = `𬭎${student?.name ?? ''}䶮㛃`
    const intention = {
      requestId: randomUUID(),
      id: randomUUID(),
      fields: { kind: 'guest' as const, name },
      guardians: [],
    }
    const [first, second] = await Promise.all([client().students.add(intention), client().students.add(intention)])
    expect(second).toEqual(first)
    const found = await client().students.list({
      text: '',
      grade: null,
      className: null,
      known: false,
      offset: 0,
      limit: 50,
    })
    expect(found.rows.map((row) => row.name)).toEqual([name])
  })

  it('a wrong input is refused with its field, never with its value', async () => {
    const told = await refusal(client().students.find({ text: 'x'.repeat(500), limit: 5 }))
    expect(told).toMatchObject({ code: 'invalid', data: { field: 'text' } })
    expect(JSON.stringify(told)).not.toContain('xxx')
    expect(await refusal(client().students.header({ studentId: randomUUID() }))).toMatchObject({ code: 'not-found' })
  })

  it('a whole file travels and is refused for what it is', async () => {
    const content = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(3_000_000)]).toString('base64')
    const told = await refusal(client().imports.inspect({ fileName: 'a.xlsx', content }))
    expect(told).toMatchObject({ code: 'invalid' })
  })

  it('forty calls at once are answered each with its own answer', async () => {
    const asked = Array.from({ length: 40 }, (_, i) => 'ab'.repeat(i % 4) + String(i))
    const answers = await Promise.all(asked.map((word) => client().vault.checkPassword({ password: word, words: [] })))
    const alone = await client().vault.checkPassword({ password: asked[39] ?? '', words: [] })
    expect(answers).toHaveLength(40)
    expect(answers[39]).toEqual(alone)
  })

  it('after a lock nothing is answered but the door, and a wrong password waits', async () => {
    await client().vault.lock({})
    await expect.poll(async () => refusal(client().vault.status({})), { timeout: 20_000 }).toBeUndefined()
    expect(await client().vault.status({})).toMatchObject({ state: 'locked' })
    expect(await refusal(client().students.find({ text: '', limit: 5 }))).toMatchObject({ code: 'locked' })
    for (let i = 0; i < 2; i++)
      expect(await refusal(client().vault.unlock({ password: 'not the right one at all' }))).toMatchObject({
        code: 'forbidden',
      })
    const told = await refusal(client().vault.unlock({ password: PASSWORD }))
    expect(told).toMatchObject({ code: 'forbidden', data: { retryAfterMs: expect.any(Number) } })
  })
})
