import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { PAPER_ITEMS } from '#contract/case-tables'
import { EMPTY_NOTE } from '#contract/note-parts'
import { base64, png } from '#tests/core/attachments/pictures'
import { MORNING, testContext } from '#tests/context'
import { giving } from '#tests/giving'
import { referralFields, walkIn } from '#tests/records'
import { found, fullCase, LATIN, pagesOf, PAIR, TEXT, WORD } from '#tests/core/destroyed-case'

it('before it is destroyed, the words of a case stand in the pages of the vault', async () => {
  const { t } = await fullCase()
  t.close()
  expect(found(pagesOf(t))).toEqual([WORD, PAIR, LATIN])
})

it('a destroyed case’s words are nowhere in the deciphered pages of the vault', async () => {
  const { t, destroy } = await fullCase()
  const { destruction } = await destroy()
  t.close()
  expect(found(pagesOf(t))).toEqual([])
  expect(destruction?.counts).toMatchObject({
    notes: 1,
    addenda: 1,
    drafts: 2,
    privates: 1,
    followups: 1,
    referrals: 1,
    declarations: 1,
    consents: 2,
    persons: 2,
    apart: 1,
    reasons: 1,
    handovers: 1,
    logs: 1,
  })
})

it('nothing is written into a destroyed case any more, by none of the calls that name it', async () => {
  const { t, about, visitId, destroy } = await fullCase()
  await destroy()
  const { caseId, studentId } = about
  const { client } = t
  const [followup] = await client.followups.listByCase({ caseId })
  const writes = [
    () => client.cases.reopen({ ...about, reason: '重新开始' }),
    () =>
      client.cases.setStability({
        ...about,
        id: randomUUID(),
        fields: { stability: 'watch', everyDays: null, reason: TEXT },
      }),
    () => client.archives.notePaper({ ...about, line: { item: 'plan', state: 'there', promisedOn: null, note: TEXT } }),
    () => client.followups.drop({ followupId: followup!.id, studentId, reason: TEXT }),
    () => client.visits.update({ visitId, studentId, fields: { request: TEXT } }),
  ]
  for (const write of writes) await expect(write()).rejects.toMatchObject({ data: { reason: 'destroyed' } })
  const later = await client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  expect(later.caseId).not.toBe(caseId)
})

it('what is left of a destroyed case still opens everywhere, and holds no word of it', async () => {
  const { t, about, visitId, planId, destroy } = await fullCase()
  await destroy()
  const { caseId, studentId } = about
  const { client } = t
  const answers = await Promise.all([
    client.cases.get({ caseId }),
    client.cases.progress({ caseId }),
    client.notes.get({ visitId }),
    client.visits.get({ visitId }),
    client.intakes.get({ caseId }),
    client.plans.list({ caseId }),
    client.plans.get({ planId }),
    client.plans.course({ caseId }),
    client.followups.listByCase({ caseId }),
    client.growth.listByStudent({ studentId }),
    client.attachments.list({ studentId, of: null }),
    client.archives.get({ caseId }),
    client.archives.logsToLookAt({ caseId }),
    client.contacts.persons({ studentId }),
    client.consents.listByStudent({ studentId }),
    client.appointments.apartOf({ studentId }),
    client.hours.handovers({ from: '2026-11-21', to: '2026-11-21' }),
    client.referrals.list({ state: 'all' }),
    client.risks.listByStudent({ studentId }),
    client.students.header({ studentId }),
    client.students.timeline({ studentId, limit: 500 }),
    client.drafts.list({}),
    client.prints.preview({ form: 'visit-record', subjectId: visitId }),
    client.prints.preview({ form: 'closure', subjectId: caseId }),
    client.prints.preview({ form: 'intake', subjectId: caseId }),
    client.prints.preview({ form: 'destruction', subjectId: caseId }),
  ])
  const said = JSON.stringify(answers)
  for (const word of [WORD, LATIN]) expect(said).not.toContain(word)
  expect(await client.notes.search({ text: WORD, limit: 10 })).toEqual([])
})

