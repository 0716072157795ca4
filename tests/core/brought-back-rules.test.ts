import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RevisionKind } from '#contract/revision-tables'
import { AppError } from '#contract/errors'
import { whyNot } from '#tests/booking'
import { testContext, type TestContext } from '#tests/context'
import { person } from '#tests/people'
import { acceptanceFields, aidFields, declineFields, reviewFields, stageFields, walkIn } from '#tests/records'

let t: TestContext
let studentId: string
let caseId: string
beforeEach(async () => {
  t = testContext()
  studentId = randomUUID()
  await t.client.students.add({
    id: studentId,
    fields: { kind: 'roster', name: person('ma-xiaoyun').name },
    guardians: [],
  })
})

const begin = async () =>
  void ({ caseId } = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) }))
const decline = () => t.client.declines.record({ id: randomUUID(), studentId, fields: declineFields() })
const endDecline = (declineId: string) => t.client.declines.end({ declineId, studentId })
const ask = (basis: 'brought' | 'crisis' = 'brought') =>
  t.client.acceptances.request({ id: randomUUID(), studentId, fields: acceptanceFields({ basis }) })
const wait = () =>
  t.client.waits.add({
    id: randomUUID(),
    studentId,
    fields: { since: '2026-11-16', urgency: 'routine', wish: '', note: '', receiverId: null },
  })
/** Brings back the state that the last change ended, or the one that `isMeant`. */
async function back(
  kind: RevisionKind,
  recordId: string,
  isMeant: (fields: Record<string, unknown>) => boolean = () => true,
): Promise<string> {
  const { states } = await t.client.revisions.of({ kind, recordId, studentId })
  const { seq } = states.find(({ fields }) => isMeant(fields))!
  return whyNot(t.client.revisions.restore({ kind, recordId, studentId, seq, reason: '点错了' }))
}
const takeOut = (kind: 'decline' | 'acceptance', recordId: string) =>
  whyNot(t.client.revisions.takeOut({ kind, recordId, studentId, reason: '还要' }))

describe('a decline that history brings back', () => {
  it('is refused while another one stands, as an earlier state and from the bin', async () => {
    const first = await decline()
    await endDecline(first.id)
    const second = await decline()
    expect(await back('decline', first.id)).toBe('conflict stands-already')
    await t.client.declines.remove({ declineId: first.id, studentId, reason: '重复' })
    expect(await takeOut('decline', first.id)).toBe('done')
    await t.client.declines.remove({ declineId: second.id, studentId, reason: '重复' })
    const third = await decline()
    expect(await takeOut('decline', second.id)).toBe('conflict stands-already')
    await endDecline(third.id)
    expect(await takeOut('decline', second.id)).toBe('done')
    expect((await t.client.students.header({ studentId })).decline?.id).toBe(second.id)
  })
  it('does what a new one does: off the waiting list, requests answered', async () => {
    const { id } = await decline()
    await endDecline(id)
    await wait()
    const asked = await ask()
    expect(await back('decline', id)).toBe('done')
    expect(await t.client.waits.list({})).toEqual([])
    expect((await t.client.acceptances.get({ acceptanceId: asked.id })).state).toBe('declined')
    expect((await t.client.declines.get({ declineId: id })).endedBy).toBeNull()
  })
})

describe('a request that history brings back', () => {
  it('is refused while another one is open, as an earlier state and from the bin', async () => {
    const first = await ask()
    await t.client.acceptances.remove({ acceptanceId: first.id, studentId, reason: '重复' })
    await ask()
    expect(await takeOut('acceptance', first.id)).toBe('conflict already-asked')
    expect(await back('acceptance', first.id, (fields) => fields['deleted_at'] === null)).toBe('conflict already-asked')
  })
  it('is not open again for somebody who does not want to come, but in a crisis', async () => {
    const { id } = await ask()
    const { id: declineId } = await decline()
    expect(await back('acceptance', id)).toBe('conflict declined')
    await endDecline(declineId)
    expect(await back('acceptance', id)).toBe('done')
    expect(await t.client.acceptances.get({ acceptanceId: id })).toMatchObject({ state: 'requested', decidedBy: null })
    await t.client.acceptances.update({ acceptanceId: id, studentId, fields: { basis: 'crisis' } })
    await decline()
    expect(await back('acceptance', id, (fields) => fields['basis'] === 'brought')).toBe('conflict declined')
    expect(
      await whyNot(t.client.acceptances.update({ acceptanceId: id, studentId, fields: { basis: 'brought' } })),
    ).toBe('conflict declined')
  })
  it('stays taken on: a case rests on it', async () => {
    const { id } = await ask()
    await t.client.acceptances.accept({ acceptanceId: id, studentId, promisesStand: null, objection: '' })
    expect(await back('acceptance', id)).toBe('conflict is-accepted')
    await t.client.acceptances.remove({ acceptanceId: id, studentId, reason: '登记错' })
    expect(await takeOut('acceptance', id)).toBe('done')
  })
})

