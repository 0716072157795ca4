import { daysBetween } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Round } from '#contract/screenings'
import type { ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { findRound, type RoundRow } from '#db/repos/screenings'

type Context = ReadContext | WriteContext

export const getRound = (ctx: Context, roundId: string): RoundRow => found(findRound(ctx.db, roundId), 'roundId')

/** The round, refused once it is closed. */
export function openRound(ctx: Context, roundId: string): RoundRow {
  const round = getRound(ctx, roundId)
  if (round.state === 'closed') throw new AppError('conflict', { field: 'roundId', reason: 'closed' })
  return round
}

export const shownRound = (ctx: Context, row: RoundRow): Round => {
  const { editionId: _edition, columns: _columns, waitingSince, ...round } = row
  return { ...round, longestWait: waitingSince === null ? null : Math.max(0, daysBetween(waitingSince, ctx.today())) }
}

export function checkDays({ startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>): void {
  if (endsOn < startsOn) throw new AppError('invalid', { field: 'endsOn', reason: 'ends-before-start' })
}
