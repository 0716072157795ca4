import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '#db/migrations/all'
import type { Migration } from '#db/migrations/migration'
import { openVault } from '#db/vault/open'
import { bundled } from './bundled.ts'
import { fastFolder } from './fast-folder.ts'
import { patience, report, rounds, seeded } from './figures.ts'
import { judgeOf } from './migration-judge.ts'
import { OLDER_SCHEMAS, oldVault } from './old-vault.ts'
import { materialise, readFiles, replayFrom } from './replay.ts'
import { withShim } from './shimmed.ts'
import { momentsFrom, statementsOf, stepsStoppedAt } from './stopped-migration.ts'

const STOPPED = 'stopped migrations lost or changed a row, or could not be finished afterwards'

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
    const key = old.databaseKey.toString('hex')
    const wrongWith = judgeOf(old)
    const [failing, killed] = [fastFolder(), fastFolder()].map((place) => join(place, 'data')) as [string, string]
    const [failedFile, killedFile] = [failing, killed].map((folder) => join(folder, 'vault.db')) as [string, string]
    const moments = momentsFrom(old.schema)
    const wrong: string[] = []
    for (const moment of moments) {
      const before = [moment.version - 1]
      materialise(old.files, killed)
      const args = [script, killedFile, key, String(moment.version), String(moment.after)]
      const death = once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')
      materialise(old.files, failing)
      const steps = stepsStoppedAt(moment, 'nobody_knows_this()')
      expect(() => openVault(failedFile, old.databaseKey, { steps })).toThrow('nobody_knows_this')
      wrong.push(...wrongWith(failedFile, before))
      expect(await death).toEqual([null, 'SIGKILL'])
      wrong.push(...wrongWith(killedFile, before))
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
    const wrongWith = judgeOf(old)
    const versions = [Number(schema), ...migrations.map(({ version }) => version).filter((one) => one > Number(schema))]
    const wrong: string[] = []
    let tried = 0
    for (const _ of rounds(60, 1000)) {
      const disk = replayFrom(start)
      for (const change of changes.slice(0, random.below(changes.length + 1))) disk.apply(change)
      materialise(random.below(2) === 0 ? disk.killed() : disk.cut(random), folder)
      wrong.push(...wrongWith(join(folder, 'vault.db'), versions))
      tried += 1
    }
    report('D8', { bad: wrong.length, of: tried, what: `${STOPPED} (schema ${schema}, at a random write)` })
    expect(wrong).toEqual([])
  },
)

test('the test of migrations sees rows that go missing', async () => {
  const old = await oldVault('1')
  const wrongWith = judgeOf(old)
  const folder = join(fastFolder(), 'data')
  const file = join(folder, 'vault.db')
  const steps = migrations.filter(({ version }) => version <= 2)
  const stoppedWith = (more: string): string[] => {
    materialise(old.files, folder)
    const last = { ...(steps.at(-1) as Migration), changes: ['student_keys'] }
    openVault(file, old.databaseKey, { steps: [...steps.slice(0, -1), { ...last, sql: last.sql + more }] }).close()
    return wrongWith(file, [2])
  }
  const lost = ['other rows than before', 'other rows than before once it is up to date']
  expect([stoppedWith(''), stoppedWith('DELETE FROM student_keys;'), stoppedWith('')]).toEqual([[], lost, []])
})