it('while somebody does not want to come nobody asks for them, but in a crisis', async () => {
  const { id } = await decline()
  expect(await whyNot(ask())).toBe('conflict declined')
  expect(await whyNot(wait())).toBe('conflict declined')
  expect(await whyNot(ask('crisis'))).toBe('done')
  await endDecline(id)
  expect(await whyNot(wait())).toBe('done')
})

describe('other records', () => {
  beforeEach(begin)
  it('a finished summary is no draft again, and a draft is brought back in an open case alone', async () => {
    const id = randomUUID()
    const about = { caseId, studentId, stage: 1 }
    await t.client.stages.write({ id, ...about, fields: stageFields({ familyText: '' }), isFinished: false })
    const change = (text: string, isFinished: boolean) =>
      t.client.stages.change({ stageId: id, studentId, fields: stageFields({ familyText: '', text }), isFinished })
    await change('第二稿', false)
    t.room.connection.vault.db.prepare(`UPDATE cases SET state = 'closed' WHERE id = ?`).run(caseId)
    expect(await back('stage', id)).toBe('conflict case-closed')
    t.room.connection.vault.db.prepare(`UPDATE cases SET state = 'open' WHERE id = ?`).run(caseId)
    expect(await back('stage', id)).toBe('done')
    await change('写完了', true)
    expect(await back('stage', id)).toBe('conflict finished')
    await change('写完以后又改了', true)
    expect(await back('stage', id)).toBe('done')
  })
  it('what was taken back from an office stays so', async () => {
    const { id } = await t.client.aid.refer({ id: randomUUID(), studentId, fields: aidFields() })
    await t.client.aid.withdraw({ aidId: id, studentId, reason: '家里不同意' })
    expect(await back('aid', id)).toBe('conflict aid-withdrawn')
  })
  it('a review of a closed case is corrected after reopening it, by history too', async () => {
    const fields = reviewFields()
    const { id } = await t.client.reviews.record({ id: randomUUID(), caseId, studentId, fields })
    await t.client.reviews.correct({ reviewId: id, studentId, fields: { ...fields, note: '补一句' }, reason: '漏了' })
    t.room.connection.vault.db.prepare(`UPDATE cases SET state = 'closed' WHERE id = ?`).run(caseId)
    expect(await back('review', id)).toBe('conflict case-closed')
  })
})

type Step = { does: number; picks: number; state: number }
const steps = fc.array(fc.record({ does: fc.nat({ max: 99 }), picks: fc.nat({ max: 9 }), state: fc.nat({ max: 9 }) }), {
  minLength: 10,
  maxLength: 30,
})

describe('what history brings back', () => {
  it('never breaks the rule that the write keeps', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        t = testContext()
        studentId = randomUUID()
        const fields = { kind: 'roster', name: person('ma-xiaoyun').name } as const
        await t.client.students.add({ id: studentId, fields, guardians: [] })
        await begin()
        const walk = walker()
        for (const step of plan) {
          await walk.take(step)
          expect(walk.broken()).toEqual([])
        }
        t.close()
      }),
      { numRuns: 12 },
    )
  })
})

