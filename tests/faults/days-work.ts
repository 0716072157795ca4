import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import type { Account } from '#contract/settings'
import type { Visit } from '#contract/visits'
import type { Gate } from '#electron/host/gate'
import { manyPeople } from '#tests/people'
import { referralFields, walkIn } from '#tests/records'
import { freshId, type Random } from './random.ts'

/** A row that was promised by an answer: its id, and at least this `version` where changes are counted. */
export type Kept = { table: string; id: string; version?: number }

/** What a counselor does all day, student after student, through the gate; tells after each answer what it promises. */
export async function* daysWork(gate: Gate, me: Account, random: Random): AsyncGenerator<Kept[]> {
  for (let at = random.below(1000); ; at++) yield* withOneStudent(gate, me, random, manyPeople(at).name)
}

async function* withOneStudent(gate: Gate, me: Account, random: Random, name: string): AsyncGenerator<Kept[]> {
  const studentId = freshId()
  let requestId = ''
  const call = (feature: string, verb: string, input: object): Promise<unknown> => {
    requestId = freshId()
    return gate.call([feature, verb], { requestId, studentId, ...input })
  }
  const answered = (...kept: Kept[]): Kept[] => [{ table: 'requests', id: requestId }, ...kept]

  await gate.call(['students', 'add'], {
    requestId: (requestId = freshId()),
    id: studentId,
    fields: { kind: 'roster', name, birthDate: '2011-09-12' },
    guardians: [],
  })
  yield answered({ table: 'students', id: studentId })

  const notice = { kind: 'notice', textVersion: '2026-09', givenOn: '2026-11-20', signer: 'student', mode: 'paper' }
  const consentId = freshId()
  await call('consents', 'record', { id: consentId, fields: { ...notice, signerName: name, scope: '' } })
  yield answered({ table: 'consents', id: consentId })

  const visit = (await call('visits', 'register', { id: freshId(), fields: walkIn(me.id) })) as Visit
  yield answered({ table: 'visits', id: visit.id }, { table: 'cases', id: visit.caseId })

  let [problem, version] = ['', 0]
  for (let times = 2 + random.below(6); times > 0; times--) {
    problem += '她说，最近总是睡不着。'.repeat(1 + random.below(30))
    const input = { visitId: visit.id, version, body: { ...EMPTY_NOTE, problem } }
    const saved = (await call('notes', 'save', input)) as Note
    version = saved.version
    yield [{ table: 'notes', id: saved.id, version }]
  }

  const isCrisis = random.below(3) === 0
  if (isCrisis) yield* inACrisis(call, answered)
  const signed = (await call('notes', 'sign', { visitId: visit.id, version })) as Note
  yield answered({ table: 'notes', id: signed.id, version })
  if (!isCrisis) {
    const words = { reason: 'goal-reached', closeNote: '能主动邀约同伴', advice: '有需要随时来' }
    await call('cases', 'close', { caseId: visit.caseId, ...words })
    yield answered({ table: 'cases', id: visit.caseId })
  }
  await gate.call(['settings', 'savePreferences'], {
    requestId: (requestId = freshId()),
    preferences: { idleMinutes: 1 + random.below(30) },
  })
  yield answered()
}

async function* inACrisis(
  call: (feature: string, verb: string, input: object) => Promise<unknown>,
  answered: (...kept: Kept[]) => Kept[],
): AsyncGenerator<Kept[]> {
  const crisisId = freshId()
  await call('crises', 'open', { id: crisisId })
  yield answered({ table: 'crises', id: crisisId })
  const entryId = freshId()
  const words = { step: 'guardian-reached', text: '母亲十分钟内到校', at: null }
  await call('crises', 'stamp', { id: entryId, crisisId, ...words })
  yield answered({ table: 'crisis_entries', id: entryId })
  const referralId = freshId()
  await call('referrals', 'refer', { id: referralId, crisisId, fields: referralFields() })
  yield answered({ table: 'referrals', id: referralId })
}
