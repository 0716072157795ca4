import type { BackupPlace, BackupSchedule, BackupSet, Rehearsal } from '#contract/backups'
import type { WriteContext } from '#core/context'
import { getSetting, saveSetting } from '#core/settings'
import type { ReadableDb } from '#db/connection'
import {
  closePlace,
  findAuditHash,
  findPlaces,
  findSets,
  hasEventSince,
  type PlaceRow,
  putPlace,
  putSet,
} from '#db/repos/backups'
import { findLatestCheck, findLatestRehearsal, insertRehearsal } from '#db/repos/vault-checks'

/** The place beside the vault is the same in every room. */
export const THIS_COMPUTER = '00000000-0000-4000-8000-00000000c0de'
const DAY_MS = 24 * 3_600_000
const AMBER_AFTER_DAYS = 7
const RED_AFTER_DAYS = 14
/** However little room there is left, a set younger than this is never removed, and so many are always kept (security.md R1). */
const KEEP_DAYS = 90
const KEEP_SETS = 30

export type Place = PlaceRow & { isThisComputer: boolean }
/** A set as the vault remembers it; `commits`: up to which change of the records. */
export type KnownSet = BackupSet & { commits: number }
type Age = BackupPlace['age']

/** What happens by itself when a room is opened, closed and backed up does not make a new set worth its while. */
const NOT_A_CHANGE = [
  'vault.unlocked',
  'vault.unlock-failed',
  'vault.locked',
  'vault.checked',
  'backup.made',
  'backup.failed',
  'backup.rehearsed',
  'audit.read',
  'audit.verified',
] as const

export function ageOf(madeAt: string | null, now: string): Age {
  if (madeAt === null) return 'never'
  const days = daysBetween(madeAt, now)
  return days >= RED_AFTER_DAYS ? 'red' : days >= AMBER_AFTER_DAYS ? 'amber' : 'good'
}

/** `everyDays` whole days have gone by since; a clock that was set back counts as due. */
export function isDue(madeAt: string | null, everyDays: number, now: string): boolean {
  if (madeAt === null) return true
  const days = daysBetween(madeAt, now)
  return days >= everyDays || days < -1
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

/** A set counts when it was read again and found whole. */
export const isGood = ({ verifiedAt, trouble }: BackupSet): boolean => verifiedAt !== null && trouble === null

/** The newest that counts among those that are (still) there; `null` for `names`: nobody can look. */
export const newestGood = <S extends BackupSet>(sets: readonly S[], names: ReadonlySet<string> | null): S | null =>
  sets.find((set) => isGood(set) && (names === null || names.has(set.name))) ?? null

/** Where none counts, the newest that once did, with what was found wrong with it since. */
export const newestKnown = <S extends BackupSet>(sets: readonly S[], names: ReadonlySet<string> | null): S | null =>
  newestGood(sets, names) ??
  sets.find(({ name, verifiedAt }) => verifiedAt !== null && (names === null || names.has(name))) ??
  null

/** `QR-20261121-080003-417`: when, in UTC, and how many changes the records had seen. Says nothing else. */
export const nameOfSet = (madeAt: string, commits: number): string =>
  `QR-${madeAt.slice(0, 10).replaceAll('-', '')}-${madeAt.slice(11, 19).replaceAll(':', '')}-${commits}`

export function readSetName(name: string): { madeAt: string; commits: number } | null {
  const parts = /^QR-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})-(\d{1,12})$/u.exec(name)
  if (!parts) return null
  const [, year, month, day, hour, minute, second, commits] = parts
  const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
  return Number.isNaN(Date.parse(madeAt)) ? null : { madeAt, commits: Number(commits) }
}

/** Which of the sets in one place may go. */
export function expiredSets(names: readonly string[], now: string): string[] {
  const known = names.flatMap((name) => {
    const read = readSetName(name)
    return read ? [{ name, madeAt: read.madeAt }] : []
  })
  return known
    .sort((a, b) => b.madeAt.localeCompare(a.madeAt))
    .slice(KEEP_SETS)
    .filter(({ madeAt }) => daysBetween(madeAt, now) > KEEP_DAYS)
    .map(({ name }) => name)
}

