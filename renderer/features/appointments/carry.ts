import { clamp, DAY_MINUTES, SHORTEST, STEP } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'
import type { Block } from './blocks.ts'

type Place = { day: number; span: Span }

/** Alt with an arrow carries a block by a step, with Shift it pulls the lower edge; null for any other key. */
export const carried = ({ day, span }: Block, key: string, pulls: boolean, days: number): Place | null => {
  const length = span.until - span.from
  const shifted = (by: number): Place => {
    const from = clamp(span.from + by, 0, DAY_MINUTES - length)
    return { day, span: { from, until: from + length } }
  }
  const pulled = (by: number): Place => ({
    day,
    span: { from: span.from, until: clamp(span.until + by, span.from + SHORTEST, DAY_MINUTES - 1) },
  })
  switch (key) {
    case 'ArrowUp':
      return pulls ? pulled(-STEP.usual) : shifted(-STEP.usual)
    case 'ArrowDown':
      return pulls ? pulled(STEP.usual) : shifted(STEP.usual)
    case 'ArrowLeft':
      return pulls ? null : { day: Math.max(0, day - 1), span }
    case 'ArrowRight':
      return pulls ? null : { day: Math.min(days - 1, day + 1), span }
    default:
      return null
  }
}
