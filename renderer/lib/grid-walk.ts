import { clamp, snap, STEP } from '#lib/day-grid'
import type { Span } from '#lib/day-grid'

/** Where the keyboard stands on the calendar: a free place on a day, or a block. */
export type Stand = { day: number; minute: number; blockId: string | null }
export type Stop = Span & { id: string; day: number }
export type Ground = { days: number; sheet: Span; stops: readonly Stop[] }

const WALK_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'] as const
export type WalkKey = (typeof WALK_KEYS)[number]
export const isWalkKey = (key: string): key is WalkKey => (WALK_KEYS as readonly string[]).includes(key)

/** What the keyboard stands on at a minute of a day: the block there, if there is one. */
export const standAt = (ground: Ground, day: number, minute: number): Stand => {
  const at = clamp(minute, ground.sheet.from, ground.sheet.until - STEP.usual)
  const block = ground.stops.find((stop) => stop.day === day && stop.from <= at && at < stop.until)
  return { day, minute: at, blockId: block?.id ?? null }
}

/**
 * One press of an arrow. Up and down go by a quarter of an hour and over a block in one step; left and right first to a
 * block that stands beside, then to the next day at the same time. `before` and `after`: it leads out of the week.
 */
export const walk = (ground: Ground, at: Stand, key: WalkKey): Stand | 'before' | 'after' => {
  const here = ground.stops.find(({ id }) => id === at.blockId)
  switch (key) {
    case 'ArrowUp':
      return standAt(ground, at.day, here ? snapDown(here.from - 1) : snapDown(at.minute) - STEP.usual)
    case 'ArrowDown':
      return standAt(ground, at.day, here ? here.until : snapDown(at.minute) + STEP.usual)
    case 'Home':
      return standAt(ground, at.day, ground.sheet.from)
    case 'End':
      return standAt(ground, at.day, ground.sheet.until)
    case 'ArrowLeft':
    case 'ArrowRight':
      return sideways(ground, at, here, key === 'ArrowRight' ? 1 : -1)
  }
}

const snapDown = (minute: number): number => Math.floor(minute / STEP.usual) * STEP.usual

function sideways(ground: Ground, at: Stand, here: Stop | undefined, way: 1 | -1): Stand | 'before' | 'after' {
  const beside = here && besides(ground, here)
  const next = here && beside?.[beside.indexOf(here) + way]
  if (next) return { day: next.day, minute: Math.max(next.from, at.minute), blockId: next.id }
  const day = at.day + way
  if (day < 0) return 'before'
  if (day >= ground.days) return 'after'
  return standAt(ground, day, here ? snap(at.minute, STEP.fine) : at.minute)
}

/** The blocks that share a moment with this one, in the order in which they are drawn. */
const besides = ({ stops }: Ground, here: Stop): Stop[] =>
  stops.filter((stop) => stop.day === here.day && stop.from < here.until && here.from < stop.until)
