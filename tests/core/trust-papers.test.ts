import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Rehearsal } from '#contract/backups'
import { insertCheck, insertRehearsal } from '#db/repos/vault-checks'
import { insertWitness } from '#db/repos/audit'
import { testContext, type TestContext } from '#tests/context'

const rehearsal = (at: string, ok = true): Rehearsal => ({
  at,
  ok,
  setName: 'QR-20261120-170500-41',
  place: '红色 U 盘',
  madeAt: '2026-11-20T09:05:00.000Z',
  students: 12,
  visits: 34,
  notes: 30,
  auditHead: '9f3c6a1e7b2d4c58',
  trouble: ok ? null : 'differs',
})
const write = ({ room }: TestContext, work: Parameters<TestContext['room']['connection']['transaction']>[0]) =>
  room.connection.transaction(work)

describe('papers about the records as a whole', () => {
  it('there is no certificate before the first rehearsal, and nothing is recorded as printed', async () => {
    const { client } = testContext()
    const paper = { form: 'backup-certificate', subjectId: 'room' } as const
    await expect(client.prints.preview(paper)).rejects.toMatchObject({ data: { reason: 'not-rehearsed' } })
    await expect(client.prints.record({ ...paper, pages: 1 })).rejects.toMatchObject({
      data: { reason: 'not-rehearsed' },
    })
  })
  it('a certificate tells of the newest rehearsal and full check, a failed one as failed', async () => {
    const t = testContext()
    const check = { at: '2026-11-16T09:00:00.000Z', ok: true, pages: 210, rows: 4100 }
    write(t, (db) => {
      insertRehearsal(db, randomUUID(), rehearsal('2026-11-14T09:00:00.000Z'))
      insertRehearsal(db, randomUUID(), rehearsal('2026-11-21T09:00:00.000Z', false))
      insertCheck(db, randomUUID(), check)
    })
    const { proof, student } = await t.client.prints.preview({ form: 'backup-certificate', subjectId: 'room' })
    expect(proof).toEqual({ rehearsal: rehearsal('2026-11-21T09:00:00.000Z', false), check })
    expect(student).toBeNull()
  })
  it('a sheet of witnesses holds the weeks in order and nothing else', async () => {
    const t = testContext()
    write(t, (db) => {
      insertWitness(db, '2026-W46', '2026-11-13T08:00:00.000Z')
      insertWitness(db, '2026-W47', '2026-11-20T08:00:00.000Z')
    })
    const { witnesses } = await t.client.prints.preview({ form: 'audit-witness', subjectId: 'room' })
    expect(witnesses.map(({ week }) => week)).toEqual(expect.arrayContaining(['2026-W46', '2026-W47']))
    expect(witnesses.map(({ seq }) => seq)).toEqual(witnesses.map(({ seq }) => seq).toSorted((a, b) => a - b))
  })
  it('both are papers of the room and of nobody else', async () => {
    const { client } = testContext()
    for (const form of ['backup-certificate', 'audit-witness'] as const)
      await expect(client.prints.preview({ form, subjectId: randomUUID() })).rejects.toMatchObject({
        code: 'not-found',
      })
  })
})
