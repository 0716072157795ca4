import type { accounts } from '#contract/accounts'
import { AppError } from '#contract/errors'
import { addAccount, checkClose, checkHelp, closeAccount, helpAccount, passwordChosen } from '#core/accounts'
import type { HostedHandlers, WriteContext } from '#core/context'
import { getSetting } from '#core/settings'
import type { House } from '#electron/host/house'
import { createPendingRecovery } from '#electron/host/pending-recovery'
import {
  changeOwnPassword,
  giveStartCode,
  type Keeping,
  provePassword,
  refuseRemoval,
  removePerson,
  replaceRecovery,
} from '#electron/host/people-keys'
import type { OpenRoom } from '#electron/host/room'
import { slotCopies } from '#electron/host/unlocking'
import { refuseWeak } from '#electron/host/weak-passwords'
import { writeContextOf } from '#electron/host/write-context'
import { openAnyWithPassword } from '#db/vault/keyslots'

/**
 * Calls on people that touch keys. Each proves who asks, writes down what is about to happen, then changes the keyslots: should
 * the disk fail in between, the log says more than was done, never less, and the same call can be made again.
 */
export function createAccounts(
  house: House,
  parts: Keeping['parts'] & { onKeyChanged(room: OpenRoom): void },
): HostedHandlers<typeof accounts> {
  const recovery = createPendingRecovery()
  const keeping = (): Keeping => {
    const room = house.room()
    if (!room) throw new AppError('locked')
    return { place: house.place(), room, parts }
  }
  /** In one transaction; refused when the room was locked while a password was tried. */
  const write = <T>({ room }: Keeping, work: (ctx: WriteContext) => T): T => {
    if (house.room() !== room) throw new AppError('locked')
    return room.connection.transaction((db) => work(writeContextOf(parts, room, db)))
  }
  const asking = ({ room }: Keeping) => ({ db: room.connection.readable, me: room.me })

  return {
    add: (account) =>
      house.alone(async () => {
        const here = keeping()
        const accountId = write(here, (ctx) => addAccount(ctx, account))
        return { accountId, ...(await giveStartCode(here, accountId)) }
      }),
    help: ({ accountId, password }) =>
      house.alone(async () => {
        const here = keeping()
        checkHelp(asking(here), accountId)
        await provePassword(here, password)
        write(here, (ctx) => helpAccount(ctx, accountId))
        return giveStartCode(here, accountId)
      }),
    close: ({ accountId, password }) =>
      house.alone(async () => {
        const here = keeping()
        checkClose(asking(here), accountId)
        await provePassword(here, password)
        refuseRemoval(here, accountId)
        write(here, (ctx) => closeAccount(ctx, accountId))
        try {
          const { keyChanged } = await removePerson(here, accountId)
          if (keyChanged) parts.onKeyChanged(here.room)
          return { ...house.changed(), keyChanged }
        } finally {
          if (!here.room.connection.vault.db.open) house.lock('key-change-failed')
        }
      }),
    changePassword: ({ password, newPassword }) =>
      house.alone(async () => {
        const here = keeping()
        const { me, connection } = here.room
        await refuseWeak(newPassword, [getSetting(connection.readable, 'school').name, me.name], 'newPassword')
        // Only who has proven who she is learns that a password is taken.
        await provePassword(here, password)
        await refuseTaken(here, newPassword)
        await changeOwnPassword(here, { password, newPassword })
        write(here, passwordChosen)
        return house.changed()
      }),
    prepareRecovery: () => ({ code: recovery.prepare() }),
    replaceRecovery: ({ code, password }) =>
      house.alone(async () => {
        const here = keeping()
        const typed = recovery.bytesOf(code)
        if (!typed) throw new AppError('invalid', { field: 'code', reason: 'not-the-code' })
        await provePassword(here, password)
        write(here, (ctx) => ctx.audit('recovery.replaced'))
        await replaceRecovery(here, typed)
        recovery.forget()
        return { ok: true }
      }),
  }
}

/** A password says who somebody is: two people cannot have the same. */
async function refuseTaken({ place, room }: Keeping, password: string): Promise<void> {
  const opened = await openAnyWithPassword(slotCopies(place), password, null)
  if (!opened) return
  opened.databaseKey.fill(0)
  throw new AppError('invalid', {
    field: 'newPassword',
    reason: opened.userId === room.me.id ? 'same-password' : 'taken',
  })
}
