import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isContractProcedure } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '#contract/all'
import { SAFETY_QUESTIONS } from '#contract/case-tables'
import { AppError } from '#contract/errors'
import { emptyIntake, INTAKE_PARTS } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import { EMPTY_NOTE } from '#contract/note-parts'
import { hosted, read, type Role, ROLES, SUBJECTS, type Subject, write } from '#contract/procedure'
import { refuseOthers } from '#core/ownership'
import { type Colleague, MORNING, testContext, type TestContext } from '#tests/context'
import { sampleOf } from '#tests/contract-samples'
import { base64, png, pngText } from '#tests/core/attachments/pictures'
import { askFor, writeCourse } from '#tests/core/asked'
import { writeAround } from '#tests/core/around'
import { formOf, sheet } from '#tests/core/instruments/forms'
import { roundOf } from '#tests/core/screenings/round-samples'
import { giving } from '#tests/giving'
import { referralFields, walkIn } from '#tests/records'
import { type Rights, rights, rightsPage } from '#tests/rights-page'
import { ROOT } from '#tests/source-files'

/** Written into every text of the owner's case, and nowhere else. */
const CANARY = '纸鹤折进窗台'
/** The only student there is. */
const NAME = '欧阳思齐'

let t: TestContext
let ids: Partial<Record<Subject, string>> & { student: string; visit: string }
let roundId: string
let colleagues: Record<Role, Colleague>

