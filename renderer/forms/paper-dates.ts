import { localOf } from '#contract/calendar'
import { formatDate, formatTime } from '#lib/format'

/** Paper outlives the year, so it always names it: 2026 年 11 月 21 日 / 21 Nov 2026. */
export const paperDate = (date: string | null): string => (date ? formatDate(date, '') : '')

/** 2026 年 11 月 21 日 12:10, of a LocalTime. */
export const paperMoment = (local: string | null): string => (local ? `${paperDate(local)} ${formatTime(local)}` : '')

/** The same of a UTC instant. */
export const paperInstant = (instant: string | null): string => (instant ? paperMoment(localOf(instant)) : '')
