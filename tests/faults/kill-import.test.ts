import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { connect } from '#db/connection'
import { findImportChanges, findKnownStudents } from '#db/repos/imports'
import { openVault } from '#db/vault/open'
import { testContext } from '#tests/context'
import { goOn } from './import-taker.ts'

const ROWS = 2600

/** Kills the taker without warning a moment after its first batch; resolves with the last batch it told of. */
function takeAndKill(args: string[], milliseconds: number): Promise<number> {
  return new Promise((resolve) => {
    const taker = spawn(process.execPath, [new URL('import-taker.ts', import.meta.url).pathname, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let heard = ''
    taker.stdout.on('data', (chunk) => (heard += String(chunk)))
    taker.stdout.once('data', () => setTimeout(() => taker.kill('SIGKILL'), milliseconds))
    taker.once('close', () => resolve(Number(heard.trim().split('\n').at(-1))))
  })
}

it('an import that was killed has whole batches only, and goes on to the last row', { timeout: 120_000 }, async () => {
  const { client, me, file, databaseKey, close } = testContext()
  const lines = Array.from({ length: ROWS }, (_, at) => `${202600000 + at},学生${at},七(1)班`)
  const content = Buffer.from(['学号,姓名,班级', ...lines].join('\n')).toString('base64')
  const { fileId, sheets } = await client.imports.inspect({ fileName: '名单.csv', content })
  const mappings = sheets.map(({ mapping }) => mapping)
  const { importId } = await client.imports.start({ id: randomUUID(), fileId, mappings, classes: null })
  close()
  const args = ['imports', file, databaseKey.toString('hex'), me.id, importId]

  const told = await takeAndKill(args, 120)
  const vault = openVault(file, databaseKey)
  const { readable } = connect(vault)
  const kept = findKnownStudents(readable).length
  expect(kept).toBeGreaterThanOrEqual(told)
  expect(kept === ROWS || kept % 500 === 0).toBe(true)
  expect(findImportChanges(readable, importId)).toHaveLength(kept)
  vault.close()

  expect(await goOn(args)).toEqual({ done: ROWS, rows: ROWS, finished: true })
  const after = openVault(file, databaseKey)
  expect(findKnownStudents(connect(after).readable)).toHaveLength(ROWS)
  after.close()
})
