import { randomBytes } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { inOneBatch } from '#db/batch'
import { connect } from '#db/connection'
import { insertAuditRow } from '#db/repos/audit'
import { addToAnchor, anchorFile, openAnchor, readAnchor, writeAnchor } from '#db/vault/anchor'
import { createVault, openVault } from '#db/vault/open'
import { compareWithAnchor, markOf } from '#db/vault/standing'
import { tempFolder } from '#tests/context'

const AT = '2026-11-21T08:00:00.000Z'
const row = { at: AT, userId: null, event: 'vault.unlocked', subjectId: null, studentId: null }

/** A closed vault with its anchor. */
function anchored() {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  const vault = createVault(file, databaseKey)
  writeAnchor(file, databaseKey, markOf(vault.db))
  vault.close()
  const open = () => {
    const vault = openVault(file, databaseKey)
    const anchor = openAnchor(file, databaseKey)
    const close = () => {
      vault.close()
      anchor.close()
    }
    return connect({ ...vault, close }, anchor)
  }
  const work = (times: number): void => {
    const { transaction, vault } = open()
    for (let i = 0; i < times; i++) transaction((db) => insertAuditRow(db, row, null))
    vault.close()
  }
  const standing = () => {
    const { vault } = open()
    try {
      return compareWithAnchor(vault.db, readAnchor(file, databaseKey))
    } finally {
      vault.close()
    }
  }
  return { file, databaseKey, open, work, standing }
}

describe('the anchor', () => {
  it('knows every commit that was acknowledged, over many turns of its lines', () => {
    const { file, databaseKey, work, standing } = anchored()
    work(700)
    expect(readAnchor(file, databaseKey)).toMatchObject({ commits: 700, auditSeq: 700, at: AT })
    expect(readFileSync(anchorFile(file))).toHaveLength(65_536)
    expect(standing()).toBeNull()
  })
  it('leaves no journal a few seconds after the last change', () => {
    const { file, open } = anchored()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { transaction, vault } = open()
    for (let i = 0; i < 3; i++) transaction((db) => insertAuditRow(db, row, null))
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    vi.advanceTimersByTime(5_000)
    expect(statSync(`${file}-wal`).size).toBe(0)
    vault.close()
  })
  it('counts a batch once and what was taken back not at all', async () => {
    const { open, file, databaseKey } = anchored()
    const connection = open()
    await inOneBatch(connection, () => {
      for (let i = 0; i < 5; i++) connection.transaction((db) => insertAuditRow(db, row, null))
      return Promise.resolve()
    })
    expect(() =>
      connection.transaction(() => {
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(readAnchor(file, databaseKey)).toMatchObject({ commits: 1, auditSeq: 5 })
    connection.vault.close()
  })
  it('says how many commits an older vault lacks', () => {
    const { file, work, standing } = anchored()
    work(3)
    copyFileSync(file, `${file}.old`)
    work(5)
    copyFileSync(`${file}.old`, file)
    expect(standing()).toEqual({ kind: 'rolled-back', lost: 5 })
  })
  it('is not believed when it is older than it can be, is gone, or is of another history', () => {
    const { file, databaseKey, work, standing } = anchored()
    const keep = (name: string) => copyFileSync(anchorFile(file), `${file}.${name}`)
    const bring = (name: string) => copyFileSync(`${file}.${name}`, anchorFile(file))
    work(4)
    keep('first')
    work(16)
    bring('first')
    expect(standing()).toBeNull()
    work(1)
    keep('second')
    bring('first')
    expect(standing()).toEqual({ kind: 'anchor', lost: null })
    writeAnchor(file, randomBytes(32), { commits: 21, at: AT, auditSeq: 1, auditHash: 'a'.repeat(64) })
    expect(standing()).toEqual({ kind: 'anchor', lost: null })
    writeAnchor(file, databaseKey, { commits: 21, at: AT, auditSeq: 20, auditHash: 'a'.repeat(64) })
    expect(standing()).toEqual({ kind: 'anchor', lost: null })
    rmSync(anchorFile(file))
    writeFileSync(anchorFile(file), '')
    expect(standing()).toEqual({ kind: 'anchor', lost: null })
    bring('second')
    expect(standing()).toBeNull()
  })
  it('outlives lines that a power cut left half written', () => {
    const { file, work, standing } = anchored()
    work(40)
    const content = readFileSync(anchorFile(file))
    const pageOf = (commit: number) => (commit % 16) * 4096
    for (let commit = 29; commit <= 40; commit++) content.fill(0, pageOf(commit), pageOf(commit) + 4096)
    writeFileSync(anchorFile(file), content)
    expect(standing()).toBeNull()
    content.fill(0)
    writeFileSync(anchorFile(file), content)
    expect(standing()).toEqual({ kind: 'anchor', lost: null })
  })
  it('holds under the old and the new key while one takes the place of the other', () => {
    const { file, databaseKey, work } = anchored()
    work(3)
    const newKey = randomBytes(32)
    const newest = readAnchor(file, databaseKey)!
    addToAnchor(file, newKey, { ...newest, commits: 4 })
    expect(readAnchor(file, databaseKey)).toEqual(newest)
    expect(readAnchor(file, newKey)).toEqual({ ...newest, commits: 4 })
  })
})
