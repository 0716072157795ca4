import { expect, test } from 'vitest'
import { createIntentions } from '#lib/intentions'
import { CAST } from '#tests/people'

type Sent = { name: string; requestId: string }

const [one, another] = CAST.map(({ name }) => ({ name })) as [{ name: string }, { name: string }]

/** A host that answers when it is told to. */
const host = () => {
  const sent: Sent[] = []
  const waiting: { answer: (text: string) => void; fail: (error: Error) => void }[] = []
  const send = (input: Sent) => {
    sent.push(input)
    return new Promise<string>((answer, fail) => waiting.push({ answer, fail }))
  }
  return { sent, waiting, send }
}

test('a double click sends one request and both clicks get its answer', async () => {
  const { sent, waiting, send } = host()
  const intend = createIntentions<{ name: string }, string>()
  const clicks = [intend(one, send), intend(one, send)]
  waiting[0]?.answer('registered')
  expect(await Promise.all(clicks)).toEqual(['registered', 'registered'])
  expect(sent).toHaveLength(1)
})

test('a second try after a lost answer carries the same id', async () => {
  const { sent, waiting, send } = host()
  const intend = createIntentions<{ name: string }, string>()
  const lost = intend(one, send)
  waiting[0]?.fail(new Error('lost'))
  await expect(lost).rejects.toThrow('lost')
  const again = intend(one, send)
  waiting[1]?.answer('registered')
  await again
  expect(sent[1]?.requestId).toBe(sent[0]?.requestId)
})

test('what succeeded once and is asked again is a new intention', async () => {
  const { sent, waiting, send } = host()
  const intend = createIntentions<{ name: string }, string>()
  for (const turn of [0, 1]) {
    const done = intend(one, send)
    waiting[turn]?.answer('registered')
    await done
  }
  expect(sent[1]?.requestId).not.toBe(sent[0]?.requestId)
})

test('a changed input is a new intention even when the first got no answer', async () => {
  const { sent, waiting, send } = host()
  const intend = createIntentions<{ name: string }, string>()
  const lost = intend(one, send)
  waiting[0]?.fail(new Error('lost'))
  await expect(lost).rejects.toThrow('lost')
  const other = intend(another, send)
  waiting[1]?.answer('registered')
  await other
  expect(sent[1]?.requestId).not.toBe(sent[0]?.requestId)
})
