import type { BACKUP_TROUBLES } from '#contract/backups'
import { AppError } from '#contract/errors'

export type Trouble = (typeof BACKUP_TROUBLES)[number]

/** Why a set did not come to be, or does not count. */
export class SetTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble, options)
    this.trouble = trouble
  }
}

const BY_CODE: readonly (readonly [prefix: string, trouble: Trouble])[] = [
  ['ABORT_ERR', 'interrupted'],
  ['ENOSPC', 'full'],
  ['EDQUOT', 'full'],
  ['EFBIG', 'full'],
  ['SQLITE_FULL', 'full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_READONLY', 'read-only'],
  ['ENOENT', 'gone'],
  ['ENODEV', 'gone'],
  ['ENXIO', 'gone'],
  ['ENOTCONN', 'gone'],
  ['ESTALE', 'gone'],
  ['SQLITE_CORRUPT', 'damaged-pages'],
  ['SQLITE_NOTADB', 'damaged-pages'],
]
const BY_REASON: Record<string, Trouble> = {
  'disk-full': 'full',
  'read-only': 'read-only',
  damaged: 'damaged-pages',
  'not-encrypted': 'not-a-vault',
  'not-ours': 'not-a-vault',
  'wrong-key': 'differs',
  'damaged-set': 'differs',
}

/** What a failure of the disk means to a person; whatever nobody foresaw is a medium that cannot be read. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SetTrouble) return error.trouble
  if (error instanceof AppError) return BY_REASON[error.data.reason ?? ''] ?? 'unreadable'
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  if (name === 'AbortError') return 'interrupted'
  return BY_CODE.find(([prefix]) => typeof code === 'string' && code.startsWith(prefix))?.[1] ?? 'unreadable'
}
