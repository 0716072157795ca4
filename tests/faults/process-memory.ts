import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

/** How many of the needles are somewhere in the writable memory of a process (Linux). */
export function countFound(pid: number, needles: readonly Buffer[]): number {
  const found = new Set<Buffer>()
  for (const part of memoryOf(pid)) for (const needle of needles) if (part.includes(needle)) found.add(needle)
  return found.size
}

function* memoryOf(pid: number): Generator<Buffer> {
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/u.exec(line) ?? []
      const length = parseInt(to, 16) - parseInt(from, 16)
      if (!(length > 0 && length < 1 << 30)) continue
      const part = Buffer.alloc(length)
      try {
        const read = readSync(memory, part, 0, length, parseInt(from, 16))
        yield part.subarray(0, read)
      } catch {
        // A part that is only promised, or went meanwhile.
      }
    }
  } finally {
    closeSync(memory)
  }
}
