/** A process that makes a set into one place and says how it ended; made to be killed or to run under the shim. */
import { readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#db/connection'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import { backUp } from '#electron/host/backups/back-up'
import { copySet } from '#electron/host/backups/copy-set'
import type { Job } from '#electron/host/backups/job'
import { makeSet } from '#electron/host/backups/make-set'
import { manifestOf } from '#electron/host/backups/set-folder'
import { fakeAfter, failAt, type Fault, heal, killAt } from './shim-orders.ts'

export type BackupOrder =
  | { kind: 'watch' }
  | { kind: 'kill'; k: number }
  | { kind: 'fail'; k: number; fault: Fault; forever: boolean }
  /** `careless`: what was copied is called good without being read again. */
  | { kind: 'fake'; bytes: number; careless: boolean }

const [dataFolder = '', stick = '', placeId = '', key = '', now = '', orderText = ''] = process.argv.slice(2)
const order = JSON.parse(orderText) as BackupOrder
const vault = openVault(join(dataFolder, 'vault.db'), Buffer.from(key, 'hex'))
connect(vault)
const keyslots = readKeyslots(dataFolder)
if (!keyslots) throw new Error('no keyslots')
const source = { vault, keyslots, databaseKey: Buffer.from(key, 'hex'), folder: join(dataFolder, 'backups'), now }
const place = { id: placeId, label: 'U盘', folder: stick, isThisComputer: false }
const job: Job = { signal: new AbortController().signal, step: () => ({}) }
readSync(0, Buffer.alloc(1))
if (order.kind === 'kill') killAt(order.k)
if (order.kind === 'fail') failAt(order.k, order.fault, order.forever)
if (order.kind === 'fake') fakeAfter(order.bytes)
const outcome =
  order.kind === 'fake' && order.careless
    ? await carelessly()
    : await backUp({ source, places: [place], dataFolder, now: () => now, keep: () => {} }, job)
if (order.kind === 'fail') heal()
writeSync(1, `${JSON.stringify(outcome)}\n`)
vault.close()

/** What a backup must not be. */
async function carelessly() {
  const { folder: from, name } = await makeSet(source)
  const manifest = await manifestOf(from)
  if (!manifest) throw new Error('no manifest')
  await copySet({ from, name, manifest, folder: stick }, {})
  return [{ placeId, safeToRemove: true, trouble: null }]
}
