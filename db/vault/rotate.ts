import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '#contract/errors'
import { markOf } from './standing.ts'
import { addToAnchor, anchorFile, type Mark } from './anchor.ts'
import { renameDurably } from './files.ts'
import { type Opened, pendingKeyOf } from './keyslots.ts'
import { type Keyslots, sign, writeKeyslots } from './keyslots-file.ts'
import { rowCounts } from './migrate.ts'
import { openVault, rekeyCopy } from './open.ts'
import { checkPages } from './pages.ts'
import { sealKey } from './slots.ts'

/** A closed vault and what lies beside it. */
export type VaultPlace = { folder: string; vaultFile: string }
/** What has been done when a step is named; after each of them a crash leaves one key that opens. */
export const ROTATION_STEPS = ['copied', 'rekeyed', 'proven', 'anchored', 'pending', 'swapped', 'promoted'] as const
export type RotationStep = (typeof ROTATION_STEPS)[number]

/**
 * Gives the vault a new database key (security.md §3.6) that is sealed to the slots that are there and to no other: on a copy, in
 * whose place the old file stays until the copy has been proven and both keys are written down. Needs three times the room of
 * the vault. Errors: `conflict`/`former-slots` while a slot of the first format is left, `storage`/`no-space-for-copy`, `rotation-differs`.
 */
export function rotateDatabaseKey(
  { folder, vaultFile }: VaultPlace,
  keyslots: Keyslots,
  databaseKey: Buffer,
  after: (step: RotationStep) => void = () => {},
): Keyslots {
  refuseRotation({ folder, vaultFile }, keyslots)
  const copy = copyOf(vaultFile)
  const fresh = randomBytes(32)
  try {
    const before = makeCopy(vaultFile, databaseKey)
    if (existsSync(`${vaultFile}-wal`)) throw new AppError('storage', { reason: 'in-use' })
    after('copied')
    rekeyCopy(copy, databaseKey, fresh)
    after('rekeyed')
    prove(copy, fresh, before)
    after('proven')
    if (existsSync(anchorFile(vaultFile))) addToAnchor(vaultFile, fresh, before.mark)
    after('anchored')
    const next = { vaultId: keyslots.vaultId, epoch: keyslots.epoch + 1 }
    const slots = keyslots.slots.map((slot) => ({ slotId: slot.slotId, sealed: sealKey(slot, fresh, next) }))
    const content = { ...keyslots, counter: keyslots.counter + 1 }
    const pending = writeKeyslots(folder, sign(content, databaseKey, { slots, databaseKey: fresh }))
    after('pending')
    renameDurably(copy, vaultFile)
    after('swapped')
    const promoted = promote(folder, pending, fresh)
    after('promoted')
    return promoted
  } finally {
    fresh.fill(0)
    clear(copy)
  }
}

/** What can be known before: asked before anything is decided that has to be followed by a rotation. */
export function refuseRotation({ folder, vaultFile }: VaultPlace, { former }: Pick<Keyslots, 'former'>): void {
  if (former.length > 0) throw new AppError('conflict', { reason: 'former-slots' })
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < 3 * statSync(vaultFile).size) throw new AppError('storage', { reason: 'no-space-for-copy' })
}

/**
 * Finishes or takes back a rotation that was cut off, whichever the file itself says: the key that fits its pages is the one.
 * Gives the keyslots that hold and the key (the caller zeroes it; the one that was given is zeroed when it is another).
 */
export function settleRotation(
  { folder, vaultFile }: VaultPlace,
  opened: Opened & { keyslots: Keyslots },
): { keyslots: Keyslots; databaseKey: Buffer } {
  const { keyslots, databaseKey } = opened
  if (!keyslots.pending || !existsSync(vaultFile)) return { keyslots, databaseKey }
  const coming = pendingKeyOf(keyslots, opened)
  if (coming && fits(vaultFile, coming)) {
    databaseKey.fill(0)
    return { keyslots: orAsItWas(keyslots, () => promote(folder, keyslots, coming)), databaseKey: coming }
  }
  coming?.fill(0)
  // Neither fits a file that is damaged all over: both keys stay written down.
  if (!fits(vaultFile, databaseKey)) return { keyslots, databaseKey }
  clear(copyOf(vaultFile))
  const settled = orAsItWas(keyslots, () =>
    writeKeyslots(folder, sign({ ...keyslots, counter: keyslots.counter + 1 }, databaseKey)),
  )
  return { keyslots: settled, databaseKey }
}

const SAMPLE = 16
function fits(vaultFile: string, databaseKey: Buffer): boolean {
  const { pages, bad } = checkPages(vaultFile, databaseKey, { sample: SAMPLE })
  return !bad.includes(1) || bad.length < Math.min(SAMPLE, pages)
}

const copyOf = (vaultFile: string): string => `${vaultFile}.next`

/** A disk that takes no more keeps nobody out: the next unlock settles it. */
function orAsItWas(keyslots: Keyslots, write: () => Keyslots): Keyslots {
  try {
    return write()
  } catch {
    return keyslots
  }
}

function promote(folder: string, { pending, ...keyslots }: Keyslots, fresh: Buffer): Keyslots {
  if (!pending) throw new RangeError('there is no key to come')
  const slots = keyslots.slots.flatMap((slot) => {
    const sealed = pending.slots.find(({ slotId }) => slotId === slot.slotId)?.sealed
    return sealed ? [{ ...slot, sealed }] : []
  })
  const content = { ...keyslots, slots, due: false, epoch: pending.epoch, counter: keyslots.counter + 1 }
  return writeKeyslots(folder, sign(content, fresh))
}

type Facts = { counts: Map<string, number>; version: unknown; mark: Mark }
const factsOf = (db: Database.Database): Facts => ({
  counts: rowCounts(db),
  version: db.pragma('user_version', { simple: true }),
  mark: markOf(db),
})

/** The copy has the same key; closing takes the journal of the vault in, so that none is left to be laid over the copy. */
function makeCopy(vaultFile: string, databaseKey: Buffer): Facts {
  const copy = copyOf(vaultFile)
  clear(copy)
  closeSync(openSync(copy, 'wx', 0o600))
  const vault = openVault(vaultFile, databaseKey)
  try {
    vault.db.prepare('VACUUM INTO ?').run(copy)
    return factsOf(vault.db)
  } finally {
    vault.close()
  }
}

function prove(copy: string, fresh: Buffer, before: Facts): void {
  const vault = openVault(copy, fresh)
  try {
    const differs =
      vault.db.pragma('integrity_check', { simple: true }) !== 'ok' ||
      JSON.stringify(listed(factsOf(vault.db))) !== JSON.stringify(listed(before))
    if (differs) throw new AppError('storage', { reason: 'rotation-differs' })
  } finally {
    vault.close()
  }
  if (checkPages(copy, fresh).bad.length > 0) throw new AppError('storage', { reason: 'rotation-differs' })
  const fd = openSync(copy, 'r+')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
const listed = ({ counts, version, mark }: Facts) => [[...counts].sort(([a], [b]) => (a < b ? -1 : 1)), version, mark]

function clear(copy: string): void {
  for (const suffix of ['', '-wal', '-journal', '-shm']) rmSync(`${copy}${suffix}`, { force: true })
}
