/**
 * A process that works under the shim until so many answers were given: a checkpoint at times, at times a lock. It prints
 * what the vault held after each of its transactions; `ack n` says that the n-th of them was answered.
 */
import { daysWork } from './days-work.ts'
import { digestOf } from './digest.ts'
import { randomFrom } from './random.ts'
import { ack } from './shim-orders.ts'
import { workOn } from './work-on.ts'

const [file = '', key = '', userId = '', own = '', seed = '', answers = '', carelessly = ''] = process.argv.slice(2)
const random = randomFrom(Number(seed))
const open = () => {
  const opened = workOn(file, key, userId, own)
  if (carelessly) opened.vault.db.pragma('synchronous = NORMAL')
  return opened
}
let work = open()
const states = [digestOf(work.vault)]
ack(0)
for await (const _ of daysWork({ call: (path, input) => work.gate.call(path, input) }, work.me, random)) {
  ack(states.push(digestOf(work.vault)) - 1)
  if (states.length > Number(answers)) break
  const next = random.below(20)
  if (next < 3) work.vault.db.pragma('wal_checkpoint(TRUNCATE)')
  if (next !== 3) continue
  work.lock()
  work = open()
  ack(states.push(digestOf(work.vault)) - 1)
}
process.stdout.write(JSON.stringify(states))
