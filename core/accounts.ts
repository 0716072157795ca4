import type { AccountLine, accounts } from '#contract/accounts'
import { addDays } from '#contract/calendar'
import { AppError } from '#contract/errors'
import type { Role } from '#contract/procedure'
import type { Account } from '#contract/settings'
import { moveCase } from '#core/cases'
import type { Handlers, ReadContext, WriteContext } from '#core/context'
import { found } from '#core/found'
import { isOpenTo } from '#core/ownership'
import { getSetting, saveSetting } from '#core/settings'
import type { ReadableDb } from '#db/connection'
import {
  closeUser,
  countOpenCases,
  findAccountLines,
  findHeldCases,
  insertReadingReason,
  updateRoles,
} from '#db/repos/accounts'
import { findCase } from '#db/repos/cases'
import { findWhose } from '#db/repos/ownership'
import { findOpenUser, findUser, findUsers, insertUser } from '#db/repos/settings'

/** The account a key belongs to; a key without an account, or of a closed one, opens nothing. */
export function accountOf(db: ReadableDb, userId: string): Account {
  const account = findOpenUser(db, userId)
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

export const accountsHandlers: Handlers<typeof accounts> = {
  list: accountLines,
  setRoles(ctx, { accountId, roles }) {
    const account = openAccount(ctx, accountId)
    const wanted = [...new Set(roles)]
    refuseGiving(
      ctx,
      [...wanted, ...account.roles].filter((role) => wanted.includes(role) !== account.roles.includes(role)),
    )
    if (!wanted.includes('director')) refuseLastManager(ctx, accountId)
    if (!wanted.includes('counselor')) refuseOpenCases(ctx, accountId)
    updateRoles(ctx.db, accountId, wanted)
    ctx.audit('account.roles-set', { subjectId: accountId })
    return found(
      accountLines(ctx).find(({ id }) => id === accountId),
      'accountId',
    )
  },
  heldCases(ctx, { accountId }) {
    if (accountId !== ctx.me.id) refuseAllBut(ctx, 'director')
    found(findUser(ctx.db, accountId), 'accountId')
    return findHeldCases(ctx.db, accountId)
  },
  handOver(ctx, { caseIds, toId, note, clientView }) {
    if (note.trim() === '') throw new AppError('invalid', { field: 'note', reason: 'empty' })
    const taker = found(findOpenUser(ctx.db, toId), 'toId')
    if (!taker.roles.includes('counselor')) throw new AppError('invalid', { field: 'toId', reason: 'not-a-counselor' })
    for (const caseId of new Set(caseIds)) {
      const one = found(findCase(ctx.db, caseId), 'caseIds')
      if (one.counselorId !== ctx.me.id && !ctx.me.roles.includes('director'))
        throw new AppError('forbidden', { field: 'caseIds', reason: 'not-yours' })
      if (one.counselorId === toId) throw new AppError('invalid', { field: 'toId', reason: 'same' })
      moveCase(ctx, one, { toId, note, ...(clientView ? { clientView } : {}) })
    }
    return { ok: true }
  },
  whose(ctx, { subject, id }) {
    const { studentId, holderId } = found(findWhose(ctx.db, subject, id), 'id')
    const holder = holderId === null ? undefined : findUser(ctx.db, holderId)
    return {
      studentId,
      holder: holder ? { id: holder.id, name: holder.name } : null,
      mayRead: isOpenTo(ctx, 'reason', subject, id),
      mayWrite: ctx.me.roles.includes('counselor') && isOpenTo(ctx, 'never', subject, id),
    }
  },
  giveReason(ctx, { studentId, reason }) {
    const until = endOfDay(ctx.today())
    const id = ctx.newId()
    insertReadingReason(ctx.db, { id, userId: ctx.me.id, studentId, reason, at: ctx.now(), until })
    ctx.audit('reading.reason-given', { subjectId: id, studentId })
    return { until }
  },
}

/** Midnight at the school, which stands where this machine does. */
const endOfDay = (today: string): string => new Date(`${addDays(today, 1)}T00:00`).toISOString()

function accountLines(ctx: ReadContext | WriteContext): AccountLine[] {
  const withCode = getSetting(ctx.db, 'startCodes')
  return findAccountLines(ctx.db).map((line) => ({ ...line, startCode: withCode.includes(line.id) }))
}

const openAccount = ({ db }: Pick<ReadContext, 'db'>, id: string): Account => found(findOpenUser(db, id), 'accountId')

const refuseAllBut = ({ me }: Pick<ReadContext, 'me'>, role: Role): void => {
  if (!me.roles.includes(role)) throw new AppError('forbidden', { reason: 'role' })
}

/** Roles that open records, or the log of who opened them. Who only looks after the machine cannot let anybody in, herself least. */
const OPENING: readonly Role[] = ['counselor', 'director', 'supervisor']
function refuseGiving({ me }: Pick<ReadContext, 'me'>, roles: readonly Role[]): void {
  if (roles.some((role) => OPENING.includes(role)) && !me.roles.some((role) => role === 'director'))
    throw new AppError('forbidden', { reason: 'role' })
}

/** Somebody must be left who may let people in. */
function refuseLastManager({ db }: Pick<ReadContext, 'db'>, leavingId: string): void {
  if (!findUsers(db).some(({ id, roles }) => id !== leavingId && roles.includes('director')))
    throw new AppError('conflict', { reason: 'last-manager' })
}

function refuseOpenCases({ db }: Pick<ReadContext, 'db'>, accountId: string): void {
  if (countOpenCases(db, accountId) > 0) throw new AppError('conflict', { reason: 'open-cases' })
}

/** What `accounts.add` writes; the way in is made by the host. Gives the account's id. */
export function addAccount(ctx: WriteContext, { roles, ...fields }: Omit<Account, 'id'>): string {
  const wanted = [...new Set(roles)]
  refuseGiving(ctx, wanted)
  const id = ctx.newId()
  insertUser(ctx.db, { ...fields, id, roles: wanted }, ctx.now())
  markStartCode(ctx, id, true)
  ctx.audit('account.added', { subjectId: id })
  return id
}

/**
 * Whether a start code may be given to this account. A counselor helps a colleague; who only looks after the machine helps those
 * whose roles open nothing.
 */
export function checkHelp(ctx: Pick<ReadContext, 'db' | 'me'>, accountId: string): void {
  if (accountId === ctx.me.id) throw new AppError('conflict', { reason: 'yourself' })
  const { roles } = openAccount(ctx, accountId)
  if (!ctx.me.roles.includes('counselor')) refuseGiving(ctx, roles)
}
export function helpAccount(ctx: WriteContext, accountId: string): void {
  checkHelp(ctx, accountId)
  markStartCode(ctx, accountId, true)
  ctx.audit('account.helped', { subjectId: accountId })
}

/** Her password, or the start code, has become one of her own. */
export function passwordChosen(ctx: WriteContext): void {
  markStartCode(ctx, ctx.me.id, false)
  ctx.audit('account.password-changed', { subjectId: ctx.me.id })
}

/** Closing again what was closed before only takes the way in away, should that have failed. */
export function checkClose(ctx: Pick<ReadContext, 'db' | 'me'>, accountId: string): void {
  if (accountId === ctx.me.id) throw new AppError('conflict', { reason: 'yourself' })
  found(findUser(ctx.db, accountId), 'accountId')
  refuseOpenCases(ctx, accountId)
  refuseLastManager(ctx, accountId)
}
export function closeAccount(ctx: WriteContext, accountId: string): void {
  checkClose(ctx, accountId)
  if (!findOpenUser(ctx.db, accountId)) return
  closeUser(ctx.db, accountId, ctx.now())
  markStartCode(ctx, accountId, false)
  ctx.audit('account.closed', { subjectId: accountId })
}

function markStartCode(ctx: WriteContext, id: string, isGiven: boolean): void {
  const others = getSetting(ctx.db, 'startCodes').filter((other) => other !== id)
  saveSetting(ctx.db, 'startCodes', isGiven ? [...others, id] : others)
}
