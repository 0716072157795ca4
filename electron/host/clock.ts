import { localOf } from '#contract/calendar'

/** Where time comes from. Tests and the practice school set it; nobody else reads the machine's clock. */
export type Clock = {
  /** UTC instant with milliseconds. */
  now(): string
  /** Wall time at the school, `YYYY-MM-DDTHH:MM`. */
  localNow(): string
  /** Calendar date at the school. */
  today(): string
  /** Milliseconds of a clock that only ever goes on; a clock that is set by hand has none. */
  steady?(): number
}

/** A clock over any source of milliseconds; wall time is that of this machine's time zone. */
export function clockFrom(milliseconds: () => number): Clock {
  const localNow = (): string => localOf(milliseconds())
  return { now: () => new Date(milliseconds()).toISOString(), localNow, today: () => localNow().slice(0, 10) }
}

export const systemClock: Clock = { ...clockFrom(Date.now), steady: () => performance.now() }