/** One student's whole file, all of it the owner's. */
async function makeFile(): Promise<void> {
  t = testContext()
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
  roundId = round.id
  await t.client.screenings.setEntry({ roundId, studentId, flagged: true, reason: '班主任反映' })
  const seen = { seenOn: '2026-11-21', outcome: 'watch', note: CANARY } as const
  await t.client.screenings.recordSeen({ roundId, studentId, ...seen })
  const consent = await t.client.consents.record({
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
  await t.client.plans.mark({ ...about, id: randomUUID(), rootId, score: 3, words: CANARY })
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
  const course = await writeCourse(t, { ...ofCase, personId: around.person, words: CANARY })
  ids = {
    ...asked,
    ...course,
    plan: plan.id,
    review: review.id,
    ...around,
    student: studentId,
    case: visit.caseId,
    followup: followup!.id,
    growth: growthId,
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
  colleagues = Object.fromEntries(ROLES.map((role) => [role, t.colleague([role])])) as typeof colleagues
}

const inputOf = (call: string): Record<string, unknown> => {
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
async function outcomeOf(who: Pick<Colleague, 'call'>, call: string): Promise<Outcome> {
  const { db } = t.room.connection.vault
  db.exec('BEGIN IMMEDIATE')
  try {
    return { refused: null, answer: await who.call(call.split('.'), inputOf(call)) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect([call, error.code]).not.toEqual([call, 'internal'])
    return { refused: error.code === 'forbidden' ? (error.data.reason ?? '') : null, answer: null }
  } finally {
    db.exec('ROLLBACK')
  }
}
const atTheGate = (): Rights[] => rights().filter(({ kind }) => kind !== 'lifecycle')

/** Of the calls that ask by themselves, those that refuse what is somebody else's. */
const REFUSED_ALONE = new Map([
  ['accounts.heldCases', 'role'],
  ['accounts.handOver', 'not-yours'],
  ['archives.file', 'not-yours'],
  ['archives.change', 'not-yours'],
  ['archives.destroy', 'not-yours'],
])
const expected = (
  { call, roles, others }: Rights,
  role: Role,
  whose: 'own' | 'other' | 'with a reason',
): string | null => {
  if (!roles.includes(role)) return 'role'
  if (whose === 'own') return null
  if (role !== 'director' && REFUSED_ALONE.has(call)) return REFUSED_ALONE.get(call)!
  if (others === 'never' && !call.startsWith('privates.')) return 'not-yours'
  return others === 'reason' && whose === 'other' ? 'reason-needed' : null
}
const giveReasons = async (): Promise<void> => {
  for (const role of ['counselor', 'director'] as const)
    await colleagues[role].client.accounts.giveReason({ studentId: ids.student, reason: '接手前了解情况' })
}

describe('rights', () => {
  it('the page is what the contract says', () => {
    expect(readFileSync(join(ROOT, 'docs/rights.md'), 'utf8')).toBe(rightsPage())
  })
  it('a call without a role, or with a role that is none, does not build', () => {
    // @ts-expect-error -- nobody may make it
    read({}, z.object({}), z.object({}))
    // @ts-expect-error -- an empty list is nobody
    read({ roles: [] }, z.object({}), z.object({}))
    // @ts-expect-error -- there is no such role
    write({ roles: 'principal' }, {}, z.object({}))
    // @ts-expect-error -- nobody may make it
    hosted({}, z.object({}), z.object({}))
    for (const { call, roles } of rights()) expect([call, roles.length > 0]).toEqual([call, true])
  })
  it('a call that says what holds for others names a record to ask about, or asks by itself', () => {
    const unasked = Object.entries(contract).flatMap(([feature, calls]) =>
      Object.entries<unknown>(calls).flatMap(([verb, call]) => {
        const meta = isContractProcedure(call) ? (call['~orpc'].meta as { others?: string; subjects?: unknown[] }) : {}
        return meta.others && !meta.subjects?.length ? [`${feature}.${verb}`] : []
      }),
    )
    expect(unasked).toEqual(['prints.preview', 'prints.record'])
  })
  it('who works at the desk, supervises or looks after the machine has these calls and no other', () => {
    const callsOf = (role: Role): string[] =>
      rights().flatMap(({ call, roles }) => (roles.includes(role) && !call.startsWith('backups.') ? [call] : []))
    const everybody = ['accounts.changePassword', 'settings.workplace']
    const expectCalls = (role: Role, calls: string[]) =>
      expect(callsOf(role).toSorted()).toEqual([...everybody, ...calls].toSorted())
    expectCalls('supervisor', ['reports.termly', 'supervision.cases', 'supervision.case'])
    const ofHours = (verbs: readonly string[]) => verbs.map((verb) => `hours.${verb}`)
    expectCalls('administrator', [
      ...ofHours(['get', 'saveWeekly', 'saveRules', 'saveClosedDay', 'removeClosedDay', 'saveShifts']),
      ...['list', 'setRoles', 'add', 'help', 'close'].map((verb) => `accounts.${verb}`),
      ...['saveSchool', 'savePreferences', 'saveTerms', 'saveClasses'].map((verb) => `settings.${verb}`),
    ])
    expectCalls('duty', [
      ...ofHours(['get', 'saveBusy', 'removeBusy', 'handoverItems', 'handovers', 'handOver', 'takeOver']),
      ...['list', 'check', 'freeSlots', 'book', 'move', 'confirm', 'cancelFollowing', 'toConfirm'].map(
        (verb) => `appointments.${verb}`,
      ),
      ...['list', 'add', 'update', 'leave'].map((verb) => `waits.${verb}`),
      ...['open', 'stamp', 'strike'].map((verb) => `crises.${verb}`),
      ...['list', 'due', 'record', 'settle', 'passOn', 'assign', 'rules'].map((verb) => `contacts.${verb}`),
      ...['status', 'list', 'openings', 'recordOpening', 'register'].map((verb) => `letters.${verb}`),
      ...['list', 'register'].map((verb) => `observations.${verb}`),
      ...['standing', 'list', 'request'].map((verb) => `acceptances.${verb}`),
      ...['get', 'list', 'save', 'discard'].map((verb) => `drafts.${verb}`),
      ...['previewSlip', 'recordSlip'].map((verb) => `prints.${verb}`),
      ...['find', 'list', 'add'].map((verb) => `students.${verb}`),
      ...['listByDay', 'nextBooked', 'register', 'update', 'arrive', 'end', 'cancel'].map((verb) => `visits.${verb}`),
    ])
  })
  it('every role × every call × own, somebody else’s, with a reason: the gate does what the page says', async () => {
    await makeFile()
    const wrong: unknown[] = []
    let asked = 0
    const compare = async (whose: 'own' | 'other' | 'with a reason') => {
      for (const role of ROLES) {
        for (const right of atTheGate()) {
          t.become({ roles: [role] })
          const { refused } = await outcomeOf(whose === 'own' ? t : colleagues[role], right.call)
          const due = expected(right, role, whose)
          asked++
          // The administrator may make the call, and not for these roles: a refusal more than the page says.
          const isStricter = due === null && right.call === 'accounts.setRoles'
          if (refused !== due && !isStricter) wrong.push({ whose, role, call: right.call, refused, due })
        }
      }
      t.become({ roles: ['counselor', 'director'] })
    }
    await compare('own')
    await compare('other')
    await giveReasons()
    await compare('with a reason')
    expect(wrong).toEqual([])
    expect(asked).toBe(atTheGate().length * ROLES.length * 3)
  })
  it('without a reason no reading of a colleague holds a word of the case; supervisor and administrator see no name', async () => {
    await makeFile()
    const leaks: string[] = []
    for (const role of ROLES)
      for (const { call } of atTheGate()) {
        const { answer } = await outcomeOf(colleagues[role], call)
        const text = JSON.stringify(answer ?? null)
        // What was put in is no leak when it comes back: `text` of a search stands in no answer.
        if (text.includes(CANARY) && !inputText(call).includes(CANARY)) leaks.push(`${role} ${call}`)
        if (['supervisor', 'administrator'].includes(role) && text.includes(NAME)) leaks.push(`${role} ${call}: name`)
      }
    expect(leaks).toEqual([])
  })
  it('the owner, asked the same, finds the words: the looking is not blind', async () => {
    await makeFile()
    const found: string[] = []
    for (const { call } of atTheGate())
      if (JSON.stringify((await outcomeOf(t, call)).answer ?? null).includes(CANARY)) found.push(call)
    expect(found).toEqual(
      expect.arrayContaining([
        'aid.get',
        'aid.ofStudent',
        'appointments.apartOf',
        'attachments.list',
        'appointments.list',
        'assessments.get',
        'conferences.listByCase',
        'contacts.due',
        'contacts.get',
        'contacts.listByStudent',
        'contacts.persons',
        'letters.get',
        'notes.get',
        'notes.search',
        'observations.get',
        'plans.course',
        'plans.get',
        'plans.list',
        'prints.preview',
        'privates.list',
        'referrals.get',
        'reviews.list',
        'screenings.entries',
        'students.timeline',
        'visits.get',
        'visits.listByDay',
        'visits.nextBooked',
        'waits.list',
      ]),
    )
  })
})
describe('what it costs', () => {
  it('asking whose a record is is a look at a few rows, own or opened by a reason', async () => {
    await makeFile()
    await giveReasons()
    for (const { room } of [t, colleagues.counselor]) {
      const ctx = { db: room.connection.readable, me: room.me, now: () => new Date(MORNING).toISOString() }
      const took = Array.from({ length: 400 }, () => {
        const begun = performance.now()
        refuseOthers(ctx, 'reason', 'visit', ids.visit)
        return performance.now() - begun
      }).toSorted((a, b) => a - b)
      // About 0.1 ms. The quickest and with much to spare: neither a busy nor a slow machine is a reason to fail.
      expect(took[4]).toBeLessThan(10)
    }
  })
})
const inputText = (call: string): string => (call === 'notes.search' ? '' : JSON.stringify(inputOf(call)))
