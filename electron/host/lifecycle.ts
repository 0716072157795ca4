import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import type { accounts } from '#contract/accounts'
import type { backups } from '#contract/backups'
import { AppError } from '#contract/errors'
import { ROLES, type VaultState } from '#contract/procedure'
import type { restores } from '#contract/restores'
import type { Language, vault, VaultStatus } from '#contract/vault'
import type { HostedHandlers, Services } from '#core/context'
import { checkPassword, suggestPassword } from '#core/passwords'
import { remainingDelay } from '#db/vault/throttle'
import { createAccounts } from './accounts/handlers.ts'
import { createBackups } from './backups/handlers.ts'
import type { Clock } from './clock.ts'
import { acceptAlarm, recordInRoom } from './damage.ts'
import { createDiskWatch } from './disk-full.ts'
import { enter } from './entering.ts'
import { foundPractice, type PracticeParts } from './found-practice.ts'
import { foundVault } from './found-vault.ts'
import type { House } from './house.ts'
import { createKiosk, type KioskHandlers } from './kiosk/handlers.ts'
import { placeOfKiosk } from './kiosk/session-file.ts'
import type { Log } from './log.ts'
import { createPendingRecovery } from './pending-recovery.ts'
import { isSettled, type Place, practicePlace, realPlace, rememberVault, troubleOf } from './places.ts'
import { recoverAccount } from './recovering.ts'
import { createSalvaging } from './salvaging.ts'
import { createRestores } from './restores/handlers.ts'
import { finishSwap } from './restores/swap.ts'
import type { OpenRoom } from './room.ts'
import { rotateWhenDue } from './rotating.ts'
import { refuseWeak } from './weak-passwords.ts'
import { provesRecovery, tryPassword, tryRecovery } from './unlocking.ts'

type Input<K extends keyof typeof vault> = z.output<NonNullable<(typeof vault)[K]['~orpc']['inputSchema']> & z.ZodType>

export type Lifecycle = {
  state(): VaultState
  room(): OpenRoom | null
  status(): VaultStatus
  /** Closes the vault; the key was gone the moment it had been opened. */
  lock(reason: string): void
  /** Does what is due by a schedule; asked once a minute. */
  tick(): Promise<void>
  /** A call has failed because of the disk. */
  onStorage(reason: string): void
  handlers: {
    vault: { [K in keyof typeof vault]: (input: Input<K>) => unknown }
    kiosk: KioskHandlers
    accounts: HostedHandlers<typeof accounts>
    backups: HostedHandlers<typeof backups>
    restores: HostedHandlers<typeof restores>
  }
}
export type LifecycleParts = PracticeParts & {
  folder: string
  clock: Clock
  newId(): string
  services: Services
  kdfTargetMs: number
  /** Writes the practice term into a practice vault that has none yet. */
  fillPractice(room: OpenRoom, language: Language): Promise<void>
  onChange(status: VaultStatus): void
  /** Of the disk a folder is on; other than the system's own in tests. */
  freeBytes?: (folder: string) => number
  /** Everything else that must be forgotten at lock. */
  onLock(): void
  log: Log
}

/*
 *                   read-only ◀──unlock with an alarm───┐
 *                      │ acceptAlarm                    │
 *   setup ──create──▶ unlocked ◀──unlock, recover── locked
 *                      ▲   └──────────lock──────────────▲
 *                      └──kiosk.start, kiosk.leave──▶ kiosk
 */