export const placesOf = (db: ReadableDb): Place[] => [
  { id: THIS_COMPUTER, label: '', folder: '', isThisComputer: true },
  ...findPlaces(db)
    .filter(({ id }) => id !== THIS_COMPUTER)
    .map((place) => ({ ...place, isThisComputer: false })),
]

export const setsOf = (db: ReadableDb, placeId: string): KnownSet[] => findSets(db, placeId)

/** Whether there is anything that the newest set of this computer does not hold. */
export const hasChanged = (db: ReadableDb): boolean => hasEventSince(db, 'backup.made', THIS_COMPUTER, NOT_A_CHANGE)

/** Whether the log still tells the same story up to a row of a set; a set of a later time than the records is not judged. */
export function continuesLog(db: ReadableDb, seq: number, head: string): boolean {
  const hash = findAuditHash(db, seq)
  return hash === undefined || hash.startsWith(head)
}

export const scheduleOf = (db: ReadableDb): BackupSchedule => getSetting(db, 'backupSchedule')
export const rehearsalOf = findLatestRehearsal
export const checkOf = findLatestCheck

export function addPlace(ctx: WriteContext, place: PlaceRow): void {
  putPlace(ctx.db, place, ctx.now())
  ctx.audit('backup.place-added', { subjectId: place.id })
}

export function removePlace(ctx: WriteContext, id: string): void {
  closePlace(ctx.db, id, ctx.now())
  ctx.audit('backup.place-removed', { subjectId: id })
}

/** `counter`: of the keyslots file that now holds the passphrase. */
export const keepPassphrase = (ctx: WriteContext): void => ctx.audit('backup.passphrase-set')

export function saveSchedule(ctx: WriteContext, schedule: BackupSchedule): void {
  saveSetting(ctx.db, 'backupSchedule', schedule)
  ctx.audit('backup.schedule-set')
}

/** What came of one set in one place. */
export function keepSet(ctx: WriteContext, placeId: string, set: KnownSet): void {
  if (placeId === THIS_COMPUTER) putPlace(ctx.db, { id: THIS_COMPUTER, label: '', folder: '' }, ctx.now())
  putSet(ctx.db, ctx.newId(), placeId, set)
  ctx.audit(set.trouble === null ? 'backup.made' : 'backup.failed', { subjectId: placeId })
}

/** A set that was made in haste was read again since; that is no new event. */
export const keepVerified = (ctx: WriteContext, placeId: string, set: KnownSet): void =>
  putSet(ctx.db, ctx.newId(), placeId, set)

/** What a rehearsal finds wrong with the set itself, and not with how it was reached. */
const OF_THE_SET: readonly BackupSet['trouble'][] = ['unreadable', 'differs', 'damaged-pages', 'not-a-vault']

/** A set that its rehearsal found bad counts no more, whatever was said of it when it was written, until it passes another. */
export function keepRehearsal(ctx: WriteContext, placeId: string, rehearsal: Rehearsal): void {
  const { setName, trouble } = rehearsal
  insertRehearsal(ctx.db, ctx.newId(), rehearsal)
  const known = setsOf(ctx.db, placeId).find(({ name }) => name === setName)
  if (known && known.trouble !== trouble && (trouble === null || OF_THE_SET.includes(trouble)))
    putSet(ctx.db, ctx.newId(), placeId, { ...known, trouble })
  ctx.audit('backup.rehearsed', { subjectId: rehearsal.setName })
}

/**
 * The ways in of the people, kept inside the records: a set on a stick carries none of them readably, and still everybody's
 * password and private notes come back with it. Written only when something changed.
 */
export function keepWaysIn(ctx: WriteContext, slots: string): void {
  if (getSetting(ctx.db, 'waysIn') !== slots) saveSetting(ctx.db, 'waysIn', slots)
}
const waysInOf = (db: ReadableDb): string | null => getSetting(db, 'waysIn')
export const areWaysInKept = (db: ReadableDb, slots: string): boolean => waysInOf(db) === slots
