import { createDecipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import { rawKeyBytesOf } from './keys.ts'

/**
 * The second reader of the file: whether every page is the one that was written there, found out with node:crypto alone
 * and without SQLite (SQLCipher 4: 4096 bytes, of which the last 80 are IV and HMAC-SHA512).
 * A journal beside the file must have been taken in before: until then the pages of the file may rightly be half written.
 */
/** `isCut`: the file is shorter than it says. SQLite would give what is left of the last page as it stands, undeciphered. */
export type PageCheck = { pages: number; bad: number[]; isCut: boolean }
export type PageChoice = {
  /** Look at no more than so many pages: the first, the last, and others by chance. */
  sample?: number
  random?: () => number
}
/**
 * A path, or the open file of a vault that is in use: closing a second descriptor of a file takes away the locks that the
 * process holds on it (POSIX), so an open vault is read through `vault.fd` and nothing else.
 */
export type PageSource = string | number

export const PAGE = 4096
const MAC_AT = PAGE - 64
const IV_AT = PAGE - 80
/** SQLite never uses the page that holds the locking bytes (at 1 GiB). */
const LOCK_PAGE = 0x4000_0000 / PAGE + 1
const PAGES_AT_ONCE = 256
/** Bytes 16 to 23 of every vault: page size, WAL twice, reserved bytes, three fixed fractions. */
const HEADER = Buffer.from('1000020250402020', 'hex')

export function checkPages(source: PageSource, databaseKey: Buffer, choice: PageChoice = {}): PageCheck {
  const look = lookInto(source, databaseKey, choice)
  try {
    while (look.next());
    return look.found()
  } finally {
    look.end()
  }
}

/** The same in slices of a megabyte, with a pause after each: by default one in which others get their turn. */
export async function checkPagesSlowly(
  source: PageSource,
  databaseKey: Buffer,
  { pause = breathe, ...choice }: PageChoice & { pause?: () => Promise<unknown> } = {},
): Promise<PageCheck> {
  const look = lookInto(source, databaseKey, choice)
  try {
    while (look.next()) await pause()
    return look.found()
  } finally {
    look.end()
  }
}

/**
 * Why a file does not open. Damaged: one page out of a few carries this key's MAC, or the first one decrypts to the header
 * that every vault has (its salt may be gone, without which no MAC can be reckoned).
 */
export function wrongKeyOrDamaged(source: PageSource, databaseKey: Buffer): 'wrong-key' | 'damaged' {
  const look = lookInto(source, databaseKey, { sample: 64 })
  try {
    if (look.headerFits || look.hasNoPage) return 'damaged'
    let looked = 0
    while (look.next()) looked++
    return look.found().bad.length < looked ? 'damaged' : 'wrong-key'
  } finally {
    look.end()
  }
}

function lookInto(source: PageSource, databaseKey: Buffer, { sample = Infinity, random = Math.random }: PageChoice) {
  const fd = typeof source === 'number' ? source : openSync(source, 'r')
  const close = () => void (typeof source === 'string' && closeSync(fd))
  const rawKey = rawKeyBytesOf(databaseKey)
  try {
    const { size } = fstatSync(fd)
    const first = Buffer.alloc(PAGE)
    readSync(fd, first, 0, PAGE, 0)
    const macKey = macKeyOf(rawKey, first.subarray(0, 16))
    const start = startOf(first, rawKey)
    const inFile = Math.max(1, Math.ceil(size / PAGE))
    const said = fits(macKey, first, 1) ? start.readUInt32BE(28 - 16) : inFile
    const bad = new Set<number>()
    for (let page = Math.min(said, inFile) + 1; page <= Math.max(said, inFile); page++) bad.add(page)
    const runs = runsOf(Math.min(said, inFile), sample, random)
    const buffer = Buffer.alloc(PAGE * PAGES_AT_ONCE)
    return {
      hasNoPage: size < PAGE,
      headerFits: start.subarray(0, HEADER.length).equals(HEADER),
      /** Looks at the next run; false when there is none left. */
      next(): boolean {
        const run = runs.next()
        if (run.done) return false
        const [from, count] = run.value
        const read = readSync(fd, buffer, 0, count * PAGE, (from - 1) * PAGE)
        for (let i = 0; i < count; i++) {
          const page = from + i
          const whole = read >= (i + 1) * PAGE
          if (page !== LOCK_PAGE && !(whole && fits(macKey, buffer.subarray(i * PAGE, (i + 1) * PAGE), page)))
            bad.add(page)
        }
        return true
      },
      found: (): PageCheck => ({
        pages: Math.max(said, inFile),
        bad: [...bad].sort((a, b) => a - b),
        isCut: size < said * PAGE,
      }),
      end(): void {
        macKey.fill(0)
        close()
      },
    }
  } catch (error) {
    close()
    throw error
  } finally {
    rawKey.fill(0)
  }
}

function* runsOf(pages: number, sample: number, random: () => number): Generator<[from: number, count: number]> {
  if (sample >= pages) {
    for (let from = 1; from <= pages; from += PAGES_AT_ONCE) yield [from, Math.min(PAGES_AT_ONCE, pages - from + 1)]
    return
  }
  const chosen = new Set([1, pages])
  while (chosen.size < sample) chosen.add(1 + Math.floor(random() * pages))
  for (const page of [...chosen].sort((a, b) => a - b)) yield [page, 1]
}

const macKeyOf = (rawKey: Buffer, salt: Buffer): Buffer =>
  pbkdf2Sync(
    rawKey,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )

const numbered = Buffer.alloc(4)
function fits(macKey: Buffer, page: Buffer, number: number): boolean {
  numbered.writeUInt32LE(number)
  const mac = createHmac('sha512', macKey)
    .update(page.subarray(number === 1 ? 16 : 0, MAC_AT))
    .update(numbered)
    .digest()
  return timingSafeEqual(mac, page.subarray(MAC_AT))
}

/** Bytes 16 to 31 of the first page as they were before encryption. */
const startOf = (first: Buffer, rawKey: Buffer): Buffer =>
  createDecipheriv('aes-256-cbc', rawKey, first.subarray(IV_AT, IV_AT + 16))
    .setAutoPadding(false)
    .update(first.subarray(16, 32))
