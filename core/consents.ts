import { AppError } from '#contract/errors'
import type { Consent, ConsentLine, consents, PaperTexts } from '#contract/consents'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { getSetting, saveSetting } from '#core/settings'
import { findConsents, insertConsent, withdrawConsent } from '#db/repos/consents'
import { findStudent } from '#db/repos/students'
import { defaultPaperTexts } from './consents/default-texts.ts'
import { consentLines } from './consents/state.ts'
import { endOfTerm, endOfYear, validityOf } from './consents/validity.ts'

export const consentsHandlers: Handlers<typeof consents> = {
  listByStudent: (ctx, { studentId }) => findConsents(ctx.db, studentId),
  state: (ctx, { studentId }) => consentStateOf(ctx, studentId),
  rules: (ctx) => ({
    rules: getSetting(ctx.db, 'consentRules'),
    texts: paperTextsOf(ctx),
    endOfTerm: endOfTerm(getSetting(ctx.db, 'terms'), ctx.today()),
    endOfYear: endOfYear(ctx.today()),
  }),
  saveRules(ctx, { rules }) {
    saveSetting(ctx.db, 'consentRules', { ...rules, needed: [...new Set(rules.needed)] })
    ctx.audit('settings.changed', { subjectId: 'consentRules' })
    return { ok: true }
  },
  saveTexts(ctx, { texts }) {
    saveSetting(ctx.db, 'paperTexts', { ...getSetting(ctx.db, 'paperTexts'), ...texts })
    ctx.audit('settings.changed', { subjectId: 'paperTexts' })
    return { ok: true }
  },
  record(ctx, { id, studentId, fields }) {
    const { kind, givenOn, validUntil: wished, sharedWith } = fields
    const validUntil =
      wished === undefined
        ? validityOf(kind, givenOn, getSetting(ctx.db, 'consentRules'), getSetting(ctx.db, 'terms'))
        : wished
    if (validUntil !== null && validUntil < givenOn)
      throw new AppError('invalid', { field: 'fields.validUntil', reason: 'ends-before-start' })
    insertConsent(ctx.db, {
      ...fields,
      validUntil,
      sharedWith: kind === 'sharing' ? sharedWith : null,
      id,
      studentId,
      givenTo: ctx.me.id,
      enteredAt: ctx.now(),
    })
    ctx.audit('consent.recorded', { subjectId: id, studentId })
    return consentOf(ctx, studentId, id)
  },
  withdraw(ctx, { consentId, studentId, on, reason }) {
    const consent = consentOf(ctx, studentId, consentId)
    if (consent.withdrawnOn !== null) throw new AppError('conflict', { reason: 'already-withdrawn' })
    withdrawConsent(ctx.db, consentId, on, reason)
    ctx.audit('consent.withdrawn', { subjectId: consentId, studentId })
    return consentOf(ctx, studentId, consentId)
  },
}

/** How it stands with every purpose today. */
export const consentStateOf = (ctx: ReadContext | WriteContext, studentId: string): ConsentLine[] =>
  consentLines({
    consents: findConsents(ctx.db, studentId),
    birthDate: found(findStudent(ctx.db, studentId), 'studentId').birthDate,
    today: ctx.today(),
    rules: getSetting(ctx.db, 'consentRules'),
  })

/** What the papers to be signed say; what the school has not written itself is the default in its language. */
export const paperTextsOf = ({ db }: ReadContext | WriteContext): PaperTexts => ({
  ...defaultPaperTexts(getSetting(db, 'preferences').language),
  ...getSetting(db, 'paperTexts'),
})

const consentOf = (ctx: WriteContext, studentId: string, id: string): Consent =>
  found(
    findConsents(ctx.db, studentId).find((consent) => consent.id === id),
    'consentId',
  )
