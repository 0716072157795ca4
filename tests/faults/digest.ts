import { createHash } from 'node:crypto'
import type { Vault } from '#db/vault/open'

/** One number for each table: of all its rows and columns, in the order of its key. */
export function digestsOf({ db }: Vault): Record<string, string> {
  const tables = db
    .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name`)
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => {
      const hash = createHash('sha256')
      for (const row of db.prepare(`SELECT * FROM "${table}"`).raw().iterate()) hash.update(JSON.stringify(row))
      return [table, hash.digest('hex')]
    }),
  )
}

/** One number for everything in the vault: two vaults that have it in common hold the same records. */
export const digestOf = (vault: Vault): string =>
  createHash('sha256')
    .update(JSON.stringify(digestsOf(vault)))
    .digest('hex')
