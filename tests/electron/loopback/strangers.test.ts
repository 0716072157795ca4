import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isContractProcedure } from '@orpc/contract'
import { contract } from '#contract/all'
import { CANARY } from './answering-host.ts'
import { enter, type Held, send, startCarrier, type Told, windowHeaders } from './browser-talk.ts'

/** Nobody but the one window is answered (security.md §4.4, H1 and H2). */
let carrier: Awaited<ReturnType<typeof startCarrier>>
let held: Held
beforeAll(async () => {
  const own = { type: 'text/javascript; charset=utf-8', place: join(import.meta.dirname, 'answering-host.ts') }
  carrier = await startCarrier({ files: new Map([['/assets/own.js', own]]) })
  held = await enter(carrier.loopback)
})
afterAll(() => carrier.loopback.close())

const routes = () => {
  const found = ['/session/presence', '/session/beat', '/rpc', '/rpc/', '/rpc/nothing/here', '/anything']
  const visit = (node: unknown, path: string) => {
    if (isContractProcedure(node)) found.push(path)
    else for (const [name, child] of Object.entries(node as object)) visit(child, `${path}/${name}`)
  }
  visit(contract, '/rpc')
  return found
}
/** The carrier lets 100 requests a second through; more would be refused for the wrong reason. */
const inBatches = async <T>(all: readonly T[], look: (one: T) => Promise<void>) => {
  for (let i = 0; i < all.length; i += 20) {
    await Promise.all(all.slice(i, i + 20).map(look))
    await new Promise((resolve) => setTimeout(resolve, 210))
  }
}
const expectRefused = (told: Told, statuses: number[], what: string) => {
  expect(statuses, what).toContain(told.status)
  expect(told.body, what).toBe('')
  expect(told.raw, what).not.toContain(CANARY)
}

it('no, an old or a foreign token opens no route', { timeout: 60_000 }, async () => {
  const foreign = 'f'.repeat(64)
  const rights = [undefined, { ...held, token: foreign }, { ...held, cookie: foreign }]
  const all = routes().flatMap((path) => rights.map((right) => ({ path, right })))
  await inBatches(all, async ({ path, right }) => {
    const told = await send(carrier.loopback, 'POST', path, windowHeaders(carrier.loopback, right), '{"json":{}}')
    expectRefused(told, [401], path)
  })
  expect(carrier.answered).toEqual([])
})

it('no method but POST reaches a call, and OPTIONS never promises anything', { timeout: 60_000 }, async () => {
  const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY']
  const paths = ['/', '/session', '/rpc/vault/status', '/rpc/students/search', '/assets/own.js']
  const all = methods.flatMap((method) => paths.map((path) => ({ method, path })))
  await inBatches(all, async ({ method, path }) => {
    const told = await send(carrier.loopback, method, path, windowHeaders(carrier.loopback, held))
    if (method === 'GET' && path === '/assets/own.js') return
    expectRefused(told, [400, 403, 404, 405], `${method} ${path}`)
    expect([...told.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

it('a wrong Host, Origin, Sec-Fetch header or content type is refused on the wire as well', async () => {
  const { loopback } = carrier
  const right = windowHeaders(loopback, held)
  const ask = (change: Record<string, string>) =>
    send(loopback, 'POST', '/rpc/vault/status', { ...right, ...change }, '{"json":{}}')
  expectRefused(await ask({ Host: `127.0.0.1:${loopback.port}` }), [421], 'the bare address')
  expectRefused(await ask({ Host: `localhost:${loopback.port}` }), [421], 'localhost')
  expectRefused(await ask({ Host: `evil.test:${loopback.port}` }), [421], 'a name bound to this address')
  expectRefused(await ask({ Origin: 'null' }), [403], 'an origin without a name')
  expectRefused(await ask({ Origin: 'http://evil.test' }), [403], 'another origin')
  expectRefused(await ask({ 'Sec-Fetch-Site': 'same-site' }), [403], 'another port of this name')
  expectRefused(await ask({ 'Content-Type': 'text/plain' }), [415], 'a form that needs no permission')
  expect(carrier.answered).toEqual([])
  expect((await ask({})).status).toBe(200)
})

it('files of the window go to the window alone, the page to a person who opens it', async () => {
  const { loopback } = carrier
  const { host } = new URL(loopback.origin)
  const get = (path: string, site: string, mode: string, dest: string) =>
    send(loopback, 'GET', path, { Host: host, 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Dest': dest })
  expect((await get('/assets/own.js', 'same-origin', 'cors', 'script')).status).toBe(200)
  for (const [site, mode, dest] of [
    ['cross-site', 'no-cors', 'script'],
    ['same-site', 'no-cors', 'script'],
    ['none', 'navigate', 'document'],
    ['same-origin', 'navigate', 'iframe'],
    ['', '', ''],
  ] as const)
    expectRefused(await get('/assets/own.js', site, mode, dest), [403], `${site} ${mode} ${dest}`)
  for (const [site, mode, dest] of [
    ['cross-site', 'navigate', 'document'],
    ['same-site', 'navigate', 'document'],
    ['same-origin', 'navigate', 'iframe'],
    ['none', 'cors', 'empty'],
  ] as const)
    expectRefused(await get('/', site, mode, dest), [403], `page ${site} ${mode} ${dest}`)
})

it('paths outside the fixed map do not exist, however they are written', async () => {
  const { loopback } = carrier
  const headers = {
    Host: new URL(loopback.origin).host,
    'Sec-Fetch-Site': 'same-origin',
    'Sec-Fetch-Mode': 'cors',
    'Sec-Fetch-Dest': 'script',
  }
  const paths = [
    '/assets/../answering-host.ts',
    '/assets/./own.js',
    '/assets//own.js',
    '/assets/%6fwn.js',
    '/assets/own.js?x',
    '/..%2f..%2fetc/passwd',
    '/../../../../etc/passwd',
    '//etc/passwd',
    '/assets',
    '/index.html',
    '/assets/own.js/',
    '/assets/own.js\\',
    '/package.json',
    '/__proto__',
    '/constructor',
  ]
  for (const path of paths) {
    const told = await send(loopback, 'GET', path, headers)
    expect([400, 404], path).toContain(told.status)
    expect(told.body, path).toBe('')
  }
})

it('every answer carries the whole set of headers, refusals too', async () => {
  const { loopback } = carrier
  const right = windowHeaders(loopback, held)
  const answers = [
    await send(loopback, 'POST', '/rpc/vault/status', right, '{"json":{}}'),
    await send(loopback, 'POST', '/rpc/vault/status', { ...right, Host: 'evil.test' }, '{}'),
    await send(loopback, 'POST', '/rpc/no/such', right, '{}'),
    await send(loopback, 'OPTIONS', '/', right),
    await send(loopback, 'BROKEN VERB', '/', right),
  ]
  for (const told of answers) {
    expect(told.headers.get('content-security-policy')?.[0]).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(told.headers.get('cache-control')).toEqual(['no-store'])
    expect(told.headers.get('x-content-type-options')).toEqual(['nosniff'])
    expect(told.headers.get('referrer-policy')).toEqual(['no-referrer'])
    expect(told.headers.get('cross-origin-resource-policy')).toEqual(['same-origin'])
    expect(told.headers.get('cross-origin-opener-policy')).toEqual(['same-origin'])
  }
})
