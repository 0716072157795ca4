import { AppError } from '#contract/errors'
import type { ReadContext, WriteContext } from '#core/context'
import { kioskKeysOf } from '#core/kiosk/prepare'
import { closeKiosk, isKioskOpen, isTakenIn, ReturnedSheet, takeInSheet } from '#core/kiosk/take-in'
import { unseal } from '#db/vault/sealed'
import type { Log } from '#electron/host/log'
import type { Place } from '#electron/host/places'
import type { OpenRoom } from '#electron/host/room'
import { openSlots } from '#electron/host/unlocking'
import { type ContextParts, writeContextOf } from '#electron/host/write-context'
import { type Letter, putAside, readLetter, removeLetter, waitingLetters } from './letters.ts'

export type TakingIn = ContextParts & { log: Log }

type Opened = {
  vaultId: string
  readable: Pick<ReadContext, 'db'>
  write<T>(work: (ctx: WriteContext) => T): T
}

/**
 * Brings what came back from the kiosk into the open vault, one transaction a letter; a letter goes only after its
 * transaction. One that cannot be read or does not fit is put aside; one that could not be taken in for another reason (a
 * full disk) waits for the next time. Nothing here keeps a room from opening.
 */
export function takeInLetters(room: OpenRoom, place: Place, parts: TakingIn): void {
  const guarded = (step: () => void): boolean => {
    try {
      step()
      return true
    } catch (error) {
      parts.log({ path: 'kiosk.leave', name: error instanceof Error ? error.name : typeof error })
      return false
    }
  }
  guarded(() => {
    const vault: Opened = {
      vaultId: openSlots(place).vaultId,
      readable: { db: room.connection.readable },
      write: (work) => room.connection.transaction((db) => work(writeContextOf(parts, room, db))),
    }
    const waiting = waitingLetters(place)
      .filter((letter) => !guarded(() => takeIn(vault, letter)))
      .map(({ assessmentId }) => assessmentId)
    if (isKioskOpen(vault.readable, waiting)) vault.write((ctx) => closeKiosk(ctx, waiting))
  })
}

function takeIn(vault: Opened, letter: Letter): void {
  const found = readLetter(letter)
  if (found && isTakenIn(vault.readable, letter.assessmentId, found.digest)) return removeLetter(letter)
  const returned = found && read(vault, letter, found.bytes)
  if (returned && isIn(vault, returned, found.digest)) return removeLetter(letter)
  putAside(letter)
  vault.write((ctx) => ctx.audit('kiosk.sheet-refused', { subjectId: letter.assessmentId }))
}

function read({ readable, vaultId }: Opened, { assessmentId }: Letter, bytes: Buffer): ReturnedSheet | null {
  const keys = kioskKeysOf(readable)
  const text = keys && unseal(bytes, keys, { vaultId, assessmentId })
  if (!text) return null
  const returned = ReturnedSheet.safeParse(parsed(text)).data
  return returned?.assessmentId === assessmentId ? returned : null
}

/** False when it does not fit. A finished sheet that cannot be scored comes in as a paused one: no answer is lost. */
function isIn({ write }: Opened, returned: ReturnedSheet, digest: string): boolean {
  try {
    write((ctx) => takeInSheet(ctx, returned, digest))
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'storage') throw error
    if (error.data.reason === 'does-not-fit') return false
    write((ctx) => takeInSheet(ctx, { ...returned, finished: false }, digest))
    return true
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
