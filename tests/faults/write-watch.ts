import { spawnSync } from 'node:child_process'
import { createReadStream, type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Every call of the system by which bytes come into a file; `mmap` for files that are written to as memory. */
const WRITING = ['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'sendfile', 'copy_file_range', 'splice', 'mmap']
/** And every call by which a name comes into a folder. */
const NAMING = ['open', 'openat', 'openat2', 'creat', 'mkdir', 'mkdirat', 'mknod', 'mknodat']
const RENAMING = ['rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat']
const CALLS = [...WRITING, ...NAMING, ...RENAMING]
const LONGEST = 4 << 20

/** How a program is run so that each write of it, its threads and its children is in `log`, with place and bytes. */
export const watching = (log: string): [program: string, ...args: string[]] => [
  'strace',
  '-f',
  '-qqq',
  '-y',
  '-xx',
  '--seccomp-bpf',
  `--string-limit=${LONGEST}`,
  '--signal=none',
  `--trace=${CALLS.join(',')}`,
  `--output=${log}`,
]

export const canWatch = (): boolean =>
  process.platform === 'linux' &&
  spawnSync('strace', ['-qqq', '-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0

export type Watched = {
  /** Needles that were written, each as `spelling in file`. */
  hits: string[]
  writes: number
  /** Files and folders that were named. */
  names: number
  /** Files that were written to. */
  files: Set<string>
  bytes: number
  /** Files that were written to as memory; what came into them is only seen in the folder. */
  mapped: string[]
  /** Writes that were too long to be seen whole. */
  cut: string[]
}

/** Looks for needles in all that was written to files and said on the standard outputs; pipes and sockets are no files. */
export async function lookThrough(log: string, needles: ReadonlyMap<string, Buffer>): Promise<Watched> {
  const watched: Watched = { hits: [], writes: 0, names: 0, files: new Set(), bytes: 0, mapped: [], cut: [] }
  const ends = new Map<string, Buffer>()
  for await (const line of createInterface({ input: createReadStream(log), crlfDelay: Infinity })) {
    if (isNaming(line)) {
      watched.names++
      for (const spelling of found(bytesOf(line), needles)) watched.hits.push(`${spelling} in a name`)
      continue
    }
    const seen = /^\d+ +(\w+)\((\d+)?[^<]*<((?:\\x[0-9a-f]{2})*)>/u.exec(line)
    if (!seen) continue
    const [, call, fd = '', name = ''] = seen
    const place = bytesOf(name).toString()
    if (!isKept(place, fd)) continue
    if (call === 'mmap') {
      if (line.includes('MAP_SHARED') && line.includes('PROT_WRITE')) watched.mapped.push(place)
      continue
    }
    if (/"\.\.\./u.test(line)) watched.cut.push(place)
    const data = bytesOf(line.slice(line.indexOf('>') + 1))
    watched.writes++
    watched.bytes += data.length
    watched.files.add(place)
    // A needle may lie across two writes to one place.
    const together = Buffer.concat([ends.get(place) ?? Buffer.alloc(0), data])
    for (const spelling of found(together, needles)) watched.hits.push(`${spelling} in ${place}`)
    ends.set(place, together.subarray(-200))
  }
  return watched
}

const isNaming = (line: string): boolean => {
  const [, call = ''] = /^\d+ +(\w+)\(/u.exec(line) ?? []
  return NAMING.includes(call) || RENAMING.includes(call)
}
const isKept = (place: string, fd: string): boolean => {
  if (fd === '1' || fd === '2') return true
  return place.startsWith('/') && !/^\/(dev|proc|sys|memfd:)/u.test(place)
}
const bytesOf = (text: string): Buffer =>
  Buffer.from((text.match(/\\x[0-9a-f]{2}/gu) ?? []).map((one) => one.slice(2)).join(''), 'hex')
const found = (bytes: Buffer, needles: ReadonlyMap<string, Buffer>): string[] =>
  [...needles].flatMap(([spelling, needle]) => (bytes.includes(needle) ? [spelling] : []))

/** The same in every file that lies in a folder, and in the names. */
export const lookInto = (folder: string, needles: ReadonlyMap<string, Buffer>): string[] =>
  filesIn(folder).flatMap((file) =>
    found(Buffer.concat([Buffer.from(file), contentOf(file)]), needles).map((spelling) => `${spelling} in ${file}`),
  )

/** Files and folders below a folder that others may be at work in. */
export function filesIn(folder: string): string[] {
  return contentsOf(folder).flatMap((entry) => {
    const place = join(folder, entry.name)
    return entry.isDirectory() ? [place, ...filesIn(place)] : [place]
  })
}

function contentsOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function contentOf(file: string): Buffer {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0)
  } catch {
    return Buffer.alloc(0)
  }
}
