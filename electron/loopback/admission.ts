import type { Address } from './address.ts'

/** What a request says about itself before a byte of its body is read. */
export type Asked = { method: string; url: string; httpVersion: string; rawHeaders: readonly string[] }
export type Admitted = { method: 'GET' | 'POST'; path: string; header(name: string): string | undefined }
/** `close`: nothing more is heard on this connection. */
export type Refusal = { status: number; close: boolean }
type Rules = {
  address: Address
  /** The launch address is still waiting for its one use: the page may then be opened from elsewhere (a local file). */
  isAwaitingLaunch: boolean
  bodyLimit: (path: string) => number
}

export const isRefusal = (verdict: Admitted | Refusal): verdict is Refusal => 'status' in verdict

/** Headers a browser of ours never sends, each of them a known way around a parser or a limit. */
const NEVER = [
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'content-encoding',
  'content-disposition',
  'proxy-connection',
  'proxy-authorization',
]

/**
 * Who may speak at all (security.md §4.4 H2, H5): the exact Host first, then form, method and origin. Rights come later,
 * with the session.
 */
export const admit = (asked: Asked, rules: Rules): Admitted | Refusal => {
  const headers = collect(asked.rawHeaders)
  if (asked.httpVersion !== '1.1') return refused(400)
  if (headers.get('host')?.length !== 1 || headers.get('host')?.[0] !== rules.address.host) return refused(421)
  if ([...headers.values()].some((values) => values.length > 1)) return refused(400)
  if (NEVER.some((name) => headers.has(name))) return refused(400)
  if (!/^\/[\w./-]*$/.test(asked.url) || asked.url.length > 200) return refused(400)

  const header = (name: string) => headers.get(name)?.[0]
  const admitted = { path: asked.url, header }
  switch (asked.method) {
    case 'GET':
      return refusedToLook(asked.url, header, rules) ?? { ...admitted, method: 'GET' }
    case 'POST':
      return refusedToAsk(asked.url, header, rules) ?? { ...admitted, method: 'POST' }
    case 'OPTIONS':
      return refused(403)
    default:
      return refused(405)
  }
}

type Header = Admitted['header']

/** Only files of the window, only for the window itself; the page also for a person who opens it. */
const refusedToLook = (path: string, header: Header, { isAwaitingLaunch }: Rules): Refusal | undefined => {
  if (header('content-length') !== undefined) return refused(400)
  const site = header('sec-fetch-site')
  const isPage = header('sec-fetch-mode') === 'navigate'
  if (isPage !== (path === '/')) return refused(403)
  if (!isPage) return site === 'same-origin' ? undefined : refused(403)
  if (header('sec-fetch-dest') !== 'document') return refused(403)
  return site === 'none' || site === 'same-origin' || isAwaitingLaunch ? undefined : refused(403)
}

const refusedToAsk = (path: string, header: Header, { address, bodyLimit }: Rules): Refusal | undefined => {
  if (header('origin') !== address.origin) return refused(403)
  if (header('sec-fetch-site') !== 'same-origin') return refused(403)
  if (header('sec-fetch-mode') === 'navigate') return refused(403)
  if (header('content-type') !== 'application/json') return refused(415)
  const length = header('content-length')
  if (length === undefined || !/^\d{1,9}$/.test(length)) return refused(411)
  return Number(length) > bodyLimit(path) ? refused(413) : undefined
}

const refused = (status: number): Refusal => ({ status, close: true })

const collect = (raw: readonly string[]): Map<string, string[]> => {
  const headers = new Map<string, string[]>()
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), raw[i + 1] ?? ''])
  }
  return headers
}
