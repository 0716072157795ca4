/**
 * Quietroom rescue: turns a vault and a secret into plain SQLite and CSV, without Quietroom.
 *
 *     node rescue.mjs FOLDER OUT        asks for the secret, then writes OUT/vault.sqlite, OUT/*.csv
 *
 * The secret is a password, the recovery code or the backup passphrase. FOLDER holds vault.db (and vault.db-wal after a crash) and
 * keyslots-a.json, keyslots-b.json or, in a backup, keyslots.json; nothing in it is changed. It needs Node 24.7 or newer and
 * nothing else. What it writes is readable by anybody: delete it when it has served.
 *
 * The format, so that this can be written again in any language. HKDF is HKDF-SHA256(key, salt, label, length); GCM is AES-256-GCM.
 * 1. Of the keyslots files take the one with the higher `counter`; binary fields are hex. Each slot is one way in.
 * 2. secret bytes: of a password or passphrase Argon2id(NFKC(text), slot.salt, slot.kdf {m KiB, t, p}, version 19), 64 bytes (32 in
 *    `fmt` 1); of the recovery code (Crockford Base32, four lines of 8 characters and a check character) the 20 bytes of the 32
 *    characters. A start code (slot.start) is typed as four groups of four, upper case, with hyphens.
 * 3. `fmt` 2, slots: 48 bytes = HKDF(secret bytes, slot.salt, 'quietroom keyslot KIND', 48); the last 16 are slot.commit, the first 32 open
 *    slot.bundle {nonce, ct, tag} by GCM with the additional data JSON.stringify(ABOUT), ABOUT = [2, vaultId, slotId, kind, userId,
 *    start, kdf && [m, t, p], salt, commit, xpk, spk, createdAt]. The first 32 bytes of the bundle are an X25519 private key.
 *    wrapping = HKDF(X25519(private key, slot.sealed.eph), eph + xpk, 'quietroom database key VAULTID EPOCH', 32);
 *    database key = GCM(wrapping, slot.sealed.box), additional data JSON.stringify([...ABOUT, epoch, eph]).
 *    While `pending` is there, a change of the database key was cut off: pending.slots has `sealed` once more for pending.epoch, and
 *    one of the two keys fits the file.
 * 4. `fmt` 1, and `former` of `fmt` 2: wrapping = the secret bytes of a password, or HKDF(code, salt, 'quietroom recovery', 32);
 *    database key = GCM(wrapping, slot.nonce, slot.wrapped, slot.tag), additional data
 *    JSON.stringify([vaultId, slotId, kind, userId, kdf && [m, t, p], salt]).
 * 5. raw key = HKDF(database key, empty salt, 'quietroom db raw key', 32).
 * 6. vault.db is SQLCipher 4 with that raw key: pages of 4096 bytes, the last 80 reserved (16 IV, 64 MAC). The first 16 bytes
 *    are the salt; MAC key = PBKDF2-SHA512(raw key, salt with each byte XOR 0x3a, 2 rounds, 32);
 *    MAC = HMAC-SHA512(MAC key, content and IV, then the page number as uint32 little-endian); content is AES-256-CBC without
 *    padding. Page 1 is written without its first 16 bytes, which are 'SQLite format 3\0' again.
 * 7. Frames of vault.db-wal count up to the last commit whose salts and checksums hold; each holds one page as above.
 */