export function createLifecycle(parts: LifecycleParts): Lifecycle {
  const { clock, newId } = parts
  let place: Place = placeOfKiosk(parts.folder) ?? realPlace(parts.folder)
  let room: OpenRoom | null = null
  const recovery = createPendingRecovery()
  let isBusy = false

  const state = (): VaultState =>
    room ? (room.alarm ? 'read-only' : 'unlocked') : kiosk.isThere() ? 'kiosk' : isSettled(place) ? 'locked' : 'setup'
  const status = (): VaultStatus => ({
    state: state(),
    practice: room?.practice ?? place.isPractice,
    alarm: room?.alarm ?? null,
    trouble: room ? null : troubleOf(place),
    startCode: room?.startCode ?? false,
    retryAfterMs: ['locked', 'kiosk'].includes(state())
      ? Math.ceil(remainingDelay(place.folder, Date.parse(clock.now())))
      : 0,
  })
  const changed = (): { ok: true } => {
    parts.onChange(status())
    return { ok: true }
  }
  const lock = (reason: string): void => {
    const open = room
    if (!open) return
    // What is damaged never takes the place of a good set.
    if (!open.alarm) attempt(() => backups.beforeLock(open, reason))
    room = null
    parts.onLock()
    attempt(() => recordInRoom(parts, open, 'vault.locked', { subjectId: reason }))
    attempt(() => open.connection.vault.close())
    attempt(() => salvaging.settle())
    changed()
  }
  /** Nothing that goes wrong on the way, a full disk for one, keeps a room open. */
  const attempt = (step: () => void): void => {
    try {
      step()
    } catch (error) {
      parts.log({ path: 'vault.lock', name: error instanceof Error ? error.name : typeof error })
    }
  }
  /** Passwords are tried one at a time, whoever asks. */
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isBusy) throw new AppError('conflict', { reason: 'busy' })
    isBusy = true
    try {
      return await work()
    } finally {
      isBusy = false
    }
  }
  const open = async (password: string): Promise<OpenRoom> =>
    enter(place, await tryPassword(place, password, clock), clock, 'vault.unlocked')
  const comeIn = (opened: OpenRoom): void => {
    rotateWhenDue(place, opened, parts)
    room = opened
    if (opened.alarm) return
    kiosk.takeIn(opened)
    attempt(() => restores.writeDown(opened))
    attempt(() => rememberVault(place))
  }
  const unlockWith = async (password: string): Promise<void> => {
    comeIn(await open(password))
  }
  const house: House = {
    place: () => place,
    room: () => room,
    lock,
    // Nothing in the practice room is secret: it is left as it was opened, without a password.
    open: (password) => open(place.isPractice ? parts.practiceAccount.password : password),
    isRecoveryCode: (text) => provesRecovery(place, text, clock),
    enter: (opened) => void (room = opened),
    alone,
    changed,
  }
  attempt(() => finishSwap(parts.folder))
  const kiosk = createKiosk(house, parts)
  const backups = createBackups(house, parts)
  const disk = createDiskWatch(house, parts.freeBytes)
  const salvaging = createSalvaging(house, parts)
  const restores = createRestores(house, parts)

  return {
    state,
    room: () => room,
    status,
    lock,
    async tick() {
      await disk.look()
      if (!room?.alarm) await backups.tick()
    },
    onStorage: (reason) => void (reason === 'disk-full' && disk.full()),
    handlers: {
      vault: {
        status,
        suggestPassword: ({ language }) => ({ password: suggestPassword(language, randomInt) }),
        checkPassword: ({ password, words }) => checkPassword(password, words),
        prepareRecovery: () => ({ code: recovery.prepare() }),
        checkRecovery({ code }) {
          const wrongGroups = recovery.wrongLines(code)
          return { ok: wrongGroups.length === 0, wrongGroups }
        },
        create: (input) =>
          alone(async () => {
            await refuseWeak(input.password, [input.school.name, input.account.name], 'password')
            const typed = recovery.bytesOf(input.recoveryCode)
            if (!typed) throw new AppError('invalid', { field: 'recoveryCode', reason: 'not-the-code' })
            const account = { id: newId(), ...input.account, roles: [...ROLES] }
            await foundVault(place, { ...parts, school: input, account, password: input.password, recovery: typed })
            recovery.forget()
            await unlockWith(input.password)
            return changed()
          }),
        unlock: ({ password }) =>
          alone(async () => {
            await unlockWith(password)
            return changed()
          }),
        recover: ({ code, newPassword }) =>
          alone(async () => {
            await refuseWeak(newPassword, [], 'newPassword')
            const entry = await recoverAccount(place, await tryRecovery(place, code, clock), newPassword, parts)
            comeIn(enter(place, entry, clock, 'vault.recovered'))
            return changed()
          }),
        acceptAlarm: ({ reason }) =>
          alone(async () => {
            if (!room) throw new AppError('locked')
            acceptAlarm(parts, room, reason)
            comeIn(room)
            return changed()
          }),
        salvage: ({ password }) => salvaging.salvage(password),
        lock() {
          lock('asked')
          return { ok: true }
        },
        openPractice: ({ language }) =>
          alone(async () => {
            const from = place
            place = practicePlace(parts.folder)
            try {
              if (!isSettled(place)) await foundPractice(place, language, parts)
              await unlockWith(parts.practiceAccount.password)
              if (room) await parts.fillPractice(room, language)
            } catch (error) {
              place = from
              lock('practice-failed')
              throw error
            }
            return changed()
          }),
        leavePractice() {
          lock('practice-left')
          place = realPlace(parts.folder)
          return changed()
        },
      },
      kiosk: kiosk.handlers,
      accounts: createAccounts(house, parts),
      backups: backups.handlers,
      restores: restores.handlers,
    },
  }
}
