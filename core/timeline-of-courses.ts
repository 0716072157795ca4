import { localOf } from '#contract/calendar'
import type { TimelineItem } from '#contract/students'
import type { ReadableDb } from '#db/connection'
import { findDoneFollowups } from '#db/repos/followups'
import { findGrowth } from '#db/repos/growth'

const EXCERPT = 120
const blank = { endedAt: null, no: null, visitId: null }
const cut = (text: string): string | null => [...text.trim()].slice(0, EXCERPT).join('') || null

/** Follow-ups that were done and steps of growth. */
export const courseItems = (db: ReadableDb, studentId: string): TimelineItem[] => [
  ...findDoneFollowups(db, studentId).map(
    ({ id, caseId, cause, step, outcome, way, doneAt, dueOn, text, by, recordedAt }): TimelineItem => ({
      ...blank,
      kind: 'followup',
      id,
      at: doneAt ?? `${dueOn}T00:00`,
      enteredAt: recordedAt ?? `${dueOn}T00:00:00.000Z`,
      what: outcome ?? 'fine',
      by,
      facts: { caseId, cause, step, way },
      excerpt: cut(text),
    }),
  ),
  ...findGrowth(db, studentId).map(({ id, onDay, kind, text, by, enteredAt }): TimelineItem => ({
    ...blank,
    kind: 'growth',
    id,
    at: onDay === localOf(enteredAt).slice(0, 10) ? localOf(enteredAt) : `${onDay}T00:00`,
    enteredAt,
    what: kind,
    by,
    facts: {},
    excerpt: cut(text),
  })),
]
