/** Times of a day as minutes after midnight, and where they stand on the sheet of the calendar. */
export type Span = { from: number; until: number }

/** The part of the day that is drawn, in minutes, and how tall a minute is. */
export type Sheet = Span & { pixelsPerMinute: number }

export const DAY_MINUTES = 24 * 60
/** The usual step of a drag, and the fine one with Alt. */
export const STEP = { usual: 15, fine: 5 } as const
/** Nothing can be made shorter than this by dragging. */
export const SHORTEST = 10

const two = (n: number): string => String(n).padStart(2, '0')

/** Minutes after midnight of a LocalTime or of `HH:MM`. */
export const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.slice(-5).split(':').map(Number)
  return hours * 60 + minutes
}

/** `HH:MM` of a minute; the end of the day is 23:59, since a LocalTime knows no 24:00. */
export const clockOf = (minute: number): string => {
  const kept = clamp(minute, 0, DAY_MINUTES - 1)
  return `${two(Math.floor(kept / 60))}:${two(kept % 60)}`
}

/** The LocalTime of a minute on a day. */
export const localAt = (day: string, minute: number): string => `${day}T${clockOf(minute)}`

export const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** The nearest minute that a drag may stop at: a step, or rather one of the `magnets` (an opening, the end of a neighbour). */
export const snap = (minute: number, step: number, magnets: readonly number[] = []): number => {
  const magnet = magnets.find((one) => Math.abs(one - minute) <= step / 3)
  return magnet ?? Math.round(minute / step) * step
}

export const topOf = (sheet: Sheet, minute: number): number => (minute - sheet.from) * sheet.pixelsPerMinute

/** The minute under a height of the sheet, never outside of what is drawn. */
export const minuteAt = (sheet: Sheet, top: number): number =>
  clamp(sheet.from + top / sheet.pixelsPerMinute, sheet.from, sheet.until)

/** As tall as there is room for, but never so low that a line of text no longer fits a quarter of an hour. */
export const sheetFor = ({ from, until }: Span, height: number): Sheet => ({
  from,
  until,
  pixelsPerMinute: clamp(height / (until - from), 0.86, 1.6),
})

/** What is drawn of a week: whole hours around everything open or booked, and no less than `usual`. */
export const shownSpan = (spans: readonly Span[], usual: Span): Span => ({
  from: clamp(Math.floor(Math.min(usual.from, ...spans.map(({ from }) => from)) / 60) * 60, 0, DAY_MINUTES),
  until: clamp(Math.ceil(Math.max(usual.until, ...spans.map(({ until }) => until)) / 60) * 60, 0, DAY_MINUTES),
})

/** Moved so that it begins near `from`: the start stops on a step, the length stays, and it stays inside. */
export const movedTo = (
  span: Span,
  from: number,
  step: number,
  inside: Span,
  magnets: readonly number[] = [],
): Span => {
  const length = span.until - span.from
  const start = clamp(snap(from, step, magnets), inside.from, Math.max(inside.from, inside.until - length))
  return { from: start, until: start + length }
}

/** Its lower edge pulled to near `until`. */
export const stretchedTo = (
  span: Span,
  until: number,
  step: number,
  inside: Span,
  magnets: readonly number[] = [],
): Span => ({
  from: span.from,
  until: clamp(snap(until, step, magnets), Math.min(span.from + SHORTEST, inside.until), inside.until),
})

/** What was drawn by hand from one minute to another, either way. */
export const drawnSpan = (begun: number, ended: number, step: number, inside: Span): Span => {
  const from = clamp(Math.floor(Math.min(begun, ended) / step) * step, inside.from, inside.until - step)
  const until = clamp(Math.ceil(Math.max(begun, ended) / step) * step, from + step, inside.until)
  return { from, until }
}

/**
 * What one click offers: an ordinary session that begins where the click was and stays in the free stretch around it, as far as
 * the stretch is long enough.
 */
export const clickedSpan = (minute: number, usualMinutes: number, free: Span | undefined): Span => {
  const from = Math.floor(minute / STEP.usual) * STEP.usual
  if (!free) return { from, until: Math.min(from + usualMinutes, DAY_MINUTES - 1) }
  const start = clamp(from, free.from, Math.max(free.from, free.until - usualMinutes))
  const isWorthwhile = free.until - start >= Math.min(usualMinutes, 2 * STEP.usual)
  return { from: start, until: isWorthwhile ? Math.min(start + usualMinutes, free.until) : start + usualMinutes }
}

/** The part of the `open` stretches around a minute that nothing `taken` stands in. */
export const freeAround = (minute: number, open: readonly Span[], taken: readonly Span[]): Span | undefined =>
  open
    .filter(({ from, until }) => from <= minute && minute < until)
    .flatMap((stretch) => gapsOf(taken, stretch))
    .find(({ from, until }) => from <= minute && minute < until)

export const overlaps = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until

/** What is left of `whole` when the `parts` are taken out: the shaded, closed stretches of a day. */
export const gapsOf = (parts: readonly Span[], whole: Span): Span[] => {
  const gaps: Span[] = []
  let at = whole.from
  for (const part of [...parts].sort((a, b) => a.from - b.from)) {
    if (part.from > at) gaps.push({ from: at, until: Math.min(part.from, whole.until) })
    at = Math.max(at, part.until)
    if (at >= whole.until) break
  }
  if (at < whole.until) gaps.push({ from: at, until: whole.until })
  return gaps
}
