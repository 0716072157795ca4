import fc from 'fast-check'
import { CLOSE_REASONS } from '#contract/case-tables'
import { CHANNELS, CRISIS_OUTCOMES, INSTITUTIONS, PROBLEMS, SOURCES, VISITORS } from '#contract/code-tables'
import { EMPTY_NOTE } from '#contract/note-parts'
import { testContext, type TestContext } from '#tests/context'
import { giving } from '#tests/giving'
import { ALIAS_VISITOR, CAST } from '#tests/people'
import { walkIn } from '#tests/records'

/** Days of two terms and the holidays around them. */
export const FIRST_DAY = '2026-01-05'
export const LAST_DAY = '2026-11-20'
const DAYS = 320

export const dayAt = (index: number): string =>
  new Date(Date.parse(FIRST_DAY) + index * 86_400_000).toISOString().slice(0, 10)

const INSTRUMENTS = ['phq9', 'gad7'] as const

const event = fc.record({
  who: fc.nat(29),
  day: fc.nat(DAYS - 1),
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('visit' as const) },
    { weight: 2, arbitrary: fc.constant('booking' as const) },
    { weight: 3, arbitrary: fc.constant('risk' as const) },
    { weight: 1, arbitrary: fc.constant('crisis' as const) },
    { weight: 2, arbitrary: fc.constant('referral' as const) },
    { weight: 2, arbitrary: fc.constant('close' as const) },
    { weight: 2, arbitrary: fc.constant('test' as const) },
  ),
  minutes: fc.option(fc.integer({ min: 5, max: 90 }), { freq: 8 }),
  channel: fc.constantFrom(...CHANNELS),
  source: fc.constantFrom(...SOURCES),
  visitor: fc.constantFrom(...VISITORS),
  problem: fc.option(fc.constantFrom(...PROBLEMS), { freq: 6 }),
  rank: fc.nat(3),
  institution: fc.constantFrom(...INSTITUTIONS),
  outcome: fc.constantFrom(...CRISIS_OUTCOMES),
  reason: fc.constantFrom(...CLOSE_REASONS),
  signs: fc.nat(3),
  isDone: fc.boolean(),
})
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

/** A year of a school with roster students, guests and an alias, lived through the real calls in the order of its days. */
export async function busySchool(seed: number, events: number): Promise<TestContext> {
  const context = testContext()
  const people: string[] = []
  for (const instrument of INSTRUMENTS) await giving(context).mayGive(instrument)
  for (let n = 0; n < 30; n += 1) people.push(await takeIn(context, n))
  const days = fc.sample(event, { seed, numRuns: events }).sort((a, b) => a.day - b.day)
  for (const one of days) {
    context.setTime(Date.parse(`${dayAt(one.day)}T09:00:00Z`))
    await HAPPENS[one.kind](context, people[one.who]!, one)
  }
  context.setTime(Date.parse(`${LAST_DAY}T16:00:00Z`))
  return context
}

async function takeIn({ client }: TestContext, n: number): Promise<string> {
  const id = crypto.randomUUID()
  if (n >= 28) {
    await client.students.add({ id, fields: { kind: 'alias', name: `${ALIAS_VISITOR.zh}${n}` }, guardians: [] })
    return id
  }
  const { name, sex, gradeNo, classNo } = CAST[n % CAST.length]!
  const grade = `${'一二三四五六七八九'[gradeNo - 1]}年级`
  await client.students.add({
    id,
    fields: {
      kind: n >= 25 ? 'guest' : 'roster',
      name,
      sex,
      ...(n < 25 && { gradeNo, classNo, grade, className: `${grade}(${classNo})班` }),
    },
    guardians: [],
  })
  return id
}

const HAPPENS: Record<Event['kind'], (context: TestContext, studentId: string, one: Event) => Promise<void>> = {
  async visit({ client, me }, studentId, one) {
    const id = crypto.randomUUID()
    const at = (minutes: number): string => {
      const time = new Date(Date.parse(`${dayAt(one.day)}T09:00:00Z`) + minutes * 60_000)
      return time.toISOString().slice(0, 16)
    }
    const { channel, source, visitor, problem: primaryProblem } = one
    const endedAt = one.minutes === null ? null : at(one.minutes)
    const fields = walkIn(me.id, { channel, source, visitor, primaryProblem, arrivedAt: at(0), endedAt })
    await client.visits.register({ id, studentId, fields })
    if (one.signs === 0) return
    const body = { ...EMPTY_NOTE, state: '平静' }
    const note = await client.notes.save({ visitId: id, studentId, version: 0, body })
    if (one.signs > 1) await client.notes.sign({ visitId: id, studentId, version: note.version })
  },
  async booking({ client, me }, studentId, one) {
    const fields = walkIn(me.id, { arrivedAt: null, bookedFor: `${dayAt(one.day)}T17:25` })
    const id = crypto.randomUUID()
    await client.visits.register({ id, studentId, fields })
    if (one.isDone) await client.visits.cancel({ visitId: id, studentId, state: 'no-show', reason: '没有来' })
  },
  async risk({ client }, studentId, { rank }) {
    await client.risks.set({ id: crypto.randomUUID(), studentId, rank, reason: '观察到的情况' })
  },
  async crisis({ client }, studentId, { rank, outcome, isDone }) {
    const crisis = await client.crises.open({ id: crypto.randomUUID(), studentId })
    const about = { crisisId: crisis.id, studentId }
    if (rank > 0) await client.crises.save({ ...about, fields: { rank } })
    if (isDone) await client.crises.close({ ...about, outcome, closeNote: '已平稳', missingReason: '当天已口头报告' })
  },
  async referral({ client }, studentId, one) {
    const id = crypto.randomUUID()
    await client.referrals.refer({
      id,
      studentId,
      crisisId: null,
      fields: {
        kind: one.institution === 'in-school' ? 'inside' : 'outside',
        urgency: 'routine',
        reason: '连续两周难以入睡',
        doneSoFar: '',
        options: [],
        choice: '',
        institutionKind: one.institution,
        institution: '',
        department: '',
        clientView: '',
        guardianAnswer: 'agrees',
        guardianInformedAt: null,
        guardianName: '',
        guardianWords: '',
        referredAt: `${dayAt(one.day)}T10:00`,
        returnDue: null,
      },
    })
    if (one.signs === 0) await client.referrals.withdraw({ referralId: id, studentId, reason: '改在校内' })
    else if (one.isDone) {
      const returnedOn = dayAt(one.day + 20)
      const slip = { returnedOn, seenOn: null, broughtBy: '', advice: [], words: '', nextCheckOn: null }
      await client.referrals.recordReturn({ referralId: id, studentId, slip })
    }
  },
  async test(context, studentId, { day, rank, signs }) {
    const { begin, finish, interpret } = giving(context)
    const instrument = INSTRUMENTS[signs % 2]!
    const sheet = await begin(studentId, instrument, { overFourteen: true })
    // Item 9 of PHQ-9 asks for somebody in person whatever the total.
    await finish(sheet, instrument === 'phq9' ? { phq9_1: 1, phq9_9: rank } : { gad7_1: rank }, { takenOn: dayAt(day) })
    if (signs > 1) await interpret(sheet)
  },
  async close({ client }, studentId, { reason }) {
    const { openCase } = await client.students.header({ studentId })
    if (!openCase) return
    const blocks = await client.cases.closeBlocks({ caseId: openCase.id })
    if (blocks.some((block) => block !== 'waiting-referral')) return
    await client.cases.close({ caseId: openCase.id, studentId, reason, closeNote: '目标达成', advice: '' })
  },
}
