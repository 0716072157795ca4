import type { EntrySort } from '#contract/screening-lists'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { findEdition } from '#db/repos/instruments'
import {
  findEarlierContact,
  findNameSorts,
  findScores,
  NO_CONTACT,
  type Earlier,
  type EntryKey,
} from '#db/repos/screening-entries'
import type { RoundRow } from '#db/repos/screenings'

type Context = ReadContext | WriteContext
/** Where an entry comes; the same number for those whom only the name tells apart. */
type Place = (key: EntryKey) => number

type Waits = Pick<EntryKey, 'flagged' | 'seenOn' | 'urgency' | 'declines'>
export const isWaiting = ({ flagged, seenOn, urgency, declines }: Waits): boolean =>
  flagged === 1 && seenOn === null && (urgency !== null || declines === 0)

export function placesBy(
  ctx: Context,
  round: Pick<RoundRow, 'id' | 'editionId'>,
  sort: EntrySort,
  keys: readonly EntryKey[],
  classes: readonly string[],
): Place {
  const order = new Map(classes.map((name, index) => [name, index]))
  const inClass: Place = ({ className }) => order.get(className ?? '') ?? classes.length
  const span = classes.length + 1
  if (sort === 'class') return inClass
  if (sort === 'score') {
    const badness = badnessIn(ctx, round)
    return (key) => badness(key) * span + inClass(key)
  }
  const waiting = keys.filter(isWaiting)
  const urgency = urgencyPlaces(ctx, waiting)
  return (key) =>
    isWaiting(key)
      ? urgency(key) * span + inClass(key)
      : (waiting.length + rank(key) * 2 + (1 - key.flagged)) * span + inClass(key)
}

/** Among those who wait: critical answers, then whom the room knew before, then the longest wait. */
export function urgencyPlaces(ctx: Context, waiting: readonly EntryKey[]): Place {
  const earlier = findEarlierContact(
    ctx.db,
    waiting.map(({ studentId }) => studentId),
  )
  const known = (key: EntryKey): Earlier => earlier.get(key.studentId) ?? NO_CONTACT
  const order = (a: EntryKey, b: EntryKey): number =>
    rank(a) - rank(b) || compareContact(known(a), known(b)) || compare(a.flaggedOn ?? '', b.flaggedOn ?? '')
  const places = new Map<string, number>()
  let before: EntryKey | null = null
  let place = 0
  for (const key of waiting.toSorted(order)) {
    if (before !== null && order(before, key) !== 0) place++
    places.set(key.studentId, place)
    before = key
  }
  return ({ studentId }) => places.get(studentId) ?? place
}

/** One page; within one place by name. Only the names near the page are looked up. */
export function pageOf(
  ctx: Context,
  keys: readonly EntryKey[],
  placeOf: Place,
  { offset, limit }: { offset: number; limit: number },
): string[] {
  const placed = keys.map((key) => ({ id: key.studentId, place: placeOf(key) })).sort((a, b) => a.place - b.place)
  let from = Math.min(offset, placed.length)
  let to = Math.min(offset + limit, placed.length)
  while (from > 0 && placed[from - 1]?.place === placed[from]?.place) from--
  while (to < placed.length && placed[to - 1]?.place === placed[to]?.place) to++
  const near = placed.slice(from, to)
  const names = findNameSorts(
    ctx.db,
    near.map(({ id }) => id),
  )
  return near
    .sort((a, b) => a.place - b.place || compare(names.get(a.id) ?? '', names.get(b.id) ?? '') || compare(a.id, b.id))
    .slice(offset - from, offset - from + limit)
    .map(({ id }) => id)
}

/** By score, the worst first, none last. In steps of a hundredth: that is as exact as scores are. */
function badnessIn(ctx: Context, { id, editionId }: Pick<RoundRow, 'id' | 'editionId'>): Place {
  const scores = findScores(ctx.db, id)
  const first = found(findEdition(ctx.db, editionId), 'roundId').file.scales.find(({ primary }) => primary)
  const sign = first?.higherIs === 'better' ? 100 : -100
  return ({ studentId }) => {
    const score = scores.get(studentId) ?? null
    return score === null ? 1e9 : Math.round(sign * score)
  }
}

const rank = ({ urgency }: EntryKey): number => (urgency === 'immediate' ? 0 : urgency === 'same-day' ? 1 : 2)
const compareContact = (a: Earlier, b: Earlier): number =>
  Number(b.openCase) - Number(a.openCase) || (b.riskRank ?? -1) - (a.riskRank ?? -1) || b.visits - a.visits
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
