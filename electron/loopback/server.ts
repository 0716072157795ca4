import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { type BuiltFiles, readBuiltFile } from '#electron/built-files'
import type { Host } from '#electron/host/start-host'
import { addressOf, newHostName } from './address.ts'
import { admit, isRefusal } from './admission.ts'
import { cookieOf, grantHeaders, readField, refuse, refuseRaw, secure, TOKEN_HEADER } from './answer.ts'
import { createForwarder, largePaths } from './forward.ts'
import {
  CALLS_PER_SECOND,
  createRate,
  FILES_PER_SECOND,
  MAX_BODY,
  MAX_LARGE_BODY,
  MAX_SESSION_BODY,
  MAX_SOCKETS,
  PARSER_LIMITS,
} from './limits.ts'
import { createPeerCheck } from './peer.ts'
import { type Presence, PRESENCE_TIMES, type PresenceTimes, watchPresence } from './presence.ts'
import { createSessions, type Sessions } from './sessions.ts'

/** Why the window is over: it was closed or hangs, was never opened, or the launch address was used a second time. */
export type Ending = 'left' | 'hung' | 'never-opened' | 'replayed'
type Options = {
  host: Host
  files: BuiltFiles
  /** Milliseconds that the launch address may wait for its one use. */
  launchLifeMs: number
  onEnd: (ending: Ending) => void
  /** The launch address has been used. */
  onLaunched?: () => void
  times?: PresenceTimes
}
export type Loopback = { launchAddress: string; origin: string; port: number; close(): Promise<void> }

