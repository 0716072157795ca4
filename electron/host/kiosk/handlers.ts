import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '#contract/errors'
import type { kiosk } from '#contract/kiosk'
import { type KioskStart, prepareKiosk } from '#core/kiosk/prepare'
import { whoseSheets } from '#core/kiosk/take-in'
import { newSealingKeys } from '#db/vault/sealed'
import { isUntouchable } from '#electron/host/damage'
import type { House } from '#electron/host/house'
import type { OpenRoom } from '#electron/host/room'
import { openSlots } from '#electron/host/unlocking'
import { writeContextOf } from '#electron/host/write-context'
import { type Answering, beginAnswering, comeBack } from './answering.ts'
import { type KioskSession, removeSession, writeSession } from './session-file.ts'
import { takeInLetters, type TakingIn } from './taking-in.ts'

type Input<K extends keyof typeof kiosk> = z.output<NonNullable<(typeof kiosk)[K]['~orpc']['inputSchema']> & z.ZodType>
type KioskLeft = { studentId: string | null; assessmentIds: string[] }
export type KioskHandlers = { [K in keyof typeof kiosk]: (input: Input<K>) => unknown }

export type Kiosk = {
  isThere(): boolean
  /** Takes in what waits beside a vault that has just been opened. */
  takeIn(room: OpenRoom): void
  handlers: KioskHandlers
}

/**
 *     unlocked ──start──▶ kiosk, open ──finish, idle, restart after an answer──▶ kiosk, over
 *         ▲                    └───────────────────leave─────────────────────────────┤
 *         └──────────────────────────────────────────────────────────────────────────┘
 */
export function createKiosk(house: House, parts: TakingIn): Kiosk {
  let answering: Answering | null = comeBack(house.place(), parts.clock)
  const current = (): Answering => {
    if (!answering) throw new AppError('locked')
    return answering
  }
  const takeIn = (room: OpenRoom): void => takeInLetters(room, house.place(), parts)

  /** Lets the sheets out and writes down what the kiosk needs; the vault is still open. */
  const prepare = (room: OpenRoom, input: KioskStart): Answering => {
    takeIn(room)
    const fresh = { keys: newSealingKeys, token: () => randomBytes(32).toString('base64url') }
    const prepared = room.connection.transaction((db) => prepareKiosk(writeContextOf(parts, room, db), input, fresh))
    const { language, layout, aloud } = input
    const vaultId = openSlots(house.place()).vaultId
    const session: KioskSession = { fmt: 1, vaultId, ...prepared, language, layout, aloud, phase: 'open' }
    writeSession(house.place(), session)
    return beginAnswering(house.place(), session, parts.clock)
  }

  /**
   * Who has forgotten the password ends the kiosk with the recovery code; the door then asks for a new one. Where nothing can be
   * taken in, because the vault is not as it should be, it is the door that leads on too.
   */
  const toTheDoor = (): KioskLeft => {
    current().end()
    removeSession(house.place())
    answering = null
    house.changed()
    return { studentId: null, assessmentIds: [] }
  }

  return {
    isThere: () => answering !== null,
    takeIn(room) {
      takeIn(room)
      try {
        removeSession(house.place())
      } catch {
        // It is unreadable, or this would not be the door; the next unlock tries again.
      }
    },
    handlers: {
      start: (input) =>
        house.alone(async () => {
          const room = house.room()
          if (!room) throw new AppError('locked')
          answering = prepare(room, input)
          house.lock('kiosk')
          return { ok: true }
        }),
      view: () => current().view(),
      save({ answers }) {
        current().save(answers)
        return { ok: true }
      },
      finish({ answers }) {
        current().finish(answers)
        return { ok: true }
      },
      idle({ answers }) {
        current().idle(answers)
        return { ok: true }
      },
      leave: ({ password }) =>
        house.alone(async () => {
          if (await house.isRecoveryCode(password)) return toTheDoor()
          const room = await house.open(password)
          if (isUntouchable(room)) {
            room.connection.vault.close()
            return toTheDoor()
          }
          try {
            current().end()
            takeIn(room)
            const left = room.connection.transaction((db) => {
              const ctx = writeContextOf(parts, room, db)
              const whose = whoseSheets(ctx, current().sheetIds())
              ctx.audit('kiosk.left', { studentId: whose.studentId })
              return whose
            })
            removeSession(house.place())
            answering = null
            house.enter(room)
            house.changed()
            return left
          } catch (error) {
            room.connection.vault.close()
            throw error
          }
        }),
    },
  }
}
