import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readAnchor } from '#db/vault/anchor'
import { changeKeyslots, slotForPerson } from '#db/vault/change-keyslots'
import { KDF_FLOOR } from '#db/vault/kdf'
import { databaseKeyOf, openWithOwn, pendingKeyOf } from '#db/vault/keyslots'
import { type Keyslots, readKeyslots } from '#db/vault/keyslots-file'
import { openVault, type Vault } from '#db/vault/open'
import type { OwnKeys } from '#db/vault/own-keys'
import { checkPages } from '#db/vault/pages'
import { rotateDatabaseKey, settleRotation } from '#db/vault/rotate'
import { compareWithAnchor } from '#db/vault/standing'
import { digestsOf } from './digest.ts'
import { emptyVault } from './fast-folder.ts'
import { type Files, readFiles } from './replay.ts'
import { writeTestKeys } from '#tests/vault-keys'

/** A closed vault with the ways in of two people, one of whom is about to lose hers. */
export type Locked = {
  folder: string
  file: string
  start: Files
  databaseKey: Buffer
  own: OwnKeys
  removedId: string
  removed: OwnKeys
  /** Of everything in the vault. */
  digest: string
}

export async function lockedVault(): Promise<Locked> {
  const { folder, file, databaseKey } = emptyVault()
  const { keyslots, own } = await writeTestKeys(folder, databaseKey)
  const removedId = randomUUID()
  const basis = { belonging: keyslots, databaseKey, at: '2026-11-21T08:00:00.000Z' }
  const { slot, own: removed } = await slotForPerson(basis, { userId: removedId, start: false }, 'hers', KDF_FLOOR)
  changeKeyslots({ folder, keyslots, databaseKey }, { slots: [...keyslots.slots, slot] })
  const vault = openVault(file, databaseKey)
  const digest = digestOf(vault)
  vault.close()
  return { folder, file, start: readFiles(folder), databaseKey, own, removedId, removed, digest }
}

/**
 * What is wrong with a folder after somebody was removed and the key changed, or an attempt at it; null when exactly one key
 * opens the vault, it opens for whoever stays, nothing is missing, and the removed person gets in nowhere once it is through.
 */
export function wrongWithKeys({ databaseKey, own, removed, removedId, digest }: Locked, folder: string): string | null {
  const place = { folder, vaultFile: join(folder, 'vault.db') }
  try {
    const found = newest(folder)
    const keys = keysFor(found, own)
    const fitting = [databaseKey, ...keys].filter(distinct).filter((key) => fits(place.vaultFile, key))
    if (fitting.length !== 1) return `${fitting.length} keys fit`
    let settled = settleRotation(place, { ...openWithOwn(found, own), keyslots: found })
    const trouble = wrongInside(place.vaultFile, settled.databaseKey, digest)
    if (trouble) return trouble
    const { keyslots } = settled
    if (newest(folder).mac !== keyslots.mac || keyslots.pending) return 'not settled'
    if (!keyslots.due && keyslots.epoch === 1)
      // It had not begun: she is still there, and nothing was promised.
      return keyslots.slots.some(({ userId }) => userId === removedId) ? null : 'removed without a new key'
    if (keyslots.due) {
      rotateDatabaseKey(place, keyslots, settled.databaseKey)
      const now = newest(folder)
      settled = settleRotation(place, { ...openWithOwn(now, own), keyslots: now })
      const later = wrongInside(place.vaultFile, settled.databaseKey, digest)
      if (later) return `afterwards: ${later}`
    }
    if (fits(place.vaultFile, databaseKey)) return 'the former key fits'
    if (keysFor(settled.keyslots, removed).length > 0) return 'the removed person gets a key'
    return existsSync(`${place.vaultFile}.next`) ? 'a copy is left' : null
  } catch (error) {
    return `does not open: ${String(error)}`
  }
}

/** Of all records; where their tables lie in the file is another matter after a rotation. */
const digestOf = (vault: Vault): string => JSON.stringify({ ...digestsOf(vault), sqlite_schema: '' })

function newest(folder: string): Keyslots {
  const keyslots = readKeyslots(folder)
  if (!keyslots) throw new Error('no keyslots')
  return keyslots
}

/** Every database key the file gives to these keys of a person. */
function keysFor(keyslots: Keyslots, own: OwnKeys): Buffer[] {
  try {
    const coming = pendingKeyOf(keyslots, openWithOwn(keyslots, own))
    return [databaseKeyOf(keyslots, own), ...(coming ? [coming] : [])]
  } catch {
    return []
  }
}

const distinct = (key: Buffer, at: number, all: Buffer[]): boolean => all.findIndex((one) => one.equals(key)) === at
const fits = (file: string, key: Buffer): boolean => !checkPages(file, key, { sample: 2 }).bad.includes(1)

function wrongInside(file: string, databaseKey: Buffer, digest: string): string | null {
  const vault = openVault(file, databaseKey)
  try {
    if (digestOf(vault) !== digest) return 'records differ'
    if (compareWithAnchor(vault.db, readAnchor(file, databaseKey))) return 'an alarm of the anchor'
    return vault.db.pragma('integrity_check', { simple: true }) === 'ok' ? null : 'integrity_check'
  } finally {
    vault.close()
  }
}
