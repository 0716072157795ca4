import { useState } from 'react'
import { addDays } from '#contract/calendar'
import { useWorkplace } from '#lib/workplace'

const DAYS = 30

/** The last thirty days, and those before them, a step at a time. `later` is null where today is reached. */
export function useStretch() {
  const { today } = useWorkplace()
  const [back, setBack] = useState(0)
  const to = addDays(today, -back)
  return {
    from: addDays(to, -DAYS),
    to,
    earlier: () => setBack(back + DAYS + 1),
    later: back === 0 ? null : () => setBack(Math.max(0, back - DAYS - 1)),
  }
}
