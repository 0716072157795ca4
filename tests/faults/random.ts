import { randomUUID } from 'node:crypto'

/** Randomness that a seed repeats, for tests that damage, kill and fuzz; never for keys. */
export type Random = {
  seed: number
  /** At least 0, below 1. */
  next(): number
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number
  pick<T>(from: readonly T[]): T
  bytes(length: number): Buffer
}

/** Mulberry32: small, and good enough to choose a byte or a moment. */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    seed,
    next,
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  }
}

/** An id that no copy of the process makes a second time. */
export const freshId = (): string => randomUUID({ disableEntropyCache: true })
