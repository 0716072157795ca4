import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '#db/connection'
import { openVault } from '#db/vault/open'
import { checkPages, PAGE } from '#db/vault/pages'
import { openDamagedCopy, salvageInto } from '#db/vault/salvage'
import { EMPTY_NOTE } from '#contract/note-parts'
import { tempFolder, testContext } from '#tests/context'
import { manyPeople } from '#tests/people'
import { walkIn } from '#tests/records'

/** A closed vault of forty students, a visit and a note of each; and the rows of every table. */
async function fullVault() {
  const t = testContext()
  for (let i = 0; i < 40; i++) {
    const studentId = randomUUID()
    await t.client.students.add({ id: studentId, fields: { kind: 'roster', name: manyPeople(i).name }, guardians: [] })
    const visit = await t.client.visits.register({ id: randomUUID(), studentId, fields: walkIn(t.me.id) })
    const body = { ...EMPTY_NOTE, problem: `第${i}次，考试前睡不着。`.repeat(40) }
    await t.client.notes.save({ visitId: visit.id, studentId, version: 0, body })
  }
  const { db } = t.room.connection.vault
  const pagesOf = (name: string): number[] =>
    db.prepare('SELECT pageno FROM dbstat WHERE name = ? ORDER BY pageno').pluck().all(name) as number[]
  const notes = pagesOf('notes')
  t.close()
  return { ...t, notes }
}

function damage(file: string, page: number): void {
  const fd = openSync(file, 'r+')
  writeSync(fd, Buffer.alloc(100, 7), 0, 100, (page - 1) * PAGE + 1000)
  closeSync(fd)
}

function salvage(file: string, databaseKey: Buffer) {
  const target = join(tempFolder(), 'vault.db')
  const copy = openDamagedCopy(file, `${file}.look`, databaseKey)
  const salvaged = salvageInto(copy.db, file, target, databaseKey, () => {})
  copy.end()
  const of = (table: string) => salvaged.find((one) => one.table === table)
  return { target, of, salvaged }
}

describe('salvage', () => {
  it('takes everything out of a whole vault, and the words are found again', async () => {
    const { file, databaseKey } = await fullVault()
    const { target, salvaged } = salvage(file, databaseKey)
    expect(salvaged.filter(({ lost }) => lost > 0)).toEqual([])
    const [before, after] = [openVault(file, databaseKey), openVault(target, databaseKey)]
    for (const table of ['students', 'visits', 'notes', 'note_versions', 'audit', 'users', 'settings'])
      expect(after.db.prepare(`SELECT * FROM ${table}`).all()).toEqual(
        before.db.prepare(`SELECT * FROM ${table}`).all(),
      )
    const found = after.db.prepare(`SELECT count(*) FROM note_words WHERE note_words MATCH '"考试"'`).pluck().get()
    expect(found).toBe(40)
    before.close()
    after.close()
  })
  it('takes out what is around a damaged page and counts exactly what is missing', async () => {
    const { file, databaseKey, notes } = await fullVault()
    expect(notes.length).toBeGreaterThan(6)
    damage(file, notes.at(3)!)
    damage(file, notes.at(-2)!)
    const untouched = readFileSync(file)
    const { target, of } = salvage(file, databaseKey)
    expect(of('students')).toMatchObject({ saved: 40, lost: 0 })
    const found = of('notes')!
    expect(found.saved).toBeGreaterThan(25)
    expect(found.lost).toBeGreaterThan(0)
    expect(found.saved + found.lost).toBe(40)
    expect(readFileSync(file).equals(untouched)).toBe(true)
    expect(checkPages(target, databaseKey).bad).toEqual([])
    const after = openVault(target, databaseKey)
    expect(after.db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(after.db.pragma('foreign_key_check')).toEqual([])
    expect(connect(after).readable).toBeDefined()
    after.close()
  })
  it('takes out what is left of a file that was cut off', async () => {
    const { file, databaseKey } = await fullVault()
    const { pages } = checkPages(file, databaseKey)
    truncateSync(file, (pages - 12) * PAGE - 700)
    expect(() => salvage(file, databaseKey)).not.toThrow()
  })
})
