import { addDays, addMonths } from '#contract/calendar'
import type { ConferenceDue, MonthLine } from '#contract/conferences'
import type { ReadContext, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findMonthLines } from '#db/repos/conference-months'

type Ctx = ReadContext | WriteContext
/** `2026-11` */
export const monthOf = (day: string): string => day.slice(0, 7)
const lastDayOf = (day: string): string => addDays(addMonths(`${monthOf(day)}-01`, 1), -1)

/** One's own open cases this month; none outside the terms, and none where the school does not ask. */
export function monthLines(ctx: Ctx): MonthLine[] {
  const today = ctx.today()
  const isTerm = getSetting(ctx.db, 'terms').some(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)
  if (!isTerm || !getSetting(ctx.db, 'conferenceRules').asksMonthly) return []
  return findMonthLines(ctx.db, ctx.me.id, monthOf(today))
}

/** Nobody has said what the month brings, and no talk was held. */
export const isUndecided = ({ choice, isHeld }: MonthLine): boolean => choice === null && !isHeld

/** A talk that was decided on is due by the end of the month, until it is held. */
export const parentsDue = (ctx: Ctx): ConferenceDue[] =>
  monthLines(ctx)
    .filter(({ choice, isHeld }) => choice === 'conference' && !isHeld)
    .map(({ inCrisis: _crisis, lastOn: _last, isHeld: _held, choice: _choice, why: _why, ...who }) => ({
      ...who,
      kind: 'parents',
      dueOn: lastDayOf(ctx.today()),
      sessionAt: null,
    }))
