import { type FileHandle, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { IMAGE } from './begin-set.ts'
import { CHUNK } from './reading.ts'
import { SetTrouble } from './trouble.ts'

/** FAT32 ends a file at 4 GiB; tools on the way to it end at 2. */
export const LARGEST_FILE = 2 ** 31 - CHUNK

/** A large image becomes `vault.db.001` and so on, the same in every place. Gives the names. */
export async function splitImage(part: string, largest: number): Promise<string[]> {
  const image = join(part, IMAGE)
  const { size } = await stat(image)
  if (size <= largest) return [IMAGE]
  const names: string[] = []
  const from = await open(image, 'r')
  try {
    for (let at = 0; at < size; at += largest) {
      const name = `${IMAGE}.${String(names.length + 1).padStart(3, '0')}`
      await cut(from, at, Math.min(largest, size - at), join(part, name))
      names.push(name)
    }
  } finally {
    await from.close()
  }
  await rm(image)
  return names
}

async function cut(from: FileHandle, at: number, bytes: number, file: string): Promise<void> {
  const to = await open(file, 'wx', 0o600)
  try {
    const memory = Buffer.allocUnsafe(CHUNK)
    for (let done = 0; done < bytes;) {
      const { bytesRead } = await from.read(memory, 0, Math.min(CHUNK, bytes - done), at + done)
      if (bytesRead === 0) throw new SetTrouble('unreadable')
      await to.writeFile(memory.subarray(0, bytesRead))
      done += bytesRead
    }
    await to.sync()
  } finally {
    await to.close()
  }
}
