import type { Crisis, CrisisFields } from '#contract/crises'
import type { Assessment } from '#contract/assessments'
import type { AttachmentKind, CrisisStep, Problem, SeenOutcome, TestMode } from '#contract/code-tables'
import type { ConsentFields } from '#contract/consents'
import type { IntakePart } from '#contract/intake-parts'
import type { IntakeBody } from '#contract/intakes'
import type { NotePart } from '#contract/note-parts'
import type { PlanBody } from '#contract/plans'
import type { ReferralFields, ReturnSlip } from '#contract/referrals'
import type { ReviewFields } from '#contract/reviews'
import type { VisitFields } from '#contract/visits'
import type { Case } from '#contract/cases'

/** A text in both languages. */
export type Both = readonly [zh: string, en: string]
export type NoteTexts = Partial<Record<NotePart, Both>>
/** Days before today (moved back to a school day) and time of day. Negative days lie ahead. */
export type When = { ago: number; at: string }

export type Session = {
  problem: Problem
  others?: Problem[]
  request: Both
  note: NoteTexts
}
export type VisitStep = When &
  Omit<Session, 'note'> & {
    kind: 'visit'
    minutes: number
    channel?: VisitFields['channel']
    source?: VisitFields['source']
    visitor?: VisitFields['visitor']
    note: NoteTexts
    /** `draft`: typed but not signed. */
    left?: 'draft'
    /** Written the next day. */
    addendum?: Both
  }
/** A booking that is still ahead, was not kept, or has just led to somebody sitting in the room. */
export type BookingStep = When & {
  kind: 'booking'
  /** Planned; 50 when left out. */
  minutes?: number
  problem: Problem | null
  request: Both
  channel?: VisitFields['channel']
  source?: VisitFields['source']
  visitor?: VisitFields['visitor']
  became?: 'no-show' | 'cancelled' | 'arrived'
  note?: NoteTexts
}
export type ConsentStep = When & {
  kind: 'consent'
  consent: ConsentFields['kind']
  signer: ConsentFields['signer']
  mode?: ConsentFields['mode']
  answer?: ConsentFields['answer']
  sharedWith?: ConsentFields['sharedWith']
  /** Its last day, so many days before today. */
  untilAgo?: number
  scope?: Both
}
/** A paper that was scanned; `lines` says how many words stand in each of its lines. */
export type AttachmentStep = When & {
  kind: 'attachment'
  of: AttachmentKind
  name: Both
  note: Both
  lines: readonly number[]
}
export type RiskStep = When & { kind: 'risk'; rank: number; reason: Both }
export type CrisisTexts = {
  [K in Exclude<keyof CrisisFields, 'rank'>]?: Both
}
export type CrisisStory = When & {
  kind: 'crisis'
  rank: number
  fields: CrisisTexts
  entries: { at: string; step: CrisisStep | null; text: Both }[]
  closed?: When & { outcome: NonNullable<Crisis['outcome']>; note: Both }
}
export type ReferralStory = When &
  Pick<ReferralFields, 'urgency' | 'institutionKind' | 'guardianAnswer'> & {
    kind: 'referral'
    way: ReferralFields['kind']
    reason: Both
    doneSoFar: Both
    options: Both[]
    choice: Both
    institution: Both
    department: Both
    clientView: Both
    guardianWords: Both
    dueAfter: number
    slip?: Pick<ReturnSlip, 'advice'> & { ago: number; broughtBy: Both; words: Both; nextCheckAgo: number | null }
  }
export type CloseStep = When & {
  kind: 'close'
  reason: NonNullable<Case['closeReason']>
  note: Both
  advice: Both
}
/** A test given by the counselor. Without `left` it was finished; what came of it stands below. */
export type TestStep = When & {
  kind: 'test'
  instrument: string
  mode: Exclude<TestMode, 'imported'>
  purpose: Both
  /** In the order of the instrument's questions; null was not asked or not answered. */
  answers: readonly (number | null)[]
  /** Begun in an emergency, without the usual gates. */
  urgent?: boolean
  left?: 'paused'
  /** The talk that a critical answer asks for. */
  asked?: When & { outcome: SeenOutcome; note: Both }
  interpreted?: When & { text: Both }
  fedBack?: When & { to: NonNullable<Assessment['fedBackTo']> }
}
/** An intake, finished; nothing was found when it was asked about safety. */
export type IntakeStep = When & {
  kind: 'intake'
  methods: IntakeBody['methods']
  texts: Partial<Record<IntakePart, Both>>
  safety: { self: Both }
}
/** A plan that was agreed upon; with `contents` for career counseling. `key` is how the story calls a goal. */
export type PlanStep = When & {
  kind: 'plan'
  goals: readonly { key: string; text: Both; sign: Both }[]
  contents?: PlanBody['contents']
  methods: Both
  steps: Both
  schedule: Both
  why?: Both
}
/** How far a goal had come at the visit of that day. */
export type MarkStep = When & { kind: 'mark'; goal: string; score: number; words: Both }
export type ReviewStep = When &
  Pick<ReviewFields, 'satisfaction' | 'decision'> & {
    kind: 'review'
    standings: Record<string, ReviewFields['goals'][number]['standing']>
    satisfactionWords: Both
    tool: Both
    note: Both
  }
export type Step =
  | TestStep
  | VisitStep
  | BookingStep
  | ConsentStep
  | AttachmentStep
  | RiskStep
  | CrisisStory
  | ReferralStory
  | CloseStep
  | IntakeStep
  | PlanStep
  | MarkStep
  | ReviewStep

/** One student's way through the term. `who` is a key of the cast, or `alias`. */
export type Story = { who: string; steps: Step[] }
