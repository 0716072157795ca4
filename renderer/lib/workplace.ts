import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { RiskLevel, Workplace } from '#contract/settings'
import { client } from '#lib/client'

/** The school, its terms, levels, words and who is at the desk. Loaded before the frame, so it is always there. */
export const workplaceQuery = queryOptions({
  queryKey: ['settings', 'workplace'],
  queryFn: () => client.settings.workplace({}),
  staleTime: 60_000,
})

export const useWorkplace = (): Workplace => useSuspenseQuery(workplaceQuery).data

export type RiskTone = 'plain' | 'amber' | 'red'
/** Colour by severity: no concern is plain, the lowest third amber, the rest red. */
export const riskTone = (rank: number | null, levels: readonly RiskLevel[]): RiskTone => {
  if (rank === null || rank === 0) return 'plain'
  const raised = levels.filter((level) => level.rank > 0).sort((a, b) => a.rank - b.rank)
  const place = raised.findIndex((level) => level.rank === rank)
  return place !== -1 && place < raised.length / 3 ? 'amber' : 'red'
}

export const riskLabel = (rank: number | null, levels: readonly RiskLevel[]): string =>
  levels.find((level) => level.rank === (rank ?? 0))?.label ?? ''
