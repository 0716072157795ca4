import { daysBetween, localOf } from '#contract/calendar'
import type { AttentionLine } from '#contract/cases'
import type { ReadContext } from '#core/context'
import { getSetting } from '#core/settings'
import { findOpenCaseStandings, findOverduePapers } from '#db/repos/case-attention'
import { contactDue, everyDaysOf } from './cadence.ts'

/**
 * Cases that ask to be looked at: one's own, and for the director those that have been without a word for as long as the last step
 * says. Where somebody is booked, nothing has to be remembered. The longest waiting stand first.
 */
export function attentionOf(ctx: ReadContext): AttentionLine[] {
  const rules = getSetting(ctx.db, 'caseRules')
  const today = ctx.today()
  const [first = 1] = rules.stalledDays.toSorted((a, b) => a - b)
  const last = Math.max(...rules.stalledDays)
  const isDirector = ctx.me.roles.includes('director')
  const lines: AttentionLine[] = []
  for (const one of findOpenCaseStandings(ctx.db, today)) {
    const { openedOn, takenOnAt, writtenAt, lastOn, stability, everyDays, isBooked, counselorId, ...who } = one
    if (isBooked) continue
    const isOwn = counselorId === ctx.me.id
    const takenOn = localOf(takenOnAt).slice(0, 10)
    const still = daysBetween(takenOn, today)
    if ((writtenAt === null || writtenAt < takenOnAt) && still >= (isOwn ? first : last) && (isOwn || isDirector)) {
      lines.push({ ...who, kind: 'stalled', dueOn: takenOn, days: still, item: null })
      continue
    }
    const mark = stability === null ? null : { stability, everyDays }
    const dueOn = contactDue(everyDaysOf(rules, mark, openedOn, today), lastOn, openedOn)
    if (isOwn && dueOn < today)
      lines.push({ ...who, kind: 'no-contact', dueOn, days: daysBetween(dueOn, today), item: null })
  }
  for (const { counselorId, promisedOn, ...paper } of findOverduePapers(ctx.db, today))
    if (counselorId === ctx.me.id)
      lines.push({ ...paper, kind: 'paper', dueOn: promisedOn, days: daysBetween(promisedOn, today) })
  return lines.toSorted((a, b) => b.days - a.days)
}
