import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EMPTY_NOTE } from '#contract/note-parts'
import type { Note } from '#contract/notes'
import type { Visit } from '#contract/visits'
import { manyPeople } from '#tests/people'
import { walkIn } from '#tests/records'
import { bundled } from './bundled.ts'
import type { Point, Saved, Task, Verdict } from './disk-fault-worker.ts'
import { emptyVault, fastFolder } from './fast-folder.ts'
import { patience, report, rounds, tier } from './figures.ts'
import { OLDER_SCHEMAS, oldVault } from './old-vault.ts'
import { type Files, materialise, readFiles } from './replay.ts'
import { FAULTS } from './shim-orders.ts'
import { withShim } from './shimmed.ts'
import { workOn } from './work-on.ts'

const POINTS_FOR_EACH = 12
/** A process does so many before the next one begins. */
const AT_ONCE = 120

/** A vault with a note in work, as a closed and as a killed program leaves it. */
async function vaultWithNote(): Promise<{ args: string[]; note: Saved; closed: Files; killed: Files }> {
  const { folder, args } = emptyVault()
  const work = workOn(...(args as [string, string, string, string]))
  const call = (feature: string, verb: string, input: object): Promise<unknown> =>
    work.gate.call([feature, verb], { requestId: randomUUID(), ...input })
  const studentId = randomUUID()
  const fields = { kind: 'roster', name: manyPeople(3).name, birthDate: '2011-09-12' }
  await call('students', 'add', { id: studentId, fields, guardians: [] })
  const visit = { id: randomUUID(), studentId, fields: walkIn(work.me.id) }
  const { id: visitId } = (await call('visits', 'register', visit)) as Visit
  const problem = '她说，最近总是睡不着。'.repeat(40)
  const body = { ...EMPTY_NOTE, problem }
  const { version } = (await call('notes', 'save', { visitId, studentId, version: 0, body })) as Note
  const killed = readFiles(folder)
  work.vault.close()
  return { args, note: { visitId, studentId, version, problem }, closed: readFiles(folder), killed }
}

/** The same thing done under the shim with each of these changes failing; without points the number of changes it makes. */
async function run(
  script: string,
  task: Omit<Task, 'points'>,
  points: Point[],
): Promise<{ verdicts: Verdict[]; changes: number }> {
  const orders = join(fastFolder(), 'task.json')
  writeFileSync(orders, JSON.stringify({ ...task, points } satisfies Task))
  const { heard, trouble, changes } = await withShim(script, [orders], join(task.args[0] ?? '', '..'), false)
  if (trouble) throw new Error(trouble)
  const lines = heard.split('\n').slice(0, -1)
  const healed = changes.flatMap((one) => (one.op === 'healed' ? [one.changes] : []))
  return { verdicts: lines.map((line) => JSON.parse(line) as Verdict), changes: Math.max(...healed) }
}

function keep(files: Files): string {
  const kept = join(fastFolder(), 'kept')
  materialise(files, kept)
  return kept
}

async function tasks(): Promise<Omit<Task, 'points'>[]> {
  const { args, note, closed, killed } = await vaultWithNote()
  const shared = { args, note, old: null }
  const migrating = await Promise.all(
    OLDER_SCHEMAS.map(async (schema) => {
      const { files, databaseKey, shape, digests, counter } = await oldVault(schema)
      const file = join(fastFolder(), 'data', 'vault.db')
      const old = { shape, digests, counter }
      return {
        what: 'migration' as const,
        args: [file, databaseKey.toString('hex')],
        kept: keep(files),
        note: null,
        old,
      }
    }),
  )
  return [
    { what: 'unlock', kept: keep(killed), ...shared },
    { what: 'note', kept: keep(closed), ...shared },
    { what: 'lock', kept: keep(closed), ...shared },
    ...migrating,
  ]
}

/** Every change with every fault, once and for good; in the quick tier some of them, spread over the whole. */
function pointsOf(changes: number): Point[] {
  const all = Array.from({ length: changes }, (_, at) => at + 1).flatMap((k) =>
    FAULTS.flatMap((fault) => [true, false].map((forever) => ({ k, fault, forever }))),
  )
  const step = tier(Math.max(1, all.length / POINTS_FOR_EACH), 1)
  return Array.from({ length: Math.floor(all.length / step) }, (_, at) => all[Math.floor(at * step)] as Point)
}

test(
  'a full disk, a failing disk and short writes damage nothing and lose no acknowledged text',
  { timeout: patience(600_000) },
  async () => {
    const script = await bundled('disk-fault-worker.ts')
    const wrong: Verdict[] = []
    let tried = 0
    for (const task of await tasks()) {
      const { changes, verdicts } = await run(script, task, [])
      expect([task.what, verdicts.flatMap((one) => one.wrong)]).toEqual([task.what, []])
      const points = pointsOf(changes)
      for (const at of rounds(Math.ceil(points.length / AT_ONCE), Math.ceil(points.length / AT_ONCE))) {
        const tasked = points.slice(at * AT_ONCE, (at + 1) * AT_ONCE)
        const done = await run(script, task, tasked)
        expect(done.verdicts).toHaveLength(tasked.length)
        tried += tasked.length
        wrong.push(...done.verdicts.filter((one) => one.wrong.length > 0))
      }
    }
    report('D5', {
      bad: wrong.length,
      of: tried,
      what: 'failing writes damaged the vault, lost an acknowledged text or left no way on',
    })
    expect(wrong).toEqual([])
    expect(tried).toBeGreaterThanOrEqual(tier(48, 500))
  },
)

test('the test of failing disks sees a program that says saved when it is not', async () => {
  const { args, note, closed } = await vaultWithNote()
  const script = await bundled('disk-fault-worker.ts')
  const task = { what: 'careless-note' as const, args, note, old: null, kept: keep(closed) }
  const { verdicts } = await run(script, task, [{ k: 1, fault: 'ENOSPC', forever: true }])
  expect(verdicts[0]?.wrong).toContain('an acknowledged signature is gone')
})
