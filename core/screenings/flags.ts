import type { FlagRule } from '#contract/screenings'

export type Flaggable = { critical: boolean; void: boolean; level: string | null; severity: number | null }

/** A critical answer always; else the platform's level or our band, unless the sheet counts for nothing. */
export const isFlagged = (rule: FlagRule, { critical, void: isVoid, level, severity }: Flaggable): boolean =>
  critical ||
  (!isVoid &&
    ((level !== null && rule.levels.includes(level)) ||
      (rule.severity !== null && severity !== null && severity >= rule.severity)))
