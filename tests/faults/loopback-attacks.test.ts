import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { CANARY } from '#tests/electron/loopback/answering-host'
import { enter, type Held, send, startCarrier, type Told, windowHeaders } from '#tests/electron/loopback/browser-talk'
import { procedures } from './contract-inputs.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'

/** Attacks on the loopback host that go over the wire (security.md §4.4); behind it a host that says yes to everything. */
const start = async () => {
  const carrier = await startCarrier()
  onTestFinished(() => carrier.loopback.close())
  return carrier
}
const isLet = (told: Told): boolean => (told.status > 0 && told.status < 400) || told.raw.includes(CANARY)

/** The carrier hears a hundred requests a second; one that is refused for that alone is asked again. */
async function insist(ask: () => Promise<Told>): Promise<Told> {
  for (;;) {
    const told = await ask()
    if (told.status !== 429) return told
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function inTwenties<T>(all: readonly T[], look: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 20) await Promise.all(all.slice(at, at + 20).map(look))
}

it('H1: no, an old or a foreign token opens no route by any method', { timeout: patience(240_000) }, async () => {
  const { loopback, answered, becomes } = await start()
  const old = await enter(loopback)
  becomes('unlocked')
  becomes('locked')
  const foreign = { cookie: 'c'.repeat(64), token: 'f'.repeat(64), resumeKey: '' }
  const rights: (Held | undefined)[] = [undefined, old, foreign, { ...old, token: foreign.token }]
  const routes = ['/session', '/session/resume', '/session/presence', '/session/beat', '/rpc', '/nothing']
  const paths = [...routes, ...procedures().map(({ path }) => `/rpc/${path.replace('.', '/')}`)]
  const methods = ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']
  const all = methods.flatMap((method) => paths.flatMap((path) => rights.map((right) => ({ method, path, right }))))
  const letIn: string[] = []
  await inTwenties(all, async ({ method, path, right }) => {
    const told = await insist(() => send(loopback, method, path, windowHeaders(loopback, right), '{"json":{}}'))
    if (isLet(told) || told.body !== '') letIn.push(`${method} ${path}`)
  })
  report('H1', { bad: letIn.length, of: all.length, what: 'requests without a right were answered' })
  expect(letIn).toEqual([])
  expect(answered).toEqual([])
})

it(
  'H2: with the right token and anything else wrong, nothing is answered',
  { timeout: patience(240_000) },
  async () => {
    const random = seeded()
    const { loopback, answered } = await start()
    const held = await enter(loopback)
    const { host, origin, port } = new URL(loopback.origin)
    const wrong: Record<string, readonly string[]> = {
      Host: [
        `127.0.0.1:${port}`,
        `localhost:${port}`,
        `evil.test:${port}`,
        `${host}.`,
        `a.${host}`,
        host.split(':')[0]!,
        '',
      ],
      Origin: [
        'null',
        '',
        'file://',
        `${origin}/`,
        `http://127.0.0.1:${port}`,
        `${origin}.evil.test`,
        'http://evil.test',
      ],
      'Sec-Fetch-Site': ['', 'same-site', 'cross-site', 'none', 'same-origin, same-origin'],
      'Sec-Fetch-Mode': ['navigate'],
      'Content-Type': ['', 'text/plain', 'application/json; charset=utf-8', 'application/x-www-form-urlencoded', 'a/b'],
    }
    const names = Object.keys(wrong)
    const all = Array.from({ length: tier(5_000, 100_000) }, () => {
      const headers = windowHeaders(loopback, held)
      for (let left = 1 + random.below(4); left > 0; left--) {
        const name = random.pick(names)
        if (random.below(4) === 0 && name !== 'Sec-Fetch-Mode') delete headers[name]
        else headers[name] = random.pick(wrong[name] ?? [])
      }
      return headers
    })
    let bad = 0
    await inTwenties(all, async (headers) => {
      if (isLet(await send(loopback, 'POST', '/rpc/vault/status', headers, '{"json":{}}'))) bad++
    })
    report('H2', { bad, of: all.length, what: 'requests with wrong headers were answered' })
    expect(bad).toBe(0)
    expect(answered).toEqual([])
    const right = () => send(loopback, 'POST', '/rpc/vault/status', windowHeaders(loopback, held), '{"json":{}}')
    await expect.poll(async () => isLet(await right()), { timeout: 15_000 }).toBe(true)
  },
)

/** Another account of the computer, which knows the launch secret and everything else: reads a request, sends it, tells the answer. */
const STRANGER = `require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const { port, text } = JSON.parse(line)
  let heard = ''
  const socket = require('node:net').connect(port, '127.0.0.1', () => socket.write(text))
  socket.on('data', (chunk) => { heard += chunk }).on('error', () => {})
  socket.on('close', () => console.log(JSON.stringify(heard)))
})
console.log('"here"')`
const AS_NOBODY = ['--reuid=65534', '--regid=65534', '--clear-groups']
const canBeNobody =
  process.getuid?.() === 0 && spawnSync('setpriv', [...AS_NOBODY, process.execPath, '-e', '0']).status === 0

it.runIf(canBeNobody)(
  'H4: another account races for the launch, and never wins',
  { timeout: patience(240_000) },
  async () => {
    const stranger = spawn('setpriv', [...AS_NOBODY, process.execPath, '-e', STRANGER], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    onTestFinished(() => void stranger.kill())
    const lines = createInterface({ input: stranger.stdout })
    await once(lines, 'line')
    let [races, won] = [0, 0]
    for (const _race of rounds(60, 1_000)) {
      const { loopback, answered, endings } = await startCarrier()
      const secret = new URL(loopback.launchAddress).hash.slice('#c='.length)
      const body = JSON.stringify({ secret })
      const headers = Object.entries({ ...windowHeaders(loopback), Connection: 'close', 'Content-Length': body.length })
      const text = ['POST /session HTTP/1.1', ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join(
        '\r\n',
      )
      const heard = once(lines, 'line') as Promise<[string]>
      stranger.stdin.write(`${JSON.stringify({ port: loopback.port, text })}\n`)
      const held = await enter(loopback)
      const [answer] = await heard
      if (/ 20\d |sid=/u.test(answer) || held.token === '' || answered.length > 0 || endings.length > 0) won++
      await loopback.close()
      races++
    }
    report('H4', { bad: won, of: races, what: 'races for the launch were won by another account' })
    expect(won).toBe(0)
  },
)
