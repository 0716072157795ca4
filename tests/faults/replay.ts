import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Random } from './random.ts'
import type { Change } from './shim-log.ts'

/** Files of a folder by relative path. */
export type Files = Map<string, Buffer>

/** Not yet on the disk: a change of one file's bytes, or of the names in a folder. */
type Pending = Written | { folder: string; change(names: Map<string, number>): void }
type Written = { file: number; offset: number; bytes: Buffer } | { file: number; length: number }

const SECTOR = 512

/**
 * A disk that keeps only what was flushed. `fsync` of a file makes its bytes stay, `fsync` of a folder the names in it;
 * at a power cut every other change is there, is not, or is there in some of its 512-byte sectors.
 */
export function replayFrom(start: Files) {
  let contents: readonly Buffer[] = [...start.values()]
  const kept = new Map([...start.keys()].map((path, file) => [path, file]))
  const seen = new Map(kept)
  let pending: Pending[] = []

  const flush = (isFlushed: (one: Pending) => boolean): void => {
    const flushed = pending.filter(isFlushed)
    for (const one of flushed) if ('folder' in one) one.change(kept)
    contents = afterwards(contents, flushed)
    pending = pending.filter((one) => !isFlushed(one))
  }
  const rename = (folder: string, change: (names: Map<string, number>) => void): void => {
    change(seen)
    pending.push({ folder, change })
  }

  return {
    /** What the program did next. */
    apply(change: Change): void {
      if (change.op === 'ack' || change.op === 'healed' || change.op === 'mkdir') return
      const { path } = change
      if (change.op === 'create') {
        const file = contents.length
        contents = [...contents, Buffer.alloc(0)]
        rename(folderOf(path), (names) => names.set(path, file))
      } else if (change.op === 'unlink') rename(folderOf(path), (names) => names.delete(path))
      else if (change.op === 'rename') rename(folderOf(change.to), (names) => moveNames(names, path, change.to))
      else if (change.op === 'sync-folder') flush((one) => 'folder' in one && one.folder === path)
      else {
        const file = seen.get(path)
        if (file === undefined) return
        if (change.op === 'sync') flush((one) => 'file' in one && one.file === file)
        else if (change.op === 'write') pending.push({ file, offset: change.offset, bytes: change.bytes })
        else if (change.op === 'truncate') pending.push({ file, length: change.length })
      }
    },
    /** What a killed program leaves: everything it did. */
    killed: (): Files => filesOf(seen, afterwards(contents, pending)),
    /** What a power cut leaves, one of very many. */
    cut(random: Random): Files {
      const names = new Map(kept)
      const survived: Pending[] = []
      const fate = fateOf(random, pending.length)
      for (const [at, one] of pending.entries()) {
        const share = fate(at)
        if (share === 0) continue
        if ('folder' in one) one.change(names)
        else if (share === 1 || !('bytes' in one)) survived.push(one)
        else survived.push(...torn(one, random))
      }
      return filesOf(names, afterwards(contents, survived))
    },
  }
}

/** 1: there, 0: not there, between: torn. Disks lose anything, but most often the newest. */
function fateOf(random: Random, length: number): (at: number) => number {
  const kind = random.below(10)
  if (kind === 0) return () => 0
  const end = random.below(length + 1)
  if (kind < 4) return (at) => (at < end ? 1 : at === end ? 0.5 : 0)
  return () => random.pick([0, 1, 0.5])
}

function torn(one: { file: number; offset: number; bytes: Buffer }, random: Random): Pending[] {
  const parts: Pending[] = []
  for (let from = 0; from < one.bytes.length;) {
    const to = Math.min(one.bytes.length, from + SECTOR - ((one.offset + from) % SECTOR))
    if (random.below(2) === 0)
      parts.push({ file: one.file, offset: one.offset + from, bytes: one.bytes.subarray(from, to) })
    from = to
  }
  return parts
}

function afterwards(contents: readonly Buffer[], changes: readonly Pending[]): Buffer[] {
  const ofFile = new Map<number, Written[]>()
  for (const one of changes) if ('file' in one) ofFile.set(one.file, (ofFile.get(one.file) ?? []).concat(one))
  return contents.map((before, file) => written(before, ofFile.get(file) ?? []))
}

function written(before: Buffer, changes: readonly Written[]): Buffer {
  if (changes.length === 0) return before
  const ends = changes.map((one) => ('length' in one ? one.length : one.offset + one.bytes.length))
  const after = Buffer.alloc(Math.max(before.length, ...ends))
  before.copy(after)
  let length = before.length
  for (const [at, one] of changes.entries()) {
    const end = ends[at] ?? 0
    if ('bytes' in one) one.bytes.copy(after, one.offset)
    else if (end < length) after.fill(0, end, length)
    length = 'bytes' in one ? Math.max(length, end) : end
  }
  return after.subarray(0, length)
}

function moveNames(names: Map<string, number>, from: string, to: string): void {
  const moved = [...names].filter(([path]) => path === from || path.startsWith(`${from}/`))
  for (const [path] of moved) names.delete(path)
  for (const [path, file] of moved) names.set(to + path.slice(from.length), file)
}

const filesOf = (names: ReadonlyMap<string, number>, contents: readonly Buffer[]): Files =>
  new Map([...names].map(([path, file]) => [path, contents[file] as Buffer]))
/** Empty for the watched folder itself. */
const folderOf = (path: string): string => (dirname(path) === '.' ? '' : dirname(path))

export function readFiles(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length + 1), readFileSync(path)]
    }),
  )
}

/** Puts the files, and nothing else, into a folder. */
export function materialise(files: Files, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
}
