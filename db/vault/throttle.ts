import { join } from 'node:path'
import { z } from 'zod'
import { readIfThere, writeDurably } from './files.ts'

/** What the door remembers between two starts. `lastSlot`: the random id of the slot that opened last; it is tried first. */
const Throttle = z.object({
  failures: z.int().min(0),
  lastAt: z.number(),
  lastSlot: z.uuid().nullable().default(null),
})
const DELAYS_S = [0, 0, 1, 2, 4, 8, 15, 30] as const
const FILE = 'throttle.json'

/** Milliseconds until the next try is looked at. Survives a restart; a clock that was set back gains nothing. */
export function remainingDelay(folder: string, nowMs: number): number {
  const { failures, lastAt } = load(folder)
  const delay = 1000 * (DELAYS_S[Math.min(failures, DELAYS_S.length - 1)] ?? 30)
  const waited = nowMs - lastAt
  return waited < 0 ? delay : Math.max(0, delay - waited)
}

export function recordFailure(folder: string, nowMs: number): void {
  const former = load(folder)
  save(folder, { ...former, failures: former.failures + 1, lastAt: nowMs })
}

export function recordSuccess(folder: string, slotId: string | null = null): void {
  const former = load(folder)
  if (former.failures > 0 || former.lastSlot !== slotId) save(folder, { failures: 0, lastAt: 0, lastSlot: slotId })
}

export const lastSlot = (folder: string): string | null => load(folder).lastSlot

function load(folder: string): z.infer<typeof Throttle> {
  const text = readIfThere(join(folder, FILE), 1000)
  if (text === null) return { failures: 0, lastAt: 0, lastSlot: null }
  try {
    return Throttle.parse(JSON.parse(text))
  } catch {
    return { failures: DELAYS_S.length, lastAt: 0, lastSlot: null }
  }
}
const save = (folder: string, throttle: z.infer<typeof Throttle>): void =>
  writeDurably(join(folder, FILE), JSON.stringify(throttle))

/** Wrong tries since the last right one. */
export const failuresSoFar = (folder: string): number => load(folder).failures
