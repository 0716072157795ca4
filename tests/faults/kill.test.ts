import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { record } from '#core/gatekeeping'
import { openExamined } from '#db/vault/examine'
import { ROOT } from '#tests/source-files'
import { bundled } from './bundled.ts'
import type { Kept } from './days-work.ts'
import { emptyVault } from './fast-folder.ts'
import { patience, report, rounds, seeded } from './figures.ts'
import { faultsOf, lostOf } from './whole.ts'
import { workOn } from './work-on.ts'

/** Half work on; the others are always in the middle of a checkpoint or of locking and opening. */
const HABITS = ['', '', 'checkpoint', 'lock'] as const
/** The vault grows with every kill: a new one keeps the checks quick. */
const KILLS_PER_VAULT = 250

/** A worker that has read its program and waits for the word to begin; `answers` resolves after so many lines. */
type Ready = { worker: ChildProcess; heard(): string; trouble(): string; answers(count: number): Promise<void> }
function prepare(script: string, args: string[]): Ready {
  const worker = spawn(process.execPath, [script, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(ROOT, '.cache', 'faults', 'compiled') },
  })
  let [heard, trouble] = ['', '']
  worker.stderr.on('data', (chunk) => (trouble += String(chunk)))
  worker.stdout.on('data', (chunk) => (heard += String(chunk)))
  const gone = once(worker, 'close')
  return {
    worker,
    heard: () => heard,
    trouble: () => trouble,
    async answers(count) {
      while (worker.exitCode === null && heard.split('\n').length <= count)
        await Promise.race([once(worker.stdout, 'data'), gone])
    },
  }
}

/** Lets it begin and kills it `milliseconds` after so many answers; gives what it promised. */
async function killed(ready: Ready, answers: number, milliseconds: number): Promise<Kept[]> {
  const gone = once(ready.worker, 'close')
  ready.worker.stdin?.write('\n')
  await ready.answers(answers)
  await wait(milliseconds)
  ready.worker.kill('SIGKILL')
  await gone
  if (ready.trouble()) throw new Error(ready.trouble())
  const lines = ready.heard().split('\n').slice(0, -1)
  return lines.flatMap((line) => JSON.parse(line) as Kept[])
}

test(
  'no acknowledged write is lost and nothing is half done when the program is killed at work',
  { timeout: patience(400_000) },
  async () => {
    const random = seeded()
    const script = await bundled('day-worker.ts')
    let vault = emptyVault()
    const next = () => prepare(script, [...vault.args, String(random.below(2 ** 31)), random.pick(HABITS)])
    let ready = next()
    const promised: Kept[] = []
    let [kills, bad, answers] = [0, 0, 0]
    for (const at of rounds(100, 10_000)) {
      if (at > 0 && at % KILLS_PER_VAULT === 0) {
        ready.worker.kill('SIGKILL')
        vault = emptyVault()
        promised.length = 0
        ready = next()
      }
      const kept = await killed(ready, random.below(16), random.next() * 40)
      ready = next()
      promised.push(...kept)
      answers += kept.length
      const open = openExamined(vault.file, vault.databaseKey, { counter: 0 })
      const wrong = [...lostOf(open.connection.vault, promised), ...faultsOf(open)]
      open.connection.vault.close()
      if (wrong.length > 0) bad += 1
      expect(wrong).toEqual([])
      kills += 1
    }
    ready.worker.kill('SIGKILL')
    expect(answers).toBeGreaterThan(kills)
    report('D1', { bad, of: kills, what: 'kills lost an acknowledged write or left half of one' })
  },
)

test('the test of kills sees a write that is gone, a write that is half there and a vault that is older', () => {
  const { file, databaseKey, args } = emptyVault()
  const id = '00000000-0000-4000-8000-000000000001'
  const row = { at: '2026-11-21T08:00:00.000Z', userId: null, event: 'student.added', subjectId: id, studentId: id }
  const work = workOn(...(args as [string, string, string]))
  work.connection.transaction((db) => record(db, row, null))
  work.vault.close()
  const examined = openExamined(file, databaseKey, { counter: 0 })
  expect(lostOf(examined.connection.vault, [{ table: 'students', id }])).toHaveLength(1)
  expect(faultsOf(examined)).toEqual(['student.added without students'])
  examined.connection.vault.db.exec('UPDATE vault_state SET commits = 0')
  examined.connection.vault.close()
  const older = openExamined(file, databaseKey, { counter: 0 })
  expect(faultsOf(older)).toContain('an alarm: rolled-back')
  older.connection.vault.close()
})
