import { createHash } from 'node:crypto'
import type { Vault } from '#db/vault/open'

type Opened = Pick<Vault, 'db'>

/** Tables and their columns. */
export type Shape = Record<string, string[]>

export function shapeOf({ db }: Opened): Shape {
  const tables = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck()
  return Object.fromEntries(tables.map((table) => [table, columns.all(table) as string[]]))
}

/** SHA-256 for each table: of all its rows, in the order of its key. A table that is not there has none. */
export function digestsOf(vault: Opened, shape = shapeOf(vault)): Record<string, string> {
  const there = shapeOf(vault)
  return Object.fromEntries(
    Object.entries(shape).map(([table, columns]) => {
      if (columns.some((column) => !there[table]?.includes(column))) return [table, '']
      const hash = createHash('sha256')
      const rows = vault.db.prepare(`SELECT ${columns.map((name) => `"${name}"`).join()} FROM "${table}"`)
      for (const row of rows.raw().iterate()) hash.update(JSON.stringify(row))
      return [table, hash.digest('hex')]
    }),
  )
}

/** One number for everything in the vault: two vaults that have it in common hold the same records. */
export const digestOf = (vault: Opened): string =>
  createHash('sha256')
    .update(JSON.stringify(digestsOf(vault)))
    .digest('hex')

/**
 * SHA-256 of all pages as the program reads them, without what the cipher keeps at the end of each: a vault that is opened
 * finds the same when the image is the same.
 */
export function imageOf(db: Vault['db']): string {
  const pages = db.serialize()
  const [size, sealed] = [db.pragma('page_size', { simple: true }) as number, pages[RESERVED_AT] ?? 0]
  for (let end = size; end <= pages.length; end += size) pages.fill(0, end - sealed, end)
  return createHash('sha256').update(pages).digest('hex')
}

/** Where the first page says how many bytes of each are the cipher's. */
const RESERVED_AT = 20
