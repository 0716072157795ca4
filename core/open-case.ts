import { AppError } from '#contract/errors'
import type { Case } from '#contract/cases'
import type { WriteContext } from '#core/context'
import { found } from '#core/found'
import { findCase } from '#db/repos/cases'

/** A case that is still worked on; what is closed is only written in after it was opened again. */
export function openCase(ctx: WriteContext, caseId: string): Case {
  const open = found(findCase(ctx.db, caseId), 'caseId')
  if (open.state !== 'open') throw new AppError('conflict', { reason: 'case-closed' })
  return open
}
