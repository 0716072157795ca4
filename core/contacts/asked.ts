import { addDays, addMinutes } from '#contract/calendar'
import type { ContactRules } from '#contract/contact-rules'
import type { ContactDue, ContactLine } from '#contract/contacts'
import type { ReadContext } from '#core/context'
import { isAtDesk, viewerIn } from '#core/ownership'
import { findArrivalsAsked, findFeedbackAsked, findFirstParentsAsked } from '#db/repos/contacts-asked'
import { findContactsAwaiting, findContactsToGoOn, type FoundLine } from '#db/repos/contacts'

/** So long after somebody left, word of getting home is missed. */
const HOME_MINUTES = 60
/** How far back the rules look: an arrival is asked about until the next day, the others for two weeks. */
const ARRIVAL_DAYS = 1
const ASKED_DAYS = 14

type Due = Omit<ContactDue, 'isOverdue'>

/** Calls to make: answers, what was agreed, and what the school's rules ask for. Most overdue first. */
export function contactsDue(ctx: ReadContext, rules: ContactRules): ContactDue[] {
  const now = ctx.localNow()
  const isDesk = isAtDesk(ctx.me)
  const all = [...told(ctx, isDesk), ...(isDesk ? [] : asked(ctx, rules))]
  return all
    .map((due) => ({ ...due, riskRank: isDesk ? null : due.riskRank, isOverdue: due.dueAt < now }))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

function told(ctx: ReadContext, isDesk: boolean): Due[] {
  const viewer = viewerIn(ctx)
  const isMine = ({ passedTo, isOpen }: ContactLine): boolean =>
    isDesk || (passedTo === null ? isOpen : passedTo.id === ctx.me.id)
  const lineOf = (line: FoundLine, why: ContactDue['why'], dueAt: string): Due => ({
    why,
    contactId: line.id,
    visitId: null,
    studentId: line.studentId,
    studentName: line.studentName,
    className: line.className,
    riskRank: line.isOpen ? line.riskRank : null,
    name: line.name,
    relation: line.relation,
    dueAt,
    topic: line.isOpen && !isDesk ? line.nextTopic : '',
    passedTo: line.passedTo,
  })
  const awaiting = findContactsAwaiting(ctx.db, viewer).filter(isMine)
  const next = findContactsToGoOn(ctx.db, ctx.today(), viewer).filter((line) => isMine(line) && !isWaiting(line))
  return [
    ...awaiting.map((line) => lineOf(line, 'reply', line.replyDue ?? line.at)),
    ...next.map((line) => lineOf(line, 'next', `${line.nextOn ?? ''}T23:59`)),
  ]
}
const isWaiting = ({ replyDue, repliedAt }: ContactLine): boolean => replyDue !== null && repliedAt === null

function asked(ctx: ReadContext, rules: ContactRules): Due[] {
  const { db, me } = ctx
  const blank = { contactId: null, visitId: null, name: '', relation: null, topic: '', passedTo: null }
  const since = addDays(ctx.today(), -ASKED_DAYS)
  const arrivals = rules.asksArrival
    ? findArrivalsAsked(db, addDays(ctx.today(), -ARRIVAL_DAYS), rules.arrivalRank, rules.arrivalFrom, viewerIn(ctx))
    : []
  const parents = rules.asksFirstParent ? findFirstParentsAsked(db, me.id, since) : []
  const feedback = rules.asksFeedback ? findFeedbackAsked(db, me.id, since) : []
  return [
    ...arrivals.flatMap(({ isOpen, at, ...who }): Due[] =>
      isOpen === 1 ? [{ ...blank, ...who, why: 'arrival', dueAt: addMinutes(at, HOME_MINUTES) }] : [],
    ),
    ...parents.map(({ caseId: _case, openedOn, ...who }): Due => ({
      ...blank,
      ...who,
      why: 'first-parent',
      dueAt: `${addDays(openedOn, 1)}T12:00`,
    })),
    ...feedback.map(({ at, ...who }): Due => ({
      ...blank,
      ...who,
      why: 'feedback',
      dueAt: `${at.slice(0, 10)}T21:00`,
    })),
  ]
}
