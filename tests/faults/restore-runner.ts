/** A process that puts an opened set in the place of a vault; made to be killed or to run under the shim. */
import { readSync, writeSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { writeAnchor } from '#db/vault/anchor'
import { openForReading } from '#db/vault/open'
import { markOf } from '#db/vault/standing'
import { manifestOf } from '#electron/host/backups/set-folder'
import type { HeldSet } from '#electron/host/restores/held-set'
import { INCOMING, openSet } from '#electron/host/restores/open-set'
import { putInPlace } from '#electron/host/restores/put-in-place'
import { slotsOfSet } from '#electron/host/restores/secret'
import { finishSwap } from '#electron/host/restores/swap'
import { failAt, type Fault, heal, killAt } from './shim-orders.ts'

export type RestoreOrder =
  | { kind: 'watch' | 'careless'; finish: boolean; k?: number }
  | { kind: 'kill'; k: number; finish: boolean }
  | { kind: 'fail'; k: number; fault: Fault; forever: boolean; finish: boolean }

const [folder = '', set = '', key = '', now = '', orderText = ''] = process.argv.slice(2)
const order = JSON.parse(orderText) as RestoreOrder
const databaseKey = Buffer.from(key, 'hex')
readSync(0, Buffer.alloc(1))
if (order.kind === 'kill' || (order.kind === 'careless' && order.k)) killAt(order.k ?? 0)
if (order.kind === 'fail') failAt(order.k, order.fault, order.forever)
try {
  // What a start of the program does with what an earlier one left.
  if (order.finish) finishSwap(folder)
  else {
    const held = await open()
    if (order.kind === 'careless') carelessly()
    else await putInPlace(folder, held, null, now)
  }
  writeSync(1, 'restored\n')
} catch {
  writeSync(1, 'refused\n')
} finally {
  if (order.kind === 'fail') heal()
}

async function open(): Promise<HeldSet> {
  const manifest = await manifestOf(set)
  if (!manifest) throw new Error('no manifest')
  const ofSet = await slotsOfSet(set, manifest)
  const inside = await openSet(set, manifest, databaseKey, folder, () => ({}))
  return { token: randomUUID(), name: 'QR', inside, ofSet, databaseKey }
}

/** What a restore must not be: file by file, with nothing written down. */
function carelessly(): void {
  const image = join(folder, INCOMING, 'vault.db')
  const db = openForReading(image, databaseKey)
  const mark = markOf(db)
  db.close()
  renameSync(image, join(folder, 'vault.db'))
  writeAnchor(join(folder, 'vault.db'), databaseKey, mark)
}
