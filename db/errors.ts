import { AppError } from '#contract/errors'

const REASONS: readonly (readonly [prefix: string, reason: string])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR', 'disk-error'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_BUSY', 'in-use'],
  ['ENOSPC', 'disk-full'],
  ['EIO', 'disk-error'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
]

/** A failure of the disk or the file as `storage` with a reason, an id that a record has already as `conflict`; else unchanged. */
export function asStorageError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof AppError || typeof code !== 'string') return error
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return new AppError('conflict', { field: 'id', reason: 'used' })
  const reason = REASONS.find(([prefix]) => code.startsWith(prefix))?.[1]
  return reason === undefined ? error : new AppError('storage', { reason }, { cause: error })
}
