import type { Alarm } from '#contract/vault'
import { asStorageError } from '#db/errors'
import { AppError } from '#contract/errors'
import { forgetTraces, takeInTracesOf } from './damage.ts'
import type { House } from './house.ts'
import { ENOUGH_BYTES, freeBytesOf, keepReserve, releaseReserve, RESERVE_BYTES } from './reserve.ts'
import type { OpenRoom } from './room.ts'

export const DISK_FULL: Alarm = { kind: 'disk-full', lost: null, lastGoodAt: null }
const LOOK_AGAIN_MS = 5_000

const isDiskFull = (thrown: unknown): boolean => {
  const error = asStorageError(thrown)
  return error instanceof AppError && error.code === 'storage' && error.data.reason === 'disk-full'
}

/**
 * What has to be written at the door. On a full disk the reserve is given back for it, and the room is open for reading only;
 * `instead` is done when even that does not help.
 */
export function writeOrMakeRoom(folder: string, room: OpenRoom, write: () => void, instead: () => void): void {
  try {
    write()
  } catch (error) {
    if (!isDiskFull(error)) throw error
    releaseReserve(folder)
    room.alarm = DISK_FULL
    try {
      write()
    } catch (again) {
      if (!isDiskFull(again)) throw again
      instead()
    }
  }
}

export type DiskWatch = {
  /** A call has failed for lack of space: from now on the room is open for reading only, until there is space again. */
  full(): void
  /** Whether it is over by now; otherwise, in a quiet moment, the reserve is made. */
  look(): Promise<void>
}

export function createDiskWatch(house: House, now: () => string, freeBytes = freeBytesOf): DiskWatch {
  let timer: NodeJS.Timeout | undefined
  const look = async (): Promise<void> => {
    const room = house.room()
    const { folder, isPractice } = house.place()
    if (!room || isPractice) return
    if (room.alarm?.kind === 'disk-full') {
      if (freeBytes(folder) < RESERVE_BYTES + ENOUGH_BYTES) return again()
      if (!catchUp(room)) return again()
      room.alarm = null
      house.changed()
    }
    if (!room.alarm) await keepReserve(folder, RESERVE_BYTES, freeBytes)
  }
  /** What could not be written at the door: the key of whoever is here, before anything else is signed with it. */
  const catchUp = (room: OpenRoom): boolean => {
    try {
      room.connection.transaction((db) => takeInTracesOf(db, room, now()))
      forgetTraces(room)
      return true
    } catch (error) {
      if (!isDiskFull(error)) throw error
      return false
    }
  }
  const again = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), LOOK_AGAIN_MS).unref()
  }
  return {
    full() {
      const room = house.room()
      if (!room || room.alarm) return
      releaseReserve(house.place().folder)
      room.alarm = DISK_FULL
      house.changed()
      again()
    },
    look,
  }
}
