/** `node build/try-silence.ts <way>`: how many packets one way of talking sends out; `not measured` where nothing can be counted. */
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { beginSilence, inSilence, isInSilence, packetsSent } from './silence.ts'

const datagram = (kind: 'udp4' | 'udp6', port: number, to: string) => () =>
  new Promise((resolve) => {
    createSocket(kind).send('x', port, to, resolve)
  })
const WAYS: Record<string, () => Promise<unknown>> = {
  async loopback() {
    const server = createServer((socket) => socket.end('here')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    await once(connect((server.address() as AddressInfo).port, '127.0.0.1').resume(), 'close')
  },
  fetch: () => fetch('http://10.1.2.3/', { signal: AbortSignal.timeout(500) }).catch(() => undefined),
  name: datagram('udp4', 53, '192.0.2.1'),
  'name-v6': datagram('udp6', 53, '2001:db8::1'),
  neighbours: datagram('udp4', 5353, '224.0.0.251'),
}

if (isInSilence()) {
  const before = await beginSilence()
  for (const way of process.argv.slice(2)) {
    const start = packetsSent()
    await WAYS[way]?.()
    process.stdout.write(`${way} ${packetsSent() - start}\n`)
  }
  process.stdout.write(`all ${packetsSent() - before}\n`)
  process.exit()
}
const inside = inSilence([import.meta.filename, ...process.argv.slice(2)])
if (!inside) process.stdout.write('not measured\n')
process.exitCode = inside?.status ?? 0