import {
  argon2Sync,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  pbkdf2Sync,
  timingSafeEqual,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

const PAGE = 4096
const RESERVED = 80
const MAC_AT = PAGE - 64
const IV_AT = PAGE - RESERVED
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const hkdf = (key, salt, label, length = 32) => Buffer.from(hkdfSync('sha256', key, salt, label, length))
const hex = (text) => Buffer.from(text, 'hex')

/** The keyslots with the higher counter of the copies that can be read. */
export function readKeyslots(folder) {
  const copies = ['keyslots-a.json', 'keyslots-b.json', 'keyslots.json'].flatMap((name) => {
    try {
      return [JSON.parse(readFileSync(join(folder, name), 'utf8'))]
    } catch {
      return []
    }
  })
  const [newest] = copies.sort((a, b) => b.counter - a.counter)
  if (!newest) throw new Error('There is no keyslots file that can be read in this folder.')
  return newest
}

/** The raw keys that the secret leads to: none, one, or both while a change of the key was cut off. */
export function rawKeysBy(keyslots, secret) {
  const code = bytesOfCode(secret)
  const ways = [
    ...(keyslots.fmt === 1 ? keyslots.slots : keyslots.former).map(
      (slot) => () => directKey(keyslots, slot, secret, code),
    ),
    ...(keyslots.fmt === 1 ? [] : keyslots.slots).map((slot) => () => sealedKeys(keyslots, slot, secret, code)),
  ]
  for (const way of ways)
    try {
      const found = way()
      if (found.length > 0) return found.map((key) => hkdf(key, Buffer.alloc(0), 'quietroom db raw key'))
    } catch {
      // Another person's slot.
    }
  return []
}

function directKey({ vaultId }, slot, secret, code) {
  const { slotId, kind, userId, kdf, salt, nonce, wrapped, tag } = slot
  if (kind === 'recovery' && !code) return []
  const wrapping = kind === 'recovery' ? hkdf(code, hex(salt), 'quietroom recovery') : stretched(secret, slot, 32)
  const about = [vaultId, slotId, kind, userId, kdf && [kdf.m, kdf.t, kdf.p], salt]
  return [opened({ nonce, ct: wrapped, tag }, wrapping, about)]
}

function sealedKeys({ vaultId, epoch, pending }, slot, secret, code) {
  const { slotId, kind, userId, start, kdf, salt, commit, xpk, spk, createdAt, bundle, sealed } = slot
  if (kind === 'recovery' && !code) return []
  const bytes = kind === 'recovery' ? code : stretched(start ? asStartCode(secret) : secret, slot, 64)
  const wrapping = hkdf(bytes, hex(salt), `quietroom keyslot ${kind}`, 48)
  if (!wrapping.subarray(32).equals(hex(commit))) return []
  const cost = kdf && [kdf.m, kdf.t, kdf.p]
  const about = [2, vaultId, slotId, kind, userId, start, cost, salt, commit, xpk, spk, createdAt]
  const own = opened(bundle, wrapping.subarray(0, 32), about).subarray(0, 32)
  const keyIn = ({ eph, box }, itsEpoch) => {
    const key = hkdf(agreed(own, xpk, eph), hex(eph + xpk), `quietroom database key ${vaultId} ${itsEpoch}`)
    return opened(box, key, [...about, itsEpoch, eph])
  }
  const coming = pending?.slots.find((one) => one.slotId === slotId)?.sealed
  return [keyIn(sealed, epoch), ...(coming ? [keyIn(coming, pending.epoch)] : [])]
}

function opened({ nonce, ct, tag }, key, about) {
  const box = createDecipheriv('aes-256-gcm', key, hex(nonce))
  box.setAAD(Buffer.from(JSON.stringify(about)))
  box.setAuthTag(hex(tag))
  return Buffer.concat([box.update(hex(ct)), box.final()])
}

function agreed(own, xpk, eph) {
  const jwk = (x) => ({ kty: 'OKP', crv: 'X25519', x: hex(x).toString('base64url') })
  const privateKey = createPrivateKey({ format: 'jwk', key: { ...jwk(xpk), d: own.toString('base64url') } })
  return diffieHellman({ privateKey, publicKey: createPublicKey({ format: 'jwk', key: jwk(eph) }) })
}

const stretched = (password, { kdf, salt }, tagLength) =>
  argon2Sync('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: hex(salt),
    memory: kdf.m,
    passes: kdf.t,
    parallelism: kdf.p,
    tagLength,
  })

const asStartCode = (text) => (plainCode(text).match(/.{1,4}/g) ?? []).join('-')
const plainCode = (text) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')

/** The 20 bytes of a recovery code; undefined for any other text. Its check characters are not looked at. */
function bytesOfCode(text) {
  const plain = plainCode(text)
  if (plain.length !== 36) return undefined
  const digits = [...plain].filter((_, i) => i % 9 !== 8).map((char) => ALPHABET.indexOf(char))
  if (digits.includes(-1)) return undefined
  const bits = digits.map((digit) => digit.toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)))
}

