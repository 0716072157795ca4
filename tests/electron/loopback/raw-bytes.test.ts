import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import fc from 'fast-check'
import { brokenCarrier } from '#tests/faults/broken'
import { patience, report, seeded, tier } from '#tests/faults/figures'
import { GUARDS } from '#tests/faults/guards'
import { CANARY } from './answering-host.ts'
import { enter, type Held, send, sendRaw, startCarrier, windowHeaders } from './browser-talk.ts'

/** Bytes that are not quite a request (security.md §4.4, H5): never an answer with content, a crash or a hanging line. */
let carrier: Awaited<ReturnType<typeof startCarrier>>
let held: Held
beforeAll(async () => {
  carrier = await startCarrier()
  held = await enter(carrier.loopback)
})
afterAll(() => carrier.loopback.close())

const stillAnswers = async () => {
  const right = windowHeaders(carrier.loopback, held)
  await expect
    .poll(async () => (await send(carrier.loopback, 'POST', '/rpc/vault/status', right, '{"json":{}}')).status, {
      timeout: 15_000,
    })
    .toBe(200)
}
const pieces = () => {
  const lines = Object.entries(windowHeaders(carrier.loopback)).map(([name, value]) => `${name}: ${value}`)
  return [
    'GET / HTTP/1.1',
    'POST /session HTTP/1.1',
    'POST /rpc/vault/status HTTP/1.1',
    'POST http://evil.test/ HTTP/1.1',
    'CONNECT evil.test:443 HTTP/1.1',
    'PRI * HTTP/2.0',
    'GET / HTTP/0.9',
    ...lines,
    'Host: evil.test',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked, identity',
    'Content-Length: 5',
    'Content-Length: 0',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Expect: 100-continue',
    ' folded: line',
    'no colon at all',
    'X: \u0000',
    '0\r\n\r\n',
    '5\r\nhello',
    '{"json":{}}',
    '\r\n',
    '',
  ]
}

/** Sends so many mangled requests; gives what crashed, and what was answered with more than a refusal. */
const mangle = async ({ loopback, answered }: typeof carrier, tries: number, seed = seeded().seed, waitMs = 80) => {
  const piece = fc.constantFrom(...pieces())
  const bytes = fc
    .tuple(
      fc.array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
        minLength: 1,
        maxLength: 14,
      }),
      fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n'),
    )
    .map(([lines, end]) => `${lines.join(end)}${end}${end}`)
  const samples = fc.sample(bytes, { numRuns: tries, seed })
  const got: unknown[] = []
  const crash = (error: unknown) => void got.push(error)
  process.on('uncaughtException', crash)
  for (let i = 0; i < samples.length; i += 50) {
    const told = await Promise.all(samples.slice(i, i + 50).map((text) => sendRaw(loopback.port, text, waitMs)))
    got.push(...told.filter(({ raw }) => raw.includes(CANARY)).map(({ raw }) => raw))
  }
  process.off('uncaughtException', crash)
  return [...got, ...answered]
}

it(
  'thousands of mangled requests are refused without a word and leave the host standing',
  { timeout: patience(120_000) },
  async () => {
    const tries = tier(3_000, 100_000)
    const got = await mangle(carrier, tries)
    report('H5', { bad: got.length, of: tries, what: 'mangled requests crashed the host or were answered' })
    expect(got).toEqual([])
    await stillAnswers()
  },
)

it('H5 would be seen: a host that takes whatever can be read as a request', { timeout: 120_000 }, async () => {
  const open = await brokenCarrier(GUARDS.host, GUARDS.looking)
  const page = { type: 'text/html; charset=utf-8', place: join(import.meta.dirname, 'answering-host.ts') }
  const broken = await startCarrier({ open, files: new Map([['/', page]]) })
  onTestFinished(() => broken.loopback.close())
  expect((await mangle(broken, 400, 11, 3_000)).length).toBeGreaterThan(0)
})

it('random bytes are refused as well', { timeout: 60_000 }, async () => {
  const samples = fc.sample(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), { numRuns: 500, seed: 11 })
  for (let i = 0; i < samples.length; i += 50) {
    const told = await Promise.all(samples.slice(i, i + 50).map((some) => sendRaw(carrier.loopback.port, some, 80)))
    for (const { status } of told) expect([0, 400]).toContain(status)
  }
  await stillAnswers()
})

it('headers beyond 16 KB and bodies beyond 2 MB are not read', async () => {
  const right = windowHeaders(carrier.loopback, held)
  const long = await send(carrier.loopback, 'POST', '/rpc/vault/status', { ...right, X: 'x'.repeat(17_000) }, '{}')
  expect([0, 400, 431]).toContain(long.status)
  const announce = (path: string, length: number) =>
    send(carrier.loopback, 'POST', path, { ...right, 'Content-Length': String(length) })
  expect((await announce('/rpc/vault/status', 2 * 1024 * 1024 + 1)).status).toBe(413)
  expect((await announce('/session', 5_000)).status).toBe(413)
  expect((await announce('/rpc/imports/inspect', 31 * 1024 * 1024)).status).toBe(413)
})

it('a whole file may travel where the contract says so, and nowhere else', async () => {
  const right = windowHeaders(carrier.loopback, held)
  const body = JSON.stringify({ json: { fileName: 'a.xlsx', content: 'A'.repeat(20_000_000) } })
  const told = await send(carrier.loopback, 'POST', '/rpc/imports/inspect', right, body)
  expect(told.status).toBe(200)
  expect((await send(carrier.loopback, 'POST', '/rpc/imports/preview', right, body)).status).toBe(413)
})

it('a line that sends its header drop by drop is closed before long', { timeout: 45_000 }, async () => {
  const closed = new Promise<string>((resolve) => {
    const socket = connect(carrier.loopback.port, '127.0.0.1', () => socket.write('POST / HTTP/1.1\r\n'))
    const drops = setInterval(() => socket.write('X: y\r\n'), 300)
    socket.on('error', () => undefined)
    socket.on('close', () => {
      clearInterval(drops)
      resolve('closed')
    })
  })
  expect(await closed).toBe('closed')
})

it('no more than 64 lines are held at a time, and the window gets through once they are gone', async () => {
  const sockets = Array.from({ length: 100 }, () => connect(carrier.loopback.port, '127.0.0.1'))
  for (const socket of sockets) socket.on('error', () => undefined)
  await expect
    .poll(() => sockets.filter((socket) => socket.closed).length, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(36)
  for (const socket of sockets) socket.destroy()
  await stillAnswers()
})

it('more than a hundred requests a second are refused, then answered again', async () => {
  const right = windowHeaders(carrier.loopback, held)
  const ask = () => send(carrier.loopback, 'POST', '/rpc/vault/status', right, '{"json":{}}')
  // All of them in one and the same second, however slow the machine is.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  const statuses: number[] = []
  for (let burst = 0; burst < 6; burst++)
    statuses.push(...(await Promise.all(Array.from({ length: 50 }, ask))).map(({ status }) => status))
  clock.mockRestore()
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(100)
  await stillAnswers()
})

it('a connection opened ahead of need is closed in silence: an answer would be taken for that of the next call', async () => {
  const socket = connect(carrier.loopback.port, '127.0.0.1')
  const heard: Buffer[] = []
  socket.on('data', (chunk) => heard.push(chunk))
  await new Promise((resolve) => socket.once('close', resolve))
  expect(Buffer.concat(heard).toString()).toBe('')
})
