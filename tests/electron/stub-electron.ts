/** A folder that looks enough like Electron's runtime to be packed, and a reader of what was packed. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron's program keeps its fuses (electronjs.org, "Electron Fuses"). */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSE_COUNT = 9

/** A program with a fuse wire as Electron ships it: version 1, everything in its default state. */
export const programWithFuses = (count = FUSE_COUNT): Buffer =>
  Buffer.concat([
    Buffer.alloc(1000, 7),
    Buffer.from(SENTINEL),
    Buffer.from([1, count]),
    Buffer.from('1'.repeat(count)),
    Buffer.alloc(1000, 7),
  ])

export const makeStubElectron = (folder: string, version: string): void => {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  for (const locale of ['zh-CN', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '')
  writeFileSync(join(folder, 'version'), version)
  writeFileSync(join(folder, 'LICENSE'), '')
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '')
  writeFileSync(join(folder, 'electron'), programWithFuses())
  chmodSync(join(folder, 'electron'), 0o755)
  writeFileSync(join(folder, 'resources', 'default_app.asar'), emptyAsar())
}

const emptyAsar = (): Buffer => {
  const json = Buffer.from('{"files":{}}')
  const head = Buffer.alloc(16)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + json.length, 4)
  head.writeUInt32LE(4 + json.length, 8)
  head.writeUInt32LE(json.length, 12)
  return Buffer.concat([head, json])
}

type Entry = { files?: Record<string, Entry>; unpacked?: boolean; integrity?: { algorithm: string } }

/** Every file in an asar by path. */
export const filesInAsar = (place: string): Map<string, Entry> => {
  const bytes = readFileSync(place)
  const root = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const found = new Map<string, Entry>()
  const visit = (entry: Entry, path: string) => {
    for (const [name, child] of Object.entries(entry.files ?? {})) {
      if (child.files) visit(child, `${path}${name}/`)
      else found.set(path + name, child)
    }
  }
  visit(root, '')
  return found
}
