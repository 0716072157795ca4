import type { WriteContext } from '#core/context'
import { getSetting, nearestTerm } from '#core/settings'
import { nextNumber } from '#db/repos/settings'

/** Letters in front of the number, so that two papers never carry the same one: 危 crisis, 转 referral, 测 test, 信 letter, 观 observation, 会 conference, 济 aid, 受 acceptance. */
const PREFIX = {
  case: '',
  visit: 'F',
  crisis: 'W',
  referral: 'Z',
  assessment: 'C',
  letter: 'X',
  observation: 'G',
  conference: 'H',
  aid: 'J',
  acceptance: 'S',
} as const
type Kind = keyof typeof PREFIX

/** The next number of its kind in the term of `day`, e.g. 2026秋-031, W2026秋-002. */
export const termNumber = (ctx: WriteContext, kind: Kind, day: string, digits: number): string =>
  termNumbers(ctx, kind, day, digits, 1).join('')

/** Of a term's name as much as fits into a number. */
const SHORT = 40

/** So many numbers in a row. */
export function termNumbers(ctx: WriteContext, kind: Kind, day: string, digits: number, count: number): string[] {
  const name = nearestTerm(getSetting(ctx.db, 'terms'), day)?.name ?? day.slice(0, 4)
  const term = [...name].slice(0, SHORT).join('')
  const first = nextNumber(ctx.db, `${kind}:${term}`, count)
  return Array.from({ length: count }, (_, i) => `${PREFIX[kind]}${term}-${String(first + i).padStart(digits, '0')}`)
}
