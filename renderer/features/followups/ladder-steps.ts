import type { FollowupRules } from '#contract/followups'

export type Ladder = FollowupRules['ladders'][number]

/** Days in their order, each once. */
export const inOrder = (days: readonly number[]): number[] => [...new Set(days)].toSorted((a, b) => a - b)

/** The next day that one would add to a ladder: a week after its last. */
export const dayAfter = (days: readonly number[]): number => Math.min(400, (days.at(-1) ?? 0) + (days.length ? 7 : 1))
