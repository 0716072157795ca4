import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#contract/errors'
import { contentsOf } from '#db/vault/contents'
import type { Keyslots } from '#db/vault/keyslots-file'
import type { MigrationOptions } from '#db/vault/migrate'
import { checkPages } from '#db/vault/pages'
import type { Place } from '#electron/host/places'
import { IMAGE } from './begin-set.ts'
import { makeSetAtOnce } from './make-set.ts'
import { MANIFEST, parseManifest, proveManifest } from './manifest.ts'
import { ownFolder } from './places.ts'
import { troubleOf } from './trouble.ts'

type BeforeMigration = NonNullable<MigrationOptions['beforeMigration']>

/**
 * A proven set of the records as they are, before their schema is changed: `before-2-3-20261121-080003`. Without one nothing is
 * changed (`storage`/`disk-full`, `no-backup`). It is kept for good.
 */
export const backUpBeforeMigration =
  (place: Place, keyslots: Keyslots, databaseKey: Buffer, now: string): BeforeMigration =>
  (db, from, to) => {
    // Made-up records have no recovery sheet that could open a set, and can be made again.
    if (place.isPractice) return
    const folder = ownFolder(place.folder)
    const contents = contentsOf(db)
    /** An earlier try that was cut off has left one of the very same records. */
    const holds = (set: string): boolean => {
      try {
        const manifest = parseManifest(readFileSync(join(set, MANIFEST), 'utf8'))
        if (!manifest) return false
        const { digests: _digests, ...sealed } = proveManifest(manifest, databaseKey)
        const isSame = isDeepStrictEqual({ ...sealed, schema: manifest.schema }, contents)
        return isSame && checkPages(join(set, IMAGE), databaseKey).bad.length === 0
      } catch {
        return false
      }
    }
    const prefix = `before-${from}-${to}-`
    const name = prefix + now.slice(0, 19).replaceAll(/[-:]/gu, '').replace('T', '-')
    try {
      if (
        existsSync(folder) &&
        readdirSync(folder).some((name) => name.startsWith(prefix) && holds(join(folder, name)))
      )
        return
      makeSetAtOnce({ vault: { db, file: place.vaultFile }, keyslots, databaseKey, folder, now, name })
    } catch (error) {
      throw new AppError(
        'storage',
        { reason: troubleOf(error) === 'full' ? 'disk-full' : 'no-backup' },
        { cause: error },
      )
    }
  }
