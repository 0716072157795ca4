import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Contents, digestsOf } from '#db/vault/contents'
import { renameDurably, writeDurably } from '#db/vault/files'
import { keyCheckValue } from '#db/vault/keys'
import { checkPages, checkPagesSlowly } from '#db/vault/pages'
import { beginSet, type Begun, IMAGE, openCompared, SLOTS, type Source } from './begin-set.ts'
import { MANIFEST, type Part, writeManifest } from './manifest.ts'
import { PROGRAM } from './program.ts'
import { digestOfFile, type Reading } from './reading.ts'
import { finishPart, PART } from './set-folder.ts'
import { LARGEST_FILE, splitImage } from './split-image.ts'
import { SetTrouble } from './trouble.ts'

export type MadeSet = { name: string; folder: string; bytes: number; contents: Contents }

/**
 * Makes a set beside the vault: image, ways in, manifest. What came of it was compared with the vault. Throws `SetTrouble` or
 * an error of the disk; what was begun is gone then, or is cleared away by the next run.
 */
export async function makeSet(
  source: Source,
  { signal, largestFile = LARGEST_FILE }: Pick<Reading, 'signal'> & { largestFile?: number } = {},
): Promise<MadeSet> {
  const { databaseKey } = source
  const begun = beginSet(source)
  try {
    const { pages, bad } = await checkPagesSlowly(begun.image, databaseKey)
    signal?.throwIfAborted()
    if (bad.length > 0) throw new SetTrouble('damaged-pages')
    const digests = await digestsOfImage(begun, databaseKey)
    signal?.throwIfAborted()
    const files: Part[] = []
    for (const name of [...(await splitImage(begun.part, largestFile)), SLOTS])
      files.push({ name, ...(await digestOfFile(join(begun.part, name), { signal })) })
    closeSet(source, begun, { pages, files, digests })
    return made(begun, files, await finishPart(begun.part))
  } catch (error) {
    await rm(begun.part, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

/** The same at once, for a vault that is about to be closed or changed: without digests of the tables, and only read again later. */
export function makeSetAtOnce(source: Source): MadeSet {
  const { databaseKey } = source
  const begun = beginSet(source)
  try {
    const { pages, bad } = checkPages(begun.image, databaseKey)
    if (bad.length > 0) throw new SetTrouble('damaged-pages')
    openCompared(begun, databaseKey).close()
    const files = [IMAGE, SLOTS].map((name) => {
      const content = readFileSync(join(begun.part, name))
      return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
    })
    closeSet(source, begun, { pages, files, digests: null })
    const set = begun.part.slice(0, -PART.length)
    renameDurably(begun.part, set)
    return made(begun, files, set)
  } catch (error) {
    rmSync(begun.part, { recursive: true, force: true })
    throw error
  }
}

async function digestsOfImage(begun: Begun, databaseKey: Buffer): Promise<Record<string, string>> {
  const db = openCompared(begun, databaseKey)
  try {
    return await digestsOf(db)
  } finally {
    db.close()
  }
}

function closeSet(
  { keyslots, databaseKey, now }: Source,
  { part, contents }: Begun,
  { pages, files, digests }: { pages: number; files: Part[]; digests: Record<string, string> | null },
): void {
  const { schema, ...rest } = contents
  const facts = {
    fmt: 1 as const,
    vaultId: keyslots.vaultId,
    epoch: keyslots.epoch,
    kcv: keyCheckValue(databaseKey),
    madeAt: now,
    program: PROGRAM,
    schema,
    pages,
    files,
  }
  // The last file of a set; its folder is flushed with it.
  writeDurably(join(part, MANIFEST), writeManifest(facts, { ...rest, digests }, databaseKey))
}

const made = ({ name, contents }: Begun, files: readonly Part[], folder: string): MadeSet => ({
  name,
  folder,
  contents,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
})
