import { addDays, addMinutes } from '#contract/calendar'
import type { Slot } from '#contract/appointments'
import type { ReadContext } from '#core/context'
import { type Asked, type Facts, findingsOf } from './findings.ts'
import { type FactsReader, readFacts } from './facts.ts'
import { isOpenDay } from './open-hours.ts'

/** Where the room has not said its hours, times are looked for within these. */
const ORDINARY_DAY = [{ from: '08:00', to: '18:00' }]
const STEP = 5

type Wanted = { studentId: string | null; receiverId: string; place: string; minutes: number }
type Search = Wanted & { fromDay: string; days: number; limit: number }

/** Times that nothing speaks against, soonest first, none before now. */
export function freeSlots(ctx: ReadContext, { fromDay, days, limit, ...wanted }: Search): Slot[] {
  const facts = readFacts(ctx, { from: fromDay, to: addDays(fromDay, days - 1) }, wanted)
  return slotsFrom(facts, wanted, { fromDay, days, limit, now: ctx.localNow() })
}

type Window = { fromDay: string; days: number; limit: number; now: string }
export function slotsFrom(facts: FactsReader, wanted: Wanted, { fromDay, days, limit, now }: Window): Slot[] {
  const found: Slot[] = []
  for (let i = 0; i < days && found.length < limit; i++) {
    const day = addDays(fromDay, i)
    const today = facts.on(day)
    if (isOpenDay(today.room)) found.push(...slotsOf(day, today, wanted, now).slice(0, limit - found.length))
  }
  return found
}

function slotsOf(day: string, facts: Facts, { minutes, ...whom }: Wanted, now: string): Slot[] {
  const slots: Slot[] = []
  for (const stretch of facts.room.stretches ?? ORDINARY_DAY) {
    const end = `${day}T${stretch.to}`
    let from = `${day}T${stretch.from}`
    while (addMinutes(from, minutes) <= end) {
      const asked: Asked = { ...whom, visitId: null, from, until: addMinutes(from, minutes) }
      const isFree = from >= now && findingsOf(asked, facts).every(({ weight }) => weight === 'tells')
      if (isFree) slots.push({ from, until: asked.until })
      from = addMinutes(from, isFree ? minutes + facts.rules.bufferMinutes : STEP)
    }
  }
  return slots
}
