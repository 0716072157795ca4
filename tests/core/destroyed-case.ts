import { createDecipheriv, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { SAFETY_QUESTIONS } from '#contract/case-tables'
import { emptyIntake, INTAKE_PARTS } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import type { ConsentFields } from '#contract/consents'
import { EMPTY_NOTE } from '#contract/note-parts'
import { rawKeyBytesOf } from '#db/vault/keys'
import { PAGE } from '#db/vault/pages'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { testContext, type TestContext } from '#tests/context'
import { writeAround } from '#tests/core/around'
import { giving } from '#tests/giving'
import { consentFields, referralFields, stageFields, walkIn } from '#tests/records'

/** Stand in everything that is written in the case, and nowhere else; the first also as the pair that the search finds it by. */
export const WORD = '鹬蚌窗台'
export const PAIR = '鹬蚌'
export const LATIN = 'zqxheronlantern'
export const TEXT = `${WORD} ${LATIN}`

/** Every page of a closed vault, deciphered with node:crypto alone. */
export function pagesOf({ file, databaseKey }: TestContext): Buffer {
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
export const found = (pages: Buffer): string[] => [WORD, PAIR, LATIN].filter((word) => pages.includes(word))

export const consent = (t: TestContext, studentId: string, fields: Partial<ConsentFields> = {}) =>
  t.client.consents.record({
    id: randomUUID(),
    studentId,
    fields: consentFields({
      kind: 'sharing',
      givenOn: '2026-11-20',
      signer: 'mother',
      sharedWith: 'class-teacher',
      ...fields,
    }),
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
export async function fullCase() {
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
    fields: consentFields({ givenOn: '2026-11-20' }),
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
