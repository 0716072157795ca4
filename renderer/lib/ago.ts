export type Ago = { unit: 'now' | 'minutes' | 'hours' | 'days'; n: number }

/** How long ago a UTC instant was, in the largest unit that is full. */
export const agoOf = (instant: string, now: number): Ago => {
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))
  if (minutes < 1) return { unit: 'now', n: 0 }
  if (minutes < 60) return { unit: 'minutes', n: minutes }
  if (minutes < 24 * 60) return { unit: 'hours', n: Math.floor(minutes / 60) }
  return { unit: 'days', n: Math.floor(minutes / 1440) }
}
