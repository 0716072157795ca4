import { minutesBetween } from '#contract/calendar'
import type { Finding } from '#contract/appointments'
import { type FindingKind, FINDINGS } from '#contract/code-tables'
import type { BookingRules, BusyTime } from '#contract/hours'
import { holds, type RoomDay, type Stretch } from './open-hours.ts'

/** A time that somebody asks for, within one day. Wall times. */
export type Asked = {
  visitId: string | null
  studentId: string | null
  receiverId: string
  place: string
  from: string
  until: string
}
/** Another visit that takes its time. */
export type Taken = Asked & { visitId: string; studentId: string; studentName: string }

/** Everything about the day that bears on it. */
export type Facts = {
  rules: BookingRules
  room: RoomDay
  /** Of the receiver; null: no roster. */
  duty: Stretch[] | null
  busy: readonly BusyTime[]
  taken: readonly Taken[]
  /** Students to be kept apart from whoever comes. */
  apart: ReadonlySet<string>
  noShows: number
  inCrisis: boolean
}

/** What speaks against a time, in the order of FINDINGS. An open crisis is told everything and refused nothing. */
export function findingsOf(asked: Asked, facts: Facts): Finding[] {
  const all = [...ofOthers(asked, facts), ...ofRoom(asked, facts), ...ofLength(asked, facts)]
  const said = facts.inCrisis ? all.map((one) => ({ ...one, weight: 'tells' as const })) : all
  return said.toSorted((a, b) => FINDINGS.indexOf(a.kind) - FINDINGS.indexOf(b.kind))
}

export const refusalIn = (findings: readonly Finding[]): FindingKind | undefined =>
  findings.find(({ weight }) => weight === 'refuses')?.kind
export const askedIn = (findings: readonly Finding[]): FindingKind | undefined =>
  findings.find(({ weight }) => weight === 'asks')?.kind

const saying = (kind: FindingKind, weight: Finding['weight'], rest: Partial<Finding> = {}): Finding => ({
  kind,
  weight,
  name: null,
  from: null,
  until: null,
  limit: null,
  ...rest,
})

/** Who else comes: nobody and no room is there twice, and whoever is kept apart does not meet at the door. */
function* ofOthers(asked: Asked, { rules, taken, apart }: Facts): Generator<Finding> {
  const { bufferMinutes, apartMinutes, rooms } = rules
  const isRoom = asked.place !== '' && (rooms.length === 0 || rooms.includes(asked.place))
  for (const other of taken) {
    if (other.visitId === asked.visitId) continue
    const about = { name: other.studentName, from: other.from, until: other.until }
    const gap = gapBetween(asked, other)
    const isSameRoom = isRoom && other.place === asked.place
    const isSameReceiver = other.receiverId === asked.receiverId
    if (gap < 0 && isSameReceiver) yield saying('clash-counselor', 'refuses', about)
    else if (gap < 0 && isSameRoom) yield saying('clash-room', 'refuses', about)
    else if (gap < bufferMinutes && (isSameRoom || isSameReceiver))
      yield saying('no-break', 'asks', { ...about, limit: String(bufferMinutes) })
    if (gap < 0 && other.studentId === asked.studentId) yield saying('clash-student', 'refuses', about)
    if (gap < apartMinutes && apart.has(other.studentId))
      yield saying('apart', 'asks', { ...about, limit: String(apartMinutes) })
  }
}

function* ofRoom({ from, until }: Asked, { room, duty, busy, noShows, rules }: Facts): Generator<Finding> {
  const [begins, ends] = [from.slice(11), until.slice(11)]
  if (room.closed) yield saying('closed-day', 'asks', { name: room.closed.name })
  else if (room.stretches && !holds(room.stretches, begins, ends)) yield saying('outside-hours', 'asks')
  if (room.exam) yield saying('exam-week', 'asks', { name: room.exam.name })
  if (duty && !holds(duty, begins, ends)) yield saying('not-on-duty', 'asks')
  for (const { title, startsAt, endsAt } of busy)
    if (startsAt < ends && begins < endsAt)
      yield saying('busy', 'asks', {
        name: title,
        from: `${from.slice(0, 10)}T${startsAt}`,
        until: `${from.slice(0, 10)}T${endsAt}`,
      })
  if (rules.noShowsBeforeTalk > 0 && noShows >= rules.noShowsBeforeTalk)
    yield saying('no-shows', 'tells', { limit: String(noShows) })
}

/** 一般每次不超过 50 分钟，21:00 前结束 (S13). */
function* ofLength({ from, until }: Asked, { rules }: Facts): Generator<Finding> {
  if (minutesBetween(from, until) > rules.maxMinutes)
    yield saying('too-long', 'asks', { limit: String(rules.maxMinutes) })
  if (until.slice(11) > rules.latestEnd) yield saying('too-late', 'asks', { limit: rules.latestEnd })
}

/** Minutes from the end of the earlier to the beginning of the later; negative when they overlap. */
const gapBetween = (a: Asked, b: Asked): number =>
  a.from < b.until && b.from < a.until
    ? -1
    : a.from < b.from
      ? minutesBetween(a.until, b.from)
      : minutesBetween(b.until, a.from)
