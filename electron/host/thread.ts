import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { StartablePort } from './port.ts'
import { openHost } from './open-host.ts'

/**
 * Entry of the thread (plain Node) or process (Electron) that owns the vault. Only here does a key ever exist.
 * In: `{type:'connect'}` with a port, `{type:'lock', reason}`, `{type:'close'}`. Out: `{type:'status', status}`, `{type:'closed'}`.
 */
const Word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connect'), port: z.unknown().optional() }),
  z.object({ type: z.literal('lock'), reason: z.string().max(40) }),
  z.object({ type: z.literal('close') }),
])
type Parent = { say(word: object): void; listen(hear: (word: unknown, port: StartablePort | undefined) => void): void }

const parent = findParent()
const host = openHost({
  dataDir: findDataDir(),
  newId: randomUUID,
  onStatus: (status) => parent.say({ type: 'status', status }),
})

parent.listen((raw, port) => {
  const word = Word.safeParse(raw).data
  if (word?.type === 'connect' && port) host.connect(port)
  if (word?.type === 'lock') host.lock(word.reason)
  if (word?.type === 'close') {
    host.lock('closed')
    parent.say({ type: 'closed' })
  }
})
parent.say({ type: 'status', status: host.status() })

/** Electron's utility process has `process.parentPort`, which hands over ports beside the message. */
function findParent(): Parent {
  type Utility = {
    postMessage(word: object): void
    on(event: 'message', hear: (event: { data: unknown; ports: StartablePort[] }) => void): void
  }
  const utility = (process as NodeJS.Process & { parentPort?: Utility }).parentPort
  if (utility)
    return {
      say: (word) => utility.postMessage(word),
      listen: (hear) => utility.on('message', ({ data, ports }) => hear(data, ports[0])),
    }
  const thread = parentPort
  if (!thread) throw new Error('the host runs as a thread or a utility process')
  return {
    say: (word) => thread.postMessage(word),
    listen: (hear) => thread.on('message', (word: { port?: StartablePort }) => hear(word, word.port)),
  }
}

function findDataDir(): string {
  const given = process.argv.indexOf('--data-dir')
  return z
    .string()
    .min(1)
    .parse(given > 0 ? process.argv[given + 1] : (workerData as { dataDir?: unknown } | null)?.dataDir)
}
