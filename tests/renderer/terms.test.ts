import { beforeEach, describe, expect, test } from 'vitest'
import { ageOn, daysBetween } from '#contract/calendar'
import { formatDate, formatDay, hoursBetween, maskPhone } from '#lib/format'
import { termAfter, termOf, usualTerms, weekOf } from '#lib/terms'
import { i18n } from '#lib/words'

const autumn = { id: 'a', name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }
const spring = { id: 'b', name: '2027春', startsOn: '2027-02-22', endsOn: '2027-07-09' }

beforeEach(async () => {
  await i18n.init({ lng: 'zh' })
})

describe('terms', () => {
  test('school weeks begin on Monday and the first may be short', () => {
    expect(weekOf(autumn, '2026-09-01')).toBe(1)
    expect(weekOf(autumn, '2026-09-06')).toBe(1)
    expect(weekOf(autumn, '2026-09-07')).toBe(2)
    expect(weekOf(autumn, '2026-11-21')).toBe(12)
  })

  test('a day outside the term is in no week', () => {
    expect(weekOf(autumn, '2026-08-31')).toBeNull()
    expect(weekOf(autumn, '2027-01-23')).toBeNull()
  })

  test('a moment belongs to the term that holds its day, the last day included', () => {
    expect(termOf([autumn, spring], '2027-01-22T17:25')?.name).toBe('2026秋')
    expect(termOf([autumn, spring], '2027-02-01')).toBeUndefined()
  })

  test.each([
    ['2026-11-21', ['2026秋', '2027春']],
    ['2027-03-01', ['2026秋', '2027春']],
    ['2027-07-31', ['2026秋', '2027春']],
    ['2027-08-01', ['2027秋', '2028春']],
  ])('on %s the usual terms are those of the running school year', (day, names) => {
    expect(usualTerms(day).map((term) => term.name)).toEqual(names)
  })

  test('after the autumn comes the spring, after the spring the autumn', () => {
    expect(termAfter('2027-01-22').name).toBe('2027春')
    expect(termAfter('2027-07-09').name).toBe('2027秋')
    expect(termAfter('2026-12-31').name).toBe('2027春')
  })
})

describe('dates', () => {
  test('are written as the language writes them, with the year only when it is another', async () => {
    expect(formatDay('2026-11-21')).toBe('11 月 21 日 星期六')
    expect(formatDate('2025-11-21', '2026-11-21')).toBe('2025 年 11 月 21 日')
    await i18n.changeLanguage('en')
    expect(formatDay('2026-11-21')).toBe('Saturday 21 Nov')
    expect(formatDate('2025-11-21', '2026-11-21')).toBe('21 Nov 2025')
  })

  test('days are counted by the calendar, whatever the clock does', () => {
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
    expect(daysBetween('2026-11-21', '2026-11-12')).toBe(-9)
    expect(hoursBetween('2026-11-20T10:51', '2026-11-21T12:50')).toBe(25)
  })

  test('a student is a year older on the birthday and not before', () => {
    expect(ageOn('2013-11-21', '2026-11-20')).toBe(12)
    expect(ageOn('2013-11-21', '2026-11-21')).toBe(13)
  })
})

test('a covered telephone number cannot be dialled', () => {
  expect(maskPhone('13800002207')).toBe('138 •••• 2207')
  expect(maskPhone('110')).toBe('•••')
})
