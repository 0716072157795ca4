import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors'
import { parseRecoveryCode } from '#core/recovery-code'
import { type Opened, openWithPassphrase, openWithRecovery } from '#db/vault/keyslots'
import { type Keyslots, parseKeyslots } from '#db/vault/keyslots-file'
import type { Manifest } from '#electron/host/backups/manifest'
import { SLOTS } from '#electron/host/backups/begin-set'
import { plain } from '#electron/host/backups/passphrase'

export const damagedSet = (cause?: unknown): AppError =>
  new AppError('storage', { reason: 'damaged-set' }, cause === undefined ? {} : { cause })

/**
 * The ways into a set. A file that is not as the manifest says is damaged before any secret is tried: nobody is told that a
 * right secret is wrong.
 */
export async function slotsOfSet(set: string, manifest: Manifest): Promise<Keyslots> {
  const text = await readFile(join(set, SLOTS)).catch((error: unknown) => {
    throw damagedSet(error)
  })
  const digest = createHash('sha256').update(text).digest('hex')
  const keyslots = parseKeyslots(text.toString('utf8'))
  const isWhole = manifest.files.some(({ name, sha256 }) => name === SLOTS && sha256 === digest)
  const { vaultId, epoch, kcv } = manifest
  if (!isWhole || keyslots?.vaultId !== vaultId || keyslots.epoch !== epoch || keyslots.kcv !== kcv) throw damagedSet()
  return keyslots
}

/** The database key behind the passphrase or the recovery code; null for any other text. The caller zeroes it. */
export async function trySecret(
  keyslots: Keyslots,
  secret: string,
): Promise<{ databaseKey: Buffer; opensWith: 'passphrase' | 'recovery' } | null> {
  try {
    const code = parseRecoveryCode(secret)
    if ('bytes' in code) {
      const opened = openWithRecovery(keyslots, Buffer.from(code.bytes))
      if (opened) return keyOf(opened, 'recovery')
    }
    const opened = await openWithPassphrase(keyslots, plain(secret))
    return opened && keyOf(opened, 'passphrase')
  } catch (error) {
    if (error instanceof AppError && error.code === 'storage') throw damagedSet(error)
    throw error
  }
}

const keyOf = <W>({ databaseKey }: Opened, opensWith: W) => ({ databaseKey, opensWith })
