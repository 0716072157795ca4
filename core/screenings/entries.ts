import { daysBetween } from '#contract/calendar'
import type { Entry } from '#contract/screenings'
import type { EntryFilter, EntrySort } from '#contract/screening-lists'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { viewerIn } from '#core/ownership'
import { fold } from '#core/student-keys'
import { findStudentsOfOthers } from '#db/repos/ownership'
import {
  findClassesOf,
  findEarlierContact,
  findEntries,
  findEntriesByKeys,
  findEntry,
  findEntryKeys,
  NO_CONTACT,
  type Earlier,
  type EntryRow,
} from '#db/repos/screening-entries'
import type { RoundRow } from '#db/repos/screenings'
import { schoolOrder } from './class-order.ts'
import { isWaiting, pageOf, placesBy } from './entry-order.ts'

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
  round: Pick<RoundRow, 'id' | 'editionId'>,
  { filter, text, className, sort, offset, limit }: EntryQuestion,
): { total: number; rows: Entry[]; classes: string[] } {
  const classes = findClassesOf(ctx.db, round.id).sort(schoolOrder(ctx).byClass)
  const tokens = fold(text)
    .split(/[\s|]+/u)
    .filter(Boolean)
  const meant = tokens.length === 0 ? null : findEntriesByKeys(ctx.db, round.id, tokens)
  const all = findEntryKeys(ctx.db, round.id, filter, className)
  const chosen = meant === null ? all : all.filter(({ studentId }) => meant.has(studentId))
  const page = pageOf(ctx, chosen, placesBy(ctx, round, sort, chosen, classes), { offset, limit })
  return { total: chosen.length, rows: wholeEntries(ctx, round.id, page), classes }
}

export function entryOf(ctx: Context, roundId: string, studentId: string): Entry {
  const [entry] = wholeEntries(ctx, roundId, [studentId])
  return found(entry, 'studentId')
}

export const getEntry = (ctx: Context, roundId: string, studentId: string): EntryRow =>
  found(findEntry(ctx.db, roundId, studentId), 'studentId')

function wholeEntries(ctx: Context, roundId: string, studentIds: readonly string[]): Entry[] {
  const rows = new Map(findEntries(ctx.db, roundId, studentIds).map((row) => [row.studentId, row]))
  const earlier = findEarlierContact(ctx.db, studentIds)
  const others = findStudentsOfOthers(ctx.db, viewerIn(ctx))
  return studentIds.flatMap((id) => {
    const row = rows.get(id)
    if (!row) return []
    const entry = shownEntry(row, earlier.get(id) ?? NO_CONTACT, ctx.today())
    // The round is the room's; what was written when the student was seen belongs to the case.
    return [others.has(id) ? { ...entry, note: '' } : entry]
  })
}

function shownEntry(row: EntryRow, earlier: Earlier, today: string): Entry {
  const { band, severity, flaggedOn, byHand: _byHand, visitId: _visit, ...fields } = row
  return {
    ...fields,
    band: band === null ? null : { ...(JSON.parse(band) as { zh: string; en: string }), severity: severity ?? 0 },
    void: row.void === 1,
    flagged: row.flagged === 1,
    declines: row.declines === 1,
    waitingDays: isWaiting(row) && flaggedOn !== null ? Math.max(0, daysBetween(flaggedOn, today)) : null,
    earlier,
  }
}
