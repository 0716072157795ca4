import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** Read at once, written at once: the host answers in between. */
export const CHUNK = 1 << 20
/** Direct reads want memory that begins at a sector. */
const SECTOR = 4096
/** On Windows the same wish has no name in Node (FILE_FLAG_NO_BUFFERING). */
const UNCACHED = constants.O_DIRECT ?? (process.platform === 'win32' ? 0x0200_0000 : 0)

export type Reading = { signal?: AbortSignal; onChunk?: (bytes: number) => void }

/** SHA-256 of what is on the medium, past the memory of the system where it lets us; else of what it says is there. */
export async function digestOfFile(
  file: string,
  { signal, onChunk }: Reading = {},
): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  for await (const chunk of uncached(file)) {
    signal?.throwIfAborted()
    digest.update(chunk)
    bytes += chunk.length
    onChunk?.(chunk.length)
  }
  return { bytes, sha256: digest.digest('hex') }
}

/** The file in chunks; each is only good until the next is asked for. */
async function* uncached(file: string): AsyncGenerator<Buffer> {
  const memory = Buffer.allocUnsafeSlow(CHUNK + SECTOR)
  let handle = await openUncached(file)
  let at = handle ? await alignmentOf(handle, memory) : -1
  if (!handle || at < 0) {
    await handle?.close()
    handle = await open(file, 'r')
    at = 0
  }
  try {
    for (let position = 0; ;) {
      const { bytesRead } = await handle.read(memory, at, CHUNK, position)
      if (bytesRead > 0) yield memory.subarray(at, at + bytesRead)
      position += bytesRead
      // A short read is the end; the next one would no longer begin at a sector.
      if (bytesRead < CHUNK) return
    }
  } finally {
    await handle.close()
  }
}

async function openUncached(file: string): Promise<FileHandle | null> {
  if (UNCACHED === 0) return null
  try {
    return await open(file, constants.O_RDONLY | UNCACHED)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EINVAL') return null
    throw error
  }
}

/** Where in the buffer a sector may be read to; -1 when nowhere. JavaScript does not know where its memory lies. */
async function alignmentOf(handle: FileHandle, memory: Buffer): Promise<number> {
  for (let at = 0; at < SECTOR; at += 8)
    try {
      await handle.read(memory, at, SECTOR, 0)
      return at
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error
    }
  return -1
}
