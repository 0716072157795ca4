import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { connect } from '#db/connection'
import { keepLook } from '#db/repos/vault-checks'
import { writeAnchor } from '#db/vault/anchor'
import { openExamined } from '#db/vault/examine'
import { createVault } from '#db/vault/open'
import { markOf } from '#db/vault/standing'
import { tempFolder } from '#tests/context'

const at = (hours: number): string => new Date(Date.UTC(2026, 10, 21, hours)).toISOString()

/** A vault of some size that was looked at whole at 8 in the morning. */
function largeVault(megabytes: number) {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  const vault = createVault(file, databaseKey)
  connect(vault).transaction((db) => {
    const insert = vault.db.prepare('INSERT INTO settings VALUES (?, ?)')
    for (let i = 0; i < megabytes; i++) insert.run(`k${i}`, JSON.stringify('x'.repeat(1024 * 1024)))
    keepLook(db, at(8))
  })
  writeAnchor(file, databaseKey, markOf(vault.db))
  vault.close()
  return (now?: string): boolean => {
    const { connection, alarm, care } = openExamined(
      file,
      databaseKey,
      { counter: 0 },
      now === undefined ? {} : { now },
    )
    connection.vault.close()
    expect(alarm).toBeNull()
    return care.isLookedAtWhole
  }
}

it(
  'looks at a large vault whole twice a day, after a clock that was set back, and at a small one always',
  { timeout: 120_000 },
  () => {
    const open = largeVault(36)
    expect([open(at(19)), open(at(20)), open(at(7))]).toEqual([false, true, true])
    expect(largeVault(1)(at(9))).toBe(true)
  },
)

it('looks at a large vault whole when the program had not closed it', { timeout: 60_000 }, () => {
  const file = join(tempFolder(), 'vault.db')
  const databaseKey = randomBytes(32)
  const vault = createVault(file, databaseKey)
  const connection = connect(vault)
  connection.transaction((db) => {
    const insert = vault.db.prepare('INSERT INTO settings VALUES (?, ?)')
    for (let i = 0; i < 36; i++) insert.run(`k${i}`, JSON.stringify('x'.repeat(1024 * 1024)))
    keepLook(db, at(8))
  })
  vault.db.pragma('wal_checkpoint(TRUNCATE)')
  connection.transaction((db) => keepLook(db, at(8)))
  writeAnchor(file, databaseKey, markOf(vault.db))
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${file}.killed${end}`)
  vault.close()
  for (const end of ['', '-wal']) copyFileSync(`${file}.killed${end}`, `${file}${end}`)
  const killed = openExamined(file, databaseKey, { counter: 0 }, { now: at(9) })
  expect([killed.alarm, killed.care.isLookedAtWhole]).toEqual([null, true])
  killed.connection.vault.close()
})
