import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '#tests/context'
import { ROOT, TOP_FOLDERS } from '#tests/source-files'

const TSC = join('node_modules', 'typescript', 'bin', 'tsc')

/** A copy of the house without what is built or fetched. */
function copyOfTheHouse(): string {
  const copy = tempFolder()
  for (const name of [...TOP_FOLDERS, 'package.json', 'tsconfig.base.json', '.oxfmtrc.json'])
    cpSync(join(ROOT, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/(samples|fonts|icons|e2e)$/u.test(path),
    })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  return copy
}

test('a new feature compiles on every side as it was written', { timeout: 120_000 }, () => {
  const copy = copyOfTheHouse()
  const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' })
  const made = run(join('build', 'new-feature.ts'), 'diaries')
  expect([made.status, made.stderr]).toEqual([0, expect.not.stringContaining('Error')])
  expect(made.stdout).toContain('core/diaries.ts')
  const listed = [...readFileSync(join(copy, 'contract/all.ts'), 'utf8').matchAll(/^ {2}(\w+),$/gmu)].map(
    ([, name = '']) => name,
  )
  const at = listed.indexOf('diaries')
  expect(listed.slice(at - 1, at + 2).toSorted()).toEqual([listed[at - 1], 'diaries', listed[at + 1]])
  expect(readFileSync(join(copy, 'core/audit.ts'), 'utf8')).toContain(`'diary.added'`)
  const types = run(TSC, '-b', 'core')
  expect(types.stdout.split('\n').filter((line) => line.includes('diar'))).toEqual([])
  expect(run(join('build', 'new-feature.ts'), 'diaries').stderr).toContain('There is one already')
})

test('a feature is named by a plural noun', () => {
  const made = spawnSync(process.execPath, [join(ROOT, 'build', 'new-feature.ts'), 'Letter'], { encoding: 'utf8' })
  expect([made.status, made.stderr]).toEqual([1, expect.stringContaining('plural noun')])
})
