import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { connect } from '#db/connection'
import { findSheetsInRound } from '#db/repos/screening-imports'
import { findOpenTaskLines } from '#db/repos/tasks'
import { openVault, type Vault } from '#db/vault/open'
import { csv, look } from '#tests/core/screenings/result-samples'
import { roundOf } from '#tests/core/screenings/round-samples'
import { testContext } from '#tests/context'
import { goOn } from './import-taker.ts'

const ROWS = 2600
const CRITICAL_EVERY = 20

/** Kills the taker without warning a moment after its first step; resolves with the last step it told of. */
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

it('results whose import was killed are there in whole steps, and no task is lost or doubled', async () => {
  const context = testContext()
  const { db } = context.room.connection.vault
  const student = db.prepare(
    `INSERT INTO students (id, kind, name, name_sort, student_no, created_at, updated_at) VALUES (?, 'roster', ?, '', ?, '', '')`,
  )
  for (let n = 0; n < ROWS; n++) student.run(randomUUID(), `学生${n}`, String(202600000 + n))
  const round = await roundOf(context, 'phq9')
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `${202600000 + n},学生${n},0,0,0,0,0,0,0,0,${n % CRITICAL_EVERY === 0 ? 1 : 0}`,
  )
  const { fileId, mapping } = await look(context, round, csv('学号,姓名,q1,q2,q3,q4,q5,q6,q7,q8,q9', ...lines))
  const begun = { id: randomUUID(), roundId: round.id, fileId, mapping, accepted: [], flagLevels: [] }
  const { importId } = await context.client.screenings.startImport(begun)
  context.close()
  const args = ['screenings', context.file, context.databaseKey.toString('hex'), context.me.id, importId]
  const counted = (vault: Vault) => {
    const { readable } = connect(vault)
    const done = findSheetsInRound(readable, round.id).filter(({ assessmentId }) => assessmentId !== null).length
    vault.close()
    return done
  }

  const told = await takeAndKill(args, 60)
  const kept = counted(openVault(context.file, context.databaseKey))
  expect(kept).toBeGreaterThanOrEqual(told)
  expect(kept === ROWS || kept % 500 === 0).toBe(true)

  expect(await goOn(args)).toEqual({ done: ROWS, rows: ROWS, finished: true })
  expect(counted(openVault(context.file, context.databaseKey))).toBe(ROWS)
  const after = openVault(context.file, context.databaseKey)
  expect(findOpenTaskLines(connect(after).readable)).toHaveLength(ROWS / CRITICAL_EVERY)
  after.close()
}, 120_000)
