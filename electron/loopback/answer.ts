import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { randomBytes } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import { responseHeaders } from '#electron/response-headers'
import type { Grant } from './sessions.ts'

export const TOKEN_HEADER = 'x-quietroom-token'
const RESUME_HEADER = 'x-quietroom-resume'
const COOKIE = '__Host-sid'

/** Puts the headers of every answer; returns the nonce that goes with them. */
export const secure = (response: ServerResponse): string => {
  const nonce = randomBytes(16).toString('base64')
  for (const [name, value] of Object.entries(responseHeaders(nonce))) response.setHeader(name, value)
  return nonce
}

/** An answer without a word in it. */
export const refuse = (response: ServerResponse, status: number, { close = true } = {}): void => {
  if (response.headersSent) return void response.destroy()
  if (close) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Length': '0' }).end()
}

/** For bytes that never became a request. */
export const refuseRaw = (socket: Socket, status: number): void => {
  if (!socket.writable) return void socket.destroy()
  const headers = { ...responseHeaders(randomBytes(16).toString('base64')), Connection: 'close', 'Content-Length': '0' }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'), () => socket.destroy())
}

export const cookieOf = (header: string | undefined): string | undefined =>
  header
    ?.split('; ')
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)

/** How a grant reaches the window: the cookie for the browser, the rest for the page's script. */
export const grantHeaders = (grant: Grant): Record<string, string> => ({
  'Set-Cookie': `${COOKIE}=${grant.cookie}; Secure; HttpOnly; SameSite=Strict; Path=/`,
  [TOKEN_HEADER]: grant.token,
  [RESUME_HEADER]: grant.resumeKey,
})

/** A small JSON body as one string field, or undefined when it is anything else. */
export const readField = async (request: IncomingMessage, field: string): Promise<string | undefined> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    if (typeof body !== 'object' || body === null || !Object.hasOwn(body, field)) return undefined
    const value: unknown = Reflect.get(body, field)
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
