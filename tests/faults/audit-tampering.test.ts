import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { hashOf, headOf, insertAuditRow, lastLink, linkOf, registerSigningKey, type Sign } from '#db/repos/audit'
import { verifyAuditChain } from '#db/repos/audit-chain'
import { insertUser } from '#db/repos/settings'
import type { Vault } from '#db/vault/open'
import { newOwnKeys } from '#db/vault/own-keys'
import { signerOf } from '#db/vault/signing'
import { MORNING, testContext, type TestContext } from '#tests/context'
import { STAFF } from '#tests/people'
import { patience, report, rounds, seeded } from './figures.ts'
import type { Random } from './random.ts'

/*
 * Whoever tampers here has the open database, may drop every trigger, and holds the signing key of one account, not of the
 * other. What the chain itself cannot know (rows taken from its end, a whole chain made anew) the anchor beside the vault
 * and the printed weekly head know.
 */
type Row = {
  seq: number
  at: string
  user_id: string | null
  event: string
  subject_id: string | null
  student_id: string | null
  prev: string
  hash: string
  signature: string | null
}
const ROWS = 240

let t: TestContext
let db: Vault['db']
let anchor: { seq: number; head: string }
const honest = { id: '', sign: (() => '') as Sign }
const dishonest = { id: randomUUID(), sign: (() => '') as Sign, publicKey: '' }

beforeEach(() => {
  t = testContext()
  db = t.room.connection.vault.db
  honest.id = t.me.id
  honest.sign = signerOf(t.room.keys!)
  const keys = newOwnKeys()
  dishonest.sign = signerOf(keys)
  dishonest.publicKey = keys.signing.publicKey
  const at = (n: number) => new Date(MORNING + n * 60_000).toISOString()
  t.room.connection.transaction((tx) => {
    insertUser(tx, { id: dishonest.id, name: STAFF.duty.name, sex: null, roles: ['counselor'] }, at(0))
    registerSigningKey(tx, { userId: dishonest.id, publicKey: dishonest.publicKey, at: at(0) }, dishonest.sign)
    for (let n = 1; n < ROWS; n++) {
      const who = n % 7 < 4 ? honest : n % 7 < 6 ? dishonest : null
      const row = { at: at(n), userId: who?.id ?? null, event: 'note.read', subjectId: randomUUID(), studentId: null }
      insertAuditRow(tx, row, who?.sign ?? null)
    }
  })
  for (const name of ['audit_never_changes', 'audit_never_goes', 'signing_keys_never_change', 'signing_keys_never_go'])
    db.exec(`DROP TRIGGER ${name}`)
  const last = lastLink(t.room.connection.readable)
  anchor = { seq: last?.seq ?? 0, head: headOf(last) }
})

const all = (): Row[] => db.prepare('SELECT * FROM audit ORDER BY seq').all() as Row[]
function put(rows: readonly Row[]): void {
  db.exec('DELETE FROM audit')
  const insert = db.prepare(
    'INSERT INTO audit VALUES (:seq, :at, :user_id, :event, :subject_id, :student_id, :prev, :hash, :signature)',
  )
  for (const row of rows) insert.run(row)
}

/** Numbers, links and hashes made right again from the first row on; signatures as `sign` has them. */
function chained(rows: readonly Row[], sign: (row: Row) => string | null): Row[] {
  let prev = '0'.repeat(64)
  return rows.map((row, i) => {
    const seq = i + 1
    const { at, user_id: userId, event, subject_id: subjectId, student_id: studentId } = row
    const hash = hashOf(seq, { at, userId, event, subjectId, studentId }, prev)
    const fresh = { ...row, seq, prev, hash }
    fresh.signature = sign(fresh)
    prev = linkOf(fresh)
    return fresh
  })
}
const kept = ({ signature }: Row) => signature
const withOwnKey = (row: Row) => (row.user_id === dishonest.id ? dishonest.sign(row.hash) : row.signature)
const allWithOwnKey = (row: Row) => (row.user_id === null ? null : dishonest.sign(row.hash))
const stripped = (row: Row) => (row.user_id === dishonest.id ? dishonest.sign(row.hash) : null)

type Edit = (rows: Row[], random: Random) => Row[]
const pick = (rows: readonly Row[], random: Random) => random.below(rows.length)
const isHonest = (row: Row): boolean => row.user_id === honest.id && row.signature !== null
/** A row that the honest account signed is changed: who, what, when, about whom. */
const changed: Edit = (rows, random) => {
  const row = random.pick(rows.filter(isHonest))
  const at = rows.indexOf(row)
  const change = [
    { at: new Date(Date.parse(row.at) + 1000).toISOString() },
    { user_id: dishonest.id },
    { user_id: null },
    { event: 'settings.changed' },
    { subject_id: randomUUID() },
    { student_id: randomUUID() },
  ][random.below(6)]!
  return rows.with(at, { ...row, ...change })
}
const withoutOne: Edit = (rows, random) => rows.toSpliced(pick(rows.slice(1), random), 1)
const withOneMore: Edit = (rows, random) => {
  const at = pick(rows, random)
  return rows.toSpliced(at, 0, { ...rows[at]!, user_id: honest.id, event: 'note.read', subject_id: randomUUID() })
}
const swapped: Edit = (rows, random) => {
  const at = pick(rows.slice(1), random)
  return rows.with(at, { ...rows[at + 1]! }).with(at + 1, { ...rows[at]! })
}
const twice: Edit = (rows, random) => {
  const at = pick(rows, random)
  return rows.toSpliced(at + 1, 0, { ...rows[at]! })
}
const cut: Edit = (rows, random) => rows.slice(0, rows.length - 1 - random.below(40))
const numbered = (rows: Row[]): Row[] => rows.map((row, i) => ({ ...row, seq: i + 1 }))

