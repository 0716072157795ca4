import { expect, it } from 'vitest'
import { addressOf, newHostName } from '#electron/loopback/address'
import { admit, isRefusal } from '#electron/loopback/admission'

const address = addressOf(newHostName(), 40_123)
const rules = { address, isAwaitingLaunch: false, bodyLimit: () => 1000 }
const right: Record<string, string> = {
  Host: address.host,
  Origin: address.origin,
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Content-Type': 'application/json',
  'Content-Length': '2',
}
const raw = (headers: Record<string, string>) => Object.entries(headers).flat()
const ask = (
  headers: Record<string, string>,
  more: string[] = [],
  asked: { url?: string; httpVersion?: string } = {},
) =>
  admit(
    { method: 'POST', url: '/rpc/vault/status', httpVersion: '1.1', ...asked, rawHeaders: [...raw(headers), ...more] },
    rules,
  )

const { host, origin } = address
const WRONG: Record<string, string[]> = {
  Host: [
    '127.0.0.1:40123',
    'localhost:40123',
    'evil.test:40123',
    host.replace(':40123', ''),
    host.replace(':40123', ':40124'),
    host.toUpperCase(),
    `${host}.`,
    ` ${host}`,
    `x${host}`,
    `a.${host}`,
    `${host}@evil.test`,
    '[::1]:40123',
    '',
  ],
  Origin: [
    'null',
    '',
    'file://',
    origin.replace('http', 'https'),
    `${origin}/`,
    origin.toUpperCase(),
    'http://127.0.0.1:40123',
    'http://localhost:40123',
    'http://evil.test',
    `${origin}.evil.test`,
    origin.replace('40123', '40124'),
    `${origin}, ${origin}`,
  ],
  'Sec-Fetch-Site': ['', 'same-site', 'cross-site', 'none', 'Same-Origin', 'same-origin, same-origin'],
  'Sec-Fetch-Mode': ['navigate'],
  'Content-Type': [
    '',
    'text/plain',
    'text/plain; application/json',
    'application/json; charset=utf-8',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'Application/JSON',
    'application/json,text/plain',
    'application/jsonp',
  ],
  'Content-Length': ['', '-1', '1e2', '0x10', '1001', '99999999999', '2, 2', ' 2'],
}

it('the right request is admitted', () => {
  expect(isRefusal(ask(right))).toBe(false)
})

it('every combination with at least one wrong header is refused, a wrong Host before anything else', () => {
  let seen = 0
  const combine = (names: string[], headers: Record<string, string>, isWrong: boolean): void => {
    const [name, ...rest] = names
    if (name === undefined) {
      seen += 1
      const verdict = ask(headers)
      if (isRefusal(verdict) !== isWrong)
        expect(verdict, JSON.stringify(headers)).toBe(isWrong ? 'refused' : 'admitted')
      if (isRefusal(verdict) && headers.Host !== host) expect(verdict.status).toBe(421)
      return
    }
    combine(rest, headers, isWrong)
    for (const value of WRONG[name]?.slice(0, 4) ?? []) combine(rest, { ...headers, [name]: value }, true)
    const { [name]: _left, ...without } = headers
    if (name !== 'Sec-Fetch-Mode') combine(rest, without, true)
  }
  combine(Object.keys(WRONG), right, false)
  expect(seen).toBeGreaterThan(5_000)
})

it('every single wrong value is refused', () => {
  for (const [name, values] of Object.entries(WRONG))
    for (const value of values) expect(isRefusal(ask({ ...right, [name]: value })), `${name}: ${value}`).toBe(true)
})

it('a header that decides anything may stand there only once, in any spelling', () => {
  for (const [name, value] of Object.entries(right)) {
    for (const spelling of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(isRefusal(ask(right, [spelling, value])), spelling).toBe(true)
      expect(isRefusal(ask(right, [spelling, 'other'])), spelling).toBe(true)
    }
  }
})

it('forms of a request that parsers read differently are refused', () => {
  const tricks = [
    ['Transfer-Encoding', 'chunked'],
    ['transfer-encoding', 'identity'],
    ['Upgrade', 'websocket'],
    ['Expect', '100-continue'],
    ['Content-Encoding', 'gzip'],
    ['Content-Disposition', 'attachment'],
    ['TE', 'trailers'],
    ['Trailer', 'x'],
  ]
  for (const trick of tricks) expect(isRefusal(ask(right, trick)), trick[0]).toBe(true)
  for (const url of [`${origin}/rpc/vault/status`, '*', 'rpc', '/rpc?x=1', '/rpc#x', '/%2e%2e', '/a\\b', '/a b', ''])
    expect(isRefusal(ask(right, [], { url })), url).toBe(true)
  for (const httpVersion of ['1.0', '0.9', '2.0', '']) expect(isRefusal(ask(right, [], { httpVersion }))).toBe(true)
})

it('the page may be opened from a local file only while the launch address waits', () => {
  const page = {
    Host: host,
    'Sec-Fetch-Site': 'cross-site',
    'Sec-Fetch-Mode': 'navigate',
    'Sec-Fetch-Dest': 'document',
  }
  const open = (isAwaitingLaunch: boolean) =>
    admit({ method: 'GET', url: '/', httpVersion: '1.1', rawHeaders: raw(page) }, { ...rules, isAwaitingLaunch })
  expect(isRefusal(open(true))).toBe(false)
  expect(isRefusal(open(false))).toBe(true)
})
