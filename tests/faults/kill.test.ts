import { spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { record } from '#core/gatekeeping'
import { openExamined } from '#db/vault/examine'
import { bundled } from './bundled.ts'
import type { Life } from './day-worker.ts'
import type { Kept } from './days-work.ts'
import { emptyVault } from './fast-folder.ts'
import { patience, report, rounds, seeded } from './figures.ts'
import { SINGLE_THREADED } from './shim-orders.ts'
import { shimEnvironment } from './shimmed.ts'
import { faultsOf, lostOf } from './whole.ts'
import { workOn } from './work-on.ts'

/** Half work on; the others are always in the middle of a checkpoint or of locking and opening. */
const HABITS = ['', '', 'checkpoint', 'lock'] as const
/** The vault grows with every kill: a new one keeps the checks quick. */
const KILLS_PER_VAULT = 100

/** A worker that is warm; each life is a copy of it that is killed. */
async function warmWorker() {
  const env = { ...process.env, ...shimEnvironment('/nowhere', '/dev/null') }
  const worker = spawn(process.execPath, [...SINGLE_THREADED, await bundled('day-worker.ts')], { env })
  onTestFinished(() => void worker.kill('SIGKILL'))
  let [heard, trouble] = ['', '']
  let wake: (heard?: string) => void = () => {}
  worker.stderr.on('data', (chunk) => wake((trouble += String(chunk))))
  worker.stdout.on('data', (chunk) => wake((heard += String(chunk))))
  worker.once('exit', () => wake())
  const lines = (): string[] => heard.split('\n').slice(0, -1)
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      if (trouble || worker.exitCode !== null) throw new Error(trouble || 'the worker has ended')
      await new Promise<void>((resolve) => (wake = () => resolve()))
    }
  }
  const isGone = (): boolean => lines().at(-1) === 'GONE'
  const begin = (life: Life): void => {
    heard = ''
    worker.stdin.write(`${JSON.stringify(life)}\n`)
  }
  begin({ args: emptyVault().args, seed: 1, habit: '' })
  await until(isGone)
  return {
    /** Kills it `milliseconds` after so many answers; gives what it promised. */
    async liveAndDie(life: Life, answers: number, milliseconds: number): Promise<Kept[]> {
      begin(life)
      await until(() => lines().length > answers || isGone())
      await wait(milliseconds)
      process.kill(Number(/^PID (\d+)$/mu.exec(heard)?.[1]), 'SIGKILL')
      await until(isGone)
      return lines().flatMap((line) => (line.startsWith('[') ? (JSON.parse(line) as Kept[]) : []))
    },
  }
}

test(
  'no acknowledged write is lost and nothing is half done when the program is killed at work',
  { timeout: patience(600_000) },
  async () => {
    const random = seeded()
    const worker = await warmWorker()
    let vault = emptyVault()
    const promised: Kept[] = []
    let [kills, bad, answers] = [0, 0, 0]
    for (const at of rounds(100, 10_000)) {
      if (at % KILLS_PER_VAULT === 0) {
        vault = emptyVault()
        promised.length = 0
      }
      const life = { args: vault.args, seed: random.below(2 ** 31), habit: random.pick(HABITS) }
      const kept = await worker.liveAndDie(life, random.below(16), random.next() * 40)
      promised.push(...kept)
      answers += kept.length
      const open = openExamined(vault.file, vault.databaseKey, { counter: 0 })
      const lost = lostOf(open.connection.vault, at % 25 === 24 ? promised : kept)
      const wrong = [...lost, ...faultsOf(open)]
      open.connection.vault.close()
      if (wrong.length > 0) bad += 1
      expect(wrong).toEqual([])
      kills += 1
    }
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
