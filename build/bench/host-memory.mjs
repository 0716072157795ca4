/**
 * Runs the built host alone on the practice vault of the folder given, works a while, and prints its resident memory in
 * bytes. Plain JavaScript, so that nothing but the host is weighed.
 */
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'

const thread = join(import.meta.dirname, '..', '..', 'dist', 'electron', 'host', 'thread.js')
// The limit of HOST_LIMITS in electron/host/start-host.ts.
const resourceLimits = { maxYoungGenerationSizeMb: 16 }
const worker = new Worker(thread, { workerData: { dataDir: process.argv[2] }, resourceLimits })
const { port1, port2 } = new MessageChannel()
worker.postMessage({ type: 'connect', port: port2 }, [port2])
port1.start()
const client = createORPCClient(new RPCLink({ port: port1 }))

await client.vault.openPractice({ language: 'zh' })
const { terms } = await client.settings.workplace({})
for (const text of ['wang', 'zs', '李', 'lzh', '2021']) await client.students.find({ text, limit: 10 })
const query = { text: '', grade: null, className: null, known: true, offset: 1000, limit: 100 }
const { rows } = await client.students.list(query)
for (const { id } of rows) {
  await client.students.header({ studentId: id })
  await client.students.timeline({ studentId: id, limit: 100 })
}
for (const text of ['考试', '妈妈', '睡眠', '担心']) await client.notes.search({ text, limit: 20 })
for (const { startsOn, endsOn } of terms.slice(-4)) await client.reports.termly({ from: startsOn, to: endsOn })
process.stdout.write(String(process.memoryUsage.rss()))
worker.postMessage({ type: 'close' })
worker.once('message', () => {})
setTimeout(() => process.exit(0), 300)
