import { hkdfSync } from 'node:crypto'

const derive = (databaseKey: Buffer, label: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', databaseKey, Buffer.alloc(0), `quietroom ${label}`, length))

/**
 * The key as SQLCipher takes it, `x'<64 hex>'` in a Buffer. One byte too few would silently be taken for a passphrase
 * (F3), so the length is checked here.
 */
export function rawKeyOf(databaseKey: Buffer): Buffer {
  const key = rawKeyBytesOf(databaseKey)
  const raw = Buffer.alloc(67)
  raw.write("x'", 0, 'latin1')
  for (let i = 0; i < 32; i++) raw.write((key[i] ?? 0).toString(16).padStart(2, '0'), 2 + 2 * i, 'latin1')
  raw.write("'", 66, 'latin1')
  key.fill(0)
  return raw
}

/** The same 32 bytes as they are: for whoever reads pages without SQLite. */
export function rawKeyBytesOf(databaseKey: Buffer): Buffer {
  if (databaseKey.length !== 32) throw new RangeError('the database key is 32 bytes')
  return derive(databaseKey, 'db raw key')
}

/** Authenticates the keyslots file once the database key is known. */
export const keyslotsMacKey = (databaseKey: Buffer): Buffer => derive(databaseKey, 'keyslots mac')
/** Public check value: tells a wrong key from a damaged file. */
export const keyCheckValue = (databaseKey: Buffer): string => derive(databaseKey, 'key check value', 8).toString('hex')
/** Authenticates what `anchor.ts` keeps beside the vault. */
export const anchorMacKey = (databaseKey: Buffer): Buffer => derive(databaseKey, 'anchor mac')
/** Seals what `traces.ts` keeps beside the vault. */
export const tracesKey = (databaseKey: Buffer): Buffer => derive(databaseKey, 'traces')
/** Authenticates the list of what is in a backup set. */
export const manifestMacKey = (databaseKey: Buffer): Buffer => derive(databaseKey, 'backup manifest mac')
/** Closes what such a list says of the records. */
export const manifestSealKey = (databaseKey: Buffer): Buffer => derive(databaseKey, 'backup manifest seal')
