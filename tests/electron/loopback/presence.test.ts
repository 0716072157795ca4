import { request } from 'node:http'
import { afterEach, expect, it, onTestFinished } from 'vitest'
import type { Loopback } from '#electron/loopback/server'
import { enter, type Held, send, startCarrier, windowHeaders } from './browser-talk.ts'

/** The one window is watched (security.md §4.4, H7); times are those of the app, shortened. */
const times = { beat: 100, hung: 1_500, left: 400, reload: 6_000 }
/** Where a window leaves or comes back: it is never silent for so long, however busy the machine. */
const patient = { ...times, hung: 60_000 }
const open: Loopback[] = []
afterEach(async () => {
  for (const loopback of open.splice(0)) await loopback.close()
})
const start = async (by = times) => {
  const page = { type: 'text/html; charset=utf-8', place: import.meta.filename }
  const carrier = await startCarrier({ times: by, files: new Map([['/', page]]) })
  open.push(carrier.loopback)
  return { ...carrier, held: await enter(carrier.loopback) }
}
/** Holds the window's open answer; `leave` is what a killed browser does. */
const hold = (loopback: Loopback, held: Held, hear: (line: string) => void) => {
  const asked = request({
    host: '127.0.0.1',
    port: loopback.port,
    method: 'POST',
    path: '/session/presence',
    headers: { ...windowHeaders(loopback, held), 'Content-Length': '2' },
  })
  asked.on('error', () => undefined)
  asked.on('response', (response) =>
    response
      .setEncoding('utf8')
      .on('data', hear)
      .on('error', () => undefined),
  )
  asked.end('{}')
  return { leave: () => asked.destroy() }
}
const askForPage = (loopback: Loopback) =>
  send(loopback, 'GET', '/', {
    Host: new URL(loopback.origin).host,
    'Sec-Fetch-Site': 'none',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  })
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

it('a window that answers stays, however long', async () => {
  const { loopback, held, endings } = await start()
  hold(loopback, held, () => void send(loopback, 'POST', '/session/beat', windowHeaders(loopback, held), '{}'))
  await pause(2_500)
  expect(endings).toEqual([])
})

it('a window that no longer answers ends the launch', async () => {
  const { loopback, held, endings } = await start()
  hold(loopback, held, () => undefined)
  await expect.poll(() => endings, { timeout: 10_000 }).toEqual(['hung'])
})

it('a window that is gone ends the launch, and is told from one that hangs', async () => {
  const { loopback, held, endings } = await start(patient)
  const window = hold(loopback, held, () => undefined)
  await pause(100)
  window.leave()
  await expect.poll(() => endings, { timeout: 10_000, interval: 10 }).toEqual(['left'])
})

it('a window that asks for the page again and comes back goes on', async () => {
  const { loopback, held, endings } = await start(patient)
  const window = hold(loopback, held, () => undefined)
  await pause(600)
  expect((await askForPage(loopback)).status).toBe(200)
  window.leave()
  await pause(times.left * 2)
  hold(loopback, held, () => void send(loopback, 'POST', '/session/beat', windowHeaders(loopback, held), '{}'))
  await pause(1_000)
  expect(endings).toEqual([])
})

it('a stranger who keeps asking for the page does not keep the host alive', async () => {
  const { loopback, held, endings } = await start(patient)
  const window = hold(loopback, held, () => undefined)
  await pause(100)
  window.leave()
  const asking = setInterval(() => void askForPage(loopback), 100)
  onTestFinished(() => clearInterval(asking))
  await expect.poll(() => endings, { timeout: 30_000 }).toEqual(['left'])
})

it('a lock is told to the window, so that it shows nothing any more', async () => {
  const { loopback, held, becomes } = await start(patient)
  const heard: string[] = []
  becomes('unlocked')
  hold(loopback, held, (line) => heard.push(line))
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0)
  becomes('locked')
  await expect.poll(() => heard.join(''), { timeout: 10_000 }).toContain('{"open":false}')
})
