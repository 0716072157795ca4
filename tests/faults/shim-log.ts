import { readFileSync } from 'node:fs'

/** One change of the disk, in the order in which the program made them; paths are relative to the watched folder. */
export type Change =
  | { op: 'create' | 'unlink' | 'mkdir' | 'sync' | 'sync-folder'; path: string }
  | { op: 'write'; path: string; offset: number; bytes: Buffer }
  | { op: 'truncate'; path: string; length: number }
  | { op: 'rename'; path: string; to: string }
  /** No change: what the program promised by then. */
  | { op: 'ack'; text: string }
  /** No change: nothing fails from here on; so many changes were made since it was told to. */
  | { op: 'healed'; changes: number }

const HEAD = 24

/** What `build/faults/shim.c` wrote down about `folder`. */
export function readShimLog(file: string, folder: string): Change[] {
  const log = readFileSync(file)
  const within = (path: string): string => (path.startsWith(folder) ? path.slice(folder.length + 1) : path)
  const changes: Change[] = []
  for (let at = 0; at + HEAD <= log.length;) {
    const op = String.fromCharCode(log[at] ?? 0)
    const [pathEnd, otherEnd] = [log.readUInt16LE(at + 2), log.readUInt16LE(at + 4)]
    const [offset, length] = [Number(log.readBigUInt64LE(at + 8)), Number(log.readBigUInt64LE(at + 16))]
    const pathAt = at + HEAD
    const text = log.toString('utf8', pathAt, pathAt + pathEnd)
    const other = log.toString('utf8', pathAt + pathEnd, pathAt + pathEnd + otherEnd)
    const bytesAt = pathAt + pathEnd + otherEnd
    changes.push(changeOf(op, within(text), within(other), offset, log.subarray(bytesAt, bytesAt + length), text))
    at = bytesAt + length
  }
  return changes
}

function changeOf(op: string, path: string, to: string, offset: number, bytes: Buffer, text: string): Change {
  if (op === 'W') return { op: 'write', path, offset, bytes }
  if (op === 'T') return { op: 'truncate', path, length: offset }
  if (op === 'R') return { op: 'rename', path, to }
  if (op === 'A') return { op: 'ack', text }
  if (op === 'H') return { op: 'healed', changes: offset }
  const plain = { C: 'create', U: 'unlink', M: 'mkdir', S: 'sync', D: 'sync-folder' } as const
  const known = plain[op as keyof typeof plain]
  if (!known) throw new Error(`the shim wrote down ${op}, which nobody knows`)
  return { op: known, path }
}
