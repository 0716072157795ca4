import type { accounts } from '#contract/accounts'
import type { backups } from '#contract/backups'
import { AppError } from '#contract/errors'
import type { VaultState } from '#contract/procedure'
import type { restores } from '#contract/restores'
import type { VaultStatus } from '#contract/vault'
import type { HostedHandlers } from '#core/context'
import { remainingDelay } from '#db/vault/throttle'
import { createAccounts } from './accounts/handlers.ts'
import { createBackups } from './backups/handlers.ts'
import { recordInRoom } from './damage.ts'
import { createDiskWatch } from './disk-full.ts'
import { enter } from './entering.ts'
import type { House } from './house.ts'
import { createKiosk, type KioskHandlers } from './kiosk/handlers.ts'
import { placeOfKiosk } from './kiosk/session-file.ts'
import type { Log } from './log.ts'
import { isSettled, type Place, practicePlace, realPlace, rememberVault, troubleOf } from './places.ts'
import { createSalvaging } from './salvaging.ts'
import { createRestores } from './restores/handlers.ts'
import { finishSwap } from './restores/swap.ts'
import type { OpenRoom } from './room.ts'
import { rotateWhenDue } from './rotating.ts'
import { provesRecovery, tryPassword } from './unlocking.ts'
import { createVaultHandlers, type Door, type DoorParts, type VaultHandlers } from './vault-handlers.ts'

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
    vault: VaultHandlers
    kiosk: KioskHandlers
    accounts: HostedHandlers<typeof accounts>
    backups: HostedHandlers<typeof backups>
    restores: HostedHandlers<typeof restores>
  }
}
export type LifecycleParts = DoorParts & {
  /** Begins at the door of the practice room, where there is one. */
  inPractice?: boolean
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
  const { clock } = parts
  let place: Place = placeOfKiosk(parts.folder) ?? doorOf(parts)
  let room: OpenRoom | null = null
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
    attempt(() => backups.beforeLock(open, reason))
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
    const keyChanged = rotateWhenDue(place, opened, parts)
    room = opened
    restores.giveUp()
    if (keyChanged) backups.afterKeyChange(opened)
    if (opened.alarm) return
    kiosk.takeIn(opened)
    attempt(() => restores.writeDown(opened))
    attempt(() => rememberVault(place))
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
  const disk = createDiskWatch(house, clock.now, parts.freeBytes)
  const salvaging = createSalvaging(house, parts)
  const restores = createRestores(house, parts)
  const door: Door = { ...house, open, status, goTo: (next) => void (place = next), comeIn, salvaging }

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
      vault: createVaultHandlers(door, parts),
      kiosk: kiosk.handlers,
      accounts: createAccounts(house, { ...parts, onKeyChanged: backups.afterKeyChange }),
      backups: backups.handlers,
      restores: restores.handlers,
    },
  }
}

function doorOf({ folder, inPractice = false }: LifecycleParts): Place {
  const practice = practicePlace(folder)
  return inPractice && isSettled(practice) ? practice : realPlace(folder)
}
