import { randomBytes } from 'node:crypto'
import { totalmem } from 'node:os'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'

/** Passes times memory that is ever worked through for one slot: about ten seconds on a slow office PC. */
const MOST_WORK = 4_194_304

/** The cost of a password. Its bounds are checked before any work, so that a hostile file cannot exhaust the machine. */
export const Kdf = z
  .strictObject({
    alg: z.literal('argon2id'),
    v: z.literal(19),
    /** KiB. */
    m: z.int().min(65_536).max(2_097_152),
    t: z.int().min(3).max(10),
    p: z.int().min(1).max(8),
  })
  .refine(({ m, t }) => m * t <= MOST_WORK)
export type Kdf = z.infer<typeof Kdf>

/** Cheapest cost that is ever accepted: 64 MiB, 3 passes, 4 lanes (RFC 9106, second choice). */
export const KDF_FLOOR: Kdf = { alg: 'argon2id', v: 19, m: 65_536, t: 3, p: 4 }

/**
 * Measures this machine and chooses the memory so that one unlock takes about `targetMs`, never below the floor and
 * never more than a quarter of the machine's memory.
 */
export async function calibrateKdf(targetMs: number): Promise<Kdf> {
  if (targetMs <= 0) return KDF_FLOOR
  const begun = performance.now()
  const probe = stretcherOf('calibration')
  await probe.stretch(KDF_FLOOR, randomBytes(16), 64)
  probe.end()
  const inTime = targetMs / Math.max(1, performance.now() - begun)
  const inMemory = totalmem() / 4 / (1024 * KDF_FLOOR.m)
  const steps = Math.max(1, Math.min(16, Math.floor(inTime), Math.floor(inMemory)))
  return { ...KDF_FLOOR, m: KDF_FLOOR.m * steps }
}

/** Stretches one password, each cost and salt once. */
export type Stretcher = {
  /** The bytes belong to the stretcher. */
  stretch(kdf: Kdf, salt: Buffer, length: 32 | 64): Promise<Buffer>
  /** Zeroes the password and all that was made of it. */
  end(): void
}

/** NFKC, so that the same keys give the same bytes whatever the input method made of them. */
export function stretcherOf(password: string): Stretcher {
  const secret = Buffer.from(password.normalize('NFKC'), 'utf8')
  const known = new Map<string, Buffer>()
  return {
    async stretch({ m, t, p }, salt, length) {
      const name = [m, t, p, length, salt.toString('hex')].join(' ')
      const former = known.get(name)
      if (former) return former
      const stretched = await hashRaw(secret, {
        algorithm: 2,
        version: 1,
        memoryCost: m,
        timeCost: t,
        parallelism: p,
        outputLen: length,
        salt,
      })
      known.set(name, stretched)
      return stretched
    },
    end() {
      secret.fill(0)
      for (const stretched of known.values()) stretched.fill(0)
      known.clear()
    },
  }
}
