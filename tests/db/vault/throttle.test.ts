import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { recordFailure, recordSuccess, remainingDelay } from '#db/vault/throttle'
import { tempFolder } from '#tests/context'

it('the delay grows 0, 0, 1, 2, 4, 8, 15, 30, 30 seconds, is kept on disk, and ends with the right password', () => {
  const folder = tempFolder()
  const delays = Array.from({ length: 9 }, () => {
    const delay = remainingDelay(folder, 1_000_000)
    recordFailure(folder, 1_000_000)
    return delay / 1000
  })
  expect(delays).toEqual([0, 0, 1, 2, 4, 8, 15, 30, 30])
  recordSuccess(folder)
  expect(remainingDelay(folder, 1_000_000)).toBe(0)
})
it('waiting shortens it, setting the clock back does not', () => {
  const folder = tempFolder()
  for (let i = 0; i < 4; i++) recordFailure(folder, 50_000)
  expect(remainingDelay(folder, 53_000)).toBe(1000)
  expect(remainingDelay(folder, 54_000)).toBe(0)
  expect(remainingDelay(folder, 10_000)).toBe(4000)
})
it('a spoilt file means the longest delay, not none', () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'throttle.json'), 'x')
  expect(remainingDelay(folder, 0)).toBe(30_000)
})
