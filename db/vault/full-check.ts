import type Database from 'better-sqlite3'
import { verifyAuditChain } from '#db/repos/audit-chain'
import { indexAllNotes } from '#db/repos/notes'
import type { Connection, ReadableDb } from '#db/connection'
import { checkPagesSlowly } from './pages.ts'

/** `pages`, `structure`: nothing more may be written. `log`: the records are whole, the log is not. */
export type CheckFault = 'pages' | 'structure' | 'log'
export type FullCheck = { pages: number; rows: number; fault: CheckFault | null }

/** What must hold between records beyond foreign keys: a row that is found here belongs to two children, or to none. */
const INVARIANTS = [
  `SELECT count(*) FROM visits v JOIN cases c ON c.id = v.case_id WHERE c.student_id <> v.student_id`,
  `SELECT count(*) FROM notes n JOIN visits v ON v.id = n.visit_id WHERE v.student_id <> n.student_id`,
  `SELECT count(*) FROM visits v LEFT JOIN students s ON s.id = v.student_id WHERE s.id IS NULL`,
] as const
const UNINDEXED = 'SELECT count(*) FROM notes WHERE seq NOT IN (SELECT rowid FROM note_words)'

/**
 * Everything that can be known of an open vault: every page, every table with its indices, every link, the index of words, the
 * log. In slices, with `pause` between them; whoever wants to stop it throws there.
 */
export async function checkFully(
  connection: Connection,
  databaseKey: Buffer,
  pause: () => Promise<void>,
): Promise<FullCheck> {
  const { db, fd } = connection.vault
  db.pragma('wal_checkpoint(TRUNCATE)')
  const { pages, bad, isCut } = await checkPagesSlowly(fd, databaseKey, { pause })
  if (bad.length > 0 || isCut) return { pages, rows: 0, fault: 'pages' }
  let rows = 0
  for (const table of tablesOf(db)) {
    await pause()
    if (!isTableSound(db, table)) return { pages, rows, fault: 'structure' }
    rows += Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())
  }
  await pause()
  if (!areWordsSound(db)) connection.transaction((writable) => indexAllNotes(writable))
  for (const invariant of INVARIANTS) {
    await pause()
    if (Number(db.prepare(invariant).pluck().get()) > 0) return { pages, rows, fault: 'structure' }
  }
  await pause()
  return { pages, rows, fault: isLogWhole(connection.readable) ? null : 'log' }
}

const tablesOf = (db: Database.Database): string[] =>
  (db.pragma('table_list') as { schema: string; name: string; type: string }[])
    .filter(({ schema, name, type }) => schema === 'main' && type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)

function isTableSound(db: Database.Database, table: string): boolean {
  try {
    return (
      db.pragma(`integrity_check("${table}")`, { simple: true }) === 'ok' &&
      (db.pragma(`foreign_key_check("${table}")`) as unknown[]).length === 0
    )
  } catch {
    return false
  }
}

function areWordsSound(db: Database.Database): boolean {
  try {
    db.exec(`INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 0)`)
    return Number(db.prepare(UNINDEXED).pluck().get()) === 0
  } catch {
    return false
  }
}

const isLogWhole = (db: ReadableDb): boolean => verifyAuditChain(db).brokenAt === null
