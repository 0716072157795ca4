import { connect } from 'node:net'
import { openLoopback, type Ending, type Loopback } from '#electron/loopback/server'
import type { BuiltFiles } from '#electron/built-files'
import type { PresenceTimes } from '#electron/loopback/presence'
import { createAnsweringHost } from './answering-host.ts'

export type Told = { status: number; headers: Map<string, string[]>; body: string; raw: string }
export type Held = { cookie: string; token: string; resumeKey: string }

/** A running carrier with an answering host behind it, and what became of it. */
export const startCarrier = async (
  options: { files?: BuiltFiles; launchLifeMs?: number; times?: PresenceTimes; open?: typeof openLoopback } = {},
) => {
  const door = createAnsweringHost()
  const endings: Ending[] = []
  const open = options.open ?? openLoopback
  const loopback = await open({
    host: door.host,
    files: options.files ?? new Map(),
    launchLifeMs: options.launchLifeMs ?? 60_000,
    onEnd: (ending) => endings.push(ending),
    ...(options.times && { times: options.times }),
  })
  return { ...door, loopback, endings }
}

/** Headers as the one true window sends them. */
export const windowHeaders = ({ origin }: Loopback, held?: Held): Record<string, string> => ({
  Host: new URL(origin).host,
  Origin: origin,
  'Sec-Fetch-Site': 'same-origin',
  'Sec-Fetch-Mode': 'cors',
  'Sec-Fetch-Dest': 'empty',
  'Content-Type': 'application/json',
  ...(held && { Cookie: `__Host-sid=${held.cookie}`, 'x-quietroom-token': held.token }),
})

/** Sends bytes as they are and reads until the other side closes or `waitMs` have passed. */
export const sendRaw = (port: number, bytes: string | Uint8Array, waitMs = 2_000): Promise<Told> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(bytes))
    const timer = setTimeout(() => socket.destroy(), waitMs)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => undefined)
    // Leaves nothing that lingers: the host asks the system whose each connection is, out of a list of all of them.
    socket.on('end', () => socket.resetAndDestroy())
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(understand(Buffer.concat(chunks).toString('utf8')))
    })
  })

/** One request in plain text; `Connection: close` so that the answer ends. */
export const send = (
  { port }: Loopback,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Told> => {
  const lines = Object.entries({ Connection: 'close', ...headers }).map(([name, value]) => `${name}: ${value}`)
  if (body !== undefined) lines.push(`Content-Length: ${Buffer.byteLength(body)}`)
  return sendRaw(port, [`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n'))
}

/** Goes through the launch as the window does. */
export const enter = async (loopback: Loopback): Promise<Held> => {
  const secret = new URL(loopback.launchAddress).hash.slice('#c='.length)
  const told = await send(loopback, 'POST', '/session', windowHeaders(loopback), JSON.stringify({ secret }))
  return heldOf(told)
}

export const heldOf = ({ headers }: Told): Held => ({
  cookie: /__Host-sid=([0-9a-f]+)/.exec(headers.get('set-cookie')?.[0] ?? '')?.[1] ?? '',
  token: headers.get('x-quietroom-token')?.[0] ?? '',
  resumeKey: headers.get('x-quietroom-resume')?.[0] ?? '',
})

const understand = (raw: string): Told => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map<string, string[]>()
  for (const line of lines) {
    const [name = '', ...value] = line.split(':')
    const key = name.toLowerCase()
    headers.set(key, [...(headers.get(key) ?? []), value.join(':').trim()])
  }
  return { status: Number(first.split(' ')[1] ?? 0), headers, body: rest.join('\r\n\r\n'), raw }
}