const edits: [string, Edit][] = [
  ['changed', changed],
  ['taken out', withoutOne],
  ['put in', withOneMore],
  ['swapped', swapped],
  ['doubled', twice],
  ['cut off', cut],
]
const finishes: [string, (rows: Row[]) => Row[]][] = [
  ['as it is', numbered],
  ['chained anew', (rows) => chained(rows, kept)],
  ['chained and signed with the own key', (rows) => chained(rows, withOwnKey)],
  ['chained, everything signed with the own key', (rows) => chained(rows, allWithOwnKey)],
  ['chained, foreign signatures taken away', (rows) => chained(rows, stripped)],
]

function undone<T>(work: () => T): T {
  db.exec('BEGIN')
  try {
    return work()
  } finally {
    db.exec('ROLLBACK')
  }
}
/** Whether the chain still passes through the head that somebody kept. */
function isPassed({ seq, head }: typeof anchor): boolean {
  const row = all().find((one) => one.seq === seq)
  return seq === 0 ? head === headOf(undefined) : row !== undefined && headOf(row) === head
}
const noticed = (): { byChain: boolean; byHead: boolean } => ({
  byChain: verifyAuditChain(t.room.connection.readable).brokenAt !== null,
  byHead: !isPassed(anchor),
})

test('the untouched log is whole', () => {
  expect(verifyAuditChain(t.room.connection.readable)).toMatchObject({ brokenAt: null, fault: null })
  expect(noticed()).toEqual({ byChain: false, byHead: false })
})

test('no tampering goes unnoticed', { timeout: patience(120_000) }, () => {
  const random = seeded()
  const rows = all()
  const lastHonest = rows.findLastIndex(isHonest)
  let of = 0
  const missed: string[] = []
  for (const n of rounds(500, 10_000)) {
    const [what, edit] = edits[n % edits.length]!
    const [how, finish] = finishes[Math.floor(n / edits.length) % finishes.length]!
    undone(() => {
      const edited = edit(rows, random)
      put(finish(edited))
      const { byChain, byHead } = noticed()
      if (!byChain && !byHead) missed.push(`${what}, ${how}`)
      // Before a row that the honest account signed, it is noticed by the chain alone, without the anchor.
      const isInside = edited[lastHonest] === rows[lastHonest]
      if (what === 'changed' && isInside && !byChain) missed.push(`${what}, ${how}: by the chain`)
    })
    of++
  }
  report('A1', { bad: missed.length, of, what: 'ways of tampering with the log went unnoticed' })
  expect(missed).toEqual([])
})

test('the last row of all, signed anew as one’s own, is noticed by the head that was kept', () => {
  undone(() => {
    const rows = all()
    const last = rows.findLastIndex(isHonest)
    put(chained(rows.with(last, { ...rows[last]!, user_id: dishonest.id }), withOwnKey))
    expect(noticed()).toEqual({ byChain: false, byHead: true })
  })
})

test('keys taken away or exchanged are noticed', () => {
  undone(() => {
    db.prepare('DELETE FROM signing_keys WHERE user_id = ?').run(honest.id)
    expect(noticed().byChain).toBe(true)
  })
  undone(() => {
    db.prepare('UPDATE signing_keys SET public_key = ? WHERE user_id = ?').run(dishonest.publicKey, honest.id)
    expect(noticed().byChain).toBe(true)
  })
  undone(() => {
    db.prepare('UPDATE signing_keys SET from_seq = from_seq + 50 WHERE user_id = ?').run(honest.id)
    expect(noticed().byChain).toBe(true)
  })
})

test('a whole chain made anew with a new key is noticed by the head that was printed', () => {
  undone(() => {
    db.prepare('UPDATE signing_keys SET public_key = ?').run(dishonest.publicKey)
    const forged = all().map((row) =>
      row.event === 'account.key-registered' ? { ...row, subject_id: dishonest.publicKey } : row,
    )
    put(chained(forged, (row) => (row.user_id && row.seq > 1 ? dishonest.sign(row.hash) : null)))
    expect(noticed()).toEqual({ byChain: false, byHead: true })
  })
})

test('without signatures a chain made anew would pass: they are what finds it', () => {
  undone(() => {
    db.exec('DELETE FROM signing_keys')
    const forged = changed(all(), seeded()).map((row) =>
      row.event === 'account.key-registered' ? { ...row, event: 'note.read' } : row,
    )
    put(chained(forged, () => null))
    expect(noticed()).toEqual({ byChain: false, byHead: true })
  })
})

test('a weekly head that no longer fits is named', () => {
  undone(() => {
    db.prepare('INSERT INTO audit_witnesses VALUES (?, ?, ?, ?)').run(
      '2026-W47',
      100,
      '0'.repeat(16),
      new Date(MORNING).toISOString(),
    )
    expect(verifyAuditChain(t.room.connection.readable)).toMatchObject({ brokenAt: 100, fault: 'witness' })
  })
})
