import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clickedSpan,
  clockOf,
  drawnSpan,
  freeAround,
  gapsOf,
  localAt,
  minuteAt,
  minuteOf,
  movedTo,
  overlaps,
  SHORTEST,
  sheetFor,
  shownSpan,
  stretchedTo,
  topOf,
} from '#lib/day-grid'
import { lanesOf } from '#lib/day-lanes'
import { type Ground, standAt, walk } from '#lib/grid-walk'

const hours = (from: string, until: string) => ({ from: minuteOf(from), until: minuteOf(until) })
const day = hours('08:00', '18:00')
const spans = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 180 }))
  .map(([from, length]) => ({ from, until: Math.min(from + length, 1440) }))

test('a time and its minute are the same thing, and the day ends a minute before midnight', () => {
  expect(minuteOf('2026-11-23T12:10')).toBe(730)
  expect(localAt('2026-11-23', 730)).toBe('2026-11-23T12:10')
  expect(clockOf(1440)).toBe('23:59')
  fc.assert(fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => minuteOf(clockOf(minute)) === minute))
})

test('a height and its minute are the same place on the sheet', () => {
  const sheet = sheetFor(day, 600)
  expect(topOf(sheet, minuteOf('09:00'))).toBe(60)
  expect(minuteAt(sheet, 60)).toBe(540)
  expect(minuteAt(sheet, -50)).toBe(day.from)
  expect(minuteAt(sheet, 5000)).toBe(day.until)
})

test('ten hours fit a low window, and a tall one does not blow them up', () => {
  expect(sheetFor(day, 560).pixelsPerMinute * 600).toBeLessThanOrEqual(560)
  expect(sheetFor(day, 200).pixelsPerMinute).toBe(0.86)
  expect(sheetFor(day, 3000).pixelsPerMinute).toBe(1.6)
})

test('the sheet reaches around an evening, in whole hours, and never outside the day', () => {
  expect(shownSpan([], day)).toEqual(day)
  expect(shownSpan([hours('18:25', '20:50')], day)).toEqual(hours('08:00', '21:00'))
  expect(shownSpan([{ from: 5, until: 1439 }], day)).toEqual({ from: 0, until: 1440 })
})

test('a block that is moved stops on a quarter of an hour, or on five minutes, and keeps its length', () => {
  const block = hours('12:10', '13:00')
  expect(movedTo(block, minuteOf('09:07'), 15, day)).toEqual(hours('09:00', '09:50'))
  expect(movedTo(block, minuteOf('09:07'), 5, day)).toEqual(hours('09:05', '09:55'))
})

test('a block cannot be moved out of the sheet', () => {
  const block = hours('12:10', '13:00')
  expect(movedTo(block, minuteOf('02:00'), 15, day)).toEqual(hours('08:00', '08:50'))
  expect(movedTo(block, minuteOf('23:00'), 15, day)).toEqual(hours('17:10', '18:00'))
  fc.assert(
    fc.property(spans, fc.integer({ min: -500, max: 2000 }), (span, from) => {
      const moved = movedTo(span, from, 15, { from: 0, until: 1440 })
      return moved.until - moved.from === span.until - span.from && moved.from >= 0 && moved.until <= 1440
    }),
  )
})

test('a pulled edge stops on a step and leaves at least ten minutes', () => {
  const block = hours('12:10', '13:00')
  expect(stretchedTo(block, minuteOf('13:24'), 15, day)).toEqual(hours('12:10', '13:30'))
  expect(stretchedTo(block, minuteOf('10:00'), 15, day)).toEqual({ from: block.from, until: block.from + SHORTEST })
  expect(stretchedTo(block, minuteOf('22:00'), 15, day).until).toBe(day.until)
})

test('a drag stops at an opening or at the end of a neighbour that is near, not with the fine step', () => {
  const block = hours('09:00', '09:50')
  const opening = [minuteOf('12:10')]
  expect(movedTo(block, minuteOf('12:07'), 15, day, opening).from).toBe(minuteOf('12:10'))
  expect(movedTo(block, minuteOf('12:02'), 15, day, opening).from).toBe(minuteOf('12:00'))
  expect(movedTo(block, minuteOf('12:18'), 15, day, opening).from).toBe(minuteOf('12:15'))
  expect(movedTo(block, minuteOf('12:06'), 5, day, opening).from).toBe(minuteOf('12:05'))
})

test('a stroke books what was drawn, upwards too', () => {
  expect(drawnSpan(minuteOf('09:07'), minuteOf('09:50'), 15, day)).toEqual(hours('09:00', '10:00'))
  expect(drawnSpan(minuteOf('09:50'), minuteOf('09:07'), 15, day)).toEqual(hours('09:00', '10:00'))
  expect(drawnSpan(minuteOf('17:55'), minuteOf('19:00'), 15, day)).toEqual(hours('17:45', '18:00'))
})

