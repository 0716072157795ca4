import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { checkPassword, suggestPassword } from '#core/passwords'

it('fifteen characters are asked for, and no mixture of kinds', async () => {
  expect((await checkPassword('Aa1!aB2@cC3#', [])).problem).toBe('too-short')
  expect((await checkPassword('quiet rivers run under old bridges', [])).problem).toBeNull()
})
it('common, repeated and keyboard passwords are refused', async () => {
  for (const password of [
    'passwordpassword',
    '123456789012345',
    'qwertyuiopasdfgh',
    'aaaaaaaaaaaaaaaa',
    'iloveyouiloveyou',
  ])
    expect([password, (await checkPassword(password, [])).problem]).not.toEqual([password, null])
})
it('the names of the school and the person do not count', async () => {
  expect((await checkPassword('yunshanzhongxue2026', ['yunshanzhongxue'])).problem).toBe('contains-names')
})
it('a suggested password has five words, passes, and does not repeat', async () => {
  for (const language of ['zh', 'en'] as const) {
    const made = Array.from({ length: 100 }, () => suggestPassword(language, randomInt))
    for (const password of made)
      expect([password.split('-').length, (await checkPassword(password, [])).problem]).toEqual([5, null])
    expect(new Set(made).size).toBe(100)
  }
})
it('a suggested password has at least 64 bits: over 90 different parts, ten times', async () => {
  for (const language of ['zh', 'en'] as const) {
    const bounds: number[] = []
    suggestPassword(language, (below) => bounds.push(below) && 0)
    expect(bounds.reduce((bits, below) => bits + Math.log2(below), 0)).toBeGreaterThanOrEqual(64)
  }
})
