import { AppError } from '#contract/errors'
import type { Consent, consents } from '#contract/consents'
import type { Handlers, WriteContext } from '#core/context'
import { found } from '#core/found'
import { findConsents, insertConsent, withdrawConsent } from '#db/repos/consents'

export const consentsHandlers: Handlers<typeof consents> = {
  listByStudent: (ctx, { studentId }) => findConsents(ctx.db, studentId),
  record(ctx, { id, studentId, fields }) {
    insertConsent(ctx.db, { ...fields, id, studentId, givenTo: ctx.me.id, enteredAt: ctx.now() })
    ctx.audit('consent.recorded', { subjectId: id, studentId })
    return consentOf(ctx, studentId, id)
  },
  withdraw(ctx, { consentId, studentId, on }) {
    const consent = consentOf(ctx, studentId, consentId)
    if (consent.withdrawnOn !== null) throw new AppError('conflict', { reason: 'already-withdrawn' })
    withdrawConsent(ctx.db, consentId, on)
    ctx.audit('consent.withdrawn', { subjectId: consentId, studentId })
    return consentOf(ctx, studentId, consentId)
  },
}

const consentOf = (ctx: WriteContext, studentId: string, id: string): Consent =>
  found(
    findConsents(ctx.db, studentId).find((consent) => consent.id === id),
    'consentId',
  )
