import { createDecipheriv, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { hashRawSync } from '@node-rs/argon2'
import IndependentSqlcipher from '@signalapp/sqlcipher'
import { expect, it } from 'vitest'
import {
  KDF_FLOOR,
  type Keyslots,
  readKeyslots,
  recoverySlot,
  type Slot,
  userSlot,
  writeKeyslots,
} from '#db/vault/keyslots'
import { createVault } from '#db/vault/open'
import { tempFolder } from '#tests/context'

const PASSWORD = 'maple-lantern-otter-window'
const hkdf = (key: Buffer, salt: Buffer, label: string): Buffer => Buffer.from(hkdfSync('sha256', key, salt, label, 32))

/** The recipe of docs/decisions/0002, written once more without the program's code. */
function rawKeyBy(secret: Buffer, slot: Slot, keyslots: Keyslots): string {
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(slot.nonce, 'hex'))
  decipher.setAAD(
    Buffer.from(
      JSON.stringify([
        keyslots.vaultId,
        slot.slotId,
        slot.kind,
        slot.userId,
        slot.kdf && [slot.kdf.m, slot.kdf.t, slot.kdf.p],
        slot.salt,
      ]),
    ),
  )
  decipher.setAuthTag(Buffer.from(slot.tag, 'hex'))
  const databaseKey = Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'hex')), decipher.final()])
  return hkdf(databaseKey, Buffer.alloc(0), 'quietroom db raw key').toString('hex')
}

it('the written recipe opens a vault by password and by recovery code with nothing but SQLCipher', async () => {
  const folder = tempFolder()
  const databaseKey = randomBytes(32)
  const [vaultId, code] = [randomUUID(), randomBytes(20)]
  const at = '2026-11-21T08:00:00.000Z'
  const slots = [
    await userSlot(vaultId, randomUUID(), PASSWORD, KDF_FLOOR, databaseKey, at),
    recoverySlot(vaultId, code, databaseKey, at),
  ]
  writeKeyslots(folder, { vaultId, epoch: 1, slots }, 1, databaseKey)
  const file = join(folder, 'vault.db')
  createVault(file, databaseKey).close()

  const keyslots = readKeyslots(folder)!
  const [user, recovery] = keyslots.slots as [Slot, Slot]
  const { m, t, p } = user.kdf!
  const salt = (slot: Slot) => Buffer.from(slot.salt, 'hex')
  const stretched = hashRawSync(Buffer.from(PASSWORD.normalize('NFKC')), {
    algorithm: 2,
    version: 1,
    memoryCost: m,
    timeCost: t,
    parallelism: p,
    outputLen: 32,
    salt: salt(user),
  })
  for (const rawKey of [
    rawKeyBy(stretched, user, keyslots),
    rawKeyBy(hkdf(code, salt(recovery), 'quietroom recovery'), recovery, keyslots),
  ]) {
    const other = new IndependentSqlcipher(file)
    other.pragma(`key="x'${rawKey}'"`)
    expect(other.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 0 })
    other.close()
  }
})
