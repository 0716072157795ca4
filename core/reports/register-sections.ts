import { addDays, daysBetween, localOf } from '#contract/calendar'
import { URGENCIES } from '#contract/code-tables'
import { AID_STATES, CONFERENCE_KINDS, CONTACT_KINDS, OBSERVATION_OUTCOMES } from '#contract/contact-tables'
import type { RegisterSection } from '#contract/report-sections'
import type { ReadContext } from '#core/context'
import { schoolDaysIn } from '#core/school-days'
import { findFirstOpeningDay } from '#db/repos/letters'
import { findRegisters, type Registers } from '#db/repos/report-registers'
import type { Period } from '#db/repos/reports'
import { tally, type Line } from './lines.ts'
import { mean, median, NONE } from './visit-sections.ts'

/** What the registers hold of a period, counted as it stands when the report is made. */
export function registerLines(ctx: ReadContext, period: Period): Record<RegisterSection, Line[]> {
  const found = findRegisters(ctx.db, period)
  return {
    appointments: appointmentLines(found),
    acceptances: acceptanceLines(found),
    letters: [...letterLines(found), ...boxLines(ctx, period, found)],
    observations: observationLines(found),
    contacts: contactLines(found, ctx.localNow()),
    conferences: by('held', found.conferences, 'kind', CONFERENCE_KINDS, ({ kind }) => kind),
    followups: followupLines(found),
    care: careLines(found),
    aid: by('sent', found.aid, 'state', AID_STATES, ({ state }) => state),
  }
}

/** All of them, then one line for each code. */
function by<T extends { who: string }>(
  total: string,
  facts: readonly T[],
  prefix: string,
  codes: readonly string[],
  codeOf: (fact: T) => string | null,
): Line[] {
  const groups = Map.groupBy(facts, codeOf)
  return [tally(total, facts), ...codes.map((code) => tally(`${prefix}:${code}`, groups.get(code) ?? []))]
}

const CAME: readonly string[] = ['arrived', 'ended']
const appointmentLines = ({ bookings }: Registers): Line[] =>
  by('booked', bookings, 'state', ['kept', 'no-show', 'cancelled', 'open'], ({ state }) =>
    CAME.includes(state) ? 'kept' : state === 'booked' ? 'open' : state,
  )

const WAITING: readonly string[] = ['requested', 'assigned']
function acceptanceLines({ acceptances }: Registers): Line[] {
  const accepted = acceptances.filter(({ state }) => state === 'accepted')
  const took = accepted.flatMap(({ askedOn, decidedAt }) =>
    decidedAt === null ? [] : [Math.max(0, daysBetween(askedOn, localOf(decidedAt).slice(0, 10)))],
  )
  return [
    ...by('asked', acceptances, 'state', ['accepted', 'returned', 'declined', 'open'], ({ state }) =>
      WAITING.includes(state) ? 'open' : state,
    ),
    { ...tally('median-days', accepted), figures: { visits: median(took.sort((a, b) => a - b)) } },
  ]
}

const UNANSWERED: readonly string[] = ['unread', 'read']
const letterLines = ({ letters }: Registers): Line[] =>
  by('received', letters, 'state', ['answered', 'booked', 'crisis', 'filed', 'open'], ({ state }) =>
    UNANSWERED.includes(state) ? 'open' : state,
  )

/** Days the box was opened, and school days since it was first opened on which it was not. Today may still come. */
function boxLines(ctx: ReadContext, { from, to }: Period, { openings }: Registers): Line[] {
  const opened = new Set(openings.map(({ day }) => day))
  const first = findFirstOpeningDay(ctx.db)
  const yesterday = addDays(ctx.today(), -1)
  const span = { from: first && first > from ? first : from, to: to < yesterday ? to : yesterday }
  const missed = first === undefined || first === null ? [] : schoolDaysIn(ctx, span).filter((day) => !opened.has(day))
  return [days('days-opened', opened.size), days('days-missed', missed.length)]
}
const days = (key: string, count: number): Line => ({
  key,
  label: null,
  behind: [],
  shows: ['visits'],
  figures: { visits: count },
})

function observationLines({ observations }: Registers): Line[] {
  const outcomes = by(
    'reported',
    observations,
    'outcome',
    [...OBSERVATION_OUTCOMES, NONE],
    (one) => one.outcome ?? NONE,
  )
  return [...by('reported', observations, 'urgency', URGENCIES, ({ urgency }) => urgency), ...outcomes.slice(1)]
}

/** Who waited for an answer, and whether it came in time; what is not yet answered and not yet due is open. */
function contactLines({ contacts }: Registers, now: string): Line[] {
  const waited = contacts.filter(({ replyDue }) => replyDue !== null)
  return [
    ...by('held', contacts, 'kind', CONTACT_KINDS, ({ kind }) => kind),
    ...by('waited', waited, 'reply', ['in-time', 'late', 'open'], ({ replyDue, repliedAt }) => {
      if (repliedAt === null && replyDue! >= now) return 'open'
      return repliedAt !== null && repliedAt <= replyDue! ? 'in-time' : 'late'
    }),
  ]
}

/** Step by step: so many days after the cause. */
function followupLines({ followups }: Registers): Line[] {
  const steps = [...Map.groupBy(followups, ({ step }) => step)].sort(([one], [other]) => one - other)
  return steps.flatMap(([step, due]) =>
    by(`${step}:due`, due, String(step), ['in-time', 'late', 'open', 'dropped'], ({ state, dueOn, doneAt }) => {
      if (state === 'dropped') return 'dropped'
      if (state === 'due') return 'open'
      return doneAt !== null && doneAt.slice(0, 10) > dueOn ? 'late' : 'in-time'
    }),
  )
}

function careLines({ reviews, archives, destructions }: Registers): Line[] {
  const said = reviews.flatMap(({ who, satisfaction }) => (satisfaction === null ? [] : [{ who, satisfaction }]))
  return [
    tally('reviews', reviews),
    tally('satisfaction', said),
    { ...tally('mean-satisfaction', said), figures: { visits: mean(said.map(({ satisfaction }) => satisfaction)) } },
    tally('archived', archives),
    tally('destroyed', destructions),
  ]
}