/** One student's records, written and brought back in any order. */
function walker() {
  const ids = { decline: [] as string[], acceptance: [] as string[], stage: [] as string[], aid: [] as string[] }
  const { client } = t
  const db = t.room.connection.vault.db
  const all = <R>(query: string): R[] => db.prepare(query).all() as R[]
  const noted = (kind: keyof typeof ids) => {
    const id = randomUUID()
    ids[kind].push(id)
    return id
  }
  const past = { finished: new Set<string>(), withdrawn: new Set<string>(), accepted: new Set<string>() }
  const writes: ((pick: (kind: keyof typeof ids) => string) => Promise<unknown>)[] = [
    () => client.declines.record({ id: noted('decline'), studentId, fields: declineFields() }),
    (pick) => client.declines.end({ declineId: pick('decline'), studentId }),
    (pick) => client.declines.remove({ declineId: pick('decline'), studentId, reason: '不要了' }),
    () => client.acceptances.request({ id: noted('acceptance'), studentId, fields: acceptanceFields() }),
    () =>
      client.acceptances.request({ id: noted('acceptance'), studentId, fields: acceptanceFields({ basis: 'crisis' }) }),
    (pick) => client.acceptances.update({ acceptanceId: pick('acceptance'), studentId, fields: { basis: 'brought' } }),
    (pick) => client.acceptances.assign({ acceptanceId: pick('acceptance'), studentId, toId: t.me.id }),
    (pick) => client.acceptances.giveBack({ acceptanceId: pick('acceptance'), studentId, reason: '时间不够' }),
    (pick) =>
      client.acceptances.accept({ acceptanceId: pick('acceptance'), studentId, promisesStand: null, objection: '' }),
    (pick) => client.acceptances.remove({ acceptanceId: pick('acceptance'), studentId, reason: '不要了' }),
    () => wait(),
    () => client.stages.write({ id: noted('stage'), ...ofStage(), fields: quiet, isFinished: false }),
    () => client.stages.skip({ id: noted('stage'), ...ofStage(), reason: '不用写' }),
    (pick) => client.stages.change({ stageId: pick('stage'), studentId, fields: quiet, isFinished: false }),
    (pick) => client.stages.change({ stageId: pick('stage'), studentId, fields: quiet, isFinished: true }),
    () => client.aid.refer({ id: noted('aid'), studentId, fields: aidFields() }),
    (pick) => client.aid.answer({ aidId: pick('aid'), studentId, fields: granted }),
    (pick) => client.aid.withdraw({ aidId: pick('aid'), studentId, reason: '家里不同意' }),
    (pick) => client.aid.remove({ aidId: pick('aid'), studentId, reason: '不要了' }),
    () => client.aid.mark({ studentId, fields: { since: '2026-11-01', note: '' } }),
    () => client.aid.mark({ studentId, fields: { since: '2026-10-01', note: '更早' } }),
    () => client.aid.endMark({ studentId, endedOn: '2026-11-20' }),
  ]
  const ofStage = () => ({ caseId, studentId, stage: 1 + (ids.stage.length % 2) })
  const quiet = stageFields({ familyText: '' })
  const granted = { state: 'granted', answeredOn: '2026-11-20', outcome: '', answerDue: null } as const
  const kinds = ['decline', 'acceptance', 'stage', 'aid'] as const

  async function bring({ picks, state }: Step): Promise<void> {
    const kind = ([...kinds, 'hardship'] as const)[picks % 5]!
    const recordId = kind === 'hardship' ? studentId : ids[kind][state % Math.max(1, ids[kind].length)]
    if (recordId === undefined) return
    const which = { kind, recordId, studentId }
    const { states } = await client.revisions.of(which)
    const chosen = states[(picks + state) % Math.max(1, states.length)]
    if (chosen) await client.revisions.restore({ ...which, seq: chosen.seq, reason: '原来的对' })
  }
  async function outOfTheBin({ picks }: Step): Promise<void> {
    const lines = await client.revisions.bin({ limit: 50 })
    const line = lines[picks % Math.max(1, lines.length)]
    if (line) await client.revisions.takeOut({ kind: line.kind, recordId: line.recordId, studentId, reason: '还要' })
  }
  return {
    async take(step: Step): Promise<void> {
      const pick = (kind: keyof typeof ids) => ids[kind][step.picks % Math.max(1, ids[kind].length)] ?? randomUUID()
      const work =
        step.does < 50 ? writes[step.does % writes.length]!(pick) : step.does < 85 ? bring(step) : outOfTheBin(step)
      await work.catch((error: unknown) => {
        if (!(error instanceof AppError) || error.code === 'internal') throw error
      })
    },
    /** Every rule that does not hold. */
    broken(): string[] {
      const declines = all(`SELECT id FROM declines WHERE ended_at IS NULL AND deleted_at IS NULL`)
      const open = all<{ basis: string }>(
        `SELECT basis FROM acceptances WHERE state IN ('requested', 'assigned', 'returned') AND deleted_at IS NULL`,
      )
      const waits = all(`SELECT id FROM waits WHERE closed_at IS NULL`)
      const accepted = all<{ id: string; state: string }>(`SELECT id, state FROM acceptances WHERE case_id IS NOT NULL`)
      const stages = all<{ id: string; state: string; text: string }>(`SELECT id, state, text FROM stage_summaries`)
      const numbers = all(`SELECT stage FROM stage_summaries GROUP BY case_id, stage HAVING count(*) > 1`)
      const aid = all<{ id: string; state: string; agreed_by: string; exception_ground: string | null }>(
        `SELECT id, state, agreed_by, exception_ground FROM aid_referrals`,
      )
      const hard = all<{ since: string; ended_on: string | null }>(`SELECT since, ended_on FROM hardships`)
      for (const { id } of accepted) past.accepted.add(id)
      const isDone = (state: string) => state === 'finished' || state === 'delivered'
      for (const { id, state } of stages) if (isDone(state)) past.finished.add(id)
      for (const { id, state } of aid) if (state === 'withdrawn') past.withdrawn.add(id)
      const rules: Record<string, boolean> = {
        'one decline stands': declines.length <= 1,
        'one request is open': open.length <= 1,
        'nobody is asked who declines': declines.length === 0 || open.every(({ basis }) => basis === 'crisis'),
        'nobody waits who declines': declines.length === 0 || waits.length === 0,
        'a case keeps its request': accepted.every(({ state }) => state === 'accepted'),
        'a stage is there once': numbers.length === 0,
        'what is finished stays so': stages.every(({ id, state }) => !past.finished.has(id) || isDone(state)),
        'what is finished has words': stages.every(({ state, text }) => !isDone(state) || text !== ''),
        'what is withdrawn stays so': aid.every(({ id, state }) => !past.withdrawn.has(id) || state === 'withdrawn'),
        'somebody agreed': aid.every((one) => one.agreed_by !== '[]' || one.exception_ground !== null),
        'hard times end after they began': hard.every((one) => one.ended_on === null || one.ended_on >= one.since),
      }
      return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]))
    },
  }
}
