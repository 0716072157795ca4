import { localOf } from '#contract/calendar'
import type { TimelineItem } from '#contract/students'
import type { ReadableDb } from '#db/connection'
import { findFinishedIntakes } from '#db/repos/intakes'
import { findAgreedPlans } from '#db/repos/plans'
import { findReviewsByStudent } from '#db/repos/reviews'
import { findFinishedStages } from '#db/repos/stages'

const EXCERPT = 120
const blank = { endedAt: null, no: null, visitId: null }

/** What a case was begun, planned and looked back upon with. */
export const planItems = (db: ReadableDb, studentId: string): TimelineItem[] => [
  ...findFinishedIntakes(db, studentId).map(({ id, caseId, onDay, finishedAt, conclusion, by }): TimelineItem => ({
    ...blank,
    kind: 'intake',
    id,
    at: `${onDay}T00:00`,
    enteredAt: finishedAt ?? '',
    what: 'finished',
    by,
    facts: { caseId },
    excerpt: cut(conclusion),
  })),
  ...findAgreedPlans(db, studentId).map(
    ({ id, caseId, version, service, agreedOn, activatedAt, goals, by }): TimelineItem => ({
      ...blank,
      kind: 'plan',
      id,
      at: `${agreedOn}T00:00`,
      enteredAt: activatedAt ?? '',
      what: 'agreed',
      by,
      facts: { caseId, version, service },
      excerpt: cut(goals ?? ''),
    }),
  ),
  ...findReviewsByStudent(db, studentId).map(
    ({ id, caseId, onDay, enteredAt, decision, satisfaction, note, reviewedBy }): TimelineItem => ({
      ...blank,
      kind: 'review',
      id,
      at: `${onDay}T00:00`,
      enteredAt,
      what: 'recorded',
      by: reviewedBy,
      facts: { caseId, decision, satisfaction },
      excerpt: cut(note),
    }),
  ),
  ...findFinishedStages(db, studentId).map(({ id, caseId, stage, state, finishedAt, text, by }): TimelineItem => ({
    ...blank,
    kind: 'stage',
    id,
    at: localOf(finishedAt ?? ''),
    enteredAt: finishedAt ?? '',
    what: state,
    by,
    facts: { caseId, stage },
    excerpt: cut(text),
  })),
]

const cut = (text: string): string | null => {
  const whole = text.trim()
  return whole.length <= EXCERPT ? whole || null : `${whole.slice(0, EXCERPT).trimEnd()}…`
}
