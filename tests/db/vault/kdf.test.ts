import { argon2Sync, randomBytes } from 'node:crypto'
import { totalmem } from 'node:os'
import { describe, expect, it } from 'vitest'
import { calibrateKdf, Kdf, KDF_FLOOR, stretcherOf } from '#db/vault/kdf'

describe('the cost of a password', () => {
  it('is never below the floor, and never above what the machine has', async () => {
    expect(await calibrateKdf(0)).toEqual(KDF_FLOOR)
    const patient = await calibrateKdf(60_000)
    expect(Kdf.parse(patient)).toEqual(patient)
    expect(patient.m).toBeGreaterThanOrEqual(KDF_FLOOR.m)
    expect(patient.m * 1024).toBeLessThanOrEqual(Math.max(totalmem() / 4, KDF_FLOOR.m * 1024))
  })
  it('is reckoned as another implementation reckons it, in whatever form the letters come', async () => {
    for (const text of ['maple lantern otter', '枫叶 灯笼 水獭', 'ｍａｐｌｅ', 'e\u0301te\u0301']) {
      const salt = randomBytes(16)
      const stretcher = stretcherOf(text)
      const other = argon2Sync('argon2id', {
        message: Buffer.from(text.normalize('NFKC')),
        nonce: salt,
        memory: KDF_FLOOR.m,
        passes: KDF_FLOOR.t,
        parallelism: KDF_FLOOR.p,
        tagLength: 64,
      })
      expect(await stretcher.stretch(KDF_FLOOR, salt, 64)).toEqual(other)
      stretcher.end()
    }
  })
  it('is paid once for each salt, and nothing of it stays', async () => {
    const stretcher = stretcherOf('maple lantern otter')
    const salt = randomBytes(16)
    const once = await stretcher.stretch(KDF_FLOOR, salt, 64)
    expect(await stretcher.stretch(KDF_FLOOR, salt, 64)).toBe(once)
    stretcher.end()
    expect(once.every((byte) => byte === 0)).toBe(true)
  })
})
