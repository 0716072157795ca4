import type { AidDue } from '#contract/aid'
import type { AttentionLine } from '#contract/cases'
import type { ConferenceDue } from '#contract/conferences'
import type { ContactDue } from '#contract/contacts'
import type { DueFollowup } from '#contract/followups'
import type { LetterLine } from '#contract/letters'
import type { ObservationLine } from '#contract/observations'
import type { ReviewDue } from '#contract/reviews'
import type { StageDue } from '#contract/stages'

/** One thing to be done about somebody, of whatever register. `weight`: 0 comes first. */
export type Due =
  | ({ is: 'contact' } & Weighed & { line: ContactDue })
  | ({ is: 'letter' } & Weighed & { line: LetterLine })
  | ({ is: 'observation' } & Weighed & { line: ObservationLine })
  | ({ is: 'followup' } & Weighed & { line: DueFollowup })
  | ({ is: 'review' } & Weighed & { line: ReviewDue })
  | ({ is: 'aid' } & Weighed & { line: AidDue })
  | ({ is: 'stage' } & Weighed & { line: StageDue })
  | ({ is: 'talk' } & Weighed & { line: ConferenceDue })
  | ({ is: 'case' } & Weighed & { line: AttentionLine })
type Weighed = { key: string; weight: 0 | 1 | 2; at: string }

type Lists = {
  contacts?: readonly ContactDue[]
  letters?: readonly LetterLine[]
  observations?: readonly ObservationLine[]
  followups?: readonly DueFollowup[]
  reviews?: readonly ReviewDue[]
  aid?: readonly AidDue[]
  stages?: readonly StageDue[]
  talks?: readonly ConferenceDue[]
  cases?: readonly AttentionLine[]
}

/** What a child may be in danger by first, then what is overdue, then what is due; within that the longest waiting. */
export function dueLines(lists: Lists, today: string): Due[] {
  const overdue = (on: string): 1 | 2 => (on.slice(0, 10) < today ? 1 : 2)
  const all: Due[] = [
    ...(lists.contacts ?? []).map((line): Due => ({
      is: 'contact',
      key: `contact ${line.why} ${line.contactId ?? line.visitId ?? line.studentId}`,
      weight: line.isOverdue ? 1 : 2,
      at: line.dueAt,
      line,
    })),
    ...(lists.letters ?? []).map((line): Due => ({
      is: 'letter',
      key: `letter ${line.id}`,
      weight: line.isRisk ? 0 : 2,
      at: line.receivedOn,
      line,
    })),
    ...(lists.observations ?? []).map((line): Due => ({
      is: 'observation',
      key: `observation ${line.id}`,
      weight: line.urgency === 'urgent' ? 0 : overdue(line.observedOn),
      at: line.observedOn,
      line,
    })),
    ...(lists.followups ?? []).map((line): Due => ({
      is: 'followup',
      key: `followup ${line.id}`,
      weight: overdue(line.dueOn),
      at: line.dueOn,
      line,
    })),
    ...(lists.reviews ?? []).map((line): Due => ({
      is: 'review',
      key: `review ${line.caseId}`,
      weight: 2,
      at: line.dueOn,
      line,
    })),
    ...(lists.aid ?? []).map((line): Due => ({
      is: 'aid',
      key: `aid ${line.id}`,
      weight: 1,
      at: line.answerDue,
      line,
    })),
    ...(lists.stages ?? []).map((line): Due => ({
      is: 'stage',
      key: `stage ${line.caseId} ${line.stage}`,
      weight: overdue(line.dueOn),
      at: line.dueOn,
      line,
    })),
    ...(lists.talks ?? []).map((line): Due => ({
      is: 'talk',
      key: `talk ${line.kind} ${line.caseId}`,
      weight: overdue(line.dueOn),
      at: line.dueOn,
      line,
    })),
    ...(lists.cases ?? []).map((line): Due => ({
      is: 'case',
      key: `case ${line.kind} ${line.caseId} ${line.item}`,
      weight: 2,
      at: line.dueOn,
      line,
    })),
  ]
  return all.toSorted((a, b) => a.weight - b.weight || a.at.localeCompare(b.at))
}
