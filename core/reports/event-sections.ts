import { CLOSE_REASONS } from '#contract/case-tables'
import { CRISIS_OUTCOMES, INSTITUTIONS } from '#contract/code-tables'
import type { RiskLevel } from '#contract/settings'
import type { Material } from './facts.ts'
import { persons, times, type Line } from './lines.ts'
import { NONE } from './visit-sections.ts'

/** Levels held when the period ended, worst first, then what changed within it. */
export function riskLines({ ranks, riskChanges }: Material, levels: readonly RiskLevel[]): Line[] {
  const shown = ranksDown([...levels.map(({ rank }) => rank), ...ranks.map(({ risk }) => risk.rank)])
  const step = (risk: { rank: number; previousRank: number | null }): number => risk.rank - (risk.previousRank ?? 0)
  return [
    ...shown.map((rank) =>
      persons(
        `rank:${rank}`,
        ranks.filter(({ risk }) => risk.rank === rank),
        labelOf(levels, rank),
      ),
    ),
    times('set', riskChanges),
    times(
      'raised',
      riskChanges.filter(({ risk }) => step(risk) > 0),
    ),
    times(
      'lowered',
      riskChanges.filter(({ risk }) => step(risk) < 0),
    ),
    times(
      'kept',
      riskChanges.filter(({ risk }) => step(risk) === 0),
    ),
  ]
}

export function crisisLines({ crises, period }: Material, levels: readonly RiskLevel[]): Line[] {
  const opened = crises.filter(({ crisis }) => crisis.openedAt.slice(0, 10) >= period.from)
  const isClosed = (closedAt: string | null): boolean => closedAt !== null && closedAt.slice(0, 10) <= period.to
  const closed = crises.filter(({ crisis }) => isClosed(crisis.closedAt))
  const shown = ranksDown([
    ...levels.map(({ rank }) => rank),
    ...opened.flatMap(({ crisis }) => (crisis.rank === null ? [] : [crisis.rank])),
  ])
  return [
    times('opened', opened),
    ...shown.map((rank) =>
      times(
        `rank:${rank}`,
        opened.filter(({ crisis }) => crisis.rank === rank),
        labelOf(levels, rank),
      ),
    ),
    times(
      `rank:${NONE}`,
      opened.filter(({ crisis }) => crisis.rank === null),
    ),
    times('closed', closed),
    ...CRISIS_OUTCOMES.map((outcome) =>
      times(
        `outcome:${outcome}`,
        closed.filter(({ crisis }) => crisis.outcome === outcome),
      ),
    ),
    times(
      'open',
      crises.filter(({ crisis }) => !isClosed(crisis.closedAt)),
    ),
  ]
}

/** Referrals made in the period and what had become of them when it ended. */
export function referralLines({ referrals, earlierReferrals, period }: Material): Line[] {
  const isBack = (returnedOn: string | null): boolean => returnedOn !== null && returnedOn <= period.to
  return [
    times('sent', referrals),
    times(
      'outside',
      referrals.filter(({ referral }) => referral.kind === 'outside'),
    ),
    times(
      'inside',
      referrals.filter(({ referral }) => referral.kind === 'inside'),
    ),
    ...INSTITUTIONS.map((institution) =>
      times(
        `institution:${institution}`,
        referrals.filter(({ referral }) => referral.institution === institution),
      ),
    ),
    times(
      'returned',
      referrals.filter(({ referral }) => isBack(referral.returnedOn)),
    ),
    times(
      'waiting',
      referrals.filter(({ referral }) => referral.state !== 'withdrawn' && !isBack(referral.returnedOn)),
    ),
    times(
      'withdrawn',
      referrals.filter(({ referral }) => referral.state === 'withdrawn' && !isBack(referral.returnedOn)),
    ),
    times('waiting-earlier', earlierReferrals),
  ]
}

export function closureLines({ cases, period }: Material): Line[] {
  const closed = cases.filter(({ case: one }) => one.closedOn !== null && one.closedOn <= period.to)
  return CLOSE_REASONS.map((reason) =>
    times(
      reason,
      closed.filter(({ case: one }) => one.closeReason === reason),
    ),
  )
}

const ranksDown = (ranks: readonly number[]): number[] => [...new Set(ranks)].sort((a, b) => b - a)
const labelOf = (levels: readonly RiskLevel[], rank: number): string | null =>
  levels.find((level) => level.rank === rank)?.label ?? null
