import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Rehearsal } from '#contract/backups'
import { continuesLog, type Place } from '#core/backups'
import type { ReadableDb } from '#db/connection'
import { digestsOf } from '#db/vault/contents'
import type { Keyslots } from '#db/vault/keyslots-file'
import { openForReading } from '#db/vault/open'
import { pour } from './copy-set.ts'
import type { Job } from './job.ts'
import { IMAGE } from './begin-set.ts'
import type { Manifest, Sealed } from './manifest.ts'
import { folderOf, lookAt } from './places.ts'
import type { Reading } from './reading.ts'
import { bytesOf, manifestOf } from './set-folder.ts'
import { SetTrouble, troubleOf } from './trouble.ts'
import { proveFiles, proveImage } from './verify-set.ts'

const SCRATCH = 'rehearsal.part'
type Choice = { place: Place; folder: string; name: string; manifest: Manifest }
type Rehearsing = {
  keyslots: Keyslots
  databaseKey: Buffer
  dataFolder: string
  db: ReadableDb
  now(): string
}

/** The newest set under the present key in any place that is there; of the same one, the copy that is farthest away. */
export async function newestSet(places: readonly Place[], dataFolder: string, kcv: string): Promise<Choice | null> {
  let newest: Choice | null = null
  for (const place of places) {
    const { names } = await lookAt(place, dataFolder)
    const folder = folderOf(place, dataFolder)
    for (const name of [...(names ?? [])].sort((a, b) => b.localeCompare(a))) {
      if (newest && name < newest.name) break
      const manifest = await manifestOf(join(folder, name))
      if (manifest?.kcv !== kcv) continue
      newest = { place, folder, name, manifest }
      break
    }
  }
  return newest
}

/** Brings the set back into a folder of its own beside the vault, compares all of it, and clears the folder away. */
export async function rehearse(
  { place, folder, name, manifest }: Choice,
  work: Rehearsing,
  job: Job,
): Promise<Rehearsal> {
  const scratch = join(work.dataFolder, SCRATCH)
  const result: Rehearsal = {
    at: work.now(),
    ok: false,
    setName: name,
    place: place.label,
    madeAt: manifest.madeAt,
    students: 0,
    visits: 0,
    notes: 0,
    auditHead: '',
    trouble: null,
  }
  try {
    await clearScratch(work.dataFolder)
    await mkdir(scratch, { mode: 0o700 })
    const { sealed } = await proveFiles(
      join(folder, name),
      work.databaseKey,
      job.step('copy', place.id, bytesOf(manifest)),
    )
    const image = join(scratch, IMAGE)
    await joinImage(join(folder, name), manifest, image, job.step('verify', place.id, bytesOf(manifest)))
    await proveImage(image, manifest, sealed, work.databaseKey)
    await compareDigests(image, sealed, work.databaseKey)
    if (!continuesLog(work.db, sealed.auditSeq, sealed.auditHead)) throw new SetTrouble('differs')
    const { students = 0, visits = 0, notes = 0 } = sealed.counts
    return { ...result, ok: true, students, visits, notes, auditHead: sealed.auditHead }
  } catch (error) {
    return { ...result, trouble: troubleOf(error) }
  } finally {
    await clearScratch(work.dataFolder)
  }
}

/** One file out of a set, whose image may be in parts. */
export async function joinImage(set: string, { files }: Manifest, to: string, reading: Reading): Promise<void> {
  const target = await open(to, 'wx', 0o600)
  try {
    for (const { name } of files.filter(({ name }) => name.startsWith(IMAGE)))
      await pour(join(set, name), target, reading)
    await target.sync()
  } finally {
    await target.close()
  }
}

async function clearScratch(dataFolder: string): Promise<void> {
  await rm(join(dataFolder, SCRATCH), { recursive: true, force: true }).catch(() => {})
}

async function compareDigests(image: string, { digests }: Sealed, databaseKey: Buffer): Promise<void> {
  if (!digests) return
  const db = openForReading(image, databaseKey)
  try {
    if (!isDeepStrictEqual(await digestsOf(db), digests)) throw new SetTrouble('differs')
  } finally {
    db.close()
  }
}
