import type { GrowthEntry, GrowthMark } from '#contract/growth'

export type GrowthLine = { onDay: string; key: string; entry: GrowthEntry | null; mark: GrowthMark | null }

/** Entries and what lies between them, newest first. */
export const growthLines = (entries: readonly GrowthEntry[], marks: readonly GrowthMark[]): GrowthLine[] =>
  [
    ...entries.map((entry): GrowthLine => ({ onDay: entry.onDay, key: entry.id, entry, mark: null })),
    ...marks.map((mark): GrowthLine => ({ onDay: mark.onDay, key: mark.id, entry: null, mark })),
  ].toSorted((a, b) => b.onDay.localeCompare(a.onDay))
