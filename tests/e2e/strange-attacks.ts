import type { BrowserContext, Page } from 'playwright-core'

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

/** Every attack on each name that leads to the host at this origin, from a page that stands at `place`. */
export async function attackFrom(context: BrowserContext, place: string, origin: string): Promise<Strangers> {
  const { port } = new URL(origin)
  const page = await context.newPage()
  const statuses: number[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).port === port) statuses.push(response.status())
  })
  await page.goto(place)
  const targets = [origin, `http://127.0.0.1:${port}`, `http://localhost:${port}`]
  const scenarios = targets.flatMap((target) => Object.entries(ATTACKS).map((attack) => ({ target, attack })))
  const reached: string[] = []
  for (const { target, attack } of scenarios)
    if ((await attack[1](page, target)).trim() !== '') reached.push(`${attack[0]} at ${target}`)
  await page.close()
  return { tried: scenarios.length, asked: statuses.length, got: [...reached, ...statuses.filter((one) => one < 400)] }
}

/** What strange pages came to: `asked` requests arrived, `got` is what could be read and each status that is no refusal. */
export type Strangers = { tried: number; asked: number; got: (string | number)[] }
