import { existsSync, mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { nameOfSet } from '#core/backups'
import { type Contents, contentsOf } from '#db/vault/contents'
import { writeDurably } from '#db/vault/files'
import { makeImage, troubleOfSource } from '#db/vault/image'
import { type Keyslots, sign, textOf } from '#db/vault/keyslots-file'
import { openForReading, type Vault } from '#db/vault/open'
import { PART } from './set-folder.ts'
import { SetTrouble } from './trouble.ts'

export const IMAGE = 'vault.db'
export const SLOTS = 'keyslots.json'

/** What a set is made of. `folder`: the one that holds the sets of this computer. */
export type Source = {
  /** Without `fd` it was looked at just before. */
  vault: Pick<Vault, 'db' | 'file'> & Partial<Pick<Vault, 'fd'>>
  keyslots: Keyslots
  databaseKey: Buffer
  folder: string
  now: string
  /** Other than that of an ordinary set. */
  name?: string
}
export type Begun = { part: string; name: string; image: string; contents: Contents }

/** Checks the vault itself and writes its image and the ways in, in one go: nothing changes in between. */
export function beginSet({ vault, keyslots, databaseKey, folder, now, name: given }: Source): Begun {
  const { db, file, fd } = vault
  const trouble = fd === undefined ? null : troubleOfSource({ db, file, fd }, databaseKey)
  if (trouble) throw new SetTrouble(trouble)
  const slots = slotsOfSet(keyslots, databaseKey)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < 3 * statSync(file).size) throw new SetTrouble('full')
  const contents = contentsOf(db)
  const name = given ?? nameOfSet(now, contents.commits)
  const part = join(folder, name + PART)
  if (existsSync(join(folder, name))) throw new SetTrouble('interrupted')
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  const image = join(part, IMAGE)
  try {
    makeImage(db, image)
    writeDurably(join(part, SLOTS), slots)
    return { part, name, image, contents }
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    throw error
  }
}

/** The image, open for reading; what it holds is what the vault held. The caller closes it. */
export function openCompared({ image, contents }: Begun, databaseKey: Buffer): ReturnType<typeof openForReading> {
  const db = openForReading(image, databaseKey)
  if (isDeepStrictEqual(contentsOf(db), contents)) return db
  db.close()
  throw new SetTrouble('differs')
}

/** The recovery sheet and the backup passphrase, never a daily password (security.md U1). */
function slotsOfSet(keyslots: Keyslots, databaseKey: Buffer): string {
  const slots = keyslots.slots.filter(({ kind }) => kind !== 'user')
  const former = keyslots.former.filter(({ kind }) => kind === 'recovery')
  if (slots.length + former.length === 0) throw new SetTrouble('no-passphrase')
  const { vaultId, epoch, counter } = keyslots
  return textOf(sign({ vaultId, epoch, counter, slots, former, due: false }, databaseKey))
}
