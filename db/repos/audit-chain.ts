import type { AUDIT_FAULTS } from '#contract/audit'
import type { ReadableDb } from '#db/connection'
import { signatureChecker } from '#db/vault/signing'
import {
  auditSlice,
  findSigningKeys,
  findWitnesses,
  FIRST,
  hashOf,
  headOf,
  linkOf,
  type StoredAuditRow,
} from './audit.ts'

export type AuditFault = (typeof AUDIT_FAULTS)[number]
export type Verified = {
  rows: number
  brokenAt: number | null
  fault: AuditFault | null
  head: string
  signedFrom: number | null
}

const SLICE = 5000
/** A signature is looked at where the acting person changes, and at least this often. */
const AT_MOST_APART = 1000

/**
 * Recomputes the whole chain: numbers, links, hashes, signatures, weekly heads. A signature attests every row before it
 * through the chain; of a run of rows by one person the last one is checked. `brokenAt` is the first row that does not fit
 * (for a signature: the row whose signature failed).
 */
export function verifyAuditChain(db: ReadableDb): Verified {
  const keys = findSigningKeys(db)
  const witnesses = new Map(findWitnesses(db).map(({ seq, head }) => [seq, head]))
  const fits = signatureChecker()
  const keyOf = (userId: string, seq: number): string | null =>
    keys.findLast((key) => key.userId === userId && key.fromSeq <= seq)?.publicKey ?? null
  const signedFrom = keys[0]?.fromSeq ?? null
  let prev = FIRST
  let last: Signed | null = null
  let seq = 0
  const broken = (brokenAt: number, fault: AuditFault): Verified => ({
    rows: seq,
    brokenAt,
    fault,
    head: prev.slice(0, 16),
    signedFrom,
  })
  const isTrue = ({ publicKey, hash, signature }: Signed) => fits(publicKey, hash, signature)
  for (;;) {
    const slice = auditSlice(db, seq, SLICE)
    for (const row of slice) {
      const fault = faultOf(row, seq, prev)
      if (fault) return broken(seq + 1, fault)
      const publicKey = row.userId === null ? null : keyOf(row.userId, row.seq)
      if ((publicKey === null) !== (row.signature === null))
        return broken(row.seq, publicKey === null ? 'signature' : 'unsigned')
      if (row.event === 'account.key-registered' && row.subjectId !== publicKey) return broken(row.seq, 'signature')
      if (publicKey !== null && row.signature !== null) {
        if (last && last.publicKey !== publicKey && !isTrue(last)) return broken(last.seq, 'signature')
        last = { seq: row.seq, publicKey, hash: row.hash, signature: row.signature }
        if (row.seq % AT_MOST_APART === 0 && !isTrue(last)) return broken(row.seq, 'signature')
      }
      seq = row.seq
      prev = linkOf(row)
      const witness = witnesses.get(seq)
      if (witness !== undefined && witness !== headOf(row)) return broken(seq, 'witness')
      witnesses.delete(seq)
    }
    if (slice.length < SLICE) break
  }
  if (last && !isTrue(last)) return broken(last.seq, 'signature')
  if (witnesses.size > 0) return broken(Math.min(...witnesses.keys()), 'witness')
  const missing = keys.find(({ fromSeq }) => fromSeq > seq)
  if (missing) return broken(missing.fromSeq, 'gap')
  return { rows: seq, brokenAt: null, fault: null, head: prev.slice(0, 16), signedFrom }
}

type Signed = { seq: number; publicKey: string; hash: string; signature: string }

function faultOf(row: StoredAuditRow, seq: number, prev: string): AuditFault | null {
  if (row.seq !== seq + 1) return 'gap'
  if (row.prev !== prev) return 'link'
  return row.hash === hashOf(row.seq, row, prev) ? null : 'hash'
}
