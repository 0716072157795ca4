import { createHash } from 'node:crypto'
import { asc, desc, eq, gt, lt } from 'drizzle-orm'
import type { AuditRow } from '#contract/audit'
import type { ReadableDb, WritableDb } from '#db/connection'
import { auditTable as a } from '#db/schema/audit'
import { usersTable as u } from '#db/schema/settings'

export type NewAuditRow = {
  at: string
  userId: string | null
  event: string
  subjectId: string | null
  studentId: string | null
}
const FIRST = '0'.repeat(64)

/** Appends one row to the chain: its hash covers the row and the hash before it. */
export function insertAuditRow(db: WritableDb, row: NewAuditRow): void {
  const last = db.select({ seq: a.seq, hash: a.hash }).from(a).orderBy(desc(a.seq)).limit(1).get()
  const seq = (last?.seq ?? 0) + 1
  const prev = last?.hash ?? FIRST
  db.insert(a)
    .values({ seq, ...row, prev, hash: hashOf(seq, row, prev) })
    .run()
}

export function findAuditRows(db: ReadableDb, before: number | null, limit: number): AuditRow[] {
  return db
    .select({ seq: a.seq, at: a.at, by: u.name, event: a.event, subjectId: a.subjectId, studentId: a.studentId })
    .from(a)
    .leftJoin(u, eq(u.id, a.userId))
    .where(before === null ? undefined : lt(a.seq, before))
    .orderBy(desc(a.seq))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, signed: false }))
}

/** Recomputes the whole chain in slices; `brokenAt` is the first row whose number, link or hash does not fit. */
export function verifyAuditChain(db: ReadableDb): { rows: number; brokenAt: number | null; head: string } {
  let prev = FIRST
  let seq = 0
  for (;;) {
    const slice = db.select().from(a).where(gt(a.seq, seq)).orderBy(asc(a.seq)).limit(5000).all()
    if (slice.length === 0) return { rows: seq, brokenAt: null, head: prev.slice(0, 16) }
    for (const row of slice) {
      if (row.seq !== seq + 1 || row.prev !== prev || row.hash !== hashOf(row.seq, row, prev))
        return { rows: seq, brokenAt: seq + 1, head: prev.slice(0, 16) }
      seq = row.seq
      prev = row.hash
    }
  }
}

const hashOf = (seq: number, row: NewAuditRow, prev: string): string =>
  createHash('sha256')
    .update(JSON.stringify([seq, row.at, row.userId, row.event, row.subjectId, row.studentId, prev]))
    .digest('hex')
