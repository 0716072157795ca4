import type { WriteContext } from '#core/context'
import { getSetting, nearestTerm } from '#core/settings'
import { nextNumber } from '#db/repos/settings'

/** Letters in front of the number, so that two papers never carry the same one: 危 crisis, 转 referral, 测 test. */
const PREFIX = { case: '', visit: 'F', crisis: 'W', referral: 'Z', assessment: 'C' } as const

/** The next number of its kind in the term of `day`, e.g. 2026秋-031, W2026秋-002. */
export function termNumber(ctx: WriteContext, kind: keyof typeof PREFIX, day: string, digits: number): string {
  const term = nearestTerm(getSetting(ctx.db, 'terms'), day)?.name ?? day.slice(0, 4)
  return `${PREFIX[kind]}${term}-${String(nextNumber(ctx.db, `${kind}:${term}`)).padStart(digits, '0')}`
}
