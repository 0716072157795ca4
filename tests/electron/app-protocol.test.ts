import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { listBuiltFiles } from '#electron/built-files'
import { contentSecurityPolicy, responseHeaders } from '#electron/response-headers'
import { freshFake } from '#tests/electron/start-shell'
import { scratchFolder } from '#tests/scratch-folder'

vi.mock('electron', () => import('#tests/electron/fake-electron'))

const outside = scratchFolder('outside')
const folder = join(outside, 'renderer')
let get: (address: string, init?: RequestInit) => Promise<Response>

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<meta name="style-nonce" content="__STYLE_NONCE__"><style nonce="__STYLE_NONCE__"></style>',
  )
  writeFileSync(join(folder, 'assets/a.js'), 'export const a = "__STYLE_NONCE__"')
  writeFileSync(join(folder, 'assets/notes.sqlite'), 'secret')
  writeFileSync(join(outside, 'vault.db'), 'secret')
  symlinkSync(join(outside, 'vault.db'), join(folder, 'assets/link.js'))
  const fake = await freshFake()
  const { serveWindow } = await import('#electron/app-protocol')
  const session = new fake.FakeSession()
  serveWindow(session as never, listBuiltFiles(folder))
  get = async (address, init) => (await session.scheme?.answer(new Request(address, init))) ?? Response.error()
})

describe('app://quietroom', () => {
  it('E7 sends the page with the policy of this load: one nonce, never the same twice', async () => {
    const [first, second] = [await get('app://quietroom/'), await get('app://quietroom/index.html')]
    const html = await first.text()
    const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
    expect(html).not.toContain('__STYLE_NONCE__')
    expect(first.headers.get('content-security-policy')).toBe(contentSecurityPolicy(nonce))
    expect(await second.text()).not.toContain(nonce)
  })
  it('E7 the policy is exactly the one decided, with the nonce as its only addition', () => {
    expect(contentSecurityPolicy('n')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-n'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types app",
    )
  })
  it('E7 every answer carries every header, a refusal too', async () => {
    const names = Object.keys(responseHeaders('n'))
    for (const answer of [
      await get('app://quietroom/'),
      await get('app://quietroom/none'),
      await get('app://quietroom/', { method: 'POST' }),
    ]) {
      expect(names.filter((name) => !answer.headers.has(name))).toEqual([])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })
  it('sends a script as it was built, with its type', async () => {
    const script = await get('app://quietroom/assets/a.js')
    expect(await script.text()).toBe('export const a = "__STYLE_NONCE__"')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })
  it('E18 knows no file that is not in the map: other kinds, links, other hosts, queries', async () => {
    const none = [
      'assets/notes.sqlite',
      'assets/link.js',
      'assets/',
      'assets',
      'index.html?x=1',
      '__proto__',
      'constructor',
    ]
    const found = await Promise.all(
      none.map(async (path) => ({ path, status: (await get(`app://quietroom/${path}`)).status })),
    )
    expect(found.filter(({ status }) => status !== 404)).toEqual([])
    expect((await get('app://quietroom.evil/index.html')).status).toBe(404)
    expect((await get('app://quietroom/', { method: 'POST' })).status).toBe(405)
  })
  it('E18 ten thousand ways out of the folder all end in 404', async () => {
    const up = fc.constantFrom(
      '..',
      '../',
      '..\\',
      '%2e%2e/',
      '%2e%2e%2f',
      '..%2f',
      '..%5c',
      '%252e%252e%252f',
      '....//',
      './',
      '//',
      '/',
      '\\',
      '%00',
      '..;/',
      '\u2024\u2024/',
      '%c0%ae%c0%ae/',
      'assets/',
      'renderer/',
    )
    const target = fc.constantFrom(
      'vault.db',
      'etc/passwd',
      'C:/Windows/win.ini',
      'renderer/../vault.db',
      'assets/notes.sqlite',
      'assets/link.js',
      'package.json',
      'app.asar',
    )
    const escapes = fc.asyncProperty(fc.array(up, { minLength: 1, maxLength: 8 }), target, async (ways, what) => {
      const answer = await get(`app://quietroom/${ways.join('')}${what}`)
      return answer.status === 404 && (await answer.text()) === ''
    })
    const outcome = await fc.check(escapes, { numRuns: 10_000 })
    expect(outcome).toMatchObject({ failed: false, numRuns: 10_000 })
  })
  it('E18 the scheme is a secure standard one and bypasses nothing', async () => {
    const fake = await freshFake()
    const { registerScheme } = await import('#electron/app-protocol')
    registerScheme()
    expect(fake.callsOf('protocol.registerSchemesAsPrivileged')).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
    ])
  })
})
