import { randomInt } from 'node:crypto'
import { totalmem } from 'node:os'
import { AppError } from '#contract/errors'
import type { Language } from '#contract/vault'
import { suggestPassphrase } from '#core/passwords'
import { type Kdf, KDF_FLOOR } from '#db/vault/kdf'
import type { Keyslots } from '#db/vault/keyslots-file'

const GIB = 1024 ** 3
/** 512 MiB in four passes on an office PC of 8 GB, half of it on a smaller one (docs/decisions/0014-backups.md). */
export const passphraseCost = (memory: number = totalmem()): Kdf => ({
  ...KDF_FLOOR,
  m: memory >= 6 * GIB ? 524_288 : 262_144,
  t: 4,
})

/** The passphrase of which the paper is being made; in memory until it was typed back. */
export type PendingPassphrase = {
  prepare(language: Language): string
  /** `invalid`/`passphrase` with reason `not-the-passphrase` for any other text. */
  take(typed: string): string
  forget(): void
}

export function createPendingPassphrase(): PendingPassphrase {
  let pending: string | null = null
  return {
    prepare: (language) => (pending = suggestPassphrase(language, randomInt)),
    take(typed) {
      const given = plain(typed)
      if (pending === null || plain(pending) !== given)
        throw new AppError('invalid', { field: 'passphrase', reason: 'not-the-passphrase' })
      return given
    },
    forget: () => void (pending = null),
  }
}

/** As it is typed from paper: case, blanks and the kind of hyphen do not matter. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replaceAll(/[\s\-‐-―−]+/gu, '-')

/** Since when there is one. */
export const passphraseSince = (keyslots: Keyslots | null): string | null =>
  keyslots?.slots.find(({ kind }) => kind === 'backup')?.createdAt ?? null
