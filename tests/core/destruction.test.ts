import { createDecipheriv, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PAPER_ITEMS, SAFETY_QUESTIONS } from '#contract/code-tables'
import { emptyIntake, INTAKE_PARTS } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import type { ConsentFields } from '#contract/consents'
import { EMPTY_NOTE } from '#contract/note-parts'
import { rawKeyBytesOf } from '#db/vault/keys'
import { PAGE } from '#db/vault/pages'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { writeAround } from '#tests/core/around'
import { giving } from '#tests/giving'
import { referralFields, stageFields, walkIn } from '#tests/records'

/** Stand in everything that is written in the case, and nowhere else; the first also as the pair that the search finds it by. */
const WORD = '鹬蚌窗台'
const PAIR = '鹬蚌'
const LATIN = 'zqxheronlantern'
const TEXT = `${WORD} ${LATIN}`

/** Every page of a closed vault, deciphered with node:crypto alone. */
function pagesOf({ file, databaseKey }: TestContext): Buffer {
  const bytes = readFileSync(file)
  const key = rawKeyBytesOf(databaseKey)
  const plain: Buffer[] = []
  for (let at = 0; at < bytes.length; at += PAGE) {
    const page = bytes.subarray(at, at + PAGE)
    const decipher = createDecipheriv('aes-256-cbc', key.subarray(0, 32), page.subarray(PAGE - 80, PAGE - 64))
    decipher.setAutoPadding(false)
    plain.push(decipher.update(page.subarray(at === 0 ? 16 : 0, PAGE - 80)), decipher.final())
  }
  return Buffer.concat(plain)
}
const found = (pages: Buffer): string[] => [WORD, PAIR, LATIN].filter((word) => pages.includes(word))

const consent = (t: TestContext, studentId: string, fields: Partial<ConsentFields> = {}) =>
  t.client.consents.record({
    id: randomUUID(),
    studentId,
    fields: {
      kind: 'sharing',
      textVersion: '1',
      givenOn: '2026-11-20',
      signer: 'mother',
      signerName: '',
      mode: 'paper',
      scope: '',
      sharedWith: 'class-teacher',
      ...fields,
    },
  })

/** What is the student's own, in words. */
async function writeOfStudent(t: TestContext, studentId: string): Promise<void> {
  const { id: consentId } = await consent(t, studentId, { scope: TEXT, signerName: TEXT, relation: LATIN })
  await t.client.consents.withdraw({ consentId, studentId, on: '2026-11-21', reason: TEXT })
  await consent(t, studentId, { kind: 'recording', sharedWith: null, scope: TEXT })
  const fields = { name: TEXT, relation: 'mother', phone: LATIN, mayKnow: [], note: TEXT } as const
  await t.client.contacts.addPerson({
    id: randomUUID(),
    studentId,
    fields: { ...fields, mayKnow: [] },
    isConfirmed: true,
  })
  const otherId = await giving(t).student('孙浩')
  await t.client.appointments.markApart({ id: randomUUID(), studentId, otherId, reason: TEXT })
  const colleague = t.colleague(['counselor'])
  await colleague.client.accounts.giveReason({ studentId, reason: TEXT })
  const { id } = await t.client.hours.handOver({ id: randomUUID(), toId: null, note: TEXT })
  await colleague.client.hours.takeOver({ id })
  await t.client.days.close({ day: '2026-11-21', remarks: TEXT })
}

