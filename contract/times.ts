import { z } from 'zod'

/** A calendar date, `YYYY-MM-DD`: birthdays, terms, due days. Never an instant. */
export const CalendarDate = z.iso.date()
const aDay = z.regexes.date.source.slice(1, -1)
/** Wall-clock time at the school on a day that exists, `YYYY-MM-DDTHH:MM`: when something happened. */
export const LocalTime = z.string().regex(new RegExp(`^${aDay}T([01]\\d|2[0-3]):[0-5]\\d$`))
/** Time of day at the school, `HH:MM`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** A UTC instant with milliseconds: when something was written down. */
export const Instant = z.iso.datetime()

/** Text a person typed: outer blanks are kept out, control characters are refused. */
export const Line = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^\p{Cc}]*$/u)
/** Longer text with line breaks and tabs. */
export const Prose = z
  .string()
  .max(20_000)
  // eslint-disable-next-line no-control-regex -- everything but tab and line feed is refused
  .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)

export const Done = z.object({ ok: z.literal(true) })