/** Somebody who came in two years: every word of the first case has `WORD` or `LATIN` in it, those of the second `LATER`. */
const LATER = 'qzvsecondstay'
async function twoCases() {
  const t = testContext()
  const { client } = t
  const DAY = 86_400_000
  const studentId = await giving(t).student('欧阳思齐')
  const papers = { kind: 'other', note: '' } as const
  const put = (about: 'case' | 'student', aboutId: string, name: string) =>
    client.attachments.add({
      id: randomUUID(),
      studentId,
      about,
      aboutId,
      fields: { name, ...papers },
      content: base64(png()),
    })
  const letter = async (receivedOn: string, summary: string) => {
    const fields = { receivedOn, writer: 'signed', summary, isRisk: false, assignedTo: null, replyDue: null } as const
    const { id: letterId } = await client.letters.register({ id: randomUUID(), studentId: null, fields })
    await client.letters.update({ letterId, studentId: null, toStudentId: studentId, fields: {} })
    return letterId
  }
  const first = await client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
  const { caseId } = first
  const about = { caseId, studentId }
  await client.notes.save({ visitId: first.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: TEXT } })
  await client.notes.sign({ visitId: first.id, studentId, version: 1 })
  await letter('2026-11-21', TEXT)
  const review = { onDay: '2026-11-21', goals: [], satisfaction: 4, satisfactionWords: TEXT, tool: LATIN, nextOn: null }
  await client.reviews.record({
    ...about,
    id: randomUUID(),
    fields: { ...review, dependence: 'none', decision: 'continue', note: TEXT },
  })
  const { id: referralId } = await client.referrals.refer({
    id: randomUUID(),
    studentId,
    crisisId: null,
    fields: referralFields(),
  })
  await client.referrals.withdraw({ referralId, studentId, reason: LATIN })
  await client.archives.notePaper({
    ...about,
    line: { item: PAPER_ITEMS[0], state: 'promised', promisedOn: '2026-11-30', note: LATIN },
  })
  const steps = [{ id: randomUUID(), days: 30 }]
  await client.followups.plan({ ...about, cause: 'first-visit', basis: 'agreed', from: '2026-11-21', steps })
  await client.cases.close({ ...about, reason: 'goal-reached', closeNote: TEXT, advice: '' })
  await client.archives.file({ ...about, box: '' })
  t.setTime(MORNING + 40 * DAY)
  const next = await client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { arrivedAt: '2026-12-31T08:00', request: LATER }),
  })
  const letterId = await letter('2026-12-31', LATER)
  const kept = await put('student', studentId, LATER)
  await client.attachments.change({ attachmentId: kept.id, studentId, fields: { name: LATER, ...papers }, turned: 0 })
  // Found in a drawer when the next case was open already.
  const late = await put('case', caseId, LATIN)
  await client.attachments.change({
    attachmentId: late.id,
    studentId,
    fields: { name: `${LATIN}。`, ...papers },
    turned: 0,
  })
  const destroy = (which: { caseId: string; archiveNo: string }) =>
    client.archives.destroy({
      ...which,
      studentId,
      id: randomUUID(),
      reason: '到期',
      earlyReason: '监护人书面要求',
      method: '数据覆盖',
      approvedBy: '王校长',
      isOnPaper: true,
      witness: '周老师',
    })
  return { t, studentId, caseId, next, letterId, lateId: late.id, destroy }
}

it('of two cases one is destroyed: its words are gone, also those of a letter that was nobody’s first, and the other’s stay', async () => {
  const { t, studentId, caseId, next, letterId, destroy } = await twoCases()
  await destroy({ caseId, archiveNo: 'D2026-001' })
  expect((await t.client.visits.get({ visitId: next.id })).request).toBe(LATER)
  expect((await t.client.letters.get({ letterId })).summary).toBe(LATER)
  const { length } = (await t.client.attachments.list({ studentId, of: null })).filter(({ name }) => name === LATER)
  expect(length).toBe(1)
  t.close()
  expect(found(pagesOf(t))).toEqual([])
})

it('nobody is asked to follow up a destroyed case', async () => {
  const { t, caseId, destroy } = await twoCases()
  expect(await t.client.followups.due({})).toHaveLength(1)
  await destroy({ caseId, archiveNo: 'D2026-001' })
  expect(await t.client.followups.due({})).toEqual([])
})

it('what was filed under a case that stays is not destroyed with another', async () => {
  const { t, studentId, caseId, next, lateId, destroy } = await twoCases()
  const about = { caseId: next.caseId, studentId }
  expect(next.caseId).not.toBe(caseId)
  await t.client.notes.save({ visitId: next.id, studentId, version: 0, body: { ...EMPTY_NOTE, state: LATER } })
  await t.client.notes.sign({ visitId: next.id, studentId, version: 1 })
  await t.client.cases.close({ ...about, reason: 'goal-reached', closeNote: LATER, advice: '' })
  const { no } = await t.client.archives.file({ ...about, box: '' })
  await destroy({ caseId: about.caseId, archiveNo: no })
  const papers = await t.client.attachments.list({ studentId, of: null })
  expect(papers.find(({ id }) => id === lateId)?.name).toBe(`${LATIN}。`)
})
