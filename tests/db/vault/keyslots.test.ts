import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeKeyslots, slotForPerson } from '#db/vault/change-keyslots'
import { KDF_FLOOR } from '#db/vault/kdf'
import {
  databaseKeyOf,
  openAnyWithPassword,
  openWithPassphrase,
  openWithPassword,
  openWithRecovery,
} from '#db/vault/keyslots'
import { type Keyslots, readCopies, readKeyslots, repairCopies, sign, writeKeyslots } from '#db/vault/keyslots-file'
import { newOwnKeys } from '#db/vault/own-keys'
import { newStartCode, startCodeFrom } from '#db/vault/start-code'
import { tempFolder } from '#tests/context'
import { BACKUP_PASSPHRASE, type TestKeys, VAULT_PASSWORD, writeTestKeys } from '#tests/vault-keys'

const COPIES = ['keyslots-a.json', 'keyslots-b.json'] as const
const ALTERED = expect.objectContaining({ data: { reason: 'keyslots-altered' } })
const DAMAGED = expect.objectContaining({ data: { reason: 'keyslots-damaged' } })

let made: TestKeys
beforeAll(async () => {
  const { mkdtempSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-keys-'))
  made = await writeTestKeys(folder)
  rmSync(folder, { recursive: true })
})
/** The same keyslots in a folder of their own. */
function onDisk(keyslots: Keyslots = made.keyslots): string {
  const folder = tempFolder()
  writeKeyslots(folder, keyslots)
  return folder
}

describe('keyslots', () => {
  it('the password, the recovery code, the passphrase and the keys of the person give the same key, anything else none', async () => {
    const { keyslots, databaseKey, userId, own, code } = made
    expect(await openWithPassword(keyslots, VAULT_PASSWORD)).toMatchObject({ databaseKey, userId, own, start: false })
    expect(openWithRecovery(keyslots, code)).toMatchObject({ databaseKey })
    expect(await openWithPassphrase(keyslots, BACKUP_PASSPHRASE)).toMatchObject({ databaseKey })
    expect(databaseKeyOf(keyslots, own)).toEqual(databaseKey)
    expect(await openWithPassword(keyslots, `${VAULT_PASSWORD} `)).toBeNull()
    expect(await openWithPassword(keyslots, BACKUP_PASSPHRASE)).toBeNull()
    expect(await openWithPassphrase(keyslots, VAULT_PASSWORD)).toBeNull()
    expect(openWithRecovery(keyslots, randomBytes(20))).toBeNull()
    expect(() => databaseKeyOf(keyslots, newOwnKeys())).toThrow(ALTERED)
  })
  it('full-width and ordinary letters are the same password, whatever the input method made of them', async () => {
    const wide = VAULT_PASSWORD.replace(/[a-z]/gu, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
    )
    expect(await openWithPassword(made.keyslots, wide)).not.toBeNull()
  })
  it('hold neither key nor secret in any readable form', () => {
    const { databaseKey, code, own } = made
    const text = readFileSync(join(onDisk(), 'keyslots-a.json'), 'utf8')
    const secrets = [
      databaseKey,
      code,
      ...[own.sealing, own.signing].map((pair) => Buffer.from(pair.privateKey, 'base64')),
    ]
    for (const secret of secrets)
      for (const form of ['hex', 'base64'] as const) expect(text).not.toContain(secret.toString(form))
    for (const secret of [VAULT_PASSWORD, BACKUP_PASSPHRASE]) expect(text).not.toContain(secret)
  })
  it('stay under the 16 KB of the plan for a dozen people', async () => {
    const { keyslots, databaseKey } = made
    const dozen = Array.from({ length: 12 }, () => ({ ...keyslots.slots[0]!, slotId: randomUUID() }))
    const pending = { slots: dozen.map(({ slotId, sealed }) => ({ slotId, sealed })), databaseKey: randomBytes(32) }
    const folder = onDisk(sign({ ...keyslots, slots: dozen }, databaseKey, pending))
    expect(readFileSync(join(folder, 'keyslots-a.json')).length).toBeLessThan(20_000)
    expect(readKeyslots(folder)?.slots).toHaveLength(12)
  })
})

describe('the two copies', () => {
  it('one spoilt or missing copy does no harm; two spoilt copies are said to be damaged, never absent', () => {
    const folder = onDisk()
    writeFileSync(join(folder, 'keyslots-a.json'), '{')
    expect(readKeyslots(folder)?.mac).toBe(made.keyslots.mac)
    rmSync(join(folder, 'keyslots-a.json'))
    expect(readKeyslots(folder)?.mac).toBe(made.keyslots.mac)
    writeFileSync(join(folder, 'keyslots-b.json'), '')
    expect(() => readKeyslots(folder)).toThrow(DAMAGED)
    expect(readKeyslots(tempFolder())).toBeNull()
  })
  it('damage that only the key can tell gives way to the other copy, and is repaired', async () => {
    const folder = onDisk()
    const [slot] = made.keyslots.slots
    for (const change of [{ commit: flip(slot!.commit, 3) }, { bundle: { ...slot!.bundle, tag: '00'.repeat(16) } }]) {
      const spoilt = { ...made.keyslots, slots: [{ ...slot!, ...change }, ...made.keyslots.slots.slice(1)] }
      writeFileSync(join(folder, 'keyslots-a.json'), JSON.stringify({ ...spoilt, counter: 9 }))
      const opened = await openAnyWithPassword(readCopies(folder), VAULT_PASSWORD, null)
      expect(opened?.databaseKey).toEqual(made.databaseKey)
      repairCopies(folder, opened!.keyslots)
      expect(readCopies(folder)).toEqual([made.keyslots, made.keyslots])
    }
  })
  it('when both are altered the password is not called wrong', async () => {
    const altered = { ...made.keyslots, due: true }
    await expect(openAnyWithPassword([altered, altered], VAULT_PASSWORD, null)).rejects.toThrow(ALTERED)
    expect(await openAnyWithPassword([altered, altered], 'another', null)).toBeNull()
  })
  it('a change is on both of them, counted, and opened from the disk before the former goes', async () => {
    const folder = onDisk()
    const { keyslots, databaseKey, userId, own } = made
    const basis = { belonging: keyslots, databaseKey, at: '2026-11-22T08:00:00.000Z' }
    const fresh = await slotForPerson(basis, { userId, start: false, own }, 'another quiet password', KDF_FLOOR)
    const slots = [...keyslots.slots.filter((slot) => slot.userId !== userId), fresh.slot]
    const cannotOpen = { ...fresh, prove: () => expect.fail('does not open') }
    expect(() => changeKeyslots({ folder, keyslots, databaseKey }, { slots }, [cannotOpen])).toThrow('does not open')
    expect(readCopies(folder)).toEqual([keyslots, keyslots])
    const changed = changeKeyslots({ folder, keyslots, databaseKey }, { slots }, [fresh])
    fresh.end()
    expect(readCopies(folder)).toEqual([changed, changed])
    expect(changed.counter).toBe(keyslots.counter + 1)
    expect(await openWithPassword(changed, VAULT_PASSWORD)).toBeNull()
    expect(await openWithPassword(changed, 'another quiet password')).toMatchObject({ own, databaseKey })
  })
})

describe('what is altered', () => {
  it('a slot from another vault, another epoch, a cheaper cost, an added or missing slot are refused', async () => {
    const { keyslots, code } = made
    const withSlots = (change: (slot: Keyslots['slots'][number]) => object): Keyslots => ({
      ...keyslots,
      slots: keyslots.slots.map((slot) => ({ ...slot, ...change(slot) })),
    })
    expect(() => openWithRecovery({ ...keyslots, vaultId: randomUUID() }, code)).toThrow(ALTERED)
    expect(() => openWithRecovery({ ...keyslots, epoch: 2 }, code)).toThrow(ALTERED)
    const cheaper = withSlots(({ kdf }) => (kdf ? { kdf: { ...kdf, t: 4 } } : {}))
    expect(await openWithPassword(cheaper, VAULT_PASSWORD)).toBeNull()
    const starting = withSlots(({ kind }) => (kind === 'user' ? { userId: randomUUID() } : {}))
    await expect(openWithPassword(starting, VAULT_PASSWORD)).rejects.toThrow(ALTERED)
    const added = { ...keyslots, slots: [...keyslots.slots, { ...keyslots.slots[0]!, slotId: randomUUID() }] }
    expect(() => openWithRecovery(added, code)).toThrow(ALTERED)
    expect(() => openWithRecovery({ ...keyslots, slots: keyslots.slots.slice(1) }, code)).toThrow(ALTERED)
  })
  it('a planted public key never gets the database key: the file is proven first', () => {
    const { keyslots, own } = made
    const planted = {
      ...keyslots.slots[0]!,
      xpk: Buffer.from(newOwnKeys().sealing.publicKey, 'base64').toString('hex'),
    }
    expect(() => databaseKeyOf({ ...keyslots, slots: [...keyslots.slots, planted] }, own)).toThrow(ALTERED)
  })
  it('a cost outside the bounds is refused before any work', () => {
    for (const kdf of [
      { m: 1024 },
      { m: 8_388_608 },
      { t: 2 },
      { t: 11 },
      { p: 0 },
      { p: 9 },
      { m: 2_097_152, t: 3 },
      { m: 65_536.5 },
      { v: 16 },
    ]) {
      const folder = onDisk()
      const slots = made.keyslots.slots.map((slot) => ({ ...slot, kdf: slot.kdf && { ...slot.kdf, ...kdf } }))
      for (const name of COPIES) writeFileSync(join(folder, name), JSON.stringify({ ...made.keyslots, slots }))
      expect(() => readKeyslots(folder)).toThrow(DAMAGED)
    }
  })
})

describe('a start code', () => {
  it('opens however it is typed, says that it is one, and a password never passes for it', async () => {
    const { keyslots, databaseKey } = made
    const code = newStartCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/u)
    const basis = { belonging: keyslots, databaseKey, at: '2026-11-22T08:00:00.000Z' }
    const { slot } = await slotForPerson(basis, { userId: randomUUID(), start: true }, code, KDF_FLOOR)
    const changed = sign({ ...keyslots, slots: [...keyslots.slots, slot] }, databaseKey)
    const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    for (const typed of [code, sloppy])
      expect(await openWithPassword(changed, typed)).toMatchObject({ start: true, userId: slot.userId })
    expect(startCodeFrom(VAULT_PASSWORD)).toBeNull()
    expect(startCodeFrom(`${code}0`)).toBeNull()
  })
})

const flip = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
