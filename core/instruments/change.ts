import type { Instrument } from '#contract/instrument-file'

type AnyScale = Instrument['scales'][number]
export type Change = 'better' | 'worse' | 'same' | 'unknown'

/** From how many points on a difference counts, in words and with its source; null when the file gives none. */
export const changeThreshold = (scale: Pick<AnyScale, 'change'>): NonNullable<AnyScale['change']> | null =>
  scale.change ?? null

/** How a scale moved between two times. `unknown`: there is no threshold, or one of the scores is missing. */
export function changeBetween(
  scale: Pick<AnyScale, 'change' | 'higherIs'>,
  earlier: number | null,
  later: number | null,
): Change {
  const threshold = changeThreshold(scale)
  if (!threshold || earlier === null || later === null) return 'unknown'
  // Means have two decimals: whole hundredths keep 2.31 − 2.11 from falling short of 0.2.
  const risen = Math.round((later - earlier) * 100)
  if (Math.abs(risen) < Math.round(threshold.points * 100)) return 'same'
  return risen > 0 === (scale.higherIs === 'better') ? 'better' : 'worse'
}
