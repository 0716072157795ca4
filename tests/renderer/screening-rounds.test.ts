import { describe, expect, test } from 'vitest'
import { byDay, clashes, inParts, moved, without, type Seat } from '#lib/dealt-plan'
import { isQuietLevel, startingLevels } from '#lib/flag-levels'
import { flagSteps, usualStep } from '#lib/flag-severities'
import { schoolDays, seatsOf, shortDay, spanProblem } from '#lib/interview-days'
import { coverageOf, missingOf, waitTone } from '#lib/round-numbers'
import { pagesOf, rowWindow, scrollFor } from '#lib/row-window'
import { builtIn } from '#core/instruments/built-in'

describe('numbers of a round', () => {
  test('coverage leaves out the excused and is empty when nobody was to be tested', () => {
    expect(coverageOf({ due: 1200, done: 1150, excused: 0 })).toBe(95.8)
    expect(coverageOf({ due: 10, done: 9, excused: 1 })).toBe(100)
    expect(coverageOf({ due: 2, done: 0, excused: 2 })).toBeNull()
  })
  test('those without a result are neither tested nor excused', () =>
    expect(missingOf({ due: 100, done: 90, excused: 4 })).toBe(6))
  test('a wait turns red after a week', () => expect([0, 6, 7].map(waitTone)).toEqual(['amber', 'amber', 'red']))
})

describe('a long list', () => {
  const view = { scrollTop: 4200, height: 500, rowHeight: 42 }
  test('draws only the rows on the screen and a few around them', () => {
    expect(rowWindow(view, 5000)).toEqual({ first: 92, last: 120 })
    expect(rowWindow({ ...view, scrollTop: 0 }, 3)).toEqual({ first: 0, last: 3 })
    expect(rowWindow(view, 3)).toEqual({ first: 3, last: 3 })
  })
  test('asks for the pages of those rows, and always for the first', () => {
    expect(pagesOf({ first: 390, last: 410 }, 200)).toEqual([0, 1, 2])
    expect(pagesOf({ first: 0, last: 20 }, 200)).toEqual([0])
  })
  test('moves only when a row is not seen whole', () => {
    expect(scrollFor(105, view)).toBe(4200)
    expect(scrollFor(99, view)).toBe(4158)
    expect(scrollFor(112, view)).toBe(113 * 42 - 500)
  })
})

describe('levels of a platform', () => {
  test('words that say nothing stands out flag nobody', () => {
    expect(['', '正常', '无预警', '绿', '-', 'none'].every(isQuietLevel)).toBe(true)
    expect(['红', '橙', '黄', '三级', '重点关注'].some(isQuietLevel)).toBe(false)
  })
  test('levels that flagged before flag again; at first every level that says something', () => {
    const found = [{ level: '红' }, { level: '黄' }, { level: '正常' }]
    expect(startingLevels(found, [])).toEqual(['红', '黄'])
    expect(startingLevels(found, ['红', '紫'])).toEqual(['红'])
  })
})

describe('own bands', () => {
  const file = (id: string) => {
    const found = builtIn().find((one) => one.id === id)
    if (!found) throw new Error(id)
    return found
  }
  test('each severity is offered once, by its mildest band, from the mild end', () => {
    const steps = flagSteps(file('phq9'))
    expect(steps.map(({ severity }) => severity)).toEqual(
      [...new Set(steps.map(({ severity }) => severity))].sort((a, b) => a - b),
    )
    expect(steps[0]?.from).toBe(5)
    expect(usualStep(steps)).toBe(2)
  })
  test('an instrument without bands offers nothing', () => {
    expect(flagSteps(file('mht'))).toEqual([])
    expect(usualStep([])).toBeNull()
  })
})

describe('when somebody can be seen', () => {
  test('days are school days from today on', () => {
    expect(schoolDays('2026-11-21', 3)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25'])
    expect(schoolDays('2026-11-20', 2)).toEqual(['2026-11-20', '2026-11-23'])
    expect(shortDay('2026-11-23', 'zh')).toBe('11-23 周一')
    expect(shortDay('2026-11-23', 'en')).toBe('Mon 23/11')
  })
  test('hours that end too early or overlap are said', () => {
    expect(spanProblem([{ from: '13:00', to: '12:00' }])).toBe('backwards')
    expect(
      spanProblem([
        { from: '12:30', to: '13:30' },
        { from: '12:00', to: '13:00' },
      ]),
    ).toBe('overlap')
    expect(spanProblem([{ from: '12:00', to: '13:00' }])).toBeNull()
  })
  test('as many fit as the hours hold, and no more than a day allows', () => {
    const hours = [{ from: '12:10', to: '13:00' }]
    expect(seatsOf(hours, 20, 5, 8)).toBe(2)
    expect(seatsOf(hours, 50, 10, 8)).toBe(1)
    expect(seatsOf(hours, 60, 0, 8)).toBe(0)
    expect(seatsOf(hours, 10, 0, 3)).toBe(3)
  })
})

describe('a plan of talks', () => {
  const seat = (studentId: string, at: string): Seat => ({ studentId, studentName: '', className: null, at })
  const plan = [seat('b', '2026-11-23T12:35'), seat('a', '2026-11-23T12:10'), seat('c', '2026-11-24T12:10')]
  test('stands day by day in order of time', () =>
    expect(byDay(plan).map(({ day, seats }) => [day, seats.map(({ studentId }) => studentId)])).toEqual([
      ['2026-11-23', ['a', 'b']],
      ['2026-11-24', ['c']],
    ]))
  test('two who want one time change places', () => {
    const times = Object.fromEntries(moved(plan, 'a', '2026-11-24T12:10').map(({ studentId, at }) => [studentId, at]))
    expect(times).toEqual({ a: '2026-11-24T12:10', b: '2026-11-23T12:35', c: '2026-11-23T12:10' })
    expect(moved(plan, 'nobody', '2026-11-24T12:10')).toEqual(plan)
  })
  test('one can be left out', () => expect(without(plan, 'b')).toHaveLength(2))
  test('times that run into each other are found', () => {
    expect(clashes(plan, 25).size).toBe(0)
    expect([...clashes(plan, 30)]).toEqual(['b'])
  })
  test('bookings go in parts', () => expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]))
})
