import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expiredSets, readSetName } from '#core/backups'
import { MANIFEST, type Manifest, MOST_MANIFEST_BYTES, parseManifest } from './manifest.ts'

/** Sets of one place are folders beside each other; one that is not finished, or is being removed, ends in this. */
export const PART = '.part'
const HALF_DONE = /^(QR-\d{8}-\d{6}-\d+|before-\d+-\d+-\d{8}-\d{6})\.part$/u

/** Names of the finished sets, newest first. */
export async function setNames(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names.filter((name) => readSetName(name) !== null).sort((a, b) => b.localeCompare(a))
}

/** Null when there is no manifest that can be read. */
export async function manifestOf(set: string): Promise<Manifest | null> {
  const file = join(set, MANIFEST)
  try {
    const { size } = await stat(file)
    return size > MOST_MANIFEST_BYTES ? null : parseManifest(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}

export const bytesOf = ({ files }: Pick<Manifest, 'files'>): number => files.reduce((sum, { bytes }) => sum + bytes, 0)

/** An empty folder for a set that is being made, in a place that is there (`recursive` would call a read-only one missing). */
export async function newPart(folder: string, name: string): Promise<string> {
  const part = join(folder, name + PART)
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { mode: 0o700 })
  return part
}

/** Gives a set that is whole and flushed its name. */
export async function finishPart(part: string): Promise<string> {
  const set = part.slice(0, -PART.length)
  await syncFolder(part)
  await rename(part, set)
  await syncFolder(dirname(set))
  return set
}

/** A set that turned out not to be good loses its name; the next run clears it away. */
export async function demote(set: string): Promise<void> {
  await rename(set, set + PART)
}

/** Clears away what earlier runs left half done. Finished sets are not touched. */
export async function sweepParts(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  for (const name of await readdir(folder)) if (HALF_DONE.test(name)) await rm(join(folder, name), { recursive: true })
}

/** Removes sets of this vault that are old enough; never one half. */
export async function removeExpired(folder: string, vaultId: string, now: string): Promise<void> {
  const own: string[] = []
  for (const name of await setNames(folder))
    if ((await manifestOf(join(folder, name)))?.vaultId === vaultId) own.push(name)
  for (const name of expiredSets(own, now)) {
    await demote(join(folder, name))
    await rm(join(folder, name + PART), { recursive: true })
  }
}

export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
