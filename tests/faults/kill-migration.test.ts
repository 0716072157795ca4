import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/all'
import { openVault } from '#db/vault/open'
import { bundled } from './bundled.ts'
import { digestsOf } from './digest.ts'
import { fastFolder } from './fast-folder.ts'
import { patience, report, rounds, seeded } from './figures.ts'
import { OLDER_SCHEMAS, type OldVault, oldVault } from './old-vault.ts'
import { materialise, readFiles, replayFrom } from './replay.ts'
import { withShim } from './shimmed.ts'
import { momentsFrom, statementsOf, stepsStoppedAt } from './stopped-migration.ts'

const NEWEST = migrations.at(-1)?.version ?? 0
const STOPPED = 'stopped migrations lost or changed a row, or could not be finished afterwards'

/** What is wrong with a vault whose migration was stopped: first as it lies there, then when it is opened again. */
function wrongWith({ databaseKey, shape, digests }: OldVault, file: string, versions: readonly number[]): string[] {
  const wrong: string[] = []
  const isAsBefore = (vault: Parameters<typeof digestsOf>[0]) => isDeepStrictEqual(digestsOf(vault, shape), digests)
  let found = NEWEST
  try {
    openVault(file, databaseKey, {
      beforeMigration(db, from) {
        found = from
        if (!isAsBefore({ db })) wrong.push('other rows than before')
        throw new Error('looked at')
      },
    }).close()
  } catch (error) {
    if (!String(error).includes('looked at')) return [`does not open: ${String(error)}`]
  }
  if (!versions.includes(found)) wrong.push(`schema ${found} instead of ${versions.join(' or ')}`)
  const { db, close } = openVault(file, databaseKey)
  if (db.pragma('user_version', { simple: true }) !== NEWEST) wrong.push('not brought up to date')
  if (!isAsBefore({ db })) wrong.push('other rows than before once it is up to date')
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) wrong.push('orphans')
  if (db.pragma('integrity_check', { simple: true }) !== 'ok') wrong.push('integrity_check')
  close()
  return wrong
}

test('the statements of a step are told apart without losing a character', () => {
  for (const { sql } of migrations) expect(statementsOf(sql).join('')).toBe(sql.replace(/\s+$/u, ''))
  const trigger = `CREATE TRIGGER a BEFORE UPDATE ON b BEGIN SELECT 1; SELECT 2; END;`
  expect(statementsOf(`CREATE TABLE b (c); ${trigger} DROP TABLE b;`)).toHaveLength(3)
})

test.each(OLDER_SCHEMAS)(
  'a migration from schema %s that fails or is killed at any statement leaves the older vault whole, and a second try succeeds',
  { timeout: patience(600_000) },
  async (schema) => {
    const script = await bundled('migration-victim.ts')
    const old = await oldVault(schema)
    const folder = join(fastFolder(), 'data')
    const file = join(folder, 'vault.db')
    const key = old.databaseKey.toString('hex')
    const moments = momentsFrom(old.schema)
    const wrong: string[] = []
    for (const moment of moments) {
      const before = [moment.version - 1]
      materialise(old.files, folder)
      const steps = stepsStoppedAt(moment, 'nobody_knows_this()')
      expect(() => openVault(file, old.databaseKey, { steps })).toThrow('nobody_knows_this')
      wrong.push(...wrongWith(old, file, before))
      materialise(old.files, folder)
      const args = [script, file, key, String(moment.version), String(moment.after)]
      expect(spawnSync(process.execPath, args, { stdio: 'inherit' }).signal).toBe('SIGKILL')
      wrong.push(...wrongWith(old, file, before))
    }
    report('D8', {
      bad: wrong.length,
      of: 2 * moments.length,
      what: `${STOPPED} (schema ${schema}, at every statement)`,
    })
    expect(wrong).toEqual([])
  },
)

test.each(OLDER_SCHEMAS)(
  'a migration from schema %s that is killed or loses power at any write leaves a vault that goes on',
  { timeout: patience(600_000) },
  async (schema) => {
    const random = seeded()
    const old = await oldVault(schema)
    const place = join(fastFolder(), 'data')
    materialise(old.files, place)
    const start = readFiles(place)
    const script = await bundled('migration-recorded.ts')
    const { changes, trouble } = await withShim(
      script,
      [join(place, 'vault.db'), old.databaseKey.toString('hex')],
      place,
    )
    expect(trouble).toBe('')
    const folder = join(fastFolder(), 'cut')
    const versions = [Number(schema), ...migrations.map(({ version }) => version).filter((one) => one > Number(schema))]
    const wrong: string[] = []
    let tried = 0
    for (const _ of rounds(60, 1000)) {
      const disk = replayFrom(start)
      for (const change of changes.slice(0, random.below(changes.length + 1))) disk.apply(change)
      materialise(random.below(2) === 0 ? disk.killed() : disk.cut(random), folder)
      wrong.push(...wrongWith(old, join(folder, 'vault.db'), versions))
      tried += 1
    }
    report('D8', { bad: wrong.length, of: tried, what: `${STOPPED} (schema ${schema}, at a random write)` })
    expect(wrong).toEqual([])
  },
)

test('the test of migrations sees rows that go missing', async () => {
  const old = await oldVault('1')
  const folder = join(fastFolder(), 'data')
  materialise(old.files, folder)
  const file = join(folder, 'vault.db')
  const steps = migrations.filter(({ version }) => version <= 2)
  const loss = { ...steps[1], sql: `${steps[1]?.sql} DELETE FROM student_keys;`, changes: ['student_keys'] }
  openVault(file, old.databaseKey, { steps: [steps[0], loss] as typeof migrations }).close()
  expect(wrongWith(old, file, [2])).toEqual(['other rows than before', 'other rows than before once it is up to date'])
})
