import { addDays } from '#contract/calendar'

/** First and last day. */
export type Span = { from: string; until: string }
type Lasting = { openedOn: string; closedOn: string | null }

/**
 * The days of a closed case that lie in none of the others. What belongs to the student and was written on a day of two cases stays
 * with the one that stays.
 */
export function ownDays(one: Lasting, others: readonly Lasting[]): Span[] {
  const whole: Span = { from: one.openedOn, until: one.closedOn ?? one.openedOn }
  return others.reduce<Span[]>((left, other) => left.flatMap((span) => without(span, other)), [whole])
}

function without({ from, until }: Span, { openedOn, closedOn }: Lasting): Span[] {
  const isApart = openedOn > until || (closedOn !== null && closedOn < from)
  if (isApart) return [{ from, until }]
  return [
    ...(openedOn > from ? [{ from, until: addDays(openedOn, -1) }] : []),
    ...(closedOn !== null && closedOn < until ? [{ from: addDays(closedOn, 1), until }] : []),
  ]
}
