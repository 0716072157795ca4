import { existsSync, rmSync, statfsSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Space that is kept for a full disk: once it is given back, typed text, the log and a way out still fit. It is filled, not
 * only sized, so that it takes what it promises.
 */
export const RESERVE_BYTES = 64 * 1024 * 1024
/** Free space with which work goes on, beside the reserve. */
export const ENOUGH_BYTES = 64 * 1024 * 1024
const PIECE = Buffer.alloc(1024 * 1024, 'quietroom ')

const reserveFile = (folder: string): string => join(folder, 'reserve.bin')

export function freeBytesOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/** False when there was none to give back. */
export function releaseReserve(folder: string): boolean {
  const had = existsSync(reserveFile(folder))
  for (const file of [reserveFile(folder), `${reserveFile(folder)}.part`]) rmSync(file, { force: true })
  return had
}

/** In a quiet moment, and only where enough is left beside it. */
export async function keepReserve(folder: string, bytes = RESERVE_BYTES, freeBytes = freeBytesOf): Promise<void> {
  const file = reserveFile(folder)
  if (existsSync(file) && statSync(file).size >= bytes) return
  if (freeBytes(folder) < bytes + ENOUGH_BYTES) return
  const growing = `${file}.part`
  try {
    const handle = await open(growing, 'w', 0o600)
    try {
      for (let written = 0; written < bytes; written += PIECE.length) await handle.write(PIECE)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(growing, file)
  } catch {
    await rm(growing, { force: true })
  }
}
