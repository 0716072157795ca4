/** Milliseconds of many runs of the same work. */
export type Timing = { p50: number; p95: number }

export function timingOf(milliseconds: readonly number[]): Timing {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** The same work on both sides in turn, so that both meet the same machine. The first tenth warms up and is not counted. */
export async function timePair<S>(
  sides: readonly [encrypted: S, plain: S],
  times: number,
  work: (side: S, i: number) => unknown,
): Promise<[encrypted: Timing, plain: Timing]> {
  const warmUp = Math.ceil(times / 10)
  const spent: [number[], number[]] = [[], []]
  for (let i = 0; i < times + warmUp; i++)
    for (const k of [i % 2, 1 - (i % 2)] as (0 | 1)[]) {
      const begun = performance.now()
      await work(sides[k], i)
      if (i >= warmUp) spent[k].push(performance.now() - begun)
    }
  return [timingOf(spent[0]), timingOf(spent[1])]
}
