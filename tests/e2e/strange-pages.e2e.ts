import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { startCarrier } from '#tests/electron/loopback/browser-talk'
import { brokenCarrier } from '#tests/faults/broken'
import { report } from '#tests/faults/figures'
import { GUARDS } from '#tests/faults/guards'
import { type App, launch } from './launch.ts'
import { attackFrom } from './strange-attacks.ts'

/** Pages of others, in the same browser and with the same cookies, try to reach the room (security.md §4.4, H3). */
let app: App
let server: Server
let ours: URL
beforeAll(async () => {
  app = await launch()
  await app.page.getByText('建立我们学校的静室').waitFor()
  ours = new URL(app.page.url())
  server = createServer((request, response) => {
    if (request.url?.startsWith('/redirect'))
      response.writeHead(307, { Location: `${ours.origin}/rpc/vault/openPractice` })
    else response.writeHead(200, { 'Content-Type': 'text/html' })
    response.end('<!doctype html><title>elsewhere</title><body>')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  server.closeAllConnections()
  await app.close()
})

const otherPort = () => (server.address() as { port: number }).port
/** Where a strange page may stand: another site, the same name on another port, a page without an origin. */
const PLACES = {
  'another site': () => `http://127.0.0.1:${otherPort()}/`,
  localhost: () => `http://localhost:${otherPort()}/`,
  'our name on another port': () => `http://${ours.hostname}:${otherPort()}/`,
}

for (const [place, where] of Object.entries(PLACES)) {
  it(`from ${place} nothing is read and nothing happens`, async () => {
    const { tried, asked, got } = await attackFrom(app.page.context(), where(), ours.origin)
    report('H3', { bad: got.length, of: tried, what: `ways in from ${place} in a real Chromium led to the host` })
    expect(got).toEqual([])
    expect(asked).toBeGreaterThan(3)
    await app.page.reload()
    await app.page.getByText('建立我们学校的静室').waitFor()
  })
}

it.each([
  ['what may be looked at', [GUARDS.looking]],
  ['who may ask, and the token', [GUARDS.posting, GUARDS.token]],
] as const)('and it would be seen: a host that does not care %s', async (_what, guards) => {
  const own = { type: 'text/html; charset=utf-8', place: import.meta.filename }
  const open = await brokenCarrier(...guards)
  const { loopback } = await startCarrier({ open, files: new Map([['/', own]]) })
  onTestFinished(() => loopback.close())
  const { got } = await attackFrom(app.page.context(), PLACES['another site'](), loopback.origin)
  expect(got.length).toBeGreaterThan(0)
})

it('a page of ours says no to inline scripts, strange frames and strange addresses', async () => {
  const refused = await app.page.evaluate(async (elsewhere) => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    try {
      script.textContent = 'window.ran = true'
    } catch {
      seen.push('trusted-types')
    }
    document.body.append(script)
    try {
      document.body.setAttribute('onclick', 'window.ran = true')
    } catch {
      seen.push('trusted-types')
    }
    document.body.setAttribute('style', 'color: red')
    const frame = document.createElement('iframe')
    frame.src = elsewhere
    document.body.append(frame)
    const image = document.createElement('img')
    image.src = `${elsewhere}x.png`
    document.body.append(image)
    await fetch(elsewhere).catch(() => seen.push('fetch failed'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { seen, ran: 'ran' in window }
  }, PLACES['another site']())
  expect(refused.ran).toBe(false)
  for (const what of ['trusted-types', 'fetch failed', 'frame-src', 'img-src', 'connect-src'])
    expect(refused.seen).toContain(what)
})
