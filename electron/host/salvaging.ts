import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#contract/errors'
import { writeSalvage } from '#core/salvage'
import { openDamagedCopy, type Salvaged, salvageInto } from '#db/vault/salvage'
import { settleRotation } from '#db/vault/rotate'
import { signerOf } from '#db/vault/signing'
import type { House } from './house.ts'
import { INCOMING } from './restores/open-set.ts'
import { swapIn } from './restores/swap.ts'
import { tryPassword } from './unlocking.ts'
import type { ContextParts } from './write-context.ts'

const KEYSLOTS = ['keyslots-a.json', 'keyslots-b.json'] as const

export type Salvaging = {
  salvage(password: string): Promise<Salvaged[]>
  /** Once the damaged vault is closed: puts the new one in its place. */
  settle(): void
}

/**
 * "Take out what can be read": with the password, of a vault that is open for reading, or of one that does not open. The new
 * vault comes into its place when the room is locked, or at once when it is not open; the damaged one is kept aside.
 */
export function createSalvaging(house: House, parts: ContextParts): Salvaging {
  let waiting: string | null = null
  const settle = (): void => {
    if (waiting === null) return
    const folder = waiting
    waiting = null
    swapIn(folder, parts.clock.now())
  }
  return {
    settle,
    salvage: (password) =>
      house.alone(async () => {
        const place = house.place()
        const room = house.room()
        if (room && room.alarm?.kind !== 'pages' && room.alarm?.kind !== 'structure')
          throw new AppError('conflict', { reason: 'not-damaged' })
        const entry = await tryPassword(place, password, parts.clock)
        const { databaseKey } = settleRotation(place, entry)
        const incoming = join(place.folder, INCOMING)
        rmSync(incoming, { recursive: true, force: true })
        mkdirSync(incoming, { mode: 0o700 })
        const target = join(incoming, 'vault.db')
        const by = {
          id: parts.newId(),
          at: parts.clock.now(),
          userId: entry.userId,
          sign: entry.own && signerOf(entry.own),
        }
        const source = room
          ? { db: room.connection.vault.db, end: () => {} }
          : openDamagedCopy(place.vaultFile, join(incoming, 'damaged.db'), databaseKey)
        try {
          const salvaged = salvageInto(source.db, place.vaultFile, target, databaseKey, (db, done) =>
            writeSalvage(db, done, by),
          )
          for (const name of KEYSLOTS)
            if (existsSync(join(place.folder, name))) copyFileSync(join(place.folder, name), join(incoming, name))
          waiting = place.folder
          return salvaged
        } catch (error) {
          rmSync(incoming, { recursive: true, force: true })
          throw error
        } finally {
          source.end()
          databaseKey.fill(0)
          entry.databaseKey.fill(0)
          entry.successor?.end()
          if (!house.room()) settle()
        }
      }),
  }
}
