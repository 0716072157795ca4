import { localOf, weekdayOf } from '#contract/calendar'
import { currentLanguage } from '#lib/words'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = {
  zh: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}
const partsOf = (date: string) => {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return { year, month, day }
}

/** 11 月 21 日 / 21 Nov, from a CalendarDate or LocalTime. The year is added when it is not `today`'s. */
export const formatDate = (date: string, today?: string): string => {
  const { year, month, day } = partsOf(date)
  const isOtherYear = today !== undefined && year !== partsOf(today).year
  if (currentLanguage() === 'zh') return `${isOtherYear ? `${year} 年 ` : ''}${month} 月 ${day} 日`
  return `${day} ${MONTHS[month - 1]}${isOtherYear ? ` ${year}` : ''}`
}

/** 周一 / Mon. */
export const formatShortWeekday = (date: string): string => {
  const weekday = formatWeekday(date)
  return currentLanguage() === 'zh' ? weekday.replace('星期', '周') : weekday.slice(0, 3)
}

const formatWeekday = (date: string): string => WEEKDAYS[currentLanguage()][weekdayOf(date)] ?? ''

/** 11 月 21 日 星期六 / Saturday 21 Nov. */
export const formatDay = (date: string): string =>
  currentLanguage() === 'zh'
    ? `${formatDate(date)} ${formatWeekday(date)}`
    : `${formatWeekday(date)} ${formatDate(date)}`

/** 12:10 of a LocalTime. */
export const formatTime = (local: string): string => local.slice(11, 16)

/** 12:10 of a UTC instant, by the clock of this machine. */
export const formatInstant = (instant: string): string => formatTime(localOf(instant))

/** 11 月 21 日 12:10 / 21 Nov 12:10 of a LocalTime. */
export const formatMoment = (local: string, today?: string): string =>
  `${formatDate(local, today)} ${formatTime(local)}`

/** Wall time now, as LocalTime; for the start value of a time field and "arrived now". */
export const localNow = (): string => localOf(Date.now())

/** Full hours from one LocalTime to a later one. */
export const hoursBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 3_600_000)

/** 138 •••• 2207: enough to recognise, not enough to dial. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '•'.repeat(phone.length) : `${phone.slice(0, 3)} •••• ${phone.slice(-4)}`
