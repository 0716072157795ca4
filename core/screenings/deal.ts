import type { Slots } from '#contract/screenings'

/** A stretch of wall time; `to` does not belong to it. */
export type Stretch = { from: string; to: string }
export type Deal = { studentId: string; at: string }

/**
 * Gives students, in the order they come, the earliest free times: inside the hours, at most `perDay` a day, with a pause
 * between two, and never over what is booked already. Nothing before `now`.
 */
export function deal(
  studentIds: readonly string[],
  slots: Slots,
  { busy, now }: { busy: readonly Stretch[]; now: string },
): { dealt: Deal[]; left: number } {
  const times = freeTimes(slots, busy, now)
  const students = [...new Set(studentIds)]
  const dealt = students.flatMap((studentId, index) => {
    const at = times[index]
    return at === undefined ? [] : [{ studentId, at }]
  })
  return { dealt, left: students.length - dealt.length }
}

/** Every time at which somebody could come, in order. */
function freeTimes(slots: Slots, busy: readonly Stretch[], now: string): string[] {
  const hours = merged(slots.hours.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })))
  return [...new Set(slots.days)].sort().flatMap((day) => {
    const taken = busy
      .filter(({ from, to }) => from.slice(0, 10) <= day && to.slice(0, 10) >= day)
      .map(({ from, to }) => ({
        from: from.slice(0, 10) < day ? 0 : minutesOf(from.slice(11)),
        to: to.slice(0, 10) > day ? 24 * 60 : minutesOf(to.slice(11)),
      }))
      .sort((a, b) => a.from - b.from)
    const times: number[] = []
    let next = 0
    for (const { from, to } of hours) {
      let at = Math.max(from, next)
      while (at + slots.minutes <= to && times.length < slots.perDay) {
        const blocked = taken.find(
          (one) => at < one.to + slots.pauseMinutes && one.from < at + slots.minutes + slots.pauseMinutes,
        )
        if (blocked) at = blocked.to + slots.pauseMinutes
        else if (`${day}T${clockOf(at)}` < now) at += 5
        else {
          times.push(at)
          at += slots.minutes + slots.pauseMinutes
          next = at
        }
      }
    }
    return times.map((at) => `${day}T${clockOf(at)}`)
  })
}

/** Hours that touch or overlap are one stretch; one that ends before it begins is none. */
function merged(hours: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of hours.filter((one) => one.from < one.to).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
