import { randomUUID } from 'node:crypto'
import type { Assessment } from '#contract/assessments'
import type { SIGNERS, TestMode } from '#contract/code-tables'
import type { Answers } from '#contract/results'
import type { TestContext } from '#tests/context'
import { formOf, sheet } from '#tests/core/instruments/forms'

/** Who may sign a consent. */
export type Signer = (typeof SIGNERS)[number]
type Mode = Exclude<TestMode, 'imported'>
type Change = Partial<
  Record<'explained' | 'agreed' | 'overFourteen' | 'urgent', boolean> & {
    mode: Mode
    purpose: string
    requestId: string
  }
>
const modeOf = (instrumentId: string): Mode => {
  if (instrumentId === 'asq' || instrumentId === 'cssrs-screen') return 'interview'
  return ['mht', 'scl90'].includes(instrumentId) ? 'scores' : 'paper'
}

/** What a counselor does to give a test, step by step. */
export const giving = (t: TestContext) => {
  const student = async (name: string, birthDate: string | null = '2011-09-12'): Promise<string> => {
    const added = await t.client.students.add({
      id: randomUUID(),
      fields: { kind: 'roster', name, birthDate },
      guardians: [],
    })
    return added.id
  }
  const mayGive = (instrumentId: string, userId = t.me.id) =>
    t.client.instruments.recordCompetence({
      instrumentId,
      userId,
      basis: '2025 年量表施测培训，督导下施测 20 例',
      recordedOn: '2026-09-01',
    })
  const begin = (studentId: string, instrumentId: string, change: Change = {}): Promise<Assessment> =>
    t.client.assessments.begin({
      id: randomUUID(),
      studentId,
      instrumentId,
      mode: modeOf(instrumentId),
      purpose: '了解近两周的情绪',
      explained: true,
      agreed: true,
      overFourteen: false,
      urgent: false,
      ...change,
    })
  const finish = (
    { id, studentId }: Pick<Assessment, 'id' | 'studentId'>,
    answers: Answers,
    change: { takenOn?: string; details?: Record<string, string>; requestId?: string } = {},
  ): Promise<Assessment> =>
    t.client.assessments.finish({ assessmentId: id, studentId, answers, details: {}, takenOn: '2026-11-21', ...change })
  /** Answers in the order of the file, `-` for a blank, e.g. `0 0 1`. */
  const give = async (studentId: string, instrumentId: string, given: string, takenOn?: string) =>
    finish(await begin(studentId, instrumentId), sheet(formOf(instrumentId), given), takenOn ? { takenOn } : {})
  const interpret = ({ id, studentId }: Pick<Assessment, 'id' | 'studentId'>, text = '近期情绪偏低，睡眠受影响') =>
    t.client.assessments.interpret({ assessmentId: id, studentId, id: randomUUID(), text })
  const events = async (): Promise<string[]> =>
    (await t.client.audit.list({ before: null, limit: 100 })).map(({ event }) => event)
  return { student, mayGive, begin, finish, give, interpret, events }
}
