import { join } from 'node:path'
import type { BackupPlace, BackupSet, BackupStatus } from '#contract/backups'
import {
  ageOf,
  checkOf,
  isGood,
  type KnownSet,
  newestKnown,
  type Place,
  placesOf,
  rehearsalOf,
  scheduleOf,
  setsOf,
} from '#core/backups'
import type { ReadableDb } from '#db/connection'
import { readKeyslots } from '#db/vault/keyslots-file'
import { passphraseSince } from './passphrase.ts'
import { folderOf, lookAt } from './places.ts'
import { bytesOf, manifestOf, setNames } from './set-folder.ts'

export async function statusOf(
  db: ReadableDb,
  dataFolder: string,
  now: string,
  running: BackupStatus['running'],
  lastRun: BackupStatus['lastRun'],
): Promise<BackupStatus> {
  const places = placesOf(db)
  const sets = places.map(({ id }) => setsOf(db, id))
  const state = { schedule: scheduleOf(db), rehearsal: rehearsalOf(db), check: checkOf(db) }
  const shown = await Promise.all(places.map((place, i) => shownPlace(place, sets[i] ?? [], dataFolder, now)))
  return {
    places: shown,
    age: ageOf(newestOf(shown.filter(({ isThisComputer }) => !isThisComputer)), now),
    passphraseSince: passphraseSince(readKeyslots(dataFolder)),
    running,
    lastRun,
    ...state,
  }
}

/** Sets of a place, newest first: what is there, and what is remembered of a place that is not. */
export async function setsIn(known: readonly KnownSet[], place: Place, dataFolder: string): Promise<BackupSet[]> {
  const folder = folderOf(place, dataFolder)
  const remembered = new Map(known.filter(({ name }) => name !== '').map((set) => [set.name, set]))
  if (!(await lookAt(place, dataFolder)).isThere) return [...remembered.values()]
  const names = await setNames(folder).catch(() => [])
  return Promise.all(
    names.map(async (name): Promise<BackupSet> => {
      const manifest = await manifestOf(join(folder, name))
      const madeAt = manifest?.madeAt ?? remembered.get(name)?.madeAt ?? new Date(0).toISOString()
      if (!manifest) return { name, madeAt, verifiedAt: null, bytes: 0, trouble: 'unreadable' }
      return remembered.get(name) ?? { name, madeAt, verifiedAt: null, bytes: bytesOf(manifest), trouble: null }
    }),
  )
}

async function shownPlace(
  place: Place,
  known: readonly KnownSet[],
  dataFolder: string,
  now: string,
): Promise<BackupPlace> {
  const { isThere, freeBytes, names } = await lookAt(place, dataFolder)
  const newest = newestKnown(known, names)
  return {
    id: place.id,
    label: place.label || '·',
    folder: folderOf(place, dataFolder),
    isThisComputer: place.isThisComputer,
    isThere,
    freeBytes,
    newest,
    age: ageOf(newest && isGood(newest) ? newest.madeAt : null, now),
  }
}

const newestOf = (places: readonly BackupPlace[]): string | null =>
  places
    .flatMap(({ newest }) => (newest && isGood(newest) ? [newest.madeAt] : []))
    .sort()
    .at(-1) ?? null