/** A case with words in every record that a case can hold, closed and archived. */
async function fullCase() {
  const t = testContext()
  const { id: studentId } = await t.client.students.add({
    id: randomUUID(),
    fields: { kind: 'roster', name: '欧阳思齐' },
    guardians: [],
  })
  const visit = await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { request: TEXT }),
  })
  const about = { caseId: visit.caseId, studentId }
  const name = { visitId: visit.id, studentId }
  await t.client.notes.save({ ...name, version: 0, body: { ...EMPTY_NOTE, state: TEXT } })
  await t.client.notes.save({ ...name, version: 1, body: { ...EMPTY_NOTE, state: `${TEXT} ${TEXT}` } })
  const note = await t.client.notes.sign({ ...name, version: 2 })
  await t.client.notes.append({ id: randomUUID(), noteId: note.id, studentId, text: TEXT })
  await t.client.consents.record({
    id: randomUUID(),
    studentId,
    fields: {
      kind: 'notice',
      textVersion: '1',
      givenOn: '2026-11-20',
      signer: 'student',
      signerName: '',
      mode: 'paper',
      scope: '',
    },
  })
  await writeAround(t, { ...about, words: TEXT })
  const { id: attachmentId } = await t.client.attachments.add({
    id: randomUUID(),
    studentId,
    about: 'student',
    aboutId: studentId,
    fields: { name: LATIN, kind: 'other', note: LATIN },
    content: base64(png(pngText(TEXT))),
  })
  const answers = SAFETY_QUESTIONS.map((question) => [question, { answer: 'no', words: TEXT }])
  const intake = {
    ...emptyIntake('2026-11-21'),
    ...Object.fromEntries(INTAKE_PARTS.map((part) => [part, TEXT])),
    methods: ['talk' as const],
    riskScreen: Object.fromEntries(answers) as IntakeBody['riskScreen'],
  }
  await t.client.intakes.save({ ...about, version: 0, body: intake })
  await t.client.intakes.finish({ ...about, version: 1 })
  await t.client.intakes.reopen({ ...about, reason: LATIN })
  await t.client.intakes.finish({ ...about, version: 1 })
  const plan = await t.client.plans.draft({ ...about, id: randomUUID() })
  const rootId = randomUUID()
  const texts = { methods: TEXT, steps: TEXT, schedule: TEXT, why: TEXT, goals: [{ rootId, text: TEXT, sign: TEXT }] }
  await t.client.plans.save({ planId: plan.id, studentId, edits: 0, body: { ...plan.body, ...texts } })
  await t.client.plans.activate({ planId: plan.id, studentId, edits: 1, agreedOn: '2026-11-21' })
  await t.client.stages.write({
    ...about,
    id: randomUUID(),
    stage: 1,
    fields: stageFields({
      text: TEXT,
      nextSteps: TEXT,
      familyText: TEXT,
      receiver: LATIN,
      relation: 'mother',
      exceptionGround: 'law',
    }),
    isFinished: true,
  })
  await t.client.stages.skip({ ...about, id: randomUUID(), stage: 2, reason: TEXT })
  await t.client.conferences.choose({ ...about, choice: 'none', why: TEXT })
  await t.client.drafts.save({ form: 'referral', subjectId: studentId, body: TEXT })
  await t.client.drafts.save({ form: 'attachment', subjectId: attachmentId, body: TEXT })
  await t.client.privates.save({ id: randomUUID(), studentId, visitId: null, version: 0, text: TEXT })
  await t.client.risks.set({ id: randomUUID(), studentId, rank: 1, reason: TEXT })
  await t.client.referrals.refer({
    id: randomUUID(),
    studentId,
    crisisId: null,
    fields: referralFields({
      kind: 'inside',
      reason: TEXT,
      clientView: TEXT,
      doneSoFar: TEXT,
      institution: TEXT,
      department: TEXT,
    }),
  })
  const relation = {
    relation: 'other',
    detail: LATIN,
    decision: 'continue',
    reason: TEXT,
    agreedBy: TEXT,
  } as const
  await t.client.cases.declare({ ...about, id: randomUUID(), fields: relation })
  await t.client.cases.setStability({
    ...about,
    id: randomUUID(),
    fields: { stability: 'watch', everyDays: null, reason: LATIN },
  })
  const [followup] = await t.client.followups.plan({
    ...about,
    cause: 'first-visit',
    basis: 'agreed',
    from: '2026-11-20',
    steps: [{ id: randomUUID(), days: 1 }],
  })
  const fields = { doneAt: '2026-11-21T07:00', way: 'phone', outcome: 'fine', text: TEXT } as const
  const finish = { followupId: followup!.id, studentId, again: null }
  await t.client.followups.finish({ ...finish, fields })
  await t.client.followups.finish({ ...finish, fields: { ...fields, text: `${TEXT}。` } })
  await t.client.growth.add({
    id: randomUUID(),
    studentId,
    fields: { onDay: '2026-11-21', kind: 'gain', text: TEXT, isShareable: true },
  })
  await writeOfStudent(t, studentId)
  await t.client.cases.close({ ...about, reason: 'goal-reached', closeNote: TEXT, advice: TEXT })
  await t.client.archives.file({ ...about, box: '' })
  const destroy = () =>
    t.client.archives.destroy({
      ...about,
      id: randomUUID(),
      archiveNo: 'D2026-001',
      reason: '监护人书面要求',
      earlyReason: '监护人书面要求',
      method: '数据覆盖',
      approvedBy: '王校长',
      isOnPaper: true,
      witness: '周老师',
      logs: [{ day: '2026-11-21', userId: t.me.id }],
    })
  return { t, about, visitId: visit.id, attachmentId, planId: plan.id, destroy }
}

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
