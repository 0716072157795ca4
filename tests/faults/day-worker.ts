/**
 * A process that works in a vault and tells after each answer what it promises. Made to be killed, or to run under the
 * shim. It waits for a line on standard input, so that it can be started before it is needed.
 */
import { readSync, writeSync } from 'node:fs'
import { daysWork } from './days-work.ts'
import { randomFrom } from './random.ts'
import { workOn } from './work-on.ts'

readSync(0, Buffer.alloc(1))
const [file = '', key = '', userId = '', own = '', seed = '', habit = ''] = process.argv.slice(2)
const random = randomFrom(Number(seed))
let work = workOn(file, key, userId, own)
writeSync(1, '[]\n')
for await (const kept of daysWork({ call: (path, input) => work.gate.call(path, input) }, work.me, random)) {
  writeSync(1, `${JSON.stringify(kept)}\n`)
  if (habit === 'checkpoint') work.vault.db.pragma('wal_checkpoint(TRUNCATE)')
  if (habit === 'lock') {
    work.lock()
    work = workOn(file, key, userId, own)
  }
}
