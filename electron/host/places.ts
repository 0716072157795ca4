import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import type { VaultStatus } from '#contract/vault'
import { anchorFile } from '#db/vault/anchor'
import { readIfThere, writeDurably } from '#db/vault/files'
import { readCopies, readKeyslots } from '#db/vault/keyslots-file'

/** One folder holds one vault: the database, two copies of the keyslots, and how often a wrong password was tried. */
export type Place = { folder: string; vaultFile: string; isPractice: boolean }

export const realPlace = (folder: string): Place => ({ folder, vaultFile: join(folder, 'vault.db'), isPractice: false })
export const practicePlace = (folder: string): Place => {
  const own = join(folder, 'practice')
  return { folder: own, vaultFile: join(own, 'vault.db'), isPractice: true }
}

/** A new vault grows under this name and gets its own at the very end: a crash before that leaves no half vault. */
export const growingFile = (place: Place): string => `${place.vaultFile}.part`

/**
 * Whether a vault lives here. A vault without keyslots is never taken for an empty place: no new key is ever made beside
 * existing records.
 */
export function isSettled(place: Place): boolean {
  if (existsSync(place.vaultFile)) return true
  const wasHere = hasKeyslots(place) || existsSync(anchorFile(place.vaultFile)) || existsSync(pointerFile(place))
  return wasHere && !existsSync(growingFile(place))
}

/** Left beside the vault at the first unlock: when everything else is gone, it still says that there was one. */
const pointerFile = (place: Place): string => join(place.folder, 'vault-here.json')
const Pointer = z.object({ fmt: z.literal(1), vaultId: z.uuid() })

export function rememberVault(place: Place): void {
  if (place.isPractice) return
  const vaultId = readKeyslots(place.folder)?.vaultId
  if (vaultId && vaultId !== pointedTo(place)) writeDurably(pointerFile(place), JSON.stringify({ fmt: 1, vaultId }))
}

/** Of the vault that is or was here, as far as anything still says. */
export function knownVaultId(place: Place): string | null {
  try {
    const vaultId = readKeyslots(place.folder)?.vaultId
    if (vaultId) return vaultId
  } catch {
    // Damaged keyslots say nothing.
  }
  return pointedTo(place)
}

function pointedTo(place: Place): string | null {
  try {
    return Pointer.parse(JSON.parse(readIfThere(pointerFile(place), 1000) ?? '')).vaultId
  } catch {
    return null
  }
}

/** Makes the folder (0700) and clears what an interrupted set-up left behind. */
export function prepare(place: Place): void {
  if (isSettled(place)) throw new AppError('conflict', { reason: 'vault-exists' })
  mkdirSync(place.folder, { recursive: true, mode: 0o700 })
  for (const suffix of ['', '-wal', '-journal']) rmSync(`${growingFile(place)}${suffix}`, { force: true })
}

function hasKeyslots(place: Place): boolean {
  try {
    return readKeyslots(place.folder) !== null
  } catch {
    return true
  }
}

/** What must be there before a password is of any use; null where there is nothing to miss. */
export function troubleOf(place: Place): VaultStatus['trouble'] {
  if (!isSettled(place)) return null
  try {
    if (readCopies(place.folder).length === 0) return 'keyslots-missing'
  } catch {
    return 'keyslots-damaged'
  }
  return existsSync(place.vaultFile) ? null : 'vault-missing'
}
