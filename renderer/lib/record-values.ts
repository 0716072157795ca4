import type { RevisionKind } from '#contract/revision-tables'
import type { RecordFields } from '#contract/revisions'

/** Fields that only tie records together: they say nothing to a reader. */
const TIES = new Set(['visit_id', 'person_id', 'about', 'about_id', 'student_id'])
/** Fields that hold an account. */
const ACCOUNTS = new Set(['receiver_id', 'owner_id', 'assigned_to', 'passed_to', 'replied_by', 'confirmed_by'])
/** Fields that are yes or no, kept as 1 or 0. */
const YES_OR_NO = new Set(['boarding', 'door_open', 'is_risk', 'is_shareable'])

/** The closed list a field's key is of. */
const LISTS: Partial<Record<RevisionKind, Record<string, string>>> = {
  student: { kind: 'studentKinds', sex: 'sexes' },
  visit: {
    state: 'visitStates',
    channel: 'channels',
    source: 'sources',
    visitor: 'visitors',
    primary_problem: 'problems',
    other_problems: 'problems',
  },
  consent: {
    kind: 'consentKinds',
    mode: 'consentModes',
    signer: 'signers',
    answer: 'consentAnswers',
    shared_with: 'sharedWith',
  },
  referral: {
    state: 'referralStates',
    kind: 'referralKinds',
    urgency: 'urgencies',
    institution_kind: 'institutions',
    guardian_answer: 'guardianAnswers',
  },
  crisis: { state: 'crisisStates', outcome: 'crisisOutcomes' },
  followup: { state: 'followupStates', way: 'followupWays', outcome: 'followupOutcomes' },
  letter: { state: 'letterStates', writer: 'letterWriters' },
  observation: {
    reporter_role: 'reporters',
    signs: 'observationSigns',
    urgency: 'urgencies',
    state: 'observationStates',
    outcome: 'observationOutcomes',
  },
  person: { relation: 'relations', may_know: 'mayKnow' },
  contact: {
    kind: 'contactKinds',
    direction: 'contactDirections',
    way: 'contactWays',
    outcome: 'contactOutcomes',
    relation: 'relations',
    told_topics: 'toldTopics',
    exception_ground: 'exceptionGrounds',
  },
  conference: { kind: 'conferenceKinds' },
  stage: {
    state: 'stageStates',
    relation: 'relations',
    told_topics: 'toldTopics',
    exception_ground: 'exceptionGrounds',
    delivered_way: 'stageWays',
  },
  growth: { kind: 'growthKinds' },
  acceptance: { source: 'sources', basis: 'entryBases', urgency: 'urgencies', state: 'acceptanceStates' },
  decline: { asked_because: 'declineCauses' },
  attachment: { kind: 'attachmentKinds' },
  aid: { kind: 'aidKinds', agreed_by: 'aidAgreed', exception_ground: 'exceptionGrounds', state: 'aidStates' },
  review: { dependence: 'dependences', decision: 'reviewDecisions' },
}

/** What is to be read of a stored value. `list`: the closed list its keys are of. */
export type RecordValue =
  | { is: 'empty' }
  | { is: 'text'; text: string }
  | { is: 'keys'; list: string; keys: string[] }
  | { is: 'standings'; list: { standing: string; words: string }[] }
  | { is: 'account'; id: string }
  | { is: 'yes' | 'no' }

export function recordValue(kind: RevisionKind, field: string, value: string | number | null): RecordValue {
  if (value === null || value === '' || value === '[]') return { is: 'empty' }
  if (YES_OR_NO.has(field)) return { is: value === 1 ? 'yes' : 'no' }
  const text = String(value)
  if (kind === 'review' && field === 'goals')
    return { is: 'standings', list: JSON.parse(text) as { standing: string; words: string }[] }
  if (ACCOUNTS.has(field)) return { is: 'account', id: text }
  const list = LISTS[kind]?.[field]
  const several = text.startsWith('[') ? listOf(text) : null
  if (list) return { is: 'keys', list, keys: several ?? [text] }
  return { is: 'text', text: several?.join('、') ?? text }
}

/** Of a list of people their names, each with what they are. */
function listOf(json: string): string[] | null {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) && list.every((one) => typeof one === 'string' || isPerson(one))
      ? list.map((one) => (typeof one === 'string' ? one : [one.name, one.role].filter(Boolean).join(' ')))
      : null
  } catch {
    return null
  }
}
const isPerson = (one: unknown): one is { name: string; role?: string } =>
  typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string'

/** The fields in which a state differs from what stands now. */
export const changedFields = (then: RecordFields, now: RecordFields): string[] =>
  Object.keys(then).filter((field) => !isTie(field, then) && then[field] !== (now[field] ?? null))

/** The day of a visit is that of its times. */
const isTie = (field: string, fields: RecordFields): boolean =>
  TIES.has(field) || (field === 'on_day' && 'booked_for' in fields)
