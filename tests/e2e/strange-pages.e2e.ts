import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { report } from '#tests/faults/figures'
import { type App, launch } from './launch.ts'

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

/** Each tries to make the host open the practice school, or to read anything; gives what it could read. */
const ATTACKS: Record<string, (page: Page, target: string) => Promise<string>> = {
  'fetch with JSON': (page, target) =>
    page.evaluate(
      (to) =>
        fetch(`${to}/rpc/vault/openPractice`, {
          method: 'POST',
          credentials: 'include',
          headers: { 'Content-Type': 'application/json' },
          body: '{"json":{"language":"zh"}}',
        }).then(
          (answer) => answer.text(),
          () => '',
        ),
      target,
    ),
  'fetch without asking': (page, target) =>
    page.evaluate(
      (to) =>
        fetch(`${to}/rpc/vault/openPractice`, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body: '{"json":{"language":"zh"}}',
        }).then(
          (answer) => answer.text(),
          () => '',
        ),
      target,
    ),
  'fetch of the session': (page, target) =>
    page.evaluate(
      (to) =>
        fetch(`${to}/session/resume`, {
          method: 'POST',
          mode: 'no-cors',
          credentials: 'include',
          body: '{"key":""}',
        }).then(
          (answer) => answer.text(),
          () => '',
        ),
      target,
    ),
  XMLHttpRequest: (page, target) =>
    page.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          const asked = new XMLHttpRequest()
          asked.open('POST', `${to}/rpc/vault/openPractice`)
          asked.withCredentials = true
          asked.onloadend = () => resolve(asked.responseText)
          asked.send('{"json":{"language":"zh"}}')
        }),
      target,
    ),
  'a beacon': (page, target) =>
    page.evaluate((to) => {
      navigator.sendBeacon(`${to}/rpc/vault/openPractice`, '{"json":{"language":"zh"}}')
      return ''
    }, target),
  'a form': (page, target) =>
    page.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          frame.name = 'sink'
          frame.addEventListener('load', () => resolve(''))
          document.body.append(frame)
          const form = document.createElement('form')
          Object.assign(form, {
            method: 'POST',
            enctype: 'text/plain',
            target: 'sink',
            action: `${to}/rpc/vault/openPractice`,
          })
          const field = document.createElement('input')
          Object.assign(field, { name: '{"json":{"language":"zh"},"a":"', value: '"}' })
          form.append(field)
          document.body.append(form)
          form.submit()
          setTimeout(() => resolve(''), 500)
        }),
      target,
    ),
  'an image, a script, a style and a frame': (page, target) =>
    page.evaluate(
      (to) =>
        Promise.all(
          (['img', 'script', 'iframe'] as const).map(
            (name) =>
              new Promise<string>((resolve) => {
                const element = document.createElement(name)
                element.addEventListener('load', () => resolve(name === 'iframe' ? '' : `${name} was loaded`))
                element.addEventListener('error', () => resolve(''))
                element.src = `${to}/`
                document.body.append(element)
                setTimeout(() => resolve(''), 500)
              }),
          ),
        ).then((told) => told.join('')),
      target,
    ),
  'a web socket and an event stream': (page, target) =>
    page.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket(`${to.replace('http', 'ws')}/session/presence`)
          socket.addEventListener('open', () => resolve('a web socket was opened'))
          const events = new EventSource(`${to}/session/presence`, { withCredentials: true })
          events.addEventListener('open', () => resolve('an event stream was opened'))
          setTimeout(() => {
            socket.close()
            events.close()
            resolve('')
          }, 500)
        }),
      target,
    ),
  'a redirect': (page) =>
    page.evaluate(() =>
      fetch('/redirect', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '{}' }).then(
        (answer) => answer.text(),
        () => '',
      ),
    ),
  'a frame without an origin': (page, target) =>
    page.evaluate(
      (to) =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe')
          frame.setAttribute('sandbox', 'allow-scripts')
          window.addEventListener('message', ({ data }) => resolve(String(data)))
          frame.srcdoc = `<script>fetch('${to}/rpc/vault/openPractice', { method: 'POST', mode: 'no-cors', body: '{}' })
            .then((answer) => answer.text(), () => '').then((text) => parent.postMessage(text, '*'))</script>`
          document.body.append(frame)
          setTimeout(() => resolve(''), 1_000)
        }),
      target,
    ),
  'a window of ours in its hands': async (page, target) => {
    const opened = page.waitForEvent('popup')
    await page.evaluate((to) => void window.open(`${to}/`), target)
    const popup = await opened
    await popup.waitForLoadState().catch(() => undefined)
    const text = await popup
      .locator('body')
      .textContent()
      .catch(() => '')
    await popup.close()
    return text?.includes('静室') ? text : ''
  },
}

for (const [place, where] of Object.entries(PLACES)) {
  it(`from ${place} nothing is read and nothing happens`, async () => {
    const page = await app.page.context().newPage()
    const statuses: number[] = []
    page.on('response', (response) => {
      if (new URL(response.url()).port === ours.port) statuses.push(response.status())
    })
    await page.goto(where())
    const targets = [ours.origin, `http://127.0.0.1:${ours.port}`, `http://localhost:${ours.port}`]
    const scenarios = targets.flatMap((target) => Object.entries(ATTACKS).map((attack) => ({ target, attack })))
    const reached: string[] = []
    for (const { target, attack } of scenarios)
      if ((await attack[1](page, target)).trim() !== '') reached.push(`${attack[0]} at ${target}`)
    const answered = statuses.filter((status) => status < 400)
    const bad = reached.length + answered.length
    report('H3', { bad, of: scenarios.length, what: `ways in from ${place} in a real Chromium led to the host` })
    expect(reached).toEqual([])
    expect(statuses.length).toBeGreaterThan(3)
    expect(answered).toEqual([])
    await page.close()
    await app.page.reload()
    await app.page.getByText('建立我们学校的静室').waitFor()
  })
}

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
