import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto'
import { dirname, join } from 'node:path'
import { hashRawSync } from '@node-rs/argon2'
import IndependentSqlcipher from '@signalapp/sqlcipher'
import { expect, it } from 'vitest'
import type { Keyslots } from '#db/vault/keyslots-file'
import type { Slot } from '#db/vault/slots'
import { createVault } from '#db/vault/open'
import { tempFolder } from '#tests/context'
import { BACKUP_PASSPHRASE, VAULT_PASSWORD, writeTestKeys } from '#tests/vault-keys'

const hex = (text: string): Buffer => Buffer.from(text, 'hex')
const hkdf = (key: Buffer, salt: Buffer, label: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, label, length))

/** The recipe of docs/decisions/0002, written once more without the program's code. */
function rawKeyBy(secret: Buffer, slot: Slot, { vaultId, epoch }: Keyslots): string {
  const both = hkdf(secret, hex(slot.salt), `quietroom keyslot ${slot.kind}`, 48)
  expect(both.subarray(32)).toEqual(hex(slot.commit))
  const about = [
    2,
    vaultId,
    slot.slotId,
    slot.kind,
    slot.userId,
    slot.start,
    slot.kdf && [slot.kdf.m, slot.kdf.t, slot.kdf.p],
    slot.salt,
    slot.commit,
    slot.xpk,
    slot.spk,
    slot.createdAt,
  ]
  const own = opened(slot.bundle, both.subarray(0, 32), about).subarray(0, 32)
  const { eph, box } = slot.sealed
  const jwk = (x: string) => ({ kty: 'OKP', crv: 'X25519', x: hex(x).toString('base64url') })
  const shared = diffieHellman({
    privateKey: createPrivateKey({ format: 'jwk', key: { ...jwk(slot.xpk), d: own.toString('base64url') } }),
    publicKey: createPublicKey({ format: 'jwk', key: jwk(eph) }),
  })
  const wrapping = hkdf(shared, hex(eph + slot.xpk), `quietroom database key ${vaultId} ${epoch}`)
  const databaseKey = opened(box, wrapping, [...about, epoch, eph])
  return hkdf(databaseKey, Buffer.alloc(0), 'quietroom db raw key').toString('hex')
}

function opened(box: { nonce: string; ct: string; tag: string }, key: Buffer, about: unknown[]): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, hex(box.nonce))
  decipher.setAAD(Buffer.from(JSON.stringify(about)))
  decipher.setAuthTag(hex(box.tag))
  return Buffer.concat([decipher.update(hex(box.ct)), decipher.final()])
}

const stretched = (text: string, { kdf, salt }: Slot): Buffer =>
  hashRawSync(Buffer.from(text.normalize('NFKC')), {
    algorithm: 2,
    version: 1,
    memoryCost: kdf!.m,
    timeCost: kdf!.t,
    parallelism: kdf!.p,
    outputLen: 64,
    salt: hex(salt),
  })

it('the written recipe opens a vault by password, recovery code and passphrase with nothing but SQLCipher', async () => {
  const file = join(tempFolder(), 'vault.db')
  const { keyslots, databaseKey, code } = await writeTestKeys(dirname(file))
  createVault(file, databaseKey).close()

  const [user, recovery, backup] = keyslots.slots as [Slot, Slot, Slot]
  for (const rawKey of [
    rawKeyBy(stretched(VAULT_PASSWORD, user), user, keyslots),
    rawKeyBy(code, recovery, keyslots),
    rawKeyBy(stretched(BACKUP_PASSPHRASE, backup), backup, keyslots),
  ]) {
    const other = new IndependentSqlcipher(file)
    other.pragma(`key="x'${rawKey}'"`)
    expect(other.prepare('SELECT count(*) AS n FROM settings').get()).toEqual({ n: 0 })
    other.close()
  }
})
