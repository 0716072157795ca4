import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ReviewFields } from '#contract/reviews'
import { questionsAsked } from '#tests/db/questions'
import { reviewFields, walkIn } from '#tests/records'
import { DAY, goals, newCase } from '#tests/core/planned-case'

describe('a review', () => {
  it('falls due by the interval of the school or of the plan, after the plan or the review before', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    expect(await t.client.reviews.due({})).toEqual([])
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-21' })
    await t.client.plans.saveRules({ rules: { reviewDays: 7 } })
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + 8 * DAY)
    expect(await t.client.reviews.due({})).toMatchObject([
      { caseId, studentId, studentName: '刘雨桐', lastOn: null, agreedOn: '2026-11-21', dueOn: '2026-11-28' },
    ])
    await review({ onDay: '2026-11-29' })
    expect(await t.client.reviews.due({})).toEqual([])
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-06' })
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + 8 * DAY + 60_000)
    await review({ onDay: '2026-11-29', nextOn: '2026-12-20' })
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-20' })
    expect(await t.colleague(['counselor']).client.reviews.due({})).toEqual([])
  })
  it('is corrected with a reason; how it stood stays, the goals stand as it says, and it comes back', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const first = await review()
    const standing = async () => (await t.client.plans.course({ caseId }))[0]?.state
    const { id: reviewId, onDay, satisfactionWords, tool, dependence, decision, nextOn } = first
    const fields: ReviewFields = {
      onDay,
      satisfactionWords,
      tool,
      dependence,
      decision,
      nextOn,
      goals: [{ rootId: goals[0]!.rootId, standing: 'reached', words: '已经每周都约' }],
      satisfaction: 5,
      note: '写成别次的了',
    }
    const about = { reviewId, studentId }
    const corrected = await t.client.reviews.correct({ ...about, fields, reason: '满意度记错' })
    expect(corrected).toMatchObject({ id: reviewId, satisfaction: 5, goals: [{ standing: 'reached' }] })
    expect(await standing()).toBe('reached')
    const which = { kind: 'review', recordId: reviewId, studentId } as const
    const [before] = (await t.client.revisions.of(which)).states
    expect(before).toMatchObject({ by: t.me.name, reason: '满意度记错', fields: { satisfaction: 4, note: '继续练习' } })
    await t.client.revisions.restore({ ...which, seq: before!.seq, reason: '原来的对' })
    expect((await t.client.reviews.list({ caseId }))[0]).toMatchObject({ satisfaction: 4, note: '继续练习' })
    expect(await standing()).toBe('open')
    const refused = (change: Partial<ReviewFields>) =>
      t.client.reviews.correct({ ...about, fields: { ...fields, ...change }, reason: '再改' })
    await expect(refused({ onDay: '2026-12-01' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
    const stray = [{ rootId: randomUUID(), standing: 'partly' as const, words: '' }]
    await expect(refused({ goals: stray })).rejects.toMatchObject({ code: 'not-found' })
    await expect(
      t.colleague(['counselor']).client.reviews.correct({ ...about, fields, reason: '顺手改' }),
    ).rejects.toMatchObject({ data: { reason: 'not-yours' } })
  })
  it('that is not the newest is corrected without moving the goals', async () => {
    const { t, caseId, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const { id: reviewId, onDay, satisfactionWords, tool, dependence, decision, nextOn, satisfaction } = await review()
    t.setTime(Date.UTC(2026, 10, 21, 8, 0) + DAY)
    await review({ onDay: '2026-11-22' })
    const dropped = [{ rootId: goals[0]!.rootId, standing: 'dropped' as const, words: '' }]
    const rest = { onDay, satisfactionWords, tool, dependence, decision, nextOn, satisfaction }
    const fields: ReviewFields = { ...rest, goals: dropped, note: '' }
    await t.client.reviews.correct({ reviewId, studentId, fields, reason: '补记' })
    expect((await t.client.plans.course({ caseId }))[0]?.state).toBe('open')
  })
  it('of one case moves nothing in another', async () => {
    const { t, caseId, intake, agree } = await newCase()
    await intake()
    await agree()
    const other = { id: randomUUID(), fields: { kind: 'roster' as const, name: '赵可欣' }, guardians: [] }
    const { id: studentId } = await t.client.students.add(other)
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const fields = reviewFields({ nextOn: '2027-03-01' })
    await t.client.reviews.record({ id: randomUUID(), caseId: visit.caseId, studentId, fields })
    expect(await t.client.reviews.next({ caseId })).toEqual({ dueOn: '2026-12-21' })
  })
  it('asks as many questions of the database with three of them as with one', async () => {
    const { t, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const ask = () => questionsAsked(t, () => t.client.students.timeline({ studentId, limit: 50 }))
    await review()
    const ofOne = await ask()
    await review()
    await review()
    expect(await ask()).toBe(ofOne)
  })
  it('closes the goals that were reached and names no goal of another plan', async () => {
    const { t, caseId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    await review({ goals: [{ rootId: goals[0]!.rootId, standing: 'reached', words: '' }] })
    expect((await t.client.plans.course({ caseId })).map(({ state }) => state)).toEqual(['reached', 'open'])
    expect((await t.client.reviews.list({ caseId }))[0]).toMatchObject({
      planVersion: 1,
      goalTexts: { [goals[0]!.rootId]: '每周主动邀约一次' },
      reviewedBy: t.me.name,
    })
    const stray = review({ goals: [{ rootId: randomUUID(), standing: 'reached', words: '' }] })
    await expect(stray).rejects.toMatchObject({ code: 'not-found' })
    await expect(review({ onDay: '2026-11-22' })).rejects.toMatchObject({ data: { reason: 'ahead' } })
    await expect(review({ nextOn: '2026-11-21' })).rejects.toMatchObject({ data: { reason: 'before' } })
  })
  it('prints the numbers of the plan it was by, also after a new version; the slip names nobody', async () => {
    const { t, studentId, visit, intake, agree, review } = await newCase()
    await intake()
    await agree()
    const { rootId } = goals[1]!
    await t.client.plans.mark({ id: randomUUID(), visitId: visit.id, studentId, rootId, score: 7, words: '' })
    const { id } = await review({ goals: [{ rootId, standing: 'reached', words: '' }], decision: 'adjust' })
    await agree({ goals: [goals[0]!] })
    const paper = await t.client.prints.preview({ form: 'review', subjectId: id })
    expect(paper.goals.find((goal) => goal.rootId === rootId)?.marks).toMatchObject([{ score: 7 }])
    const slip = await t.client.prints.preview({ form: 'feedback', subjectId: 'room' })
    expect(JSON.stringify(slip)).not.toContain('刘雨桐')
  })
  it('stands on the timeline with the intake and the plan, and in the log without their words', async () => {
    const { t, studentId, intake, agree, review } = await newCase()
    await intake()
    await agree()
    await review()
    const { items } = await t.client.students.timeline({ studentId, limit: 50 })
    const told = (['intake', 'plan', 'review'] as const).flatMap((one) => items.filter(({ kind }) => kind === one))
    expect(told.map(({ kind, what, excerpt }) => [kind, what, excerpt])).toEqual([
      ['intake', 'finished', '与转学后的适应有关，支持较好'],
      ['plan', 'agreed', '每周主动邀约一次\n十二点前入睡'],
      ['review', 'recorded', '继续练习'],
    ])
    const events = (await t.client.audit.list({ before: null, limit: 50, filter: {} })).map(({ event }) => event)
    expect(events).toEqual(
      expect.arrayContaining(['intake.started', 'intake.finished', 'plan.agreed', 'review.recorded']),
    )
  })
})
