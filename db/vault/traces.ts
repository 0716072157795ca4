import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { readIfThere, removeDurably, writeDurably } from './files.ts'
import { tracesKey } from './keys.ts'

/**
 * Who read what while nothing could be written into the vault: sealed lines beside it (AES-256-GCM under a key derived from
 * the database key), written into the log at the next unlock of the same person.
 *
 *     traces.log: one line each, base64 of nonce (12), tag (16), JSON
 */
const Trace = z.object({
  at: z.string(),
  userId: z.string(),
  event: z.string(),
  subjectId: z.string().nullable(),
  studentId: z.string().nullable(),
})
export type Trace = z.infer<typeof Trace>
export type Traces = {
  /** Kept in memory while the disk takes nothing; tried again with the next one and at the end. */
  add(trace: Trace): void
  /** Those of one person that are on the disk. */
  of(userId: string): Trace[]
  /** They are in the log now. */
  forget(userId: string): void
  close(): void
}

const MOST_BYTES = 32 * 1024 * 1024
const AAD = Buffer.from('quietroom trace 1')

export function openTraces(vaultFile: string, databaseKey: Buffer): Traces {
  const file = join(dirname(vaultFile), 'traces.log')
  const key = tracesKey(databaseKey)
  let waiting = ''
  const flush = (): void => {
    if (waiting === '') return
    try {
      const fd = openSync(file, 'a', 0o600)
      try {
        appendFileSync(fd, waiting)
        waiting = ''
        fsyncSync(fd)
      } finally {
        closeSync(fd)
      }
    } catch {
      // The disk takes nothing now.
    }
  }
  const lines = (): string[] => (readIfThere(file, MOST_BYTES) ?? '').split('\n').filter((line) => line !== '')
  return {
    add(trace) {
      waiting += `${sealed(trace, key)}\n`
      flush()
    },
    of: (userId) =>
      lines()
        .map((line) => opened(line, key))
        .filter((trace) => trace?.userId === userId)
        .filter((trace) => trace !== null),
    forget(userId) {
      const kept = lines().filter((line) => opened(line, key)?.userId !== userId)
      if (kept.length === 0) removeDurably(file)
      else writeDurably(file, `${kept.join('\n')}\n`)
    },
    close() {
      flush()
      key.fill(0)
    },
  }
}

function sealed(trace: Trace, key: Buffer): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(AAD)
  const text = Buffer.concat([cipher.update(JSON.stringify(trace), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

/** None when the line was cut off, altered, or is of another key. */
function opened(line: string, key: Buffer): Trace | null {
  try {
    const bytes = Buffer.from(line, 'base64')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAAD(AAD)
    decipher.setAuthTag(bytes.subarray(12, 28))
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    return Trace.parse(JSON.parse(text))
  } catch {
    return null
  }
}
