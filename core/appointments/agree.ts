import type { Finding } from '#contract/appointments'
import { AppError } from '#contract/errors'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { check } from './facts.ts'
import { askedIn, type Asked, refusalIn } from './findings.ts'

/** The reason as it is kept: none where no rule asked for one. `conflict` when the time is taken or a reason is missing. */
export function agreeOn(ctx: ReadContext | WriteContext, asked: Asked, overReason: string): string {
  checkSpan(asked)
  return settle(check(ctx, asked), overReason)
}

function settle(findings: readonly Finding[], overReason: string): string {
  const refusal = refusalIn(findings)
  if (refusal) throw new AppError('conflict', { field: 'from', reason: refusal })
  if (!askedIn(findings)) return ''
  const reason = overReason.trim()
  if (reason === '') throw new AppError('conflict', { field: 'overReason', reason: 'reason-needed' })
  return reason
}

/** The same for one of many: why it cannot be, instead of an error. A repeat leaves out closed days, and exam weeks if told to. */
export function wouldAgree(
  ctx: WriteContext,
  asked: Asked,
  overReason: string,
): { keeps: string } | { skips: Finding['kind'] } {
  const findings = check(ctx, asked)
  const { skipsExamWeeks } = getSetting(ctx.db, 'bookingRules')
  const left = findings.find(({ kind }) => kind === 'closed-day' || (kind === 'exam-week' && skipsExamWeeks))
  const skips = left?.kind ?? refusalIn(findings) ?? (overReason.trim() === '' ? askedIn(findings) : undefined)
  if (skips) return { skips }
  return { keeps: askedIn(findings) ? overReason.trim() : '' }
}

/** An appointment ends after it begins, on the same day. */
function checkSpan({ from, until }: Asked): void {
  if (until <= from) throw new AppError('invalid', { field: 'until', reason: 'ends-before-start' })
  if (until.slice(0, 10) !== from.slice(0, 10)) throw new AppError('invalid', { field: 'until', reason: 'other-day' })
}
