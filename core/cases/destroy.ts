import type { Case } from '#contract/cases'
import type { WriteContext } from '#core/context'
import { updateArchive } from '#db/repos/archives'
import { closeDestruction, countCasesLeft, emptyCase, openDestruction } from '#db/repos/destroy-case'

type How = {
  id: string
  no: string
  reason: string
  earlyReason: string
  method: string
  approvedBy: string
  isOnPaper: boolean
  witness: string
}

/**
 * What was written in a case is overwritten; numbers, days and kinds stay, so that the register and every count still add up. Crisis
 * cards and test sheets are kept by their own rules. Backups made before still hold it.
 */
export function destroyCase(ctx: WriteContext, one: Case, how: How): void {
  openDestruction(ctx.db, { ...how, caseId: one.id, by: ctx.me.id, at: ctx.now() })
  const counts = emptyCase(ctx.db, one, countCasesLeft(ctx.db, one.studentId) === 1)
  updateArchive(ctx.db, one.id, { destructionId: how.id })
  closeDestruction(ctx.db, how.id, counts)
}
