import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#contract/errors'
import { contentsOf, peopleIn } from '#db/vault/contents'
import { openForReading } from '#db/vault/open'
import { checkPagesSlowly } from '#db/vault/pages'
import { IMAGE } from '#electron/host/backups/begin-set'
import { type Manifest, proveManifest, type Sealed } from '#electron/host/backups/manifest'
import { digestOfFile, type Reading } from '#electron/host/backups/reading'
import { joinImage } from '#electron/host/backups/rehearse'
import { bytesOf } from '#electron/host/backups/set-folder'
import { damagedSet } from './secret.ts'

/** Where a set waits beside the vault, whole, until it is put in place or given up. */
export const INCOMING = 'restore.part'
const SPARE_BYTES = 64 * 1024 * 1024

export type Inside = {
  manifest: Manifest
  contents: Omit<Sealed, 'digests'>
  damagedPages: number
  people: ReturnType<typeof peopleIn>
}
type Progress = (step: 'copy' | 'verify', total: number) => Reading

/**
 * Copies a set beside the vault and proves it there: files, pages, and that what is inside is what the manifest says.
 * `storage`/`damaged-set`, `disk-full`. With damaged pages only the manifest tells what would be inside.
 */
export async function openSet(
  set: string,
  manifest: Manifest,
  databaseKey: Buffer,
  dataFolder: string,
  progress: Progress,
): Promise<Inside> {
  const { digests: _digests, ...contents } = proveManifest(manifest, databaseKey)
  const incoming = join(dataFolder, INCOMING)
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(incoming)
  const bytes = bytesOf(manifest)
  if (bavail * bsize < bytes + SPARE_BYTES) throw new AppError('storage', { reason: 'disk-full' })
  const image = join(incoming, IMAGE)
  const isAsListed = await asListed(set, manifest, progress('verify', bytes))
  await joinImage(set, manifest, image, progress('copy', bytes)).catch((error: unknown) => {
    throw isMissing(error) ? damagedSet(error) : error
  })
  const { pages, bad } = await checkPagesSlowly(image, databaseKey)
  if (bad.length > 0) return { manifest, contents, damagedPages: bad.length, people: { accounts: [], waysIn: null } }
  if (!isAsListed || pages !== manifest.pages) throw damagedSet()
  const db = openForReading(image, databaseKey)
  try {
    if (!isDeepStrictEqual(contentsOf(db), { ...contents, schema: manifest.schema })) throw damagedSet()
    return { manifest, contents, damagedPages: 0, people: peopleIn(db) }
  } finally {
    db.close()
  }
}

async function asListed(set: string, { files }: Manifest, reading: Reading): Promise<boolean> {
  for (const { name, ...expected } of files) {
    const found = await digestOfFile(join(set, name), reading).catch((error: unknown) => {
      if (isMissing(error)) return null
      throw error
    })
    if (!isDeepStrictEqual(found, expected)) return false
  }
  return true
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'
