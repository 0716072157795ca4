import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Text of a small file, or null when it is not there. A file over `maxBytes` is read as empty (never trusted). */
export function readIfThere(file: string, maxBytes: number): string | null {
  if (!existsSync(file)) return null
  return statSync(file).size > maxBytes ? '' : readFileSync(file, 'utf8')
}

/**
 * Writes beside, flushes, renames, flushes the folder: after a power cut the old or the new file is there, whole.
 * On Windows a scanner may hold the file for a moment: the rename is tried ten times.
 */
export function writeDurably(file: string, content: string | Uint8Array): void {
  writeTogether([[file, content]])
}

/**
 * The same for files that belong together: all are on the disk beside their places before the first takes its own.
 * `prove` reads them there; what it throws leaves everything as it was.
 */
export function writeTogether(
  files: readonly (readonly [file: string, content: string | Uint8Array])[],
  prove: (beside: readonly string[]) => void = () => {},
): void {
  for (const [file, content] of files) writeBeside(file, content)
  prove(files.map(([file]) => besideOf(file)))
  for (const [file] of files) renameDurably(besideOf(file), file)
}

const besideOf = (file: string): string => `${file}.part`

/** The system may take less than was given; what cannot be written whole is an error. */
function writeBeside(file: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const fd = openSync(besideOf(file), 'w', 0o600)
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** Removes a file that may be gone already; it does not come back after a power cut. */
export function removeDurably(file: string): void {
  if (!existsSync(file)) return
  rmSync(file)
  syncFolder(dirname(file))
}

export function renameDurably(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to)
      break
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (attempt === 10 || (code !== 'EBUSY' && code !== 'EPERM')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    }
  }
  syncFolder(dirname(to))
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const fd = openSync(folder, 'r')
  try {
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
}
