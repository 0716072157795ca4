import { expect, test } from 'vitest'
import { flushAll, registerFlusher } from '#lib/flushers'

test('all typed text is put away before the room locks, also when one form cannot', async () => {
  const kept: string[] = []
  const leave = [
    registerFlusher(async () => void kept.push('note')),
    registerFlusher(() => Promise.reject(new Error('storage'))),
    registerFlusher(async () => void kept.push('draft')),
  ]
  await flushAll()
  expect(kept).toEqual(['note', 'draft'])
  for (const unregister of leave) unregister()
})

test('a form that was left is not asked any more', async () => {
  let asked = 0
  registerFlusher(async () => void asked++)()
  await flushAll()
  expect(asked).toBe(0)
})
