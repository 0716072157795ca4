import type { accounts } from '#contract/accounts'
import { AppError } from '#contract/errors'
import type { Account } from '#contract/settings'
import type { ReadableDb } from '#db/connection'
import type { Handlers } from '#core/context'
import { getSetting } from '#core/settings'
import { findUser, findUsers } from '#db/repos/settings'

/** The account a key belongs to; a key without an account opens nothing. */
export function accountOf(db: ReadableDb, userId: string): Account {
  const account = findUser(db, userId)
  if (!account) throw new AppError('forbidden', { reason: 'no-account' })
  return account
}

/** Who the recovery sheet lets in: whoever manages the accounts, else the first who is there. */
export function accountToRecover(db: ReadableDb): Account {
  const open = findUsers(db)
  const account = open.find(({ roles }) => roles.includes('director')) ?? open[0]
  if (!account) throw new AppError('forbidden', { reason: 'no-account' })
  return account
}

/** Whether the vault was made to practise on; its papers and files say so. */
export const isPracticeVault = (db: ReadableDb): boolean => getSetting(db, 'isPractice')

const later = (): never => {
  throw new AppError('conflict', { reason: 'not-ready' })
}
export const accountsHandlers: Handlers<typeof accounts> = {
  list: later,
  setRoles: later,
  heldCases: later,
  handOver: later,
  giveReason: later,
}
