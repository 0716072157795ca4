import { inflateRawSync } from 'node:zlib'
import { FileProblem } from './file-problem.ts'

/** Inflated bytes of all parts that are looked at. A roster of 20,000 rows has about 25 MB. */
const MOST_BYTES = 100 * 1024 * 1024
const MOST_ENTRIES = 4000
/** A large part that is almost nothing but repetition is a bomb, not a table. */
const BOMB_RATIO = 400
const BOMB_FROM = 16 * 1024 * 1024

const END_SIGNATURE = 0x06054b50
const CENTRAL_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_SIZE = 22
const CENTRAL_SIZE = 46
const LOCAL_SIZE = 30
const NOT_HERE = 0xffffffff

/** Parts that can hold cells. Pictures, embedded files, macros and printer settings are never unpacked. */
const TABLE_PART =
  /^(?!.*(media|embeddings|drawings|pivot|printerSettings|externalLinks|customXml|activeX|vbaProject|Thumbnails|Pictures|Object \d)).*\.(xml|rels|bin)$/i
const ROOT_PART = /^(mimetype|\[Content_Types\]\.xml)$/i

type Entry = { name: string; method: number; flags: number; packed: number; size: number; crc: number; offset: number }

/**
 * The table parts of a zip, unpacked here from the central directory alone, with every size checked before and while
 * inflating: a directory that lies about sizes gets as far as one that tells the truth.
 */
export function unpackTableParts(file: Buffer): Map<string, Buffer> {
  const entries = readDirectory(file)
  if (entries.some((entry) => (entry.flags & 0x1) !== 0)) throw new FileProblem('encrypted')
  const wanted = entries.filter(({ name }) => TABLE_PART.test(name) || ROOT_PART.test(name))
  const declared = wanted.reduce((sum, { size }) => sum + size, 0)
  if (declared > MOST_BYTES) throw new FileProblem('too-large')
  if (wanted.some(({ size, packed }) => size > BOMB_FROM && size / Math.max(packed, 1) > BOMB_RATIO))
    throw new FileProblem('too-large')
  const parts = new Map<string, Buffer>()
  for (const entry of wanted) {
    const content = unpack(file, entry)
    if (/<!(DOCTYPE|ENTITY)/i.test(content.subarray(0, 4096).toString('latin1'))) throw new FileProblem('broken')
    parts.set(entry.name, content)
  }
  return parts
}

/** The same parts as a plain, uncompressed zip, so that the table reader sees exactly the bytes that were checked. */
export function packPlainZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'latin1')
    const local = Buffer.alloc(LOCAL_SIZE)
    local.writeUInt32LE(LOCAL_SIGNATURE, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt32LE(content.length, 18)
    local.writeUInt32LE(content.length, 22)
    local.writeUInt16LE(nameBytes.length, 26)
    const central = Buffer.alloc(CENTRAL_SIZE)
    central.writeUInt32LE(CENTRAL_SIGNATURE, 0)
    central.writeUInt32LE(content.length, 20)
    central.writeUInt32LE(content.length, 24)
    central.writeUInt16LE(nameBytes.length, 28)
    central.writeUInt32LE(offset, 42)
    locals.push(local, nameBytes, content)
    centrals.push(central, nameBytes)
    offset += LOCAL_SIZE + nameBytes.length + content.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END_SIGNATURE, 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function readDirectory(file: Buffer): Entry[] {
  const end = findEnd(file)
  const count = file.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new FileProblem('too-large')
  const entries: Entry[] = []
  let at = file.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_SIZE > file.length || file.readUInt32LE(at) !== CENTRAL_SIGNATURE) throw new FileProblem('broken')
    const nameLength = file.readUInt16LE(at + 28)
    const extraLength = file.readUInt16LE(at + 30)
    const nameAt = at + CENTRAL_SIZE
    entries.push(
      withLongSizes(
        {
          name: file.toString('latin1', nameAt, nameAt + nameLength).replaceAll('\\', '/'),
          flags: file.readUInt16LE(at + 8),
          method: file.readUInt16LE(at + 10),
          crc: file.readUInt32LE(at + 16),
          packed: file.readUInt32LE(at + 20),
          size: file.readUInt32LE(at + 24),
          offset: file.readUInt32LE(at + 42),
        },
        file.subarray(nameAt + nameLength, nameAt + nameLength + extraLength),
      ),
    )
    at = nameAt + nameLength + extraLength + file.readUInt16LE(at + 32)
  }
  return entries
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - END_SIZE - 0xffff)
  for (let at = file.length - END_SIZE; at >= lowest; at--) if (file.readUInt32LE(at) === END_SIGNATURE) return at
  throw new FileProblem('broken')
}

/** Some writers put sizes into a zip64 field although the file is small. */
function withLongSizes(entry: Entry, extra: Buffer): Entry {
  const longs = { ...entry }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x0001) continue
    let field = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== NOT_HERE || field + 8 > extra.length) continue
      longs[key] = Number(extra.readBigUInt64LE(field))
      field += 8
    }
  }
  return longs
}

function unpack(file: Buffer, entry: Entry): Buffer {
  const { offset } = entry
  if (offset + LOCAL_SIZE > file.length || file.readUInt32LE(offset) !== LOCAL_SIGNATURE)
    throw new FileProblem('broken')
  const start = offset + LOCAL_SIZE + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28)
  const packed = file.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw new FileProblem('broken')
  if (entry.method === 0) {
    if (packed.length !== entry.size) throw new FileProblem('broken')
    return packed
  }
  if (entry.method !== 8) throw new FileProblem('broken')
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
    if (content.length !== entry.size) throw new FileProblem('broken')
    return content
  } catch (error) {
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new FileProblem(tooMuch ? 'too-large' : 'broken')
  }
}
