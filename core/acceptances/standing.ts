import type { AcceptanceStanding } from '#contract/acceptances'
import type { ReadContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findAcceptanceLines } from '#db/repos/acceptances'
import { findUsers } from '#db/repos/settings'

/** Whether the queue is in sight, and what in it waits for whoever asks: the director assigns, a counselor takes on. */
export function standingOf(ctx: ReadContext): AcceptanceStanding {
  const { mode, shownAlone } = getSetting(ctx.db, 'acceptanceRules')
  const { id: me, roles } = ctx.me
  const open = findAcceptanceLines(ctx.db, 'open', null)
  const counselors = findUsers(ctx.db).filter((one) => one.roles.includes('counselor')).length
  const mine = open.filter(({ assignedTo }) => {
    if (assignedTo !== null) return assignedTo.id === me
    return mode === 'assigned' ? roles.includes('director') : roles.includes('counselor')
  })
  return {
    isShown: shownAlone || counselors > 1 || open.length > 0,
    mode,
    forMe: mine.length,
    since: mine.map(({ askedOn }) => askedOn).toSorted()[0] ?? null,
    isUrgent: mine.some(({ urgency }) => urgency === 'urgent'),
  }
}
