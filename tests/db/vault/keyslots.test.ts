import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  KDF_FLOOR,
  openWithPassword,
  openWithRecovery,
  readKeyslots,
  recoverySlot,
  userSlot,
  writeKeyslots,
} from '#db/vault/keyslots'
import { tempFolder } from '#tests/context'

const PASSWORD = 'maple-lantern-otter-window'

async function newSlots() {
  const folder = tempFolder()
  const databaseKey = randomBytes(32)
  const [vaultId, userId, code] = [randomUUID(), randomUUID(), randomBytes(20)]
  const at = '2026-11-21T08:00:00.000Z'
  const slots = [
    await userSlot(vaultId, userId, PASSWORD, KDF_FLOOR, databaseKey, at),
    recoverySlot(vaultId, code, databaseKey, at),
  ]
  const write = (counter: number) => writeKeyslots(folder, { vaultId, epoch: 1, slots }, counter, databaseKey)
  write(1)
  write(2)
  return { folder, databaseKey, userId, code, write }
}
const read = (folder: string) => {
  const keyslots = readKeyslots(folder)
  if (!keyslots) throw new Error('no keyslots')
  return keyslots
}

describe('keyslots', () => {
  it('the password and the recovery code give the same key, anything else gives none', async () => {
    const { folder, databaseKey, userId, code } = await newSlots()
    const keyslots = read(folder)
    expect(await openWithPassword(keyslots, PASSWORD)).toEqual({ databaseKey, userId })
    expect(await openWithPassword(keyslots, `${PASSWORD} `)).toBeNull()
    expect(openWithRecovery(keyslots, code)).toEqual(databaseKey)
    expect(openWithRecovery(keyslots, randomBytes(20))).toBeNull()
  })
  it('full-width and ordinary letters are the same password, whatever the input method made of them', async () => {
    const { folder } = await newSlots()
    const wide = PASSWORD.replace(/[a-z]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
    expect(await openWithPassword(read(folder), wide)).not.toBeNull()
  })
  it('hold neither key nor secret in any readable form', async () => {
    const { folder, databaseKey, code } = await newSlots()
    const text = readFileSync(join(folder, 'keyslots-a.json'), 'utf8')
    for (const secret of [databaseKey, code])
      for (const form of ['hex', 'base64'] as const) expect(text).not.toContain(secret.toString(form))
    expect(text).not.toContain(PASSWORD)
  })
  it('one spoilt or missing copy does no harm; two spoilt copies are said to be damaged, never absent', async () => {
    const { folder, write } = await newSlots()
    writeFileSync(join(folder, 'keyslots-a.json'), '{')
    expect(read(folder).counter).toBe(1)
    write(2)
    rmSync(join(folder, 'keyslots-b.json'))
    expect(read(folder).counter).toBe(2)
    writeFileSync(join(folder, 'keyslots-a.json'), '')
    expect(() => readKeyslots(folder)).toThrow(expect.objectContaining({ data: { reason: 'keyslots-damaged' } }))
  })
  it('no changed byte of a slot opens it', async () => {
    const { folder, code } = await newSlots()
    const keyslots = read(folder)
    const recovery = keyslots.slots.find((slot) => slot.kind === 'recovery')!
    for (const field of ['salt', 'nonce', 'wrapped', 'tag'] as const)
      for (let at = 0; at < recovery[field].length; at++) {
        const changed = { ...recovery, [field]: flip(recovery[field], at) }
        expect(openWithRecovery({ ...keyslots, slots: [changed] }, code)).toBeNull()
      }
  })
  it('a slot from another vault, a cheaper cost and an added slot are refused', async () => {
    const { folder, code } = await newSlots()
    const keyslots = read(folder)
    expect(openWithRecovery({ ...keyslots, vaultId: randomUUID() }, code)).toBeNull()
    const cheaper = keyslots.slots.map((slot) => (slot.kdf ? { ...slot, kdf: { ...slot.kdf, t: 4 } } : slot))
    expect(await openWithPassword({ ...keyslots, slots: cheaper }, PASSWORD)).toBeNull()
    const added = [...keyslots.slots, { ...keyslots.slots[0]!, slotId: randomUUID() }]
    expect(() => openWithRecovery({ ...keyslots, slots: added }, code)).toThrow(
      expect.objectContaining({ data: { reason: 'keyslots-altered' } }),
    )
  })
  it('a cost outside the bounds is refused before any work', async () => {
    const { folder } = await newSlots()
    for (const m of [1024, 8_388_608]) {
      for (const name of ['keyslots-a.json', 'keyslots-b.json']) {
        const file = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { slots: { kdf: { m: number } | null }[] }
        for (const slot of file.slots) if (slot.kdf) slot.kdf.m = m
        writeFileSync(join(folder, name), JSON.stringify(file))
      }
      expect(() => readKeyslots(folder)).toThrow(expect.objectContaining({ data: { reason: 'keyslots-damaged' } }))
    }
  })
})

const flip = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
