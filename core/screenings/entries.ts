import { daysBetween } from '#contract/calendar'
import type { Entry } from '#contract/screenings'
import type { EntryFilter, EntrySort } from '#contract/screening-lists'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { fold } from '#core/student-keys'
import {
  findEarlierContact,
  findEntries,
  findEntriesByKeys,
  findEntry,
  findEntryKeys,
  NO_CONTACT,
  type Earlier,
  type EntryKey,
  type EntryRow,
} from '#db/repos/screening-entries'
import type { RoundRow } from '#db/repos/screenings'
import { schoolOrder } from './class-order.ts'

type Context = ReadContext | WriteContext
export type EntryQuestion = {
  filter: EntryFilter
  text: string
  className: string | null
  sort: EntrySort
  offset: number
  limit: number
}

export function entryPage(
  ctx: ReadContext,
  round: RoundRow,
  { filter, text, className, sort, offset, limit }: EntryQuestion,
): { total: number; rows: Entry[]; classes: string[] } {
  const all = findEntryKeys(ctx.db, round.id)
  const classes = [...new Set(all.flatMap((key) => key.className ?? []))].sort(schoolOrder(ctx).byClass)
  const tokens = fold(text)
    .split(/[\s|]+/u)
    .filter(Boolean)
  const found = tokens.length === 0 ? null : findEntriesByKeys(ctx.db, round.id, tokens)
  const chosen = all.filter(
    (key) =>
      FILTERS[filter](key) &&
      (className === null || key.className === className) &&
      (found === null || found.has(key.studentId)),
  )
  const order = new Map(classes.map((name, index) => [name, index]))
  const page = sorted(ctx, chosen, sort, (key) => order.get(key.className ?? '') ?? classes.length)
    .slice(offset, offset + limit)
    .map(({ studentId }) => studentId)
  return { total: chosen.length, rows: wholeEntries(ctx, round.id, page), classes }
}

export function entryOf(ctx: Context, roundId: string, studentId: string): Entry {
  const [entry] = wholeEntries(ctx, roundId, [studentId])
  return found(entry, 'studentId')
}

export const getEntry = (ctx: Context, roundId: string, studentId: string): EntryRow =>
  found(findEntry(ctx.db, roundId, studentId), 'studentId')

export const isWaiting = ({ flagged, seenOn }: Pick<EntryKey, 'flagged' | 'seenOn'>): boolean =>
  flagged === 1 && seenOn === null

const FILTERS: Record<EntryFilter, (key: EntryKey) => boolean> = {
  all: () => true,
  waiting: isWaiting,
  flagged: ({ flagged }) => flagged === 1,
  critical: ({ urgency }) => urgency !== null,
  seen: ({ seenOn }) => seenOn !== null,
  missing: ({ state }) => state === 'due' || state === 'absent',
  void: (key) => key.void === 1,
}

type Place = (key: EntryKey) => number

function sorted(ctx: Context, keys: EntryKey[], sort: EntrySort, place: Place): EntryKey[] {
  const byPlace = (a: EntryKey, b: EntryKey): number => place(a) - place(b) || compare(a.nameSort, b.nameSort)
  if (sort === 'class') return keys.sort(byPlace)
  if (sort === 'score') return keys.sort((a, b) => compareScores(a.score, b.score) || byPlace(a, b))
  const waiting = inOrderOfUrgency(ctx, keys.filter(isWaiting), byPlace)
  const others = keys.filter((key) => !isWaiting(key))
  return [...waiting, ...others.sort((a, b) => rank(a) - rank(b) || b.flagged - a.flagged || byPlace(a, b))]
}

/** Critical answers first, then whom the room knew before, then the longest wait. */
export function inOrderOfUrgency(
  ctx: Context,
  keys: EntryKey[],
  among: (a: EntryKey, b: EntryKey) => number = (a, b) => compare(a.nameSort, b.nameSort),
): EntryKey[] {
  const earlier = findEarlierContact(
    ctx.db,
    keys.map(({ studentId }) => studentId),
  )
  const known = (key: EntryKey): Earlier => earlier.get(key.studentId) ?? NO_CONTACT
  return keys.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareContact(known(a), known(b)) ||
      compare(a.flaggedOn ?? '', b.flaggedOn ?? '') ||
      among(a, b),
  )
}

const rank = ({ urgency }: EntryKey): number => (urgency === 'immediate' ? 0 : urgency === 'same-day' ? 1 : 2)
const compareContact = (a: Earlier, b: Earlier): number =>
  Number(b.openCase) - Number(a.openCase) || (b.riskRank ?? -1) - (a.riskRank ?? -1) || b.visits - a.visits
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
/** The highest first, none last. */
const compareScores = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : b - a

function wholeEntries(ctx: Context, roundId: string, studentIds: readonly string[]): Entry[] {
  const rows = new Map(findEntries(ctx.db, roundId, studentIds).map((row) => [row.studentId, row]))
  const earlier = findEarlierContact(ctx.db, studentIds)
  return studentIds.flatMap((id) => {
    const row = rows.get(id)
    return row ? [shownEntry(row, earlier.get(id) ?? NO_CONTACT, ctx.today())] : []
  })
}

function shownEntry(row: EntryRow, earlier: Earlier, today: string): Entry {
  const { band, severity, flaggedOn, byHand: _byHand, visitId: _visit, ...fields } = row
  return {
    ...fields,
    band: band === null ? null : { ...(JSON.parse(band) as { zh: string; en: string }), severity: severity ?? 0 },
    void: row.void === 1,
    flagged: row.flagged === 1,
    waitingDays: isWaiting(row) && flaggedOn !== null ? Math.max(0, daysBetween(flaggedOn, today)) : null,
    earlier,
  }
}