/** The plain database file; `damaged` lists pages whose MAC does not hold, they are left as zeros. */
export function decryptVault(file, wal, rawKey) {
  const salt = file.subarray(0, 16)
  const macKey = pbkdf2Sync(
    rawKey,
    salt.map((byte) => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )
  const damaged = []
  const open = (page, number) => {
    const from = number === 1 ? 16 : 0
    const numbered = Buffer.alloc(4)
    numbered.writeUInt32LE(number)
    const mac = createHmac('sha512', macKey).update(page.subarray(from, MAC_AT)).update(numbered).digest()
    const plain = Buffer.alloc(PAGE)
    if (timingSafeEqual(mac, page.subarray(MAC_AT))) {
      const cipher = createDecipheriv('aes-256-cbc', rawKey, page.subarray(IV_AT, IV_AT + 16)).setAutoPadding(false)
      Buffer.concat([cipher.update(page.subarray(from, IV_AT)), cipher.final()]).copy(plain, from)
      page.copy(plain, IV_AT, IV_AT)
    } else if (page.some((byte) => byte !== 0)) damaged.push(number)
    if (number === 1) plain.write('SQLite format 3\0', 0, 'latin1')
    return plain
  }
  const { pages: written, size } = wal ? committed(wal) : { pages: new Map(), size: 0 }
  const count = size || file.length / PAGE
  const pages = Array.from({ length: count }, (_, at) => {
    const page = written.get(at + 1) ?? file.subarray(at * PAGE, (at + 1) * PAGE)
    return open(page.length === PAGE ? page : Buffer.alloc(PAGE), at + 1)
  })
  const plain = Buffer.concat(pages)
  // The journal is folded in: the file says that it needs none.
  plain[18] = 1
  plain[19] = 1
  return { plain, damaged }
}

/** The pages of a write-ahead log up to its last commit, and how many the database then has. */
function committed(wal) {
  const pages = new Map()
  if (wal.length < 32) return { pages, size: 0 }
  const isBig = (wal.readUInt32BE(0) & 1) === 1
  const read = (at) => (isBig ? wal.readUInt32BE(at) : wal.readUInt32LE(at))
  const sum = (from, to, [a, b]) => {
    for (let at = from; at < to; at += 8) {
      a = (a + read(at) + b) >>> 0
      b = (b + read(at + 4) + a) >>> 0
    }
    return [a, b]
  }
  let running = sum(0, 24, [0, 0])
  let size = 0
  let pending = new Map()
  for (let at = 32; at + 24 + PAGE <= wal.length; at += 24 + PAGE) {
    if (!wal.subarray(at + 8, at + 16).equals(wal.subarray(16, 24))) break
    running = sum(at + 24, at + 24 + PAGE, sum(at, at + 8, running))
    if (running[0] !== wal.readUInt32BE(at + 16) || running[1] !== wal.readUInt32BE(at + 20)) break
    pending.set(wal.readUInt32BE(at), wal.subarray(at + 24, at + 24 + PAGE))
    const pagesAfter = wal.readUInt32BE(at + 4)
    if (pagesAfter === 0) continue
    for (const [number, page] of pending) pages.set(number, page)
    pending = new Map()
    size = pagesAfter
  }
  return { pages, size }
}

/** All rows of a table; around a damaged page, those that can be reached from the beginning and from the end. */
function rowsOf(db, name) {
  try {
    return { rows: db.prepare(`SELECT * FROM "${name}"`).all(), isWhole: true }
  } catch {
    const found = new Map()
    for (const order of ['', ' ORDER BY rowid DESC'])
      try {
        for (const row of db.prepare(`SELECT * FROM "${name}"${order}`).iterate()) found.set(JSON.stringify(row), row)
      } catch {
        // As far as it goes.
      }
    return { rows: [...found.values()], isWhole: false }
  }
}

/** One CSV (UTF-8 with BOM) per table, as a spreadsheet opens it; no cell begins a formula. */
export function writeTables(database, out) {
  const db = new DatabaseSync(database, { readOnly: true })
  const names = db
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
    .all()
    .map(({ name }) => String(name))
  const written = []
  for (const name of names.filter((table) => !table.startsWith('note_words'))) {
    const { rows, isWhole } = rowsOf(db, name)
    const columns = db
      .prepare(`SELECT name FROM pragma_table_info(?)`)
      .all(name)
      .map((column) => column.name)
    const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    writeFileSync(join(out, `${name}.csv`), `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`)
    written.push({ name, rows: rows.length, isWhole })
  }
  db.close()
  return written
}

function cell(value) {
  if (value === null || value === undefined) return ''
  const text = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Everything at once; throws with words that say what to do. */
export function rescue(folder, out, secret) {
  const rawKeys = rawKeysBy(readKeyslots(folder), secret)
  if (rawKeys.length === 0) throw new Error('This secret opens none of the keyslots. Nothing was written.')
  const walFile = join(folder, 'vault.db-wal')
  const wal = existsSync(walFile) ? readFileSync(walFile) : null
  const file = readFileSync(join(folder, 'vault.db'))
  const [{ plain, damaged }] = rawKeys
    .map((rawKey) => decryptVault(file, wal, rawKey))
    .sort((a, b) => a.damaged.length - b.damaged.length)
  mkdirSync(out, { recursive: true, mode: 0o700 })
  const database = join(out, 'vault.sqlite')
  writeFileSync(database, plain, { mode: 0o600, flag: 'wx' })
  return { database, damaged, tables: writeTables(database, out) }
}

const say = (line) => process.stdout.write(`${line}\n`)
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, out] = process.argv.slice(2)
  if (!folder || !out) {
    say('node rescue.mjs FOLDER OUT')
    process.exit(2)
  }
  const asking = createInterface({ input: process.stdin, output: process.stdout })
  const secret = await asking.question('Password, recovery code or backup passphrase 密码、恢复码或备份口令: ')
  asking.close()
  try {
    const { damaged, tables } = rescue(folder, out, secret)
    for (const { name, rows, isWhole } of tables) say(`${name}: ${rows}${isWhole ? '' : ' (damaged, not all)'}`)
    if (damaged.length > 0) say(`Damaged pages: ${damaged.join(', ')}. What stood on them is missing.`)
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
