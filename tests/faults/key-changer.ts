/**
 * A process that takes somebody's way in away and changes the database key; made to be killed or to run under the shim. It
 * waits for a line on standard input.
 */
import { readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { changeKeyslots } from '#db/vault/change-keyslots'
import { renameDurably } from '#db/vault/files'
import { readKeyslots, sign, writeKeyslots, type Keyslots } from '#db/vault/keyslots-file'
import { openVault, rekeyCopy } from '#db/vault/open'
import { type RotationStep, rotateDatabaseKey } from '#db/vault/rotate'
import { sealKey } from '#db/vault/slots'
import { ack, failAt, type Fault, heal, killAt } from './shim-orders.ts'

export type ChangeOrder =
  | { kind: 'watch' | 'careless' }
  | { kind: 'step'; step: RotationStep }
  | { kind: 'kill'; k: number }
  | { kind: 'fail'; k: number; fault: Fault; forever: boolean }

const [vaultFile = '', key = '', removedId = '', orderText = ''] = process.argv.slice(2)
const order = JSON.parse(orderText) as ChangeOrder
const folder = dirname(vaultFile)
const databaseKey = Buffer.from(key, 'hex')
readSync(0, Buffer.alloc(1))
if (order.kind === 'kill') killAt(order.k)
if (order.kind === 'fail') failAt(order.k, order.fault, order.forever)
try {
  const keyslots = readKeyslots(folder)
  if (!keyslots) throw new Error('no keyslots')
  const slots = keyslots.slots.filter(({ userId }) => userId !== removedId)
  const changed = changeKeyslots({ folder, keyslots, databaseKey }, { slots, due: true })
  ack('removed')
  if (order.kind === 'careless') rotateCarelessly(changed)
  else
    rotateDatabaseKey({ folder, vaultFile }, changed, databaseKey, (step) => {
      if (order.kind === 'step' && order.step === step) process.kill(process.pid, 'SIGKILL')
    })
  ack('rotated')
  writeSync(1, 'rotated\n')
} catch {
  writeSync(1, 'refused\n')
} finally {
  if (order.kind === 'fail') heal()
}

/** What a rotation must not be: the new key is written down after the file that needs it is in its place. */
function rotateCarelessly(keyslots: Keyslots): void {
  const fresh = Buffer.alloc(32, 7)
  const copy = `${vaultFile}.next`
  const vault = openVault(vaultFile, databaseKey)
  vault.db.prepare('VACUUM INTO ?').run(copy)
  vault.close()
  rekeyCopy(copy, databaseKey, fresh)
  openVault(copy, fresh).close()
  renameDurably(copy, vaultFile)
  const epoch = keyslots.epoch + 1
  const slots = keyslots.slots.map((slot) => ({
    ...slot,
    sealed: sealKey(slot, fresh, { vaultId: keyslots.vaultId, epoch }),
  }))
  writeKeyslots(folder, sign({ ...keyslots, epoch, counter: keyslots.counter + 1, slots, due: false }, fresh))
}
