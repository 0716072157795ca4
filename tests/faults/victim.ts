import { createHash, randomBytes } from 'node:crypto'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '#contract/errors'
import { connect, type Connection } from '#db/connection'
import { asStorageError } from '#db/errors'
import { insertAuditRow } from '#db/repos/audit'
import { openAnchor, writeAnchor } from '#db/vault/anchor'
import { openExamined } from '#db/vault/examine'
import { createVault, openVault, type Vault } from '#db/vault/open'
import { markOf } from '#db/vault/standing'
import { fastFolder } from './fast-folder.ts'

/** A vault with its anchor that is damaged again and again: each time it is put back as it was kept. */
export type Victim = {
  file: string
  databaseKey: Buffer
  /** For work that ends without closing, as a kill or a power cut would have it. */
  open(): Connection
  /** Keeps the whole folder as it is now. */
  keep(name: string): void
  putBack(name: string): void
  kept(name: string, file: string): Buffer
}

export const FILES = { vault: 'vault.db', journal: 'vault.db-wal', anchor: 'anchor.log' } as const

export function victim(): Victim {
  const folder = fastFolder()
  const now = join(folder, 'now')
  const file = join(now, FILES.vault)
  const databaseKey = randomBytes(32)
  const place = (name: string): string => join(folder, name)
  cpSync(emptyFolder(databaseKey), now, { recursive: true })
  return {
    file,
    databaseKey,
    open: () => connect(openVault(file, databaseKey), openAnchor(file, databaseKey)),
    keep: (name) => cpSync(now, place(name), { recursive: true }),
    putBack(name) {
      rmSync(now, { recursive: true })
      cpSync(place(name), now, { recursive: true })
    },
    kept: (name, file) => readFileSync(join(place(name), file)),
  }
}

/** Tables, indices, long texts, free pages, a log. */
function emptyFolder(databaseKey: Buffer): string {
  const folder = fastFolder()
  const file = join(folder, FILES.vault)
  const vault = createVault(file, databaseKey)
  const { transaction } = connect(vault)
  transaction((db) => {
    for (let i = 0; i < 60; i++) save(vault, `text ${i}`, '她说，昨晚又没有睡好。'.repeat(1 + i * 4))
    for (let i = 0; i < 80; i++) insertAuditRow(db, rowOf(i), null)
  })
  transaction(() => void vault.db.prepare(`DELETE FROM settings WHERE key LIKE '%7'`).run())
  writeAnchor(file, databaseKey, markOf(vault.db))
  vault.close()
  return folder
}

/** One acknowledged change with its row in the log. */
export const change = (connection: Connection, i: number): void =>
  connection.transaction((db) => {
    save(connection.vault, `change ${i % 9}`, `${i} ${'纸飞机'.repeat(200 + (i % 50))}`)
    insertAuditRow(db, rowOf(i), null)
  })
const save = ({ db }: Vault, key: string, text: string): void =>
  void db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(key, JSON.stringify(text))
const rowOf = (i: number) => ({
  at: new Date(Date.UTC(2026, 8, 1, 0, i)).toISOString(),
  userId: null,
  event: 'note.saved',
  subjectId: String(i),
  studentId: null,
})

/** What a way of opening makes of a vault, and what can be read of it then: `wrong` is another text than was kept. */
export type Outcome = { said: 'good' | 'alarm' | 'refused'; kind: string; wrong: boolean }
export type Opening = (victim: Victim) => { connection: Connection; kind: string | null }

export const asTheProgramDoes: Opening = ({ file, databaseKey }) => {
  const { connection, alarm } = openExamined(file, databaseKey, { counter: 0 })
  return { connection, kind: alarm?.kind ?? null }
}
export const withoutPageCheck: Opening = ({ file, databaseKey }) => {
  const vault = openVault(file, databaseKey)
  const isSound = vault.db.pragma('quick_check(1)', { simple: true }) === 'ok'
  return { connection: connect(vault), kind: isSound ? null : 'structure' }
}
export const withoutAnchor: Opening = ({ file, databaseKey }) => {
  writeAnchor(file, databaseKey, { commits: 0, at: '-', auditSeq: 0, auditHash: '0'.repeat(64) })
  const vault = openVault(file, databaseKey)
  writeAnchor(file, databaseKey, markOf(vault.db))
  vault.close()
  return asTheProgramDoes({ file, databaseKey } as Victim)
}

export function outcomeOf(victim: Victim, opening: Opening, expected: ReadonlyMap<string, string>): Outcome {
  try {
    const { connection, kind } = opening(victim)
    try {
      const wrong = [...digestsOf(connection.vault)].some(([table, digest]) => expected.get(table) !== digest)
      return { said: kind === null ? 'good' : 'alarm', kind: kind ?? '', wrong }
    } finally {
      connection.vault.close()
    }
  } catch (thrown) {
    const error = asStorageError(thrown)
    if (error instanceof AppError && error.code === 'storage')
      return { said: 'refused', kind: error.data.reason ?? '', wrong: false }
    throw thrown
  }
}

/** By table; one that cannot be read is left out. */
export function digestsOf({ db }: Vault): Map<string, string> {
  const digests = new Map<string, string>()
  for (const table of ['settings', 'audit', 'vault_state', 'users', 'students'])
    try {
      const rows = db.prepare(`SELECT * FROM ${table} NOT INDEXED`).all()
      digests.set(table, createHash('sha256').update(JSON.stringify(rows)).digest('hex'))
    } catch (error) {
      if (!(asStorageError(error) instanceof AppError)) throw error
    }
  return digests
}
