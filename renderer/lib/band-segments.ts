type Bounds = { from: number; to: number }

/**
 * Where the bands of a scale lie between its ends. A band reaches to the middle of the step to the next one, so that
 * whole numbers (0–4, 5–9) leave no gap; the outer ends get the same half step.
 */
export const bandSegments = <B extends Bounds>(
  scale: { min: number; max: number },
  bands: readonly B[],
): { low: number; high: number; segments: { band: B; from: number; to: number }[] } => {
  const sorted = bands.toSorted((a, b) => a.from - b.from)
  const steps = sorted.slice(1).map((band, at) => band.from - (sorted[at]?.to ?? band.from))
  const half = steps.length > 0 ? Math.max(0, Math.min(...steps)) / 2 : 0
  const low = scale.min - half
  const high = scale.max + half
  const between = (one: Bounds, next: Bounds) => (one.to + next.from) / 2
  const segments = sorted.map((band, at) => {
    const before = sorted[at - 1]
    const after = sorted[at + 1]
    return { band, from: before ? between(before, band) : low, to: after ? between(band, after) : high }
  })
  return { low, high, segments }
}

/** Place of a value between two ends, 0–100. */
export const percentOf = (value: number, low: number, high: number): number =>
  high > low ? Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100)) : 0
