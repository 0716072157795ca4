import { accessSync, constants, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { readdir, readFile, statfs } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import { type Place, readSetName } from '#core/backups'
import { writeDurably } from '#db/vault/files'

/**
 * Every place carries its own id in this file: two sticks that come under the same letter are told apart, and a folder on the
 * computer's own disk that a missing stick left behind is not taken for it.
 */
const MARKER = 'quietroom-place.json'
const Marker = z.object({ fmt: z.literal(1), place: z.uuid() })
/** Folders that a program copies over a network while a set is written. */
const SYNCED =
  /(^|[\\/])(onedrive|dropbox|google ?drive|icloud ?drive|icloud~|mobile documents|nutstore|坚果云|baidusync|百度网盘|wps ?(云盘|drive)|微云|weiyun|alipan|aliyundrive|阿里云盘)/iu
const ON_THE_NETWORK = /^(\\\\|\/\/|\/(run\/user\/\d+\/gvfs|net)\/)/u

/** Where the sets of this computer are. */
export const ownFolder = (dataFolder: string): string => join(dataFolder, 'backups')
export const folderOf = (place: Place, dataFolder: string): string =>
  place.isThisComputer ? ownFolder(dataFolder) : place.folder

export type Sight = { isThere: boolean; freeBytes: number | null; names: ReadonlySet<string> | null }
const AWAY: Sight = { isThere: false, freeBytes: null, names: null }

/** What can be seen of a place now. `names`: its finished sets; null when nobody can look. */
export async function lookAt(place: Place, dataFolder: string): Promise<Sight> {
  const folder = folderOf(place, dataFolder)
  try {
    if (place.isThisComputer) {
      const names = await readdir(folder).catch(() => [])
      return { isThere: true, freeBytes: await freeBytesOf(dataFolder), names: setsAmong(names) }
    }
    if (markerIn(await readFile(join(folder, MARKER), 'utf8')) !== place.id) return AWAY
    return { isThere: true, freeBytes: await freeBytesOf(folder), names: setsAmong(await readdir(folder)) }
  } catch {
    return AWAY
  }
}

/** Makes a folder a place and gives its id; one that was a place before keeps its own. Errors as in the contract. */
export function markPlace(folder: string, known: readonly Place[], dataFolder: string, newId: () => string): string {
  const refuse = (reason: string) => new AppError('invalid', { field: 'folder', reason })
  if (!isAbsolute(folder)) throw refuse('missing')
  const path = resolve(folder)
  if (SYNCED.test(path) || ON_THE_NETWORK.test(folder)) throw refuse('synced')
  if (!isFolder(path, refuse)) throw refuse('not-a-folder')
  const real = realpathSync(path)
  const inside = relative(realpathSync(dataFolder), real)
  if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) throw refuse('inside-vault')
  const former = markerOf(path)
  if (former !== null && known.some(({ id }) => id === former)) throw refuse('known')
  const id = former ?? newId()
  try {
    accessSync(path, constants.W_OK)
    writeDurably(join(path, MARKER), `${JSON.stringify({ fmt: 1, place: id })}\n`)
  } catch {
    rmSync(join(path, `${MARKER}.part`), { force: true })
    throw refuse('read-only')
  }
  return id
}

function isFolder(path: string, refuse: (reason: string) => AppError): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    throw refuse('missing')
  }
}

function markerOf(folder: string): string | null {
  try {
    return markerIn(readFileSync(join(folder, MARKER), 'utf8'))
  } catch {
    return null
  }
}

function markerIn(text: string): string | null {
  try {
    return Marker.parse(JSON.parse(text)).place
  } catch {
    return null
  }
}

const setsAmong = (names: readonly string[]): Set<string> => new Set(names.filter((name) => readSetName(name) !== null))

async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
