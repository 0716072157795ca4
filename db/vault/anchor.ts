import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, existsSync, fdatasync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeDurably } from './files.ts'
import { anchorMacKey } from './keys.ts'

/**
 * What the vault had reached, written beside it after every commit. SQLite alone loses the end of a damaged journal without
 * a word, and an older file in the place of a newer one is as good to it as any (security.md F6, F7): the anchor tells.
 *
 *     anchor.log = 16 pages of 16 lines of 256 bytes; commit n goes to page n mod 16, line n/16 mod 16:
 *     commits, time, audit row, its hash, HMAC-SHA256 over all before it
 *
 * The file never grows, so that a full disk does not stop it, and commits that follow each other lie in different sectors.
 * Lines reach the disk behind the commits, never more than `MOST_BEHIND`; what a power cut makes of them are lines whose MAC
 * does not hold, and the newest that does counts. `seen.log` is one such line, written when the vault is opened and when it
 * is closed: a vault and an anchor that were put back together are behind it.
 */
export type Mark = { commits: number; at: string; auditSeq: number; auditHash: string }
export type Anchor = {
  /** After each commit, before it is acknowledged. Never throws: the commit stands whatever becomes of the anchor. */
  drop(mark: Mark): void
  /** Begins anew at this mark, on disk when this returns: for the first time, and where the old file no longer counts. */
  restart(mark: Mark): void
  /** The vault has proven to be as it should. */
  saw(mark: Mark): void
  close(): void
}

export const MOST_BEHIND = 16
const PAGES = 16
const LINES = 256
const LINE = 256
/** So far behind, a commit waits for the disk. Fewer than there are pages: the lines before these stay out of danger. */
const SYNC_AT = PAGES - 4
const SYNC_AFTER_MS = 50

export const anchorFile = (vaultFile: string): string => join(dirname(vaultFile), 'anchor.log')

const seenFile = (vaultFile: string): string => join(dirname(vaultFile), 'seen.log')

/** The newest line that holds; null when there is no file, or not one line of it is this vault's. */
export const readAnchor = (vaultFile: string, databaseKey: Buffer): Mark | null =>
  newestIn(anchorFile(vaultFile), databaseKey)

/** Where the vault stood when it was last opened or closed; null when nobody knows. */
export const readSeen = (vaultFile: string, databaseKey: Buffer): Mark | null =>
  newestIn(seenFile(vaultFile), databaseKey)

function newestIn(file: string, databaseKey: Buffer): Mark | null {
  if (!existsSync(file)) return null
  const key = anchorMacKey(databaseKey)
  const content = readFileSync(file).subarray(0, LINES * LINE)
  let newest: Mark | null = null
  for (let at = 0; at < content.length; at += LINE) {
    const mark = markIn(content.subarray(at, at + LINE), key)
    if (mark && mark.commits > (newest?.commits ?? -1)) newest = mark
  }
  key.fill(0)
  return newest
}

/** The anchor of a vault that is not open. */
export function writeAnchor(vaultFile: string, databaseKey: Buffer, mark: Mark): void {
  const anchor = openAnchor(vaultFile, databaseKey)
  anchor.restart(mark)
  anchor.close()
}

/**
 * Adds one line under another key, on disk when this returns: before a file with that key takes the vault's place. Both
 * keys find theirs then, whatever is cut off in between. It takes the place that is written last of all from here on: the
 * newest line of the former key stays, and by then the newer ones are on the disk.
 */
export function addToAnchor(vaultFile: string, databaseKey: Buffer, mark: Mark): void {
  const file = anchorFile(vaultFile)
  const key = anchorMacKey(databaseKey)
  const content = Buffer.alloc(LINES * LINE, ' ')
  readFileSync(file).copy(content)
  lineOf(mark, key).copy(content, offsetOf({ ...mark, commits: mark.commits + PAGES - 1 }))
  key.fill(0)
  writeDurably(file, content)
}

/** For as long as a vault is open. Where there is no file, one is made by `restart` alone. */
export function openAnchor(vaultFile: string, databaseKey: Buffer): Anchor {
  const file = anchorFile(vaultFile)
  const key = anchorMacKey(databaseKey)
  let slate = existsSync(file) ? slateOf(file) : null
  let last: Mark | null = null
  return {
    drop(mark) {
      slate?.write(lineOf(mark, key), offsetOf(mark))
      last = mark
    },
    restart(mark) {
      const content = Buffer.alloc(LINES * LINE, ' ')
      lineOf(mark, key).copy(content, offsetOf(mark))
      slate?.close()
      slate = null
      writeDurably(seenFile(vaultFile), lineOf(mark, key))
      writeDurably(file, content)
      slate = slateOf(file)
    },
    saw: (mark) => writeDurably(seenFile(vaultFile), lineOf(mark, key)),
    close() {
      slate?.close()
      slate = null
      try {
        if (last) writeDurably(seenFile(vaultFile), lineOf(last, key))
      } finally {
        key.fill(0)
      }
    },
  }
}

type Slate = { write(line: Buffer, offset: number): void; close(): void }

/** The open file, flushed behind what is written. */
function slateOf(file: string): Slate {
  const fd = openSync(file, 'r+')
  let written = 0
  let durable = 0
  let isSyncing = false
  let isClosed = false
  let quiet: NodeJS.Timeout | undefined
  /** Off the thread, in a quiet moment: saving does not wait for it. */
  const syncSoon = (): void => {
    quiet ??= setTimeout(() => {
      quiet = undefined
      if (isSyncing) return
      isSyncing = true
      const upTo = written
      fdatasync(fd, (error) => {
        isSyncing = false
        if (!error) durable = upTo
        if (isClosed) closeSync(fd)
      })
    }, SYNC_AFTER_MS).unref()
  }
  return {
    write(line, offset) {
      try {
        writeSync(fd, line, 0, LINE, offset)
        written++
        if (written - durable < SYNC_AT) return syncSoon()
        fdatasyncSync(fd)
        durable = written
      } catch {
        // The next line says it again; a gap of more than MOST_BEHIND is told at the next unlock.
      }
    },
    close() {
      isClosed = true
      clearTimeout(quiet)
      try {
        fdatasyncSync(fd)
      } catch {
        // As above.
      } finally {
        if (!isSyncing) closeSync(fd)
      }
    },
  }
}

const offsetOf = ({ commits }: Mark): number =>
  ((commits % PAGES) * PAGES + (Math.floor(commits / PAGES) % PAGES)) * LINE

function lineOf({ commits, at, auditSeq, auditHash }: Mark, key: Buffer): Buffer {
  const text = `${commits} ${at} ${auditSeq} ${auditHash} `
  const line = Buffer.alloc(LINE, ' ')
  line.write(text + macOf(text, key).toString('hex'), 0, 'latin1')
  line.write('\n', LINE - 1, 'latin1')
  return line
}

function markIn(line: Buffer, key: Buffer): Mark | null {
  const parts = /^((\d{1,15}) (\S{1,40}) (\d{1,15}) ([0-9a-f]{64}) )([0-9a-f]{64}) *\n$/u.exec(line.toString('latin1'))
  if (!parts) return null
  const [, text = '', commits, at = '', auditSeq, auditHash = '', mac = ''] = parts
  if (!timingSafeEqual(macOf(text, key), Buffer.from(mac, 'hex'))) return null
  return { commits: Number(commits), at, auditSeq: Number(auditSeq), auditHash }
}

const macOf = (text: string, key: Buffer): Buffer => createHmac('sha256', key).update(text).digest()
