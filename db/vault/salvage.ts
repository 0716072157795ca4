import { closeSync, copyFileSync, existsSync, ftruncateSync, openSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { connect, type WritableDb } from '#db/connection'
import { indexAllNotes } from '#db/repos/notes'
import { readAnchor, readSeen, writeAnchor } from './anchor.ts'
import { createVault, openVault } from './open.ts'
import { checkPages, PAGE } from './pages.ts'
import { countOf, readableRows, type Row } from './salvage-rows.ts'
import { markOf } from './standing.ts'

export type Salvaged = { table: string; saved: number; lost: number }
/** Made by the schema itself. */
const OWN_STATE = 'vault_state'

/**
 * A new vault at `target` with every row that can still be read of a damaged one that is open for reading, under the same key,
 * with an anchor of its own. Rows that hang on a lost one are lost with it: they stay in the damaged file. `finish` writes what
 * is to be known of it, in the last transaction.
 */
export function salvageInto(
  source: Database.Database,
  sourceFile: string,
  target: string,
  databaseKey: Buffer,
  finish: (db: WritableDb, salvaged: Salvaged[]) => void,
): Salvaged[] {
  const vault = createVault(target, databaseKey)
  try {
    const { transaction } = connect(vault)
    const tables = inOrder(vault.db).filter((table) => table !== OWN_STATE)
    const salvaged = tables.map((table) => transaction(() => copyTable(source, vault.db, table)))
    const seen = [readAnchor(sourceFile, databaseKey), readSeen(sourceFile, databaseKey)]
    transaction((db) => {
      indexAllNotes(db)
      keepState(source, vault.db, Math.max(0, ...seen.map((mark) => mark?.commits ?? 0)))
      finish(db, salvaged)
    })
    writeAnchor(target, databaseKey, markOf(vault.db))
    return salvaged
  } finally {
    vault.close()
  }
}

/** The same of a vault that does not open: on a copy of it, with the missing end filled up so that SQLite looks at the rest. */
export function openDamagedCopy(
  file: string,
  copy: string,
  databaseKey: Buffer,
): { db: Database.Database; end(): void } {
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${suffix}`, { force: true })
  }
  remove()
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  try {
    fillUp(copy, databaseKey)
    const vault = openVault(copy, databaseKey)
    return {
      db: vault.db,
      end() {
        vault.close()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

function fillUp(copy: string, databaseKey: Buffer): void {
  const { pages, isCut } = checkPages(copy, databaseKey)
  if (!isCut) return
  const fd = openSync(copy, 'r+')
  try {
    ftruncateSync(fd, pages * PAGE)
  } finally {
    closeSync(fd)
  }
}

function copyTable(source: Database.Database, target: Database.Database, table: string): Salvaged {
  const gaps = { count: 0 }
  const columns = (target.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const insert = target.prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
  let read = 0
  let saved = 0
  try {
    for (const row of readableRows(source, table, gaps)) {
      read++
      if (isInserted(insert, columns, row)) saved++
    }
  } catch {
    gaps.count++
  }
  const there = countOf(source, table) ?? read + gaps.count
  return { table, saved, lost: Math.max(there, read) - saved }
}

function isInserted(insert: Database.Statement, columns: string[], row: Row): boolean {
  try {
    insert.run(...columns.map((name) => row[name] ?? null))
    return true
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

/** Whom a table points to comes before it. Search indices are made anew, not copied. */
function inOrder(db: Database.Database): string[] {
  const all = (db.pragma('table_list') as { schema: string; name: string; type: string }[])
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
  const ordered: string[] = []
  const visit = (table: string, above: readonly string[]): void => {
    if (ordered.includes(table) || above.includes(table)) return
    const parents = (db.pragma(`foreign_key_list(${table})`) as { table: string }[]).map((key) => key.table)
    for (const parent of parents) visit(parent, [...above, table])
    ordered.push(table)
  }
  for (const table of all) visit(table, [])
  return ordered
}

/** Counts never go back: no anchor and no keyslots of before are newer than this vault. */
function keepState(source: Database.Database, target: Database.Database, seen: number): void {
  const state = ((): { commits: number; keyslots_counter: number } | undefined => {
    try {
      return source.prepare<[], { commits: number; keyslots_counter: number }>('SELECT * FROM vault_state').get()
    } catch {
      return undefined
    }
  })()
  target
    .prepare('UPDATE vault_state SET commits = max(commits, ?), keyslots_counter = ?')
    .run(Math.max(seen, state?.commits ?? 0), state?.keyslots_counter ?? 0)
}
