import type { Instrument } from '#contract/instrument-file'
import type { Result, ScaleScore } from '#contract/results'

/**
 * A result as it is kept: of each scale only what the sheet brought. Titles, limits and bands stand in the edition the
 * sheet belongs to, which never changes; a hundred thousand results stay small.
 */
type StoredScale = Pick<ScaleScore, 'id' | 'score' | 'missing' | 'prorated' | 'alternates' | 'cutpoints'> & {
  band: string | null
}
type StoredResult = Omit<Result, 'scales'> & { scales: StoredScale[] }

export function packResult(result: Result): string {
  const scales = result.scales.map(({ id, score, missing, prorated, alternates, cutpoints, band }): StoredScale => ({
    id,
    score,
    missing,
    prorated,
    alternates,
    cutpoints,
    band: band?.id ?? null,
  }))
  return JSON.stringify({ ...result, scales } satisfies StoredResult)
}

export function unpackResult(text: string, { scales: known }: Pick<Instrument, 'scales'>): Result {
  const stored = JSON.parse(text) as StoredResult
  const scales = stored.scales.map(({ band, ...scale }): ScaleScore => {
    const of = known.find(({ id }) => id === scale.id)
    if (!of) throw new Error('a result without its scale')
    const { title, primary, higherIs, min, max, bands } = of
    const reached = bands.find(({ id }) => id === band) ?? null
    return { ...scale, title, primary, higherIs, min, max, bands, band: reached }
  })
  return { ...stored, scales }
}
