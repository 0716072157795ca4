import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, onTestFinished } from 'vitest'
import type { openLoopback } from '#electron/loopback/server'
import { CANARY } from '#tests/electron/loopback/answering-host'
import { enter, type Held, send, startCarrier, type Told, windowHeaders } from '#tests/electron/loopback/browser-talk'
import { procedures } from './contract-inputs.ts'
import type { Random } from './random.ts'

/** What an attack came to: `got` says each time that somebody got further than a refusal. */
export type Attack = { tried: number; got: string[] }

/** A loopback host for one test, behind it one that says yes to everything; `open`: one whose guards are broken. */
export async function startAttacked(open?: typeof openLoopback) {
  const carrier = await startCarrier(open && { open })
  onTestFinished(() => carrier.loopback.close())
  return carrier
}
type Attacked = Awaited<ReturnType<typeof startAttacked>>

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

/** Every call and every route, by every method, with no, an old or a foreign token; of these each `nth`. */
export async function askWithoutRight({ loopback, answered, becomes }: Attacked, nth = 1): Promise<Attack> {
  const old = await enter(loopback)
  becomes('unlocked')
  becomes('locked')
  const foreign = { cookie: 'c'.repeat(64), token: 'f'.repeat(64), resumeKey: '' }
  const rights: (Held | undefined)[] = [undefined, old, foreign, { ...old, token: foreign.token }]
  const routes = ['/session', '/session/resume', '/session/presence', '/session/beat', '/rpc', '/nothing']
  const paths = [...routes, ...procedures().map(({ path }) => `/rpc/${path.replace('.', '/')}`)]
  const methods = ['POST', 'GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY']
  // Every method in turn: what is heard a hundred times a second never has to wait.
  const all = paths
    .flatMap((path) => methods.flatMap((method) => rights.map((right) => ({ method, path, right }))))
    .filter((_, at) => at % nth === 0)
  const got: string[] = []
  await inTwenties(all, async ({ method, path, right }) => {
    const told = await insist(() => send(loopback, method, path, windowHeaders(loopback, right), '{"json":{}}'))
    if (isLet(told) || told.body !== '') got.push(`${method} ${path}`)
  })
  return { tried: all.length, got: [...got, ...answered] }
}

const askRightly = ({ loopback }: Attacked, held: Held): Promise<Told> =>
  send(loopback, 'POST', '/rpc/vault/status', windowHeaders(loopback, held), '{"json":{}}')

/** The right token, and one to four headers that are wrong or missing. */
export async function askWithWrongHeaders(attacked: Attacked, random: Random, tries: number): Promise<Attack> {
  const { loopback, answered } = attacked
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
  const all = Array.from({ length: tries }, () => {
    const headers = windowHeaders(loopback, held)
    for (let left = 1 + random.below(4); left > 0; left--) {
      const name = random.pick(names)
      if (random.below(4) === 0 && name !== 'Sec-Fetch-Mode') delete headers[name]
      else headers[name] = random.pick(wrong[name] ?? [])
    }
    return headers
  })
  const got: string[] = []
  await inTwenties(all, async (headers) => {
    if (isLet(await send(loopback, 'POST', '/rpc/vault/status', headers, '{"json":{}}'))) got.push('a request')
  })
  got.push(...answered)
  await expect.poll(async () => isLet(await askRightly(attacked, held)), { timeout: 15_000 }).toBe(true)
  return { tried: all.length, got }
}

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
export const canBeNobody = (): boolean =>
  process.getuid?.() === 0 && spawnSync('setpriv', [...AS_NOBODY, process.execPath, '-e', '0']).status === 0

/** In each round another account sends the launch secret at the same moment as the window. */
export async function raceForLaunch(times: Iterable<number>, open?: typeof openLoopback): Promise<Attack> {
  const stranger = spawn('setpriv', [...AS_NOBODY, process.execPath, '-e', STRANGER], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void stranger.kill())
  const lines = createInterface({ input: stranger.stdout })
  await once(lines, 'line')
  const attack: Attack = { tried: 0, got: [] }
  for (const race of times) {
    const { loopback, answered, endings } = await startCarrier(open && { open })
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
    if (/ 20\d |sid=/u.test(answer) || held.token === '' || answered.length > 0 || endings.length > 0)
      attack.got.push(`race ${race}`)
    await loopback.close()
    attack.tried++
  }
  return attack
}

/** In each round a program of the same account uses the launch secret once more, after the window. */
export async function useLaunchAgain(times: Iterable<number>, open?: typeof openLoopback): Promise<Attack> {
  const attack: Attack = { tried: 0, got: [] }
  for (const time of times) {
    const { loopback, endings } = await startCarrier(open && { open })
    const first = await enter(loopback)
    const second = await enter(loopback)
    if (first.token === '' || second.token !== '' || second.cookie !== '' || !endings.includes('replayed'))
      attack.got.push(`time ${time}`)
    await loopback.close()
    attack.tried++
  }
  return attack
}
