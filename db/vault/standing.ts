import type Database from 'better-sqlite3'
import { type Mark, MOST_BEHIND } from './anchor.ts'

/**
 * How a vault stands to its anchor. `rolled-back`: the anchor saw commits that this file does not have. `anchor`: the anchor
 * is gone, is older than it can be, or belongs to another history.
 */
export type Standing = { kind: 'rolled-back'; lost: number } | { kind: 'anchor'; lost: null }
const ANCHOR: Standing = { kind: 'anchor', lost: null }

const MARK = `SELECT v.commits, a.at, a.seq AS auditSeq, a.hash AS auditHash FROM vault_state v
  LEFT JOIN audit a ON a.seq = (SELECT max(seq) FROM audit) WHERE v.id = 1`

/** Reads where the vault stands; prepared once, asked after every change. */
export function marking(db: Database.Database): () => Mark {
  const statement = db.prepare<[], { commits: number } & { [K in 'at' | 'auditSeq' | 'auditHash']: Mark[K] | null }>(
    MARK,
  )
  return () => {
    const found = statement.get()
    if (!found) throw new Error('a vault without its own state')
    const { commits, at, auditSeq, auditHash } = found
    return { commits, at: at ?? '-', auditSeq: auditSeq ?? 0, auditHash: auditHash ?? '0'.repeat(64) }
  }
}
export const markOf = (db: Database.Database): Mark => marking(db)()

/** Null: as it should be. A vault of before there were anchors has counted no commit yet. */
export function compareWithAnchor(
  db: Database.Database,
  newest: Mark | null,
  seen: Mark | null = null,
): Standing | null {
  const { commits } = markOf(db)
  if (seen && seen.commits > Math.max(commits, newest?.commits ?? 0))
    return { kind: 'rolled-back', lost: seen.commits - commits }
  if (!newest) return commits === 0 ? null : ANCHOR
  if (newest.commits > commits) return { kind: 'rolled-back', lost: newest.commits - commits }
  if (commits > newest.commits + MOST_BEHIND) return ANCHOR
  return isOurs(db, newest) ? null : ANCHOR
}

function isOurs(db: Database.Database, { auditSeq, auditHash }: Mark): boolean {
  if (auditSeq === 0) return true
  const row = db.prepare<[number], { hash: string }>('SELECT hash FROM audit WHERE seq = ?').get(auditSeq)
  return row?.hash === auditHash
}
