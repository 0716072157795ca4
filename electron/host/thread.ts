import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { ShellMessage } from './messages.ts'
import { openHost } from './open-host.ts'
import type { StartablePort } from './port.ts'

type Parent = { say(word: object): void; listen(hear: (word: unknown, port: StartablePort | undefined) => void): void }

/** Entry of the thread (plain Node) or process (Electron) that owns the vault. Only here does a key ever exist. */
const parent = findParent()
const host = openHost({
  dataDir: findDataDir(),
  inPractice:
    process.argv.includes('--in-practice') || (workerData as { inPractice?: unknown } | null)?.inPractice === true,
  newId: randomUUID,
  onStatus: (status) => parent.say({ type: 'status', status }),
})

parent.listen((raw, port) => {
  const message = ShellMessage.safeParse(raw).data
  if (message?.type === 'connect' && port) host.connect(port)
  if (message?.type === 'lock') host.lock(message.reason)
  if (message?.type === 'close') {
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
