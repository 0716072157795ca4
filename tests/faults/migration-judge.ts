import { isDeepStrictEqual } from 'node:util'
import { migrations } from '#db/migrations/all'
import { openVault, type Vault } from '#db/vault/open'
import { digestsOf, imageOf } from './digest.ts'
import type { OldVault } from './old-vault.ts'

const NEWEST = migrations.at(-1)?.version ?? 0

/**
 * Gives what is wrong with a vault whose migration was stopped: first as it lies there, then when it is opened again.
 * A second try starts from the pages as they lie there and depends on nothing else: it is made once for each image.
 */
export function judgeOf({ databaseKey, shape, digests }: OldVault) {
  const isAsBefore = (db: Vault['db']) => isDeepStrictEqual(digestsOf({ db }, shape), digests)
  const judged = new Map<string, string[]>()

  const wrongWithRows = (file: string): string[] => {
    const wrong: string[] = []
    look(file, databaseKey, (db) => isAsBefore(db) || wrong.push('other rows than before'))
    const { db, close } = openVault(file, databaseKey)
    if (db.pragma('user_version', { simple: true }) !== NEWEST) wrong.push('not brought up to date')
    if (!isAsBefore(db)) wrong.push('other rows than before once it is up to date')
    if ((db.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('orphans')
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('integrity_check')
    close()
    return wrong
  }

  return (file: string, versions: readonly number[]): string[] => {
    try {
      const { version, image } = look(file, databaseKey, (db) => ({
        version: db.pragma('user_version', { simple: true }) as number,
        image: imageOf(db),
      }))
      const known = judged.get(image) ?? wrongWithRows(file)
      judged.set(image, known)
      const wrong = versions.includes(version) ? [] : [`schema ${version} instead of ${versions.join(' or ')}`]
      return [...wrong, ...known]
    } catch (error) {
      return [`does not open: ${String(error)}`]
    }
  }
}

/** Opens a vault as it lies there and closes it before anything is brought up to date. */
function look<T>(file: string, databaseKey: Buffer, at: (db: Vault['db']) => T): T {
  let seen: { what: T } | undefined
  try {
    const vault = openVault(file, databaseKey, {
      beforeMigration(db) {
        seen = { what: at(db) }
        throw new Error('looked at')
      },
    })
    seen = { what: at(vault.db) }
    vault.close()
  } catch (error) {
    if (!seen) throw error
  }
  return seen.what
}
