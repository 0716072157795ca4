import type { Band } from '#contract/instrument-file'
import type { FileFlaw } from '#contract/instruments'

type Banded = { min: number; max: number; bands: readonly Band[] }

/**
 * Bands cover a scale from its lowest to its highest score, each score once. `step` is the distance between two neighbouring
 * scores: 1, or 0.01 for a mean.
 */
export function bandFlaws({ min, max, bands }: Banded, step: 1 | 0.01, path: string): FileFlaw[] {
  const flaws: FileFlaw[] = []
  const sorted = bands
    .map((band, i) => ({ ...band, path: `${path}.bands[${i}]` }))
    .toSorted((a, b) => Math.min(a.from, a.to) - Math.min(b.from, b.to))
  let next = hundredths(min)
  for (const band of sorted) {
    const flaw = (problem: FileFlaw['problem'], detail: string) => flaws.push({ path: band.path, problem, detail })
    const [from, to] = [hundredths(band.from), hundredths(band.to)]
    if (from > to) flaw('band-order', span(band.from, band.to))
    else if (band.from < min || band.to > max) flaw('band-outside', `${span(band.from, band.to)} / ${span(min, max)}`)
    else if (from < next) flaw('band-overlap', span(band.from, Math.min(band.to, (next - hundredths(step)) / 100)))
    else if (from > next) flaw('band-gap', span(next / 100, (from - hundredths(step)) / 100))
    next = Math.max(next, from + hundredths(step), to + hundredths(step))
  }
  const last = sorted.at(-1)
  if (last && next <= hundredths(max))
    flaws.push({ path: last.path, problem: 'band-gap', detail: span(next / 100, max) })
  return flaws
}

const hundredths = (value: number): number => Math.round(value * 100)
const span = (from: number, to: number): string => `${from}–${to}`
