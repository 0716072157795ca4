/**
 * A process under the shim that works in a vault and tells after each answer what it promises. Made to be killed: it works
 * itself warm in a vault of no account, then goes on in a copy of itself for every line it reads, so that a kill costs
 * milliseconds instead of a start.
 */
import { readSync, writeSync } from 'node:fs'
import { daysWork } from './days-work.ts'
import { randomFrom } from './random.ts'
import { inACopy } from './shim-orders.ts'
import { workOn } from './work-on.ts'

/** What a line orders. `habit`: what it does after every answer. */
export type Life = { args: string[]; seed: number; habit: '' | 'checkpoint' | 'lock' }

async function live({ args, seed, habit }: Life, tell: (kept: unknown) => boolean): Promise<void> {
  const open = () => workOn(...(args as [string, string, string, string]))
  let work = open()
  const gate: typeof work.gate = { call: (path, input) => work.gate.call(path, input) }
  for await (const kept of daysWork(gate, work.me, randomFrom(seed))) {
    if (!tell(kept)) break
    if (habit === 'checkpoint') work.vault.db.pragma('wal_checkpoint(TRUNCATE)')
    if (habit !== 'lock') continue
    work.lock()
    work = open()
  }
  work.vault.close()
}

function nextLife(): Life | null {
  const line = Buffer.alloc(10_000)
  const length = readSync(0, line)
  return length === 0 ? null : (JSON.parse(line.toString('utf8', 0, length)) as Life)
}

const WARM_AFTER = 60
const warming = nextLife()
let answers = 0
if (warming) await live(warming, () => ++answers < WARM_AFTER)
writeSync(1, 'GONE\n')
for (let life = nextLife(); life; life = nextLife())
  if (inACopy()) await live(life, (kept) => writeSync(1, `${JSON.stringify(kept)}\n`) > 0)
