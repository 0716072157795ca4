import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '#contract/errors'
import { ROLES } from '#contract/procedure'
import type { Language, vault, VaultStatus } from '#contract/vault'
import { checkPassword, suggestPassword } from '#core/passwords'
import { acceptAlarm } from './damage.ts'
import { enter } from './entering.ts'
import { foundPractice, type PracticeParts } from './found-practice.ts'
import { foundVault } from './found-vault.ts'
import type { House } from './house.ts'
import { createPendingRecovery } from './pending-recovery.ts'
import { isSettled, type Place, practicePlace, realPlace } from './places.ts'
import { recoverAccount } from './recovering.ts'
import type { OpenRoom } from './room.ts'
import type { Salvaging } from './salvaging.ts'
import { tryRecovery } from './unlocking.ts'
import { refuseWeak } from './weak-passwords.ts'
import type { ContextParts } from './write-context.ts'

type Input<K extends keyof typeof vault> = z.output<NonNullable<(typeof vault)[K]['~orpc']['inputSchema']> & z.ZodType>
export type VaultHandlers = { [K in keyof typeof vault]: (input: Input<K>) => unknown }

/** What the lifecycle lends to the calls on the vault itself. Here `open` takes the password as it was typed, everywhere. */
export type Door = House & {
  status(): VaultStatus
  /** The vault that is opened next. */
  goTo(place: Place): void
  /** From an open vault to the room. */
  comeIn(opened: OpenRoom): void
  salvaging: Salvaging
}
export type DoorParts = ContextParts &
  PracticeParts & {
    folder: string
    kdfTargetMs: number
    /** Writes the practice term into a practice vault that has none yet. */
    fillPractice(room: OpenRoom, language: Language): Promise<void>
  }

export function createVaultHandlers(door: Door, parts: DoorParts): VaultHandlers {
  const { clock, newId } = parts
  const { alone, changed } = door
  const recovery = createPendingRecovery()
  const unlockWith = async (password: string): Promise<void> => door.comeIn(await door.open(password))

  return {
    status: door.status,
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
        const { password } = input
        await foundVault(door.place(), { ...parts, school: input, account, password, recovery: typed })
        recovery.forget()
        await unlockWith(password)
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
        const place = door.place()
        const entry = await recoverAccount(place, await tryRecovery(place, code, clock), newPassword, parts)
        door.comeIn(enter(place, entry, clock, 'vault.recovered'))
        return changed()
      }),
    acceptAlarm: ({ reason }) =>
      alone(async () => {
        const room = door.room()
        if (!room) throw new AppError('locked')
        acceptAlarm(parts, room, reason)
        door.comeIn(room)
        return changed()
      }),
    salvage: ({ password }) => door.salvaging.salvage(password),
    lock() {
      door.lock('asked')
      return { ok: true }
    },
    openPractice: ({ language }) =>
      alone(async () => {
        const from = door.place()
        const place = practicePlace(parts.folder)
        door.goTo(place)
        try {
          if (!isSettled(place)) await foundPractice(place, language, parts)
          await unlockWith(parts.practiceAccount.password)
          const room = door.room()
          if (room) await parts.fillPractice(room, language)
        } catch (error) {
          door.goTo(from)
          door.lock('practice-failed')
          throw error
        }
        return changed()
      }),
    leavePractice() {
      door.lock('practice-left')
      door.goTo(realPlace(parts.folder))
      return changed()
    },
  }
}
