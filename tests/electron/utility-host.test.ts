import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Contract } from '#contract/all'
import { scratchFolder } from '#tests/scratch-folder'

/** Electron's port: listeners get `{ data }`, and nothing comes before `start`. */
const asPortMain = (port: MessagePort) => {
  const emitter = new EventEmitter()
  port.on('message', (data) => emitter.emit('message', { data, ports: [] }))
  port.on('close', () => emitter.emit('close'))
  return Object.assign(emitter, {
    start: () => port.start(),
    close: () => port.close(),
    postMessage: (data: unknown) => port.postMessage(data),
  })
}

const said: { type: string; status?: { state: string } }[] = []
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (word: (typeof said)[number]) => void said.push(word),
})
const { port1, port2 } = new MessageChannel()

beforeAll(async () => {
  Object.assign(process, { parentPort })
  process.argv.push('--data-dir', scratchFolder('utility'))
  await import('#electron/host/thread')
})
afterAll(() => {
  port1.close()
  Reflect.deleteProperty(process, 'parentPort')
})

it('the host answers as a utility process, over the ports that Electron hands it', async () => {
  expect(said[0]).toMatchObject({ type: 'status', status: { state: 'setup' } })
  parentPort.emit('message', { data: { type: 'connect' }, ports: [asPortMain(port2)] })
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: asPortMain(port1) }))
  port1.start()
  expect(await client.vault.status({})).toMatchObject({ state: 'setup', practice: false })
})

it('says that it has closed when the shell ends it', async () => {
  parentPort.emit('message', { data: { type: 'lock', reason: 'suspend' }, ports: [] })
  parentPort.emit('message', { data: { type: 'close' }, ports: [] })
  await vi.waitFor(() => expect(said.at(-1)).toEqual({ type: 'closed' }), { timeout: 20_000 })
})
