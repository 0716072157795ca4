import { randomBytes } from 'node:crypto'
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createVault, openVault } from '#db/vault/open'
import { checkPages, checkPagesSlowly, wrongKeyOrDamaged } from '#db/vault/pages'
import { tempFolder } from '#tests/context'

const PAGE = 4096

/** A vault with pages of every kind: tables, indices, overflow, free ones. */
function closedVault() {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  const { db, close } = createVault(file, databaseKey)
  const insert = db.prepare('INSERT INTO settings VALUES (?, ?)')
  db.transaction(() => {
    for (let i = 0; i < 300; i++) insert.run(`key ${i}`, '纸飞机'.repeat(i * 3))
  })()
  db.prepare(`DELETE FROM settings WHERE key LIKE '%7'`).run()
  close()
  return { file, databaseKey, bytes: readFileSync(file) }
}

describe('the page check', () => {
  it('finds every page of a whole file good, also while the vault is open', async () => {
    const { file, databaseKey, bytes } = closedVault()
    const whole = { pages: bytes.length / PAGE, bad: [], isCut: false }
    expect(checkPages(file, databaseKey)).toEqual(whole)
    const vault = openVault(file, databaseKey)
    expect(await checkPagesSlowly(vault.fd, databaseKey)).toEqual(whole)
    expect(checkPages(vault.fd, databaseKey, { sample: 5 })).toEqual(whole)
    expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason: 'in-use' } }))
    vault.close()
  })
  it('names the pages of a file that are not as they were written', async () => {
    const { file, databaseKey, bytes } = closedVault()
    const damaged = Buffer.from(bytes)
    damaged.writeUInt8(damaged.readUInt8(5 * PAGE + 77) ^ 4, 5 * PAGE + 77)
    damaged.fill(0, 9 * PAGE, 10 * PAGE)
    bytes.copy(damaged, 12 * PAGE, 13 * PAGE, 14 * PAGE)
    writeFileSync(file, damaged)
    expect(checkPages(file, databaseKey).bad).toEqual([6, 10, 13])
    expect((await checkPagesSlowly(file, databaseKey)).bad).toEqual([6, 10, 13])
  })
  it('misses no end that was cut off and takes none that was added', () => {
    const { file, databaseKey, bytes } = closedVault()
    const pages = bytes.length / PAGE
    truncateSync(file, bytes.length - 2 * PAGE - 100)
    expect(checkPages(file, databaseKey)).toEqual({ pages, bad: [pages - 2, pages - 1, pages], isCut: true })
    writeFileSync(file, bytes)
    appendFileSync(file, bytes.subarray(0, PAGE))
    expect(checkPages(file, databaseKey, { sample: 3 })).toEqual({ pages: pages + 1, bad: [pages + 1], isCut: false })
  })
})

describe('a file that does not open', () => {
  it('is told apart: another key, or this key and damage', () => {
    const { file, databaseKey, bytes } = closedVault()
    expect(wrongKeyOrDamaged(file, randomBytes(32))).toBe('wrong-key')
    const damages: ((file: Buffer) => void)[] = [
      (copy) => copy.fill(1, 0, 16),
      (copy) => copy.fill(1, 16, 32),
      (copy) => copy.fill(0, 0, PAGE - 80),
      (copy) => copy.fill(0, 500, 600),
    ]
    for (const damage of damages) {
      const copy = Buffer.from(bytes)
      damage(copy)
      writeFileSync(file, copy)
      const reason = copy.subarray(0, 16).equals(bytes.subarray(0, 16)) || copy[16] !== 0 ? 'damaged' : 'wrong-key'
      expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason } }))
    }
    truncateSync(file, 100)
    expect(() => openVault(file, databaseKey)).toThrow(expect.objectContaining({ data: { reason: 'damaged' } }))
  })
})
