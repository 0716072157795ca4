import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { testContext, tempFolder, type TestContext } from '#tests/context'
import { CAST } from '#tests/people'
import { walkIn } from '#tests/records'
import { ROOT } from '#tests/source-files'
import { BACKUP_PASSPHRASE, VAULT_PASSWORD as PASSWORD, writeTestKeys } from '#tests/vault-keys'

type Rescued = { database: string; damaged: number[]; tables: { name: string; rows: number; isWhole: boolean }[] }
type Rescue = { rescue(folder: string, out: string, secret: string): Rescued }
let rescue: Rescue['rescue']
beforeAll(async () => {
  ;({ rescue } = (await import(pathToFileURL(join(ROOT, 'docs/rescue/rescue.mjs')).href)) as Rescue)
})

/** A vault with records as a crash leaves it (the log beside it) or as a lock does, and its keyslots. */
async function vaultOnDisk(ending: 'crash' | 'lock') {
  const context = testContext()
  for (const { name } of CAST.slice(0, 12)) {
    const id = randomUUID()
    await context.client.students.add({
      id,
      fields: { kind: 'roster', name, note: `=1+1 ${name}，"引号"` },
      guardians: [],
    })
    await context.client.visits.register({ id: randomUUID(), studentId: id, fields: walkIn(context.me.id) })
  }
  const content = contentOf(context)
  if (ending === 'lock') context.room.connection.vault.close()
  const folder = join(tempFolder(), 'data')
  mkdirSync(folder)
  copyFileSync(context.file, join(folder, 'vault.db'))
  if (existsSync(`${context.file}-wal`)) copyFileSync(`${context.file}-wal`, join(folder, 'vault.db-wal'))
  const { printedCode } = await writeTestKeys(folder, context.databaseKey, context.me.id)
  return { folder, content, code: printedCode, out: join(tempFolder(), 'out') }
}

const TABLES = ['students', 'visits', 'cases', 'audit', 'settings', 'guardians'] as const
const contentOf = ({ room }: TestContext) =>
  Object.fromEntries(TABLES.map((name) => [name, room.connection.vault.db.prepare(`SELECT * FROM ${name}`).all()]))
function contentOfPlain(file: string) {
  const db = new DatabaseSync(file, { readOnly: true })
  const content = Object.fromEntries(
    TABLES.map((name) => [
      name,
      db
        .prepare(`SELECT * FROM ${name}`)
        .all()
        .map((row) => ({ ...row })),
    ]),
  )
  db.close()
  return content
}

describe('the rescue file, which knows nothing of the program', () => {
  it.each(['crash', 'lock'] as const)('gives back every record by password after a %s', async (ending) => {
    const { folder, content, out } = await vaultOnDisk(ending)
    expect(existsSync(join(folder, 'vault.db-wal'))).toBe(ending === 'crash')
    const { database, damaged, tables } = rescue(folder, out, PASSWORD)
    expect(damaged).toEqual([])
    expect(contentOfPlain(database)).toEqual(content)
    expect(tables.find(({ name }) => name === 'students')).toEqual({ name: 'students', rows: 12, isWhole: true })
    const csv = readFileSync(join(out, 'students.csv'), 'utf8')
    expect(csv.startsWith('\uFEFFid,kind,name')).toBe(true)
    expect(csv).toContain(`"'=1+1 ${CAST[0]?.name}，""引号"""`)
  })
  it('gives them back by the recovery code, however it is typed', async () => {
    const { folder, content, out, code } = await vaultOnDisk('lock')
    expect(contentOfPlain(rescue(folder, out, code.toLowerCase().replaceAll('-', ' ')).database)).toEqual(content)
  })
  it('gives them back by the backup passphrase from the one file of a backup', async () => {
    const { folder, content, out } = await vaultOnDisk('lock')
    renameSync(join(folder, 'keyslots-a.json'), join(folder, 'keyslots.json'))
    rmSync(join(folder, 'keyslots-b.json'))
    expect(contentOfPlain(rescue(folder, out, BACKUP_PASSPHRASE).database)).toEqual(content)
  })
  it('writes nothing for a wrong secret, and never over something that is there', async () => {
    const { folder, out } = await vaultOnDisk('lock')
    expect(() => rescue(folder, out, 'not the password at all')).toThrow('opens none of the keyslots')
    expect(existsSync(out)).toBe(false)
    rescue(folder, out, PASSWORD)
    expect(() => rescue(folder, out, PASSWORD)).toThrow('EEXIST')
  })
  it('names the pages that are damaged and goes on with the others', async () => {
    const { folder, content, out } = await vaultOnDisk('lock')
    const file = join(folder, 'vault.db')
    const bytes = readFileSync(file)
    const last = bytes.length / 4096
    bytes[(last - 1) * 4096 + 100]! ^= 1
    writeFileSync(file, bytes)
    const { damaged, tables } = rescue(folder, out, PASSWORD)
    expect(damaged).toEqual([last])
    expect(tables.filter(({ isWhole }) => !isWhole).length).toBeLessThanOrEqual(1)
    for (const { name, rows, isWhole } of tables)
      if (isWhole && name in content) expect([name, rows]).toEqual([name, content[name]?.length])
  })
  it('works with one copy of the keyslots when the other is gone', async () => {
    const { folder, content, out } = await vaultOnDisk('lock')
    writeFileSync(join(folder, 'keyslots-a.json'), '{')
    expect(contentOfPlain(rescue(folder, out, PASSWORD).database)).toEqual(content)
  })
})
