import { expect, test } from 'vitest'
import { addDays, addMinutes, addMonths, isoWeekOf } from '#contract/calendar'
import { endOfYear } from '#core/consents/validity'

test('a month later is the same day, or the last one of a shorter month', () => {
  expect(addMonths('2026-11-22', 1)).toBe('2026-12-22')
  expect(addMonths('2026-10-31', 1)).toBe('2026-11-30')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28')
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
})

test('what would lie outside the years of four figures stays at their ends', () => {
  expect(addDays('9999-12-31', 30)).toBe('9999-12-31')
  expect(addDays('0000-01-01', -1)).toBe('0000-01-01')
  expect(addMonths('9999-12-31', 1)).toBe('9999-12-31')
  expect(addMonths('0001-05-31', 1)).toBe('0001-06-30')
  expect(addMinutes('9999-12-31T23:30', 45)).toBe('9999-12-31T23:59')
  expect(isoWeekOf('9999-12-31')).toBe('9999-W52')
})

test('a school year ends on the last of August, in any century', () => {
  expect(endOfYear('2026-08-31')).toBe('2026-08-31')
  expect(endOfYear('2026-09-01')).toBe('2027-08-31')
  expect(endOfYear('0001-01-01')).toBe('0001-08-31')
  expect(endOfYear('9999-12-31')).toBe('9999-12-31')
})
