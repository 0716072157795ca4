import type { Clock } from './clock.ts'
import type { OpenRoom } from './room.ts'

type Reading = { wallMs: number; steadyMs: number }
const readings = new WeakMap<OpenRoom, Reading>()

/**
 * Whole minutes by which this computer's clock was moved since the room was last asked: wall time against a clock that nobody
 * can set. What was moved while the room was closed shows as a step back in the log, or not at all.
 */
export function clockMoved(room: OpenRoom, { now, steady }: Clock): number {
  if (!steady) return 0
  const reading = { wallMs: Date.parse(now()), steadyMs: steady() }
  const before = readings.get(room)
  const moved = before ? reading.wallMs - before.wallMs - (reading.steadyMs - before.steadyMs) : 0
  const minutes = Math.trunc(moved / 60_000)
  if (!before || minutes !== 0) readings.set(room, reading)
  return minutes
}
