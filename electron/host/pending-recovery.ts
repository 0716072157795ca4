import { randomBytes } from 'node:crypto'
import { formatRecoveryCode, newRecoveryBytes, parseRecoveryCode } from '#core/recovery-code'

const ALL_LINES = [0, 1, 2, 3]

/** The recovery code of a set-up that is under way. It is kept in memory until the vault is made, and nowhere else. */
export type PendingRecovery = {
  /** A fresh code; the one before counts no more. */
  prepare(): string
  /** Which lines (0-based) of the copied code are wrong. Without a set-up under way only the code itself is checked. */
  wrongLines(code: string): number[]
  /** The bytes behind the copied code when it is the one that was prepared, else null. */
  bytesOf(code: string): Uint8Array | null
  forget(): void
}

export function createPendingRecovery(): PendingRecovery {
  let pending: Uint8Array | null = null
  return {
    prepare() {
      pending = newRecoveryBytes(randomBytes)
      return formatRecoveryCode(pending)
    },
    wrongLines(code) {
      const read = parseRecoveryCode(code)
      if ('wrongLines' in read) return read.wrongLines
      return pending === null || Buffer.from(read.bytes).equals(pending) ? [] : ALL_LINES
    },
    bytesOf(code) {
      const read = parseRecoveryCode(code)
      return pending !== null && 'bytes' in read && Buffer.from(read.bytes).equals(pending) ? read.bytes : null
    },
    forget: () => void (pending = null),
  }
}
