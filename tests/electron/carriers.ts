import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract/all'
import { type Host, startHost } from '#electron/host/start-host'
import { openLoopback } from '#electron/loopback/server'
import { enter, type Held, windowHeaders } from './loopback/browser-talk.ts'

export type Client = ContractRouterClient<Contract>
export type Carried = { client: Client; host: Host; close(): Promise<void> }

/** A host of its own on an empty folder, asked through a MessagePort as in Electron. */
export const overPort = async (): Promise<Carried> => {
  const { host, close } = startOwnHost()
  let port = openPort(host)
  let link = new PortLink({ port })
  host.onFresh(() => {
    port = openPort(host)
    link = new PortLink({ port })
  })
  const client: Client = createORPCClient({ call: (...asked) => link.call(...asked) })
  return {
    client,
    host,
    async close() {
      port.close()
      await close()
    },
  }
}

const openPort = (host: Host) => {
  const { port1, port2 } = new MessageChannel()
  host.connect(port2)
  port1.start()
  return port1
}

/** The same through HTTP on 127.0.0.1, as the window in a browser does. */
export const overHttp = async (): Promise<Carried> => {
  const { host, close } = startOwnHost()
  const loopback = await openLoopback({ host, files: new Map(), launchLifeMs: 60_000, onEnd: () => undefined })
  let held = await enter(loopback)
  const talk = async (asked: Request): Promise<Response> => {
    const answer = await post(
      loopback.port,
      new URL(asked.url).pathname,
      windowHeaders(loopback, held),
      await asked.text(),
    )
    held = renewed(answer, held)
    if (answer.status !== 401) return answer
    // A lock has ended the session; the window takes it up again as after a reload.
    const resumed = await post(
      loopback.port,
      '/session/resume',
      windowHeaders(loopback, held),
      JSON.stringify({ key: held.resumeKey }),
    )
    held = renewed(resumed, held)
    return answer
  }
  const client: Client = createORPCClient(new HttpLink({ url: `${loopback.origin}/rpc`, fetch: talk }))
  return {
    client,
    host,
    async close() {
      await loopback.close()
      await close()
    },
  }
}

const startOwnHost = () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quietroom-carrier-'))
  const threadFile = join(import.meta.dirname, '../../electron/host/thread.ts')
  const host = startHost({ dataDir, threadFile })
  const close = async () => {
    await host.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { host, close }
}

const post = (port: number, path: string, headers: Record<string, string>, body: string): Promise<Response> =>
  new Promise((resolve, reject) => {
    const all = { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }
    const asked = httpRequest({ host: '127.0.0.1', port, path, method: 'POST', headers: all, agent: false })
    asked.on('error', reject)
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const status = answer.statusCode ?? 0
        const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
        resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: told }))
      })
    })
    asked.end(body)
  })

const renewed = (answer: Response, before: Held): Held => {
  const cookie = /__Host-sid=([0-9a-f]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1]
  const token = answer.headers.get('x-quietroom-token')
  const resumeKey = answer.headers.get('x-quietroom-resume')
  return cookie && token && resumeKey ? { cookie, token, resumeKey } : before
}
