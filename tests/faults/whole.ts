import { verifyAuditChain } from '#db/repos/audit-chain'
import type { Examined } from '#db/vault/examine'
import type { Vault } from '#db/vault/open'
import type { Kept } from './days-work.ts'

/** Rows and the log row that is written in the same transaction: one is never there without the other. */
const TOGETHER = [
  ['students', 'student.added', 'true'],
  ['visits', 'visit.registered', 'true'],
  ['consents', 'consent.recorded', 'true'],
  ['notes', 'note.started', 'true'],
  ['notes', 'note.signed', `state = 'signed'`],
  ['crises', 'crisis.opened', 'true'],
  ['referrals', 'referral.made', 'true'],
  ['cases', 'case.opened', 'true'],
  ['cases', 'case.closed', `state = 'closed'`],
] as const

/** Everything that is wrong with an open vault, in words for the one who repairs the program; empty when it is whole. */
export function faultsOf({ connection, alarm }: Pick<Examined, 'connection' | 'alarm'>): string[] {
  const { db } = connection.vault
  const faults: string[] = []
  const count = (text: string): number => db.prepare(text).pluck().get() as number
  const say = (what: string, isWrong: boolean): void => void (isWrong && faults.push(what))
  say('integrity_check', db.pragma('integrity_check', { simple: true }) !== 'ok')
  say('foreign keys', (db.pragma('foreign_key_check') as unknown[]).length > 0)
  try {
    db.exec(`INSERT INTO note_words (note_words, rank) VALUES ('integrity-check', 0)`)
  } catch {
    faults.push('the index of words')
  }
  say(
    'a note that is not in the index',
    count('SELECT count(*) FROM notes WHERE seq NOT IN (SELECT rowid FROM note_words)') > 0,
  )
  say(`an alarm: ${alarm?.kind}`, alarm !== null)
  say('the log', verifyAuditChain(connection.readable).brokenAt !== null)
  for (const [table, event, where] of TOGETHER) {
    const recorded = `SELECT subject_id FROM audit WHERE event = '${event}'`
    const unrecorded = count(`SELECT count(*) FROM ${table} WHERE ${where} AND id NOT IN (${recorded})`)
    const missing = count(
      `SELECT count(*) FROM (${recorded}) WHERE subject_id NOT IN (SELECT id FROM ${table} WHERE ${where})`,
    )
    say(`${table} without ${event}`, unrecorded > 0)
    say(`${event} without ${table}`, missing > 0)
  }
  return faults
}

/** What was promised and is not there. */
export function lostOf(vault: Vault, promised: readonly Kept[]): Kept[] {
  return promised.filter(({ table, id, version }) => {
    const row = vault.db.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as { version?: number } | undefined
    return row === undefined || (version !== undefined && (row.version ?? 0) < version)
  })
}
