import type { BackupPlace, BackupSet, BackupStatus } from '#contract/backups'

const DAY_MS = 86_400_000
/** What can be said of the backups in one sentence. */
export type Truth =
  | { is: 'none' }
  | { is: 'onlyHere'; madeAt: string }
  | { is: 'troubled'; place: string }
  | { is: 'good'; place: string; madeAt: string; age: BackupStatus['age'] }

type Kept = { place: BackupPlace; set: BackupSet }

export const outsidePlaces = (places: readonly BackupPlace[]): BackupPlace[] =>
  places.filter((place) => !place.isThisComputer)

/** The way to the first backup is not yet gone: no passphrase, or nothing outside this computer. */
export const isFirst = ({ passphraseSince, places }: Pick<BackupStatus, 'passphraseSince' | 'places'>): boolean =>
  passphraseSince === null || outsidePlaces(places).every(({ newest }) => newest === null)

/** Only what was read again after it was written counts. */
export const isGood = (set: BackupSet | null): set is BackupSet =>
  set !== null && set.trouble === null && set.verifiedAt !== null

export const truthOf = ({ places, age }: Pick<BackupStatus, 'places' | 'age'>): Truth => {
  const outside = outsidePlaces(places)
  const newest = newestGood(outside)
  if (newest) return { is: 'good', place: newest.place.label, madeAt: newest.set.madeAt, age }
  const troubled = outside.find((place) => place.newest !== null)
  if (troubled) return { is: 'troubled', place: troubled.label }
  const here = newestGood(places.filter((place) => place.isThisComputer))
  return here ? { is: 'onlyHere', madeAt: here.set.madeAt } : { is: 'none' }
}

/** A place whose newest good set is older than the schedule allows, or that has none. */
export const isDue = (place: BackupPlace, everyDays: number, now: number): boolean =>
  !isGood(place.newest) || now - Date.parse(place.newest.madeAt) >= everyDays * DAY_MS

/** Of several sticks in turn the one whose newest good set is the oldest; null while there is only one, or all are alike. */
export const nextInTurn = (places: readonly BackupPlace[]): BackupPlace | null => {
  const outside = outsidePlaces(places)
  if (outside.length < 2) return null
  const ages = outside.map(madeMs)
  if (Math.max(...ages) - Math.min(...ages) < DAY_MS / 2) return null
  return outside.reduce((oldest, place) => (madeMs(place) < madeMs(oldest) ? place : oldest))
}

const madeMs = ({ newest }: BackupPlace): number => (isGood(newest) ? Date.parse(newest.madeAt) : 0)

const newestGood = (places: readonly BackupPlace[]): Kept | null =>
  places
    .flatMap((place) => (isGood(place.newest) ? [{ place, set: place.newest }] : []))
    .toSorted((a, b) => b.set.madeAt.localeCompare(a.set.madeAt))[0] ?? null
