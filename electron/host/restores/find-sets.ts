import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { z } from 'zod'
import { AppError } from '#contract/errors'
import type { FoundSet } from '#contract/restores'
import { readSetName } from '#core/backups'
import { migrations } from '#db/migrations/all'
import { bytesOf, manifestOf } from '#electron/host/backups/set-folder'
import { type Manifest, MANIFEST } from '#electron/host/backups/manifest'

type Found = z.infer<typeof FoundSet>
/** Somebody may point at a whole disk. */
const MOST_FOLDERS = 300
const MOST_BELOW = 40

/**
 * Sets in a folder, newest first: the folder itself, those in it, and those one level below it (a person points at the stick).
 * `vaultId`: of the vault that is or was here.
 */
export async function findSets(folder: string, vaultId: string | null): Promise<Found[]> {
  const names = await foldersIn(folder)
  if (await isSet(folder)) return [await describe(folder, '.', vaultId)]
  const found: Found[] = []
  for (const name of names) {
    if (await isSet(join(folder, name))) found.push(await describe(join(folder, name), name, vaultId))
    else
      for (const below of (await foldersIn(join(folder, name)).catch(() => [])).slice(0, MOST_BELOW))
        if (await isSet(join(folder, name, below)))
          found.push(await describe(join(folder, name, below), `${name}/${below}`, vaultId))
  }
  return found.sort((a, b) => (b.madeAt ?? '').localeCompare(a.madeAt ?? '') || b.name.localeCompare(a.name))
}

/** Where a set that was found is; any other name is refused. */
export async function placeOfSet(folder: string, name: string): Promise<string> {
  if (!/^(\.|[^/\\]{1,120}(\/[^/\\]{1,120})?)$/u.test(name) || name.split('/').includes('..'))
    throw new AppError('not-found', { field: 'set' })
  const set = join(folder, name)
  if (!(await isSet(set))) throw new AppError('not-found', { field: 'set' })
  return set
}

export const isNewer = ({ schema }: Pick<Manifest, 'schema'>): boolean => schema > (migrations.at(-1)?.version ?? 0)

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .filter((name) => /^\S[^\p{Cc}]{0,118}$/u.test(name) && name === name.trim())
      .slice(0, MOST_FOLDERS)
  } catch (error) {
    throw new AppError('invalid', { field: 'folder', reason: 'missing' }, { cause: error })
  }
}

const sizeOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  )

/** By its name, or by what is in it. */
async function isSet(folder: string): Promise<boolean> {
  if (readSetName(basename(folder))) return true
  return (await sizeOf(join(folder, MANIFEST))) !== null
}

async function describe(set: string, name: string, vaultId: string | null): Promise<Found> {
  const manifest = await manifestOf(set)
  if (!manifest) {
    const isThere = (await sizeOf(join(set, MANIFEST))) !== null
    const madeAt = readSetName(basename(set))?.madeAt ?? null
    return { name, madeAt, bytes: 0, sameVault: null, problem: isThere ? 'unreadable' : 'incomplete' }
  }
  const sizes = await Promise.all(manifest.files.map(({ name: file }) => sizeOf(join(set, file))))
  const isWhole = manifest.files.every(({ bytes }, i) => sizes[i] === bytes)
  return {
    name,
    madeAt: manifest.madeAt,
    bytes: bytesOf(manifest),
    sameVault: vaultId === null ? null : manifest.vaultId === vaultId,
    problem: isNewer(manifest) ? 'newer-version' : isWhole ? null : 'incomplete',
  }
}
