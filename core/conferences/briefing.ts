import { addDays, localOf } from '#contract/calendar'
import type { ConferenceDue } from '#contract/conferences'
import type { ReadContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findCasesTakenOver } from '#db/repos/conference-months'
import { findUsers } from '#db/repos/settings'

/**
 * Cases that were handed over or came by a request, whose first session with whoever has them now is booked and not held: those who
 * knew them before are heard some days ahead (S41). A counselor alone has nobody to hear.
 */
export function briefingsDue(ctx: ReadContext): ConferenceDue[] {
  const { asksBriefing, briefingDays } = getSetting(ctx.db, 'conferenceRules')
  const isAlone = findUsers(ctx.db).filter(({ roles }) => roles.includes('counselor')).length < 2
  if (!asksBriefing || isAlone) return []
  return findCasesTakenOver(ctx.db, ctx.me.id, ctx.today())
    .filter(({ heldAt, takenAt }) => heldAt === null || heldAt < localOf(takenAt))
    .map(({ sessionAt, takenAt: _taken, heldAt: _held, ...who }): ConferenceDue => ({
      ...who,
      kind: 'briefing',
      dueOn: addDays(sessionAt.slice(0, 10), -briefingDays),
      sessionAt,
    }))
    .filter(({ dueOn }) => dueOn <= ctx.today())
}
