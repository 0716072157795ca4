import { join } from 'node:path'
import type { BackupStatus } from '#contract/backups'
import { type KnownSet, type Place, THIS_COMPUTER } from '#core/backups'
import { copySet } from './copy-set.ts'
import type { Job } from './job.ts'
import type { Source } from './begin-set.ts'
import { type MadeSet, makeSet } from './make-set.ts'
import { folderOf, lookAt } from './places.ts'
import { bytesOf, demote, manifestOf, removeExpired, sweepParts } from './set-folder.ts'
import { SetTrouble, troubleOf } from './trouble.ts'
import { verifySet } from './verify-set.ts'

export type Outcome = NonNullable<BackupStatus['lastRun']>[number]
export type BackingUp = {
  source: Source
  places: readonly Place[]
  dataFolder: string
  now(): string
  /** Writes down what came of a set in a place. */
  keep(placeId: string, set: KnownSet): void
  /** A place is done; the others need not be waited for. */
  onDone?(outcome: Outcome): void
  largestFile?: number
}

/**
 * One image beside the vault, then a copy of it in each place; each is read again before it counts. A place that fails stops
 * none of the others, and nothing that was there before is touched but sets that are old enough to go.
 */
export async function backUp(work: BackingUp, job: Job): Promise<Outcome[]> {
  const { source, places, keep, now } = work
  const others = places.filter(({ isThisComputer }) => !isThisComputer)
  const asked = new Set(places.map(({ id }) => id))
  let made: MadeSet
  try {
    job.step('image', null, 1)
    await sweepParts(source.folder)
    made = await makeSet(source, { signal: job.signal, largestFile: work.largestFile })
    await verified(made.folder, made, source, job, null)
  } catch (error) {
    const trouble = troubleOf(error)
    keep(THIS_COMPUTER, { name: '', madeAt: source.now, verifiedAt: null, bytes: 0, commits: 0, trouble })
    return places.map(({ id }) => ({ placeId: id, safeToRemove: false, trouble }))
  }
  const outcomes: Outcome[] = []
  const done = (placeId: string, trouble: Outcome['trouble']): void => {
    keep(placeId, known(made, source, now(), trouble))
    if (!asked.has(placeId)) return
    const outcome = { placeId, safeToRemove: trouble === null, trouble }
    outcomes.push(outcome)
    work.onDone?.(outcome)
  }
  done(THIS_COMPUTER, null)
  for (const place of others) done(place.id, await intoPlace(work, made, place, job))
  await removeExpired(source.folder, source.keyslots.vaultId, now()).catch(() => {})
  return outcomes
}

async function intoPlace(work: BackingUp, made: MadeSet, place: Place, job: Job): Promise<Outcome['trouble']> {
  const { source, dataFolder, now } = work
  const folder = folderOf(place, dataFolder)
  try {
    job.signal.throwIfAborted()
    if (!(await lookAt(place, dataFolder)).isThere) throw new SetTrouble('gone')
    await sweepParts(folder)
    await removeExpired(folder, source.keyslots.vaultId, now())
    const manifest = await manifestOf(made.folder)
    if (!manifest) throw new SetTrouble('unreadable')
    const reading = job.step('copy', place.id, bytesOf(manifest))
    await copySet({ from: made.folder, name: made.name, manifest, folder }, reading)
    await verified(join(folder, made.name), made, source, job, place.id)
    return null
  } catch (error) {
    const trouble = troubleOf(error)
    // A stick that was pulled out answers in many ways.
    return trouble !== 'interrupted' && !(await lookAt(place, dataFolder)).isThere ? 'gone' : trouble
  }
}

async function verified(set: string, made: MadeSet, { databaseKey }: Source, job: Job, placeId: string | null) {
  const reading = job.step('verify', placeId, made.bytes)
  try {
    await verifySet(set, databaseKey, reading)
  } catch (error) {
    await demote(set).catch(() => {})
    throw error
  }
}

const known = (
  { name, bytes, contents }: MadeSet,
  { now: madeAt }: Source,
  at: string,
  trouble: KnownSet['trouble'],
): KnownSet => ({ name, madeAt, verifiedAt: trouble === null ? at : null, bytes, commits: contents.commits, trouble })
