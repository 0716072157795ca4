import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#contract/errors'
import type { restores } from '#contract/restores'
import type { HostedHandlers } from '#core/context'
import { readIfThere, removeDurably } from '#db/vault/files'
import { calibrateKdf } from '#db/vault/kdf'
import { ownFolder } from '#electron/host/backups/places'
import type { Reading } from '#electron/host/backups/reading'
import { manifestOf } from '#electron/host/backups/set-folder'
import type { House } from '#electron/host/house'
import { knownVaultId } from '#electron/host/places'
import type { OpenRoom } from '#electron/host/room'
import { refused, refuseTooSoon } from '#electron/host/unlocking'
import { refuseWeak } from '#electron/host/weak-passwords'
import { type ContextParts, writeContextOf } from '#electron/host/write-context'
import { findSets, isNewer, placeOfSet } from './find-sets.ts'
import { createHolding } from './held-set.ts'
import { INCOMING, openSet } from './open-set.ts'
import { putInPlace } from './put-in-place.ts'
import { damagedSet, slotsOfSet, trySecret } from './secret.ts'
import { RESTORED } from './swap.ts'
import { keepsPasswords, presentSlots, waysInto } from './ways-in.ts'

type Progress = { step: 'copy' | 'verify' | 'keys'; done: number; total: number } | null
export type Restores = {
  handlers: HostedHandlers<typeof restores>
  /** Writes down in the records that they were brought back, once. */
  writeDown(room: OpenRoom): void
  /** A set that was opened and not put in place is forgotten. */
  giveUp(): void
}
const Restored = z.object({ fmt: z.literal(1), set: z.string().max(200), madeAt: z.string() })

export function createRestores(house: House, parts: ContextParts & { kdfTargetMs: number }): Restores {
  const { clock } = parts
  const folder = (): string => house.place().folder
  let progress: Progress = null
  const held = createHolding(() => rmSync(join(folder(), INCOMING), { recursive: true, force: true }))
  const report = (step: 'copy' | 'verify', total: number): Reading => {
    progress = { step, done: 0, total: Math.max(1, total) }
    return { onChunk: (bytes) => void (progress &&= { ...progress, done: progress.done + bytes }) }
  }
  const placeMeant = (from: string): string => (from === '.' ? ownFolder(folder()) : from)
  const refuseInPractice = (): void => {
    if (house.place().isPractice) throw new AppError('conflict', { reason: 'practice' })
  }
  /** One at a time, like every try at a secret. */
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    house.alone(async () => {
      refuseInPractice()
      try {
        return await work()
      } finally {
        progress = null
      }
    })

  return {
    writeDown(room) {
      const file = join(folder(), RESTORED)
      const text = readIfThere(file, 2000)
      if (text === null) return
      const restored = Restored.safeParse(parsedJson(text)).data
      room.connection.transaction((db) =>
        writeContextOf(parts, room, db).audit('vault.restored', {
          subjectId: restored ? basename(restored.set) : null,
        }),
      )
      removeDurably(file)
    },
    giveUp: held.drop,
    handlers: {
      async look({ folder: from }) {
        refuseInPractice()
        return findSets(placeMeant(from), knownVaultId(house.place()))
      },
      open: ({ folder: from, set: name, secret }) =>
        alone(async () => {
          held.drop()
          mkdirSync(folder(), { recursive: true, mode: 0o700 })
          refuseTooSoon(house.place(), clock)
          const set = await placeOfSet(placeMeant(from), name)
          const manifest = await manifestOf(set)
          if (!manifest) throw damagedSet()
          if (isNewer(manifest)) throw new AppError('storage', { reason: 'newer-version' })
          progress = { step: 'keys', done: 0, total: 1 }
          const ofSet = await slotsOfSet(set, manifest)
          const opened = await trySecret(ofSet, secret)
          if (!opened) throw refused(house.place(), clock)
          const { databaseKey, opensWith } = opened
          try {
            const inside = await openSet(set, manifest, databaseKey, folder(), report)
            const { contents, damagedPages, people } = inside
            const ways = waysInto(inside, ofSet, presentSlots(folder()), databaseKey)
            const token = parts.newId()
            const {
              students = 0,
              cases = 0,
              visits = 0,
              notes = 0,
              crises = 0,
              referrals = 0,
              assessments = 0,
            } = contents.counts
            held.hold({ token, name, inside, ofSet, databaseKey })
            return {
              token,
              opensWith,
              school: contents.school,
              madeAt: manifest.madeAt,
              newestVisitOn: contents.newestVisitOn,
              newestNoteAt: contents.newestNoteAt,
              counts: { students, cases, visits, notes, crises, referrals, assessments },
              damagedPages,
              accounts: people.accounts,
              keepsPasswords: keepsPasswords(ways),
            }
          } catch (error) {
            databaseKey.fill(0)
            rmSync(join(folder(), INCOMING), { recursive: true, force: true })
            throw error
          }
        }),
      progress: () => progress,
      apply: ({ token, accountId, newPassword }) =>
        alone(async () => {
          const set = held.get(token)
          if (!set) throw new AppError('not-found', { field: 'token' })
          const { inside, ofSet, databaseKey } = set
          if (inside.damagedPages > 0) throw damagedSet()
          const isChosen = inside.people.accounts.some(({ id }) => id === accountId)
          const ways = waysInto(inside, ofSet, presentSlots(folder()), databaseKey)
          if (!isChosen && (accountId !== null || !keepsPasswords(ways)))
            throw new AppError('invalid', { field: 'accountId', reason: 'unknown' })
          if (isChosen) await refuseWeak(newPassword ?? '', [], 'newPassword')
          const fresh =
            accountId === null
              ? null
              : { userId: accountId, password: newPassword ?? '', kdf: await calibrateKdf(parts.kdfTargetMs) }
          progress = { step: 'keys', done: 0, total: 1 }
          const aside = await putInPlace(folder(), set, fresh, clock.now())
          held.drop()
          house.changed()
          return { asideFolder: aside && join(folder(), aside) }
        }),
      cancel() {
        held.drop()
        return { ok: true }
      },
    },
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
