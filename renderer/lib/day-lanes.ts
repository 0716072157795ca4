import { overlaps } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'

/** Where a block stands beside those at the same time, in shares of the width of its day. */
export type Lane = { left: number; width: number }

/**
 * Blocks that overlap stand side by side. Each takes the first lane that is free when it begins, and grows to the right as far
 * as nobody stands there. Answers in the order in which they were given.
 */
export const lanesOf = (spans: readonly Span[]): Lane[] => {
  const lanes: Lane[] = spans.map(() => ({ left: 0, width: 1 }))
  const order = spans
    .map((span, index) => ({ span, index }))
    .sort((a, b) => a.span.from - b.span.from || b.span.until - a.span.until)
  let cluster: Placed[] = []
  let ends = -1
  for (const { span, index } of order) {
    if (span.from >= ends) {
      settle(cluster, lanes)
      cluster = []
      ends = -1
    }
    cluster.push({ span, index, lane: firstFree(cluster, span) })
    ends = Math.max(ends, span.until)
  }
  settle(cluster, lanes)
  return lanes
}

type Placed = { span: Span; index: number; lane: number }

const firstFree = (cluster: readonly Placed[], span: Span): number => {
  const taken = new Set(cluster.filter((other) => overlaps(other.span, span)).map(({ lane }) => lane))
  let lane = 0
  while (taken.has(lane)) lane++
  return lane
}

function settle(cluster: readonly Placed[], lanes: Lane[]): void {
  const count = Math.max(0, ...cluster.map(({ lane }) => lane)) + 1
  for (const { span, index, lane } of cluster) {
    const beside = cluster.filter((other) => other.lane > lane && overlaps(other.span, span)).map((other) => other.lane)
    const until = Math.min(count, ...beside)
    lanes[index] = { left: lane / count, width: (until - lane) / count }
  }
}
