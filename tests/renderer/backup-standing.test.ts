import { describe, expect, it } from 'vitest'
import type { BackupPlace, BackupSet } from '#contract/backups'
import { isDue, nextInTurn, truthOf } from '#lib/backup-standing'

const NOW = Date.parse('2026-11-21T04:00:00.000Z')
const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString()
const set = (days: number, more: Partial<BackupSet> = {}): BackupSet => ({
  name: `QR-${days}`,
  madeAt: daysAgo(days),
  verifiedAt: daysAgo(days),
  bytes: 1,
  trouble: null,
  ...more,
})
const place = (label: string, newest: BackupSet | null, more: Partial<BackupPlace> = {}): BackupPlace => ({
  id: label,
  label,
  folder: `/media/${label}`,
  isThisComputer: false,
  isThere: true,
  freeBytes: null,
  newest,
  age: 'good',
  ...more,
})
const here = (newest: BackupSet | null) => place('here', newest, { isThisComputer: true })

describe('what is said of the backups', () => {
  it('nothing at all is said to be nothing, a copy beside the records to be only that', () => {
    expect(truthOf({ places: [here(null)], age: 'never' })).toEqual({ is: 'none' })
    expect(truthOf({ places: [here(set(1)), place('red', null)], age: 'never' })).toEqual({
      is: 'onlyHere',
      madeAt: daysAgo(1),
    })
  })
  it('the newest good backup outside this computer is named with its place', () => {
    const places = [here(set(0)), place('red', set(9)), place('blue', set(3))]
    expect(truthOf({ places, age: 'good' })).toEqual({ is: 'good', place: 'blue', madeAt: daysAgo(3), age: 'good' })
  })
  it('a backup that was not read again, or that has a trouble, is never called good', () => {
    expect(truthOf({ places: [place('red', set(1, { verifiedAt: null }))], age: 'never' })).toEqual({
      is: 'troubled',
      place: 'red',
    })
    const places = [place('red', set(1, { trouble: 'differs' })), place('blue', set(20))]
    expect(truthOf({ places, age: 'red' })).toMatchObject({ is: 'good', place: 'blue' })
  })
})

describe('whose turn it is', () => {
  it('of two sticks the one with the older backup, one without any before all others', () => {
    expect(nextInTurn([here(set(0)), place('red', set(2)), place('blue', set(9))])?.id).toBe('blue')
    expect(nextInTurn([place('red', set(2)), place('blue', null)])?.id).toBe('blue')
    expect(nextInTurn([place('red', set(2)), place('blue', set(1, { trouble: 'unreadable' }))])?.id).toBe('blue')
  })
  it('nobody’s while there is only one stick, or while all were written together', () => {
    expect(nextInTurn([here(set(0)), place('red', set(9))])).toBeNull()
    expect(nextInTurn([place('red', set(3)), place('blue', set(3))])).toBeNull()
  })
  it('a place is due when its newest good backup is as old as the schedule says', () => {
    expect(isDue(place('red', set(6)), 7, NOW)).toBe(false)
    expect(isDue(place('red', set(7)), 7, NOW)).toBe(true)
    expect(isDue(place('red', set(0, { trouble: 'differs' })), 7, NOW)).toBe(true)
    expect(isDue(place('red', null), 7, NOW)).toBe(true)
  })
})
