import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseKeyOf, openWithOwn, openWithPassphrase, openWithPassword, openWithRecovery } from '#db/vault/keyslots'
import { readKeyslots, sign, writeKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import { checkPages } from '#db/vault/pages'
import { ROTATION_STEPS, rotateDatabaseKey, settleRotation } from '#db/vault/rotate'
import { emptyVault } from '#tests/faults/fast-folder'
import { BACKUP_PASSPHRASE, VAULT_PASSWORD, writeTestKeys } from '#tests/vault-keys'

async function closedVault() {
  const { folder, file: vaultFile, databaseKey } = emptyVault()
  const keys = await writeTestKeys(folder, databaseKey)
  return { ...keys, folder, vaultFile, place: { folder, vaultFile }, now: () => readKeyslots(folder)! }
}

describe('a new database key', () => {
  it('opens for everybody whose slot is there, by all they know, and the former one does not', async () => {
    const { place, keyslots, databaseKey, own, code, now, vaultFile, folder } = await closedVault()
    const steps: string[] = []
    rotateDatabaseKey(place, keyslots, databaseKey, (step) => void steps.push(step))
    expect(steps).toEqual(ROTATION_STEPS)
    expect(now()).toMatchObject({ epoch: 2, pending: null, due: false, counter: keyslots.counter + 2 })
    const fresh = databaseKeyOf(now(), own)
    expect(openWithRecovery(now(), code)?.databaseKey).toEqual(fresh)
    expect((await openWithPassword(now(), VAULT_PASSWORD))?.databaseKey).toEqual(fresh)
    expect((await openWithPassphrase(now(), BACKUP_PASSPHRASE))?.databaseKey).toEqual(fresh)
    expect(checkPages(vaultFile, fresh).bad).toEqual([])
    openVault(vaultFile, fresh).close()
    expect(() => openVault(vaultFile, databaseKey)).toThrow('wrong-key')
    expect(readdirSync(folder).filter((name) => name.startsWith('vault.db'))).toEqual(['vault.db'])
    expect(statSync(vaultFile).mode & 0o777).toBe(0o600)
  })
  it('is not made while a slot of the first format is left', async () => {
    const { place, keyslots, databaseKey, now } = await closedVault()
    const former = [
      {
        slotId: keyslots.slots[0]!.slotId,
        kind: 'recovery' as const,
        userId: null,
        kdf: null,
        salt: '0'.repeat(32),
        nonce: '0'.repeat(24),
        wrapped: '0'.repeat(64),
        tag: '0'.repeat(32),
        createdAt: '2026-11-21T08:00:00.000Z',
      },
    ]
    const withFormer = writeKeyslots(place.folder, sign({ ...keyslots, former }, databaseKey))
    expect(() => rotateDatabaseKey(place, withFormer, databaseKey)).toThrow('former-slots')
    expect(now()).toEqual(withFormer)
  })
  it('that cannot be written down changes nothing', async () => {
    const { place, keyslots, databaseKey, now, folder, vaultFile } = await closedVault()
    const inTheWay = join(folder, 'keyslots-b.json.part')
    mkdirSync(inTheWay)
    expect(() => rotateDatabaseKey(place, keyslots, databaseKey)).toThrow('EISDIR')
    rmdirSync(inTheWay)
    expect(now()).toEqual(keyslots)
    openVault(vaultFile, databaseKey).close()
    expect(existsSync(`${vaultFile}.next`)).toBe(false)
  })
  it('is not given to a vault whose pages are damaged', async () => {
    const { place, keyslots, databaseKey, now, vaultFile } = await closedVault()
    const bytes = readFileSync(vaultFile)
    bytes[bytes.length - 2000]! ^= 1
    writeFileSync(vaultFile, bytes)
    expect(() => rotateDatabaseKey(place, keyslots, databaseKey)).toThrow(/malformed|damaged|differs/u)
    expect(now()).toEqual(keyslots)
  })
})

describe('a change of the key that was cut off', () => {
  const stopAfter = (wanted: string) => (step: string) => {
    if (step === wanted) throw new Error('cut off')
  }
  it.each([
    ['pending', 1],
    ['swapped', 2],
  ] as const)('after %s goes on with the key of epoch %i', async (step, epoch) => {
    const { place, keyslots, databaseKey, own, now, vaultFile } = await closedVault()
    expect(() => rotateDatabaseKey(place, keyslots, databaseKey, stopAfter(step))).toThrow('cut off')
    expect(now().pending).not.toBeNull()
    const settled = settleRotation(place, { ...openWithOwn(now(), own), keyslots: now() })
    expect(now()).toMatchObject({ epoch, pending: null })
    expect(settled.databaseKey.equals(databaseKey)).toBe(epoch === 1)
    openVault(vaultFile, settled.databaseKey).close()
    expect(databaseKeyOf(now(), own)).toEqual(settled.databaseKey)
  })
  it('opens although its end cannot be written down', async () => {
    const { place, keyslots, databaseKey, own, now, vaultFile, folder } = await closedVault()
    expect(() => rotateDatabaseKey(place, keyslots, databaseKey, stopAfter('swapped'))).toThrow('cut off')
    const before = now()
    mkdirSync(join(folder, 'keyslots-a.json.part'))
    const settled = settleRotation(place, { ...openWithOwn(before, own), keyslots: before })
    openVault(vaultFile, settled.databaseKey).close()
    expect(now()).toEqual(before)
    rmdirSync(join(folder, 'keyslots-a.json.part'))
    settleRotation(place, { ...openWithOwn(before, own), keyslots: before })
    expect(now()).toMatchObject({ epoch: 2, pending: null })
  })
})
