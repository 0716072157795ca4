import { createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AppError } from '#contract/errors'
import { slotForPerson } from '#db/vault/change-keyslots'
import type { Box } from '#db/vault/gcm'
import { fromHex, toHex } from '#db/vault/hex'
import { KDF_FLOOR, type Stretcher, stretcherOf } from '#db/vault/kdf'
import { databaseKeyOf, type Opened, openTyped, openWithOwn, openWithRecovery, pendingKeyOf } from '#db/vault/keyslots'
import { type Keyslots, parseKeyslots, readCopies, sign, textOf } from '#db/vault/keyslots-file'
import { openSlot, sealKey, unsealKey } from '#db/vault/slots'
import { keyBetween } from '#db/vault/x25519'
import { tempFolder } from '#tests/context'
import { type TestKeys, VAULT_PASSWORD, writeTestKeys } from '#tests/vault-keys'
import { patience, report, rounds, seeded } from './figures.ts'
import { mutated, otherByte } from './keyslot-mutations.ts'

type Scene = TestKeys & {
  /** As it lies on the disk, without and with a key to come. */
  texts: string[]
  /** Of another vault, with the same password. */
  foreign: string
  fresh: Buffer
  password: Stretcher
}

async function scene(): Promise<Scene> {
  const [one, other] = [await writeTestKeys(tempFolder()), await writeTestKeys(tempFolder())]
  const { keyslots, databaseKey } = one
  const basis = { belonging: keyslots, databaseKey, at: '2026-11-21T08:00:00.000Z' }
  const second = await slotForPerson(basis, { userId: randomUUID(), start: true }, 'AAAA-BBBB-CCCC-DDDD', KDF_FLOOR)
  const fresh = randomBytes(32)
  const coming = keyslots.slots.map((slot) => ({
    slotId: slot.slotId,
    sealed: sealKey(slot, fresh, { vaultId: keyslots.vaultId, epoch: 2 }),
  }))
  const content = { ...keyslots, slots: [...keyslots.slots, second.slot] }
  const texts = [
    textOf(sign(content, databaseKey)),
    textOf(sign(content, databaseKey, { slots: coming, databaseKey: fresh })),
  ]
  return { ...one, texts, foreign: textOf(other.keyslots), fresh, password: await stretchedOnce(keyslots) }
}

/** The password as it is stretched for the salt and cost that belong to it; for any other, something else, as Argon2 would give. */
async function stretchedOnce({ slots }: Keyslots): Promise<Stretcher> {
  const slot = slots.find(({ kind }) => kind === 'user')!
  const stretcher = stretcherOf(VAULT_PASSWORD)
  const right = Buffer.from(await stretcher.stretch(slot.kdf!, fromHex(slot.salt), 64))
  stretcher.end()
  const fits = (...[{ m, t, p }, salt, length]: Parameters<Stretcher['stretch']>): boolean =>
    m === slot.kdf!.m && t === slot.kdf!.t && p === slot.kdf!.p && toHex(salt) === slot.salt && length === 64
  return {
    stretch: (...asked) => Promise.resolve(fits(...asked) ? Buffer.from(right) : randomBytes(asked[2])),
    end: () => {},
  }
}

type Way = (keyslots: Keyslots, scene: Scene) => Promise<Buffer[]> | Buffer[]
/** Every key that a file gives to somebody who knows a secret. */
const keysIn = (keyslots: Keyslots, opened: Opened | null): Buffer[] => {
  if (!opened) return []
  const coming = pendingKeyOf(keyslots, opened)
  return [opened.databaseKey, ...(coming ? [coming] : [])]
}
const WAYS: Record<string, Way> = {
  password: async (keyslots, { password }) =>
    keysIn(keyslots, await openTyped(keyslots, { password, startCode: null }, null)),
  recovery: (keyslots, { code }) => keysIn(keyslots, openWithRecovery(keyslots, code)),
  own: (keyslots, { own }) => [databaseKeyOf(keyslots, own), ...keysIn(keyslots, openWithOwn(keyslots, own))],
}

/**
 * What is wrong with the answer to a changed file; null when it is refused, or opens because it still says exactly what the
 * original said.
 */