test('a click offers an ordinary session within what is open and free', () => {
  const open = [hours('12:10', '13:00'), hours('14:00', '17:00')]
  const taken = [hours('14:00', '14:50')]
  const offered = (time: string) => clickedSpan(minuteOf(time), 50, freeAround(minuteOf(time), open, taken))
  expect(offered('12:40')).toEqual(hours('12:10', '13:00'))
  expect(offered('15:07')).toEqual(hours('15:00', '15:50'))
  expect(offered('14:52')).toEqual(hours('14:50', '15:40'))
  expect(offered('16:58')).toEqual(hours('16:10', '17:00'))
  expect(offered('10:20')).toEqual(hours('10:15', '11:05'))
})

test('in a stretch that is too short for anything, the length wins', () => {
  expect(clickedSpan(minuteOf('12:10'), 50, hours('12:10', '12:20'))).toEqual(hours('12:10', '13:00'))
  expect(clickedSpan(minuteOf('12:10'), 50, hours('12:10', '12:50'))).toEqual(hours('12:10', '12:50'))
})

test('what is not open is shaded', () => {
  expect(gapsOf([hours('12:10', '13:00'), hours('17:25', '18:25')], day)).toEqual([
    hours('08:00', '12:10'),
    hours('13:00', '17:25'),
  ])
  expect(gapsOf([], day)).toEqual([day])
  expect(gapsOf([hours('07:00', '20:00')], day)).toEqual([])
  expect(gapsOf([hours('09:00', '12:00'), hours('11:00', '14:00')], day)).toEqual([
    hours('08:00', '09:00'),
    hours('14:00', '18:00'),
  ])
})

test('blocks one after the other have the whole width; blocks at the same time share it', () => {
  expect(lanesOf([hours('09:00', '09:50'), hours('09:50', '10:40')])).toEqual([
    { left: 0, width: 1 },
    { left: 0, width: 1 },
  ])
  expect(lanesOf([hours('09:00', '09:50'), hours('09:30', '10:20')])).toEqual([
    { left: 0, width: 0.5 },
    { left: 0.5, width: 0.5 },
  ])
})

test('a lane that is free again is used again, and a block grows into lanes that are empty beside it', () => {
  const lanes = lanesOf([
    hours('09:00', '12:00'),
    hours('09:00', '09:50'),
    hours('09:00', '09:50'),
    hours('10:00', '10:50'),
  ])
  expect(lanes[3]).toEqual({ left: 1 / 3, width: 2 / 3 })
})

test('blocks that overlap never cover each other', () => {
  fc.assert(
    fc.property(fc.array(spans, { maxLength: 14 }), (blocks) => {
      const lanes = lanesOf(blocks)
      const covered = blocks.flatMap((one, i) =>
        blocks.slice(i + 1).filter((other, k) => {
          const [a, b] = [lanes[i], lanes[i + 1 + k]]
          if (!a || !b || !overlaps(one, other)) return false
          return a.left + a.width > b.left + 1e-9 && b.left + b.width > a.left + 1e-9
        }),
      )
      expect(covered).toEqual([])
    }),
  )
})

const ground: Ground = {
  days: 5,
  sheet: day,
  stops: [
    { id: 'noon', day: 0, ...hours('12:10', '13:00') },
    { id: 'beside', day: 0, ...hours('12:30', '13:20') },
    { id: 'next', day: 1, ...hours('12:00', '12:50') },
  ],
}

test('arrows go by a quarter of an hour and step onto a block', () => {
  expect(walk(ground, { day: 0, minute: minuteOf('11:45'), blockId: null }, 'ArrowDown')).toEqual(
    standAt(ground, 0, minuteOf('12:00')),
  )
  expect(walk(ground, { day: 0, minute: minuteOf('12:00'), blockId: null }, 'ArrowDown')).toMatchObject({
    blockId: 'noon',
  })
})

test('from a block one press leads past it, above and below', () => {
  const noon = standAt(ground, 0, minuteOf('12:15'))
  expect(walk(ground, noon, 'ArrowUp')).toEqual({ day: 0, minute: minuteOf('12:00'), blockId: null })
  expect(walk(ground, { day: 0, minute: minuteOf('12:30'), blockId: 'beside' }, 'ArrowDown')).toEqual({
    day: 0,
    minute: minuteOf('13:20'),
    blockId: null,
  })
})

test('sideways it goes to the block beside, then to the next day, then out of the week', () => {
  const noon = standAt(ground, 0, minuteOf('12:15'))
  const beside = walk(ground, noon, 'ArrowRight')
  expect(beside).toMatchObject({ day: 0, blockId: 'beside' })
  expect(walk(ground, beside as typeof noon, 'ArrowRight')).toMatchObject({ day: 1, blockId: 'next' })
  expect(walk(ground, noon, 'ArrowLeft')).toBe('before')
  expect(walk(ground, { day: 4, minute: minuteOf('09:00'), blockId: null }, 'ArrowRight')).toBe('after')
})

test('the walk ends at the edges of the sheet', () => {
  expect(walk(ground, { day: 2, minute: day.from, blockId: null }, 'ArrowUp')).toMatchObject({ minute: day.from })
  expect(walk(ground, { day: 2, minute: day.from, blockId: null }, 'End')).toMatchObject({ minute: minuteOf('17:45') })
  expect(walk(ground, { day: 2, minute: 700, blockId: null }, 'Home')).toMatchObject({ minute: day.from })
})
