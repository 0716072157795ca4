import { randomUUID } from 'node:crypto'
import { isContractProcedure } from '@orpc/contract'
import { expect } from 'vitest'
import type { z } from 'zod'
import { contract } from '#contract/all'
import { SAFETY_QUESTIONS } from '#contract/case-tables'
import { AppError } from '#contract/errors'
import { emptyIntake, INTAKE_PARTS } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import { EMPTY_NOTE } from '#contract/note-parts'
import { type Role, ROLES, SUBJECTS, type Subject } from '#contract/procedure'
import { type Colleague, testContext, type TestContext } from '#tests/context'
import { sampleOf } from '#tests/contract-samples'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { askFor, writeCourse } from '#tests/core/asked'
import { writeAround } from '#tests/core/around'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { roundOf } from '#tests/core/screenings/round-samples'
import { giving } from '#tests/giving'
import { consentFields, referralFields, walkIn } from '#tests/records'

/** Written into every text of the owner's case, and nowhere else. */
export const CANARY = '纸鹤折进窗台'
/** The only student there is. */
export const NAME = '欧阳思齐'

export type RightsFile = {
  t: TestContext
  /** One record of every kind that a call may be about. */
  ids: Partial<Record<Subject, string>> & { student: string; visit: string }
  roundId: string
  colleagues: Record<Role, Colleague>
}

/** One student's whole file, all of it the owner's. */
export async function makeFile(): Promise<RightsFile> {
  const t = testContext()
  const g = giving(t)
  const studentId = await g.student(NAME)
  const visit = await t.client.visits.register({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { request: CANARY }),
  })
  const about = { visitId: visit.id, studentId }
  await t.client.notes.save({ ...about, version: 0, body: { ...EMPTY_NOTE, state: CANARY, quotes: CANARY } })
  const note = await t.client.notes.sign({ ...about, version: 1 })
  await t.client.notes.append({ id: randomUUID(), noteId: note.id, studentId, text: CANARY })
  const later = walkIn(t.me.id, { request: CANARY, arrivedAt: null, bookedFor: '2026-11-28T09:00' })
  await t.client.visits.register({ id: randomUUID(), studentId, fields: later })
  // Before the crisis: in one nobody asks why a time is unusual.
  await t.client.appointments.book({
    id: randomUUID(),
    studentId,
    fields: walkIn(t.me.id, { request: CANARY, arrivedAt: null, bookedFor: '2026-11-27T20:30' }),
    until: '2026-11-27T21:20',
    overReason: CANARY,
    repeat: null,
    waitId: null,
  })
  await t.client.drafts.save({ form: 'referral', subjectId: studentId, body: CANARY })
  await t.client.privates.save({ id: randomUUID(), studentId, visitId: null, version: 0, text: CANARY })
  const crisis = await t.client.crises.open({ id: randomUUID(), studentId })
  const referral = await t.client.referrals.refer({
    id: randomUUID(),
    studentId,
    crisisId: null,
    fields: referralFields({ reason: CANARY, clientView: CANARY, doneSoFar: CANARY }),
  })
  await g.mayGive('phq9')
  const test = await g.finish(
    await g.begin(studentId, 'phq9', { purpose: CANARY }),
    sheet(formOf('phq9'), '1 1 1 1 1 1 1 1 1'),
  )
  const { id: assessmentId } = await g.interpret(test, CANARY)
  const round = await roundOf(t, 'phq9')
  const roundId = round.id
  await t.client.screenings.setEntry({ roundId, studentId, flagged: true, reason: '班主任反映' })
  const seen = { seenOn: '2026-11-21', outcome: 'watch', note: CANARY } as const
  await t.client.screenings.recordSeen({ roundId, studentId, ...seen })
  const consent = await t.client.consents.record({
    id: randomUUID(),
    studentId,
    fields: consentFields({ givenOn: '2026-11-20' }),
  })
  const { id: attachmentId } = await t.client.attachments.add({
    id: randomUUID(),
    studentId,
    about: 'student',
    aboutId: studentId,
    fields: { name: CANARY, kind: 'other', note: CANARY },
    content: base64(png(pngText(CANARY))),
  })
  const asked = await askFor(t, { studentId, words: CANARY })
  const { id: waitId } = await t.client.waits.add({
    id: randomUUID(),
    studentId,
    fields: { since: '2026-11-20', urgency: 'soon', wish: '周三午休', note: CANARY, receiverId: null },
  })
  const otherId = await g.student('孙浩')
  await t.client.appointments.markApart({ id: randomUUID(), studentId, otherId, reason: CANARY })
  const around = await writeAround(t, { studentId, caseId: visit.caseId, words: CANARY })
  const ofCase = { caseId: visit.caseId, studentId }
  const work = await workThrough(t, { ...about, ...ofCase })
  const course = await writeCourse(t, { ...ofCase, personId: around.person, words: CANARY })
  const ids = {
    ...asked,
    ...course,
    ...work,
    ...around,
    student: studentId,
    case: visit.caseId,
    visit: visit.id,
    note: note.id,
    consent: consent.id,
    crisis: crisis.id,
    referral: referral.id,
    assessment: assessmentId,
    task: test.tasks[0]!.id,
    attachment: attachmentId,
    wait: waitId,
  }
  const colleagues = Object.fromEntries(ROLES.map((role) => [role, t.colleague([role])])) as RightsFile['colleagues']
  return { t, ids, roundId, colleagues }
}

