import { join } from 'node:path'
import {
  hasChanged,
  isDue,
  isGood,
  keepVerified,
  newestGood,
  type Place,
  placesOf,
  rehearsalOf,
  scheduleOf,
  setsOf,
  THIS_COMPUTER,
} from '#core/backups'
import type { House } from '#electron/host/house'
import type { OpenRoom } from '#electron/host/room'
import { type ContextParts, writeContextOf } from '#electron/host/write-context'
import { withOwnKey } from './own-key.ts'
import { lookAt, ownFolder } from './places.ts'
import { troubleOf } from './trouble.ts'
import { verifySet } from './verify-set.ts'

type Runs = {
  running(): object | null
  backUp(room: OpenRoom, places: readonly Place[]): void
  rehearse(room: OpenRoom): Promise<void>
}
/** What did not work is tried again after so long. */
const AGAIN_AFTER_MS = 3_600_000
/** A room that is never left gets its set on this computer once a day. */
const THIS_COMPUTER_DAYS = 1

/** Looks once a minute whether something is due; one thing at a time, the oldest debt first. */
export function createDue(house: House, parts: ContextParts, runs: Runs): { tick(): Promise<void> } {
  const { clock } = parts
  const tried = new Map<string, number>()
  const isFresh = (what: string): boolean => {
    const now = Date.parse(clock.now())
    if (Math.abs(now - (tried.get(what) ?? -Infinity)) < AGAIN_AFTER_MS) return false
    tried.set(what, now)
    return true
  }

  /** What was made in haste is read again. */
  const verifyLater = async (room: OpenRoom): Promise<void> => {
    const place = house.place()
    const unread = setsOf(room.connection.readable, THIS_COMPUTER).find(
      (set) => set.verifiedAt === null && set.trouble === null,
    )
    if (!unread || !isFresh(unread.name)) return
    const trouble = await withOwnKey(place, room, ({ databaseKey }) =>
      verifySet(join(ownFolder(place.folder), unread.name), databaseKey).then(() => null, troubleOf),
    )
    const set = { ...unread, trouble, verifiedAt: trouble === null ? clock.now() : null }
    if (house.room() !== room) return
    room.connection.transaction((db) => keepVerified(writeContextOf(parts, room, db), THIS_COMPUTER, set))
  }

  const duePlaces = async (room: OpenRoom): Promise<Place[]> => {
    const db = room.connection.readable
    const { everyDays } = scheduleOf(db)
    const due: Place[] = []
    for (const place of placesOf(db)) {
      const { isThere, names } = await lookAt(place, house.place().folder)
      const newest = newestGood(setsOf(db, place.id), names)
      const days = place.isThisComputer ? Math.min(THIS_COMPUTER_DAYS, everyDays) : everyDays
      if (isThere && isDue(newest?.madeAt ?? null, days, clock.now()) && (!place.isThisComputer || hasChanged(db)))
        due.push(place)
    }
    return due.filter(({ id }) => isFresh(id))
  }

  const rehearsalIsDue = (room: OpenRoom): boolean => {
    const db = room.connection.readable
    if (!placesOf(db).some(({ id }) => setsOf(db, id).some(isGood))) return false
    return isDue(rehearsalOf(db)?.at ?? null, scheduleOf(db).rehearseEveryDays, clock.now()) && isFresh('rehearsal')
  }

  return {
    async tick() {
      const room = house.room()
      if (!room?.keys || house.place().isPractice || room.startCode || runs.running()) return
      await verifyLater(room)
      const places = await duePlaces(room)
      if (house.room() !== room || runs.running()) return
      if (places.length > 0) runs.backUp(room, places)
      else if (rehearsalIsDue(room)) await runs.rehearse(room)
    },
  }
}