async function wrongWith(text: string, original: string, way: Way, its: Scene): Promise<string | null> {
  let says = ''
  try {
    const keyslots = parseKeyslots(text)
    if (!keyslots) return null
    says = JSON.stringify(keyslots)
    const keys = await way(keyslots, its)
    if (keys.length === 0) return null
    if (!keys.every((key) => key.equals(its.databaseKey) || key.equals(its.fresh))) return 'opens with another key'
    return says === JSON.stringify(parseKeyslots(original)) ? null : `opens as ${says}`
  } catch (error) {
    return error instanceof AppError && error.code === 'storage' ? null : `crashes: ${String(error)}`
  }
}

test('no changed keyslots open anything, and none crash', { timeout: patience(120_000) }, async () => {
  const random = seeded()
  const its = await scene()
  const wrong: string[] = []
  let tried = 0
  for (const at of rounds(1000, 100_000)) {
    const original = random.pick(its.texts)
    const text =
      at % 2 === 0
        ? otherByte(original, Math.floor(at / 2) % original.length, random.below(256))
        : mutated(original, its.foreign, random)
    for (const [name, way] of Object.entries(WAYS)) {
      const fault = await wrongWith(text, original, way, its)
      if (fault) wrong.push(`${name}: ${fault}`)
    }
    tried += 1
  }
  report('K2', { bad: wrong.length, of: tried, what: 'changed keyslot files unlocked anything or crashed' })
  expect(wrong).toEqual([])
})

test('files that no program wrote are refused before any work', async () => {
  const its = await scene()
  const folder = tempFolder()
  const [text = ''] = its.texts
  const file = JSON.parse(text) as { slots: object[] }
  const many = { ...file, slots: Array.from({ length: 33 }, () => file.slots[0]) }
  for (const odd of [
    '',
    '[]',
    'null',
    '{}',
    '9'.repeat(70_000),
    JSON.stringify(many),
    text.replace('"fmt":2', '"fmt":3'),
  ]) {
    for (const name of ['keyslots-a.json', 'keyslots-b.json']) writeFileSync(join(folder, name), odd)
    expect(() => readCopies(folder)).toThrow(expect.objectContaining({ data: { reason: 'keyslots-damaged' } }))
  }
})

/** Fewer guards than the program has: each of them must be seen by the same judge. */
const CARELESS: Record<string, Way> = {
  'without the seal over the whole file': async (keyslots, { password }) => {
    for (const slot of keyslots.slots.filter(({ kind }) => kind === 'user')) {
      const keys = openSlot(slot, await password.stretch(slot.kdf!, fromHex(slot.salt), 64), keyslots.vaultId)
      if (keys) return [unsealKey(slot, slot.sealed, keys.sealing, keyslots)]
    }
    return []
  },
  'whose boxes bind nothing and are not looked at for tampering': (keyslots, { code }) => {
    const slot = keyslots.slots.find(({ kind }) => kind === 'recovery')
    if (!slot) return []
    const key = Buffer.from(hkdfSync('sha256', code, fromHex(slot.salt), 'quietroom keyslot recovery', 32))
    const to = fromHex(slot.xpk)
    const eph = fromHex(slot.sealed.eph)
    const own = { publicKey: to, privateKey: decrypted(slot.bundle, key) }
    const purpose = `quietroom database key ${keyslots.vaultId} ${keyslots.epoch}`
    return [decrypted(slot.sealed.box, keyBetween(own, eph, { from: eph, to }, purpose))]
  },
}
/** GCM without its tag: counter mode, whose first block has the number 2. */
const decrypted = ({ nonce, ct }: Box, key: Buffer): Buffer =>
  createDecipheriv('aes-256-ctr', key, fromHex(`${nonce}00000002`)).update(fromHex(ct))

test.each(Object.keys(CARELESS))('the harness sees keyslots %s', async (name) => {
  const random = seeded()
  const its = await scene()
  const [original = ''] = its.texts
  const faults: (string | null)[] = []
  for (let i = 0; i < 300; i++)
    faults.push(await wrongWith(mutated(original, its.foreign, random), original, CARELESS[name]!, its))
  expect(faults.filter((fault) => fault?.startsWith('opens as')).length).toBeGreaterThan(10)
})