/** Serves the window and its calls on 127.0.0.1, to one window only. */
export const openLoopback = async (options: Options): Promise<Loopback> => {
  const { host, files, launchLifeMs, onEnd, onLaunched, times = PRESENCE_TIMES } = options
  const sessions = createSessions({ launchLifeMs, now: Date.now })
  const presence = watchPresence({ times, onGone: onEnd, onSlept: () => void host.lock('slept') })
  const forwarder = createForwarder(host)
  const large = largePaths()
  const isSameOwner = createPeerCheck()
  const peers = new WeakMap<Socket, Promise<boolean>>()
  const isUnderRate = createRate(CALLS_PER_SECOND, () => Date.now())
  const isFileUnderRate = createRate(FILES_PER_SECOND, () => Date.now())
  const neverOpened = setTimeout(() => onEnd('never-opened'), launchLifeMs)

  const server = createServer(PARSER_LIMITS)
  server.maxConnections = MAX_SOCKETS
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const port = portOf(server)
  const address = addressOf(newHostName(), port)

  const stopListening = followVault(host, sessions, presence)
  const bodyLimit = (path: string) => {
    if (path.startsWith('/session')) return MAX_SESSION_BODY
    return path.startsWith('/rpc/') && large.has(path.slice('/rpc'.length)) ? MAX_LARGE_BODY : MAX_BODY
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const nonce = secure(response)
    const { method = '', url = '', httpVersion, rawHeaders } = request
    const rules = { address, isAwaitingLaunch: sessions.isAwaitingLaunch(), bodyLimit }
    const asked = admit({ method, url, httpVersion, rawHeaders }, rules)
    if (isRefusal(asked)) return refuse(response, asked.status, asked)
    if (!(asked.method === 'GET' ? isFileUnderRate() : isUnderRate())) return refuse(response, 429)
    if (asked.method === 'GET') return sendFile(asked.path, nonce, response)

    if (!(await peers.get(request.socket))) return refuse(response, 403)
    const cookie = cookieOf(asked.header('cookie'))
    switch (asked.path) {
      case '/session':
        return exchange((await readField(request, 'secret')) ?? '', response)
      case '/session/resume':
        return resume(cookie, (await readField(request, 'key')) ?? '', response)
      default:
    }
    if (!sessions.admits(cookie, asked.header(TOKEN_HEADER))) return refuse(response, 401)
    switch (asked.path) {
      case '/session/presence':
        response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' })
        return presence.hold(response, '{}\n')
      case '/session/beat':
        presence.sign()
        return refuse(response, 204, { close: false })
      default:
        return call(request, response)
    }
  }

  const sendFile = async (path: string, nonce: string, response: ServerResponse) => {
    const file = files.get(path)
    if (!file || (path !== '/' && file.type.startsWith('text/html'))) return refuse(response, 404)
    if (path === '/') presence.pageAsked()
    const bytes = await readBuiltFile(file, nonce)
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': bytes.byteLength }).end(bytes)
  }

  const exchange = (secret: string, response: ServerResponse) => {
    const grant = sessions.exchange(secret)
    if (grant === 'replayed') {
      refuse(response, 401)
      return onEnd('replayed')
    }
    if (grant === 'refused') return refuse(response, 401)
    clearTimeout(neverOpened)
    presence.expect()
    onLaunched?.()
    response.writeHead(204, grantHeaders(grant)).end()
  }

  const resume = (cookie: string | undefined, key: string, response: ServerResponse) => {
    const grant = sessions.resume(cookie, key)
    if (!grant) return refuse(response, 401)
    presence.expect()
    // Ours is never cached; this is for a browser that thinks otherwise (security.md §4.4 H6).
    response.writeHead(204, { ...grantHeaders(grant), 'Clear-Site-Data': '"cache"' }).end()
  }

  const call = async (request: IncomingMessage, response: ServerResponse) => {
    const extraHeaders = () => {
      const grant = sessions.takeRotation()
      return grant ? grantHeaders(grant) : {}
    }
    const { matched } = await forwarder.handle(request, response, { prefix: '/rpc', context: { extraHeaders } })
    if (!matched) refuse(response, 404)
  }

  server.on('connection', (socket) => {
    const verdict = isSameOwner(socket).catch(() => false)
    peers.set(socket, verdict)
    void verdict.then((isOurs) => isOurs || socket.destroy())
  })
  server.on('clientError', (_error, raw) => {
    const socket = raw as typeof raw & Parameters<typeof refuseRaw>[0]
    // A browser opens connections ahead of need. An answer on one that was never asked would be taken for the answer to the
    // call that comes next; when it just closes, the browser sends that call again by itself.
    if (socket.bytesRead === 0) socket.destroy()
    else refuseRaw(socket, 400)
  })
  server.on('connect', (_request, socket) => socket.destroy())
  server.on('checkContinue', (_request, response) => refuse(response, 400))
  server.on('checkExpectation', (_request, response) => refuse(response, 400))
  server.on('request', (request, response) => {
    answer(request, response).catch(() => refuse(response, 500))
  })

  return {
    launchAddress: `${address.origin}/#c=${sessions.launchSecret}`,
    origin: address.origin,
    port,
    async close() {
      clearTimeout(neverOpened)
      stopListening()
      presence.stop()
      server.close()
      server.closeAllConnections()
    },
  }
}

/**
 * A new session after each unlock, none but a resumed one after a lock (security.md §4.4 H4). The way into the kiosk is a
 * lock, the way out of it an unlock.
 */
const followVault = (host: Host, sessions: Sessions, presence: Presence): (() => void) => {
  let wasOpen = false
  return host.onStatus(({ state }) => {
    const isOpen = state === 'unlocked' || state === 'read-only'
    if (isOpen && !wasOpen) sessions.rotate()
    if (!isOpen && wasOpen) sessions.revoke()
    if (isOpen !== wasOpen) presence.tell(`${JSON.stringify({ open: isOpen })}\n`)
    wasOpen = isOpen
  })
}

const portOf = (server: Server): number => {
  const place = server.address()
  if (typeof place !== 'object' || place?.address !== '127.0.0.1')
    throw new Error('The host must listen on 127.0.0.1 only.')
  return place.port
}
