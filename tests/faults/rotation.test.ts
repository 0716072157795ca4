import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROTATION_STEPS } from '#db/vault/rotate'
import { bundled } from './bundled.ts'
import { type Locked, lockedVault, wrongWithKeys } from './changed-key.ts'
import { fastFolder } from './fast-folder.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import type { ChangeOrder } from './key-changer.ts'
import { materialise, replayFrom } from './replay.ts'
import { FAULTS } from './shim-orders.ts'
import { withShim } from './shimmed.ts'

/** The same vault as it was, in the same place. */
const anew = ({ start, folder }: Locked): void => materialise(start, folder)
const argsOf = ({ file, databaseKey, removedId }: Locked, order: ChangeOrder): string[] => [
  file,
  databaseKey.toString('hex'),
  removedId,
  JSON.stringify(order),
]
/** Changes of the disk from the first to the last of one rotation. */
async function watched(script: string, locked: Locked) {
  anew(locked)
  const { changes, heard, trouble } = await withShim(script, argsOf(locked, { kind: 'watch' }), locked.folder)
  if (trouble || heard !== 'rotated\n') throw new Error(`it did not come through: ${trouble}`)
  return changes
}

test('a process that is killed after any step leaves one key that opens', { timeout: patience(180_000) }, async () => {
  const script = await bundled('key-changer.ts')
  const locked = await lockedVault()
  const wrong: string[] = []
  for (const step of ROTATION_STEPS) {
    anew(locked)
    const worker = spawn(process.execPath, [script, ...argsOf(locked, { kind: 'step', step })], { stdio: 'pipe' })
    worker.stdin.end('\n')
    const [, signal] = (await once(worker, 'close')) as [number | null, string | null]
    expect([step, signal]).toEqual([step, 'SIGKILL'])
    const fault = wrongWithKeys(locked, locked.folder)
    if (fault) wrong.push(`${step}: ${fault}`)
  }
  report('K6', {
    bad: wrong.length,
    of: ROTATION_STEPS.length,
    what: 'named steps, killed after each, left other than exactly one key',
  })
  expect(wrong).toEqual([])
})

test(
  'killed or refused by the disk at any change, it leaves one key that opens and every record',
  { timeout: patience(600_000) },
  async () => {
    const random = seeded()
    const script = await bundled('key-changer.ts')
    const locked = await lockedVault()
    const count = (await watched(script, locked)).length
    // In the long tier every change in turn; in the short one by chance.
    const orders: ChangeOrder[] = [
      ...Array.from({ length: count }, (_, k): ChangeOrder => ({ kind: 'kill', k: k + 1 })),
      ...FAULTS.flatMap((fault) =>
        [true, false].flatMap((forever) =>
          Array.from({ length: count }, (_, k): ChangeOrder => ({ kind: 'fail', k: k + 1, fault, forever })),
        ),
      ),
    ]
    const wrong: string[] = []
    let tried = 0
    for (const at of rounds(20, orders.length)) {
      const order = tier(
        () => random.pick(orders),
        () => orders[at],
      )() as ChangeOrder
      anew(locked)
      await withShim(script, argsOf(locked, order), locked.folder)
      const fault = wrongWithKeys(locked, locked.folder)
      if (fault) wrong.push(`${JSON.stringify(order)}: ${fault}`)
      tried += 1
    }
    report('K6', { bad: wrong.length, of: tried, what: 'kills and faults of the disk left other than exactly one key' })
    expect(wrong).toEqual([])
  },
)

test(
  'a power cut at any moment leaves one key that opens and every record',
  { timeout: patience(300_000) },
  async () => {
    const random = seeded()
    const script = await bundled('key-changer.ts')
    const locked = await lockedVault()
    const changes = await watched(script, locked)
    const folder = join(fastFolder(), 'cut')
    const wrong: string[] = []
    let states = 0
    for (const _ of rounds(40, 20_000)) {
      const disk = replayFrom(locked.start)
      const moment = random.below(changes.length + 1)
      for (const change of changes.slice(0, moment)) disk.apply(change)
      materialise(disk.cut(random), folder)
      const fault = wrongWithKeys(locked, folder)
      if (fault) wrong.push(`${moment} of ${changes.length}: ${fault}`)
      states += 1
    }
    report('K6', { bad: wrong.length, of: states, what: 'power cuts left other than exactly one key' })
    expect(wrong).toEqual([])
  },
)

test('the harness sees a rotation that writes the new key down too late', { timeout: patience(180_000) }, async () => {
  const random = seeded()
  const script = await bundled('key-changer.ts')
  const locked = await lockedVault()
  const { changes } = await withShim(script, argsOf(locked, { kind: 'careless' }), locked.folder)
  const folder = join(fastFolder(), 'cut')
  const renamed = changes.findIndex((change) => change.op === 'rename' && change.to === 'vault.db')
  const faults = Array.from({ length: 40 }, () => {
    const disk = replayFrom(locked.start)
    for (const change of changes.slice(0, renamed + 2 + random.below(4))) disk.apply(change)
    materialise(disk.killed(), folder)
    return wrongWithKeys(locked, folder)
  })
  expect(faults.filter((fault) => fault !== null).length).toBeGreaterThan(20)
})