/** The case from its intake to a review: what it leaves, by the name of its subject. */
async function workThrough(
  t: TestContext,
  { visitId, ...ofCase }: { visitId: string; caseId: string; studentId: string },
) {
  const { studentId } = ofCase
  const intake = {
    ...emptyIntake('2026-11-21'),
    ...Object.fromEntries(INTAKE_PARTS.map((part) => [part, CANARY])),
    methods: ['talk' as const],
    riskScreen: Object.fromEntries(
      SAFETY_QUESTIONS.map((question) => [question, { answer: 'no', words: CANARY }]),
    ) as IntakeBody['riskScreen'],
  }
  await t.client.intakes.save({ ...ofCase, version: 0, body: intake })
  await t.client.intakes.finish({ ...ofCase, version: 1 })
  await t.client.intakes.reopen({ ...ofCase, reason: CANARY })
  await t.client.intakes.finish({ ...ofCase, version: 1 })
  await t.client.cases.declare({
    ...ofCase,
    id: randomUUID(),
    fields: { relation: 'other', detail: CANARY, decision: 'continue', reason: CANARY, agreedBy: CANARY },
  })
  const steady = { stability: 'watch', everyDays: null, reason: CANARY } as const
  await t.client.cases.setStability({ ...ofCase, id: randomUUID(), fields: steady })
  const [followup] = await t.client.followups.plan({
    ...ofCase,
    cause: 'first-visit',
    basis: 'agreed',
    from: '2026-11-20',
    steps: [
      { id: randomUUID(), days: 1 },
      { id: randomUUID(), days: 7 },
    ],
  })
  const said = { doneAt: '2026-11-21T07:00', way: 'phone', outcome: 'fine', text: CANARY } as const
  await t.client.followups.finish({ followupId: followup!.id, studentId, fields: said, again: null })
  const growthId = randomUUID()
  const step = { onDay: '2026-11-20', kind: 'gain', text: CANARY, isShareable: true } as const
  await t.client.growth.add({ id: growthId, studentId, fields: step })
  const plan = await t.client.plans.draft({ ...ofCase, id: randomUUID() })
  const rootId = randomUUID()
  const body = { ...plan.body, goals: [{ rootId, text: CANARY, sign: CANARY }] }
  const planTexts = { methods: CANARY, steps: CANARY, schedule: CANARY, why: CANARY }
  const ofPlan = { planId: plan.id, studentId }
  await t.client.plans.save({ ...ofPlan, edits: 0, body: { ...body, ...planTexts } })
  await t.client.plans.activate({ ...ofPlan, edits: 1, agreedOn: '2026-11-21' })
  await t.client.plans.mark({ visitId, studentId, id: randomUUID(), rootId, score: 3, words: CANARY })
  const review = await t.client.reviews.record({
    ...ofCase,
    id: randomUUID(),
    fields: {
      onDay: '2026-11-21',
      goals: [{ rootId, standing: 'partly', words: CANARY }],
      satisfaction: 4,
      satisfactionWords: CANARY,
      tool: CANARY,
      dependence: 'none',
      decision: 'continue',
      note: CANARY,
      nextOn: null,
    },
  })
  return { plan: plan.id, review: review.id, followup: followup!.id, growth: growthId }
}

export const inputOf = ({ t, ids, roundId }: RightsFile, call: string): Record<string, unknown> => {
  const [feature = '', verb = ''] = call.split('.')
  const procedure = (contract as Record<string, Record<string, unknown>>)[feature]?.[verb]
  if (!isContractProcedure(procedure)) throw new Error(call)
  const { shape } = procedure['~orpc'].inputSchema as z.ZodObject
  const known: Record<string, unknown> = {
    ...Object.fromEntries(SUBJECTS.map((subject) => [`${subject}Id`, ids[subject]])),
    subjectId: ids.visit,
    subject: 'visit',
    caseIds: [ids.case],
    accountId: t.me.id,
    toId: t.me.id,
    id: randomUUID(),
    requestId: randomUUID(),
    offset: 0,
    limit: 50,
    roundId,
    text: { 'notes.search': CANARY, 'students.find': NAME }[call] ?? '',
    key: 'visits',
    measure: 'visits',
    state: (shape['state'] as z.ZodType | undefined)?.safeParse('all').success ? 'all' : undefined,
    day: '2026-11-21',
    from: '2026-09-01',
    to: '2026-11-30',
  }
  const sample = sampleOf(procedure['~orpc'].inputSchema as z.ZodObject) as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(sample).map(([key, value]) => {
      const fits = key in known && shape[key]?.safeParse(known[key]).success && known[key] !== undefined
      return [key, fits ? known[key] : value]
    }),
  )
}

type Outcome = { refused: string | null; answer: unknown }
/** What the gate does with one call; nothing of it stays. */
export async function outcomeOf(file: RightsFile, who: Pick<Colleague, 'call'>, call: string): Promise<Outcome> {
  const { db } = file.t.room.connection.vault
  db.exec('BEGIN IMMEDIATE')
  try {
    return { refused: null, answer: await who.call(call.split('.'), inputOf(file, call)) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect([call, error.code]).not.toEqual([call, 'internal'])
    return { refused: error.code === 'forbidden' ? (error.data.reason ?? '') : null, answer: null }
  } finally {
    db.exec('ROLLBACK')
  }
}
