import { type FileHandle, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { MANIFEST, type Manifest } from './manifest.ts'
import { CHUNK, type Reading } from './reading.ts'
import { bytesOf, finishPart, newPart } from './set-folder.ts'
import { SetTrouble } from './trouble.ts'

/** More than the files themselves: folders, and the rounding up to whole blocks. */
const SPARE_BYTES = 4 * 1024 * 1024

/** Copies a finished set into another place, in slices. It has its name only when every byte was given to the medium. */
export async function copySet(
  { from, name, manifest, folder }: { from: string; name: string; manifest: Manifest; folder: string },
  reading: Reading,
): Promise<string> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytesOf(manifest) + SPARE_BYTES) throw new SetTrouble('full')
  const part = await newPart(folder, name)
  try {
    for (const file of [...manifest.files.map(({ name }) => name), MANIFEST])
      await copyFile(join(from, file), join(part, file), reading)
    return await finishPart(part)
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => {})
    throw error
  }
}

async function copyFile(from: string, to: string, reading: Reading): Promise<void> {
  const target = await open(to, 'wx', 0o600)
  try {
    await pour(from, target, reading)
    await target.sync()
  } finally {
    await target.close()
  }
}

/** Adds the content of a file to one that is open. */
export async function pour(from: string, target: FileHandle, { signal, onChunk }: Reading): Promise<void> {
  const source = await open(from, 'r')
  try {
    const memory = Buffer.allocUnsafe(CHUNK)
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await source.read(memory, 0, CHUNK)
      if (bytesRead === 0) return
      // Writes on until all of it is taken.
      await target.writeFile(memory.subarray(0, bytesRead))
      onChunk?.(bytesRead)
    }
  } finally {
    await source.close()
  }
}
