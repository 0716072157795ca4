import { addDays, weekdayOf } from '#contract/calendar'

/** Monday to Friday from `today` on, today among them; holidays are the counselor's to leave out. */
export const schoolDays = (today: string, count: number): string[] => {
  const days: string[] = []
  for (let day = today; days.length < count; day = addDays(day, 1)) if (weekdayOf(day) % 6 !== 0) days.push(day)
  return days
}

type Span = { from: string; to: string }
export type SpanProblem = 'backwards' | 'overlap'

/** What is wrong with hours that were typed; null when they can be used. Clock times `HH:MM`. */
export const spanProblem = (spans: readonly Span[]): SpanProblem | null => {
  if (spans.some(({ from, to }) => to <= from)) return 'backwards'
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.some((span, index) => span.from < (sorted[index - 1]?.to ?? '')) ? 'overlap' : null
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** How many students fit into one day. */
export const seatsOf = (spans: readonly Span[], minutes: number, pause: number, perDay: number): number =>
  Math.min(
    perDay,
    spans.reduce((sum, { from, to }) => {
      const length = minutesOf(to) - minutesOf(from)
      return sum + (length < minutes ? 0 : Math.floor((length + pause) / (minutes + pause)))
    }, 0),
  )

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
/** 11-23 周一 / Mon 23/11: short enough for a field of chips. */
export const shortDay = (day: string, language: 'zh' | 'en'): string => {
  const weekday = WEEKDAYS[language][weekdayOf(day)] ?? ''
  return language === 'zh'
    ? `${Number(day.slice(5, 7))}-${day.slice(8)} ${weekday}`
    : `${weekday} ${day.slice(8)}/${Number(day.slice(5, 7))}`
}
