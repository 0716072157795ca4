import { AppError } from '#contract/errors'
import type { Account } from '#contract/settings'
import type { ReadableDb } from '#db/connection'
import { findUser } from '#db/repos/settings'

/** The account a key belongs to; a key without an account opens nothing. */
export function accountOf(db: ReadableDb, userId: string): Account {
  const account = findUser(db, userId)
  if (!account) throw new AppError('forbidden', { reason: 'no-account' })
  return account
}
