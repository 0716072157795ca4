import { closeSync, copyFileSync, existsSync, fstatSync, openSync, rmSync, statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { AppError } from '#contract/errors'
import type { Alarm } from '#contract/vault'
import { type Connection, connect } from '#db/connection'
import { keyslotsCounterIn, lastGoodCheckIn, lastLookIn } from './seen.ts'
import { type Anchor, type Mark, openAnchor, readAnchor, readSeen } from './anchor.ts'
import type { MigrationOptions } from './migrate.ts'
import { openVault, type Vault } from './open.ts'
import { checkPages } from './pages.ts'
import { compareWithAnchor, markOf } from './standing.ts'
import { openTraces, type Traces } from './traces.ts'

/** What is known of a vault that has just been opened. */
export type Examined = {
  connection: Connection
  /** What is wrong; nothing is written into the vault then. */
  alarm: Alarm | null
  care: Care
}
/** What is open beside the vault for as long as it is. */
export type Care = {
  anchor: Anchor
  traces: Traces
  /** What lay beside the vault when it was opened. */
  newest: Mark | null
  seen: Mark | null
  keyslotsCounter: number
  /** Every page and the structure were looked at now; worth writing down. */
  isLookedAtWhole: boolean
}

/** Files up to here are looked at whole every time; larger ones twice a day, in between in part (0.1 s instead of seconds). */
const ALWAYS_WHOLE_UP_TO = 32 * 1024 * 1024
const WHOLE_AGAIN_MS = 12 * 3_600_000
const PART = 4096
/** The most that is looked at then; the weekly check looks at everything. */
const WHOLE_UP_TO = 200 * 1024 * 1024
const SAMPLE = WHOLE_UP_TO / 4096

/**
 * Opens a vault and compares it with what it should be: every page, the structure, the anchor, the keyslots. With an alarm it
 * is open for reading only. `storage`/`damaged` when it cannot be read at all, and before a damaged one is migrated.
 */
export function openExamined(
  vaultFile: string,
  databaseKey: Buffer,
  keyslots: { counter: number },
  { beforeMigration, now }: Pick<MigrationOptions, 'beforeMigration'> & { now?: string } = {},
): Examined {
  const kept = keepJournal(vaultFile)
  const ends: (() => void)[] = []
  try {
    const vault = openVault(vaultFile, databaseKey, {
      beforeMigration(db, from, to) {
        const fd = openSync(vaultFile, 'r')
        ends.push(() => closeSync(fd))
        refuseDamaged(db, fd, databaseKey)
        beforeMigration?.(db, from, to)
      },
    })
    ends.unshift(vault.close)
    const newest = readAnchor(vaultFile, databaseKey)
    const seen = readSeen(vaultFile, databaseKey)
    const anchor = openAnchor(vaultFile, databaseKey)
    const traces = openTraces(vaultFile, databaseKey)
    ends.push(anchor.close, traces.close)
    const care: Care = {
      anchor,
      traces,
      newest,
      seen,
      keyslotsCounter: keyslots.counter,
      isLookedAtWhole: kept !== null || isWholeDue(vault, now),
    }
    const alarm = examine(vault, databaseKey, care)
    if (alarm) vault.db.pragma('query_only = ON')
    else settle(vault, care, kept)
    return { connection: connect({ ...vault, close: () => endAll(ends) }, anchor), alarm, care }
  } catch (error) {
    endAll(ends)
    throw error
  }
}

/** Takes up work again in a vault that was open for reading only; the anchor begins anew where it ends. */
export function resume({ db }: Vault, { anchor }: Care, work: () => void): void {
  db.pragma('query_only = OFF')
  try {
    work()
  } catch (error) {
    db.pragma('query_only = ON')
    throw error
  }
  anchor.restart(markOf(db))
}

function settle({ db }: Vault, { anchor, newest }: Care, kept: string | null): void {
  try {
    if (newest) anchor.saw(markOf(db))
    else anchor.restart(markOf(db))
    if (kept) rmSync(kept, { force: true })
  } catch (error) {
    // A full disk keeps nobody out; without any anchor there is no beginning, though.
    if (!newest) throw error
  }
}

/** In order, each of them whatever became of the others; the vault is the first. */
function endAll(ends: (() => void)[]): void {
  const troubles: unknown[] = []
  for (const end of ends.splice(0))
    try {
      end()
    } catch (error) {
      troubles.push(error)
    }
  if (troubles.length > 0) throw troubles[0]
}

function refuseDamaged(db: Database.Database, fd: number, databaseKey: Buffer): void {
  if (takeInJournal(db) && hasBadPages(fd, databaseKey, SAMPLE)) throw damaged()
}
const damaged = () => new AppError('storage', { reason: 'damaged' })

/** After a whole look not long ago, and an orderly end, a part is enough; a clock that was moved puts nothing off. */
function isWholeDue({ db, fd }: Vault, now: string | undefined): boolean {
  if (now === undefined || fstatSync(fd).size <= ALWAYS_WHOLE_UP_TO) return true
  const last = lastLookIn(db)
  const passed = last === null ? -1 : Date.parse(now) - Date.parse(last)
  return passed < 0 || passed >= WHOLE_AGAIN_MS
}

function examine({ db, fd }: Vault, databaseKey: Buffer, care: Care): Alarm | null {
  const { newest, seen, keyslotsCounter, isLookedAtWhole } = care
  const isWhole = takeInJournal(db)
  if (isWhole && hasBadPages(fd, databaseKey, isLookedAtWhole ? SAMPLE : PART))
    return { kind: 'pages', lost: null, lastGoodAt: lastGoodCheckIn(db) }
  if (isLookedAtWhole && !isSound(db)) return { kind: 'structure', lost: null, lastGoodAt: lastGoodCheckIn(db) }
  const standing = compareWithAnchor(db, newest, seen)
  const reached = markOf(db)
  const lastGoodAt = reached.auditSeq > 0 ? reached.at : null
  if (standing) return { ...standing, lastGoodAt: standing.kind === 'rolled-back' ? lastGoodAt : null }
  if (keyslotsCounter < keyslotsCounterIn(db)) return { kind: 'keyslots-old', lost: null, lastGoodAt }
  return null
}

/** False when a full disk does not let it: the pages of the file may be older than those of the journal then. */
function takeInJournal(db: Database.Database): boolean {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    return true
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') return false
    throw error
  }
}

function hasBadPages(fd: number, databaseKey: Buffer, sample: number): boolean {
  const { bad, isCut } = checkPages(fd, databaseKey, { sample })
  if (isCut) throw damaged()
  return bad.length > 0
}

function isSound(db: Database.Database): boolean {
  try {
    return db.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
  }
}

/**
 * A journal that is still there means that the program ended without closing. It is kept until the vault has proven whole:
 * taking in a damaged one drops what comes behind the damage.
 */
function keepJournal(vaultFile: string): string | null {
  const journal = `${vaultFile}-wal`
  const kept = `${journal}.kept`
  if (existsSync(journal) && statSync(journal).size > 0 && !existsSync(kept)) {
    try {
      copyFileSync(journal, kept)
    } catch {
      // A full disk keeps nobody out.
      removeIfPossible(kept)
    }
  }
  return existsSync(kept) ? kept : null
}

function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // A disk that takes no change at all.
  }
}
