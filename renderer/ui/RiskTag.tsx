import { riskLabel, riskTone, useWorkplace } from '#lib/workplace'
import { Tag } from './Tag.tsx'

/** The level of concern in the school's words; nothing while there is none. */
export function RiskTag({ rank }: { rank: number | null }) {
  const { riskLevels } = useWorkplace()
  return rank ? <Tag tone={riskTone(rank, riskLevels)}>{riskLabel(rank, riskLevels)}</Tag> : null
}
