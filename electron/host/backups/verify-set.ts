import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { contentsOf } from '#db/vault/contents'
import { isSignedBy, parseKeyslots } from '#db/vault/keyslots-file'
import { openForReading } from '#db/vault/open'
import { checkPagesSlowly } from '#db/vault/pages'
import { IMAGE, SLOTS } from './begin-set.ts'
import { isAsWritten, MANIFEST, type Manifest, proveManifest, type Sealed } from './manifest.ts'
import { digestOfFile, type Reading } from './reading.ts'
import { manifestOf } from './set-folder.ts'
import { SetTrouble, troubleOf } from './trouble.ts'

/** What systems leave in every folder they show. */
const LITTER = /^(desktop\.ini|thumbs\.db|\.ds_store|\._.*)$/iu

/** Reads a set again from its medium and proves every byte of it with the key. Throws `SetTrouble`. */
export async function verifySet(set: string, databaseKey: Buffer, reading: Reading = {}): Promise<Manifest> {
  try {
    const { manifest, sealed } = await proveFiles(set, databaseKey, reading)
    if (!isAsWritten(await readFile(join(set, MANIFEST), 'utf8'))) throw new SetTrouble('differs')
    proveWaysIn(await readFile(join(set, SLOTS), 'utf8'), manifest, databaseKey)
    // In parts it cannot be opened where it is: its bytes are those of the image that was.
    if (manifest.files.some(({ name }) => name === IMAGE))
      await proveImage(join(set, IMAGE), manifest, sealed, databaseKey)
    return manifest
  } catch (error) {
    throw new SetTrouble(troubleOf(error), { cause: error })
  }
}

/** The files are those of the manifest, no more and no fewer, byte by byte. */
export async function proveFiles(
  set: string,
  databaseKey: Buffer,
  reading: Reading,
): Promise<{ manifest: Manifest; sealed: Sealed }> {
  await stat(set)
  const manifest = await manifestOf(set)
  if (!manifest) throw new SetTrouble('unreadable')
  const sealed = proveManifest(manifest, databaseKey)
  const listed = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)])
  const there = (await readdir(set)).filter((name) => !LITTER.test(name))
  if (there.length !== listed.size || !there.every((name) => listed.has(name))) throw new SetTrouble('differs')
  for (const { name, ...expected } of manifest.files)
    if (!isDeepStrictEqual(await digestOfFile(join(set, name), reading), expected)) throw new SetTrouble('differs')
  return { manifest, sealed }
}

/** The page check of a whole image, and what is found inside. */
export async function proveImage(
  image: string,
  { pages: expected, schema }: Pick<Manifest, 'pages' | 'schema'>,
  { digests: _digests, ...sealed }: Sealed,
  databaseKey: Buffer,
): Promise<void> {
  const { pages, bad } = await checkPagesSlowly(image, databaseKey)
  if (bad.length > 0 || pages !== expected) throw new SetTrouble('damaged-pages')
  const db = openForReading(image, databaseKey)
  try {
    if (!isDeepStrictEqual(contentsOf(db), { ...sealed, schema })) throw new SetTrouble('differs')
  } finally {
    db.close()
  }
}

/** The ways in belong to the same vault and key, and no daily password is among them. */
function proveWaysIn(text: string, { vaultId, epoch, kcv }: Manifest, databaseKey: Buffer): void {
  const keyslots = parseKeyslots(text)
  const fits =
    keyslots !== null &&
    keyslots.vaultId === vaultId &&
    keyslots.epoch === epoch &&
    keyslots.kcv === kcv &&
    keyslots.slots.every(({ kind }) => kind !== 'user') &&
    keyslots.former.every(({ kind }) => kind !== 'user') &&
    isSignedBy(keyslots, databaseKey)
  if (!fits) throw new SetTrouble('differs')
}
