import type { Both, Session, When } from './story.ts'
import type { VisitFields } from '#contract/visits'
import type { Case } from '#contract/cases'

/**
 * A course of sessions that several students go through. A text may hold two wordings, parted by `|`: the first
 * student says the one, the second the other.
 */
export type Theme = {
  source: VisitFields['source']
  sessions: Session[]
  risk?: { after: number; rank: number; reason: Both }
  /** How it ended, when it has. */
  closed?: { reason: NonNullable<Case['closeReason']>; note: Both; advice: Both }
}

/** The text that the n-th student of a theme says. */
export const wording = ([zh, en]: Both, n: number): Both => [nth(zh, n), nth(en, n)]
const nth = (text: string, n: number): string => {
  const parts = text.split('|')
  return parts[n % parts.length] ?? ''
}

/** Times at which the room is open. */
export const SLOTS: readonly When['at'][] = ['12:10', '16:40', '17:25', '18:05']
