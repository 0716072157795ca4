import type { FlagRule } from '#contract/screenings'
import type { WriteContext } from '#core/context'
import { findFlaggable, updateEntry } from '#db/repos/screening-entries'
import { isFlagged } from './flags.ts'

/** Flags the results of a round by another rule. */
export function flagAnew(ctx: WriteContext, roundId: string, rule: FlagRule): void {
  for (const { studentId, flagged, ...sheet } of findFlaggable(ctx.db, roundId)) {
    const now = isFlagged(rule, { ...sheet, critical: sheet.urgency !== null, void: sheet.void === 1 })
    if (now !== (flagged === 1))
      updateEntry(ctx.db, roundId, studentId, { flagged: now, flaggedOn: now ? ctx.today() : null })
  }
}
