import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Path below the folder of the program to SHA-256, written when the program was packed. */
const NativeParts = z.record(z.string(), z.hex().length(64))

/**
 * The system can load native binaries only from beside the archive, where Electron's integrity check does not reach. So
 * they are held against the list inside the archive before anything loads them.
 */
export const nativePartsAreWhole = (listFile: string, unpackedFolder: string): boolean => {
  try {
    const parts = Object.entries(NativeParts.parse(JSON.parse(readFileSync(listFile, 'utf8'))))
    return parts.length > 0 && parts.every(([path, hash]) => hashOf(join(unpackedFolder, path)) === hash)
  } catch {
    return false
  }
}

const hashOf = (place: string) => createHash('sha256').update(readFileSync(place)).digest('hex')
