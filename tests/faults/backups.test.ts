import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { troubleOf } from '#electron/host/backups/trouble'
import { verifySet } from '#electron/host/backups/verify-set'
import { MORNING } from '#tests/context'
import { type BackupHouse, backupHouse } from '#tests/electron/backup-house'
import type { BackupOrder } from './backup-runner.ts'
import { bundled } from './bundled.ts'
import { fastFolder } from './fast-folder.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import type { Random } from './random.ts'
import { readFiles } from './replay.ts'
import { FAULTS } from './shim-orders.ts'
import { type Shimmed, withShim } from './shimmed.ts'
import { isWhole, setNamesIn, type StickOfTests, stickOfTests } from './stick.ts'

const NOW = new Date(MORNING + 3600_000).toISOString()
type Said = { safeToRemove: boolean; trouble: string | null }[]

/** Runs one backup on a stick as it was; `watched`: where the shim stands. */
function run(script: string, stick: StickOfTests, order: BackupOrder, watched = stick.stick): Promise<Shimmed> {
  stick.anew()
  return runOn(script, stick, order, NOW, watched)
}

/** Runs one on whatever is there. */
function runOn(
  script: string,
  { dataFolder, stick, placeId, databaseKey }: StickOfTests,
  order: BackupOrder,
  now: string,
  watched: string,
): Promise<Shimmed> {
  const args = [dataFolder, stick, placeId, databaseKey.toString('hex'), now, JSON.stringify(order)]
  return withShim(script, args, watched)
}

const saidGood = ({ heard }: Shimmed): boolean =>
  heard !== '' && (JSON.parse(heard) as Said).every((one) => one.safeToRemove)

/** What must hold after anything: the older set is as it was, and what is called good is good. */
async function wrongWith(stick: StickOfTests, shimmed: Shimmed, before: Map<string, Buffer>): Promise<string | null> {
  const older = readFiles(join(stick.stick, stick.older))
  if (older.size !== before.size || ![...before].every(([name, bytes]) => older.get(name)?.equals(bytes)))
    return 'the older set was touched'
  const fresh = setNamesIn(stick.stick).filter((name) => name !== stick.older)
  const areWhole = await Promise.all(fresh.map((name) => isWhole(join(stick.stick, name), stick.databaseKey)))
  if (!saidGood(shimmed)) return null
  return fresh.length === 1 && areWhole[0] ? null : 'called good and is not'
}

/** Puts the figure down and gives what went wrong. */
function told(wrong: readonly string[], tried: number, what: string): readonly string[] {
  report('B3', { bad: wrong.length, of: tried, what })
  return wrong
}

const olderOf = (stick: StickOfTests) => {
  stick.anew()
  return readFiles(join(stick.stick, stick.older))
}
async function fill({ client }: BackupHouse): Promise<void> {
  for (const name of ['小舟', '小满', '小雪', '小寒'])
    await client.students.add({ id: randomUUID(), fields: { kind: 'alias', name }, guardians: [] })
}

test(
  'a stick that is pulled out, full or broken at any write is never called good',
  { timeout: patience(300_000) },
  async () => {
    const random = seeded()
    const script = await bundled('backup-runner.ts')
    const stick = await stickOfTests(fill)
    const before = olderOf(stick)
    const whole = await run(script, stick, { kind: 'watch' })
    expect([whole.trouble, saidGood(whole)]).toEqual(['', true])
    const count = whole.changes.filter(({ op }) => op !== 'ack').length
    const wrong: string[] = []
    let tried = 0
    for (const at of rounds(10, 1000)) {
      const order: BackupOrder = {
        kind: 'fail',
        k: 1 + (at % 2 === 0 ? at % count : random.below(count)),
        fault: random.pick([...FAULTS, 'EROFS']),
        forever: random.next() < 0.8,
      }
      const shimmed = await run(script, stick, order)
      const fault =
        shimmed.heard === '' ? `it ended without a word: ${shimmed.trouble}` : await wrongWith(stick, shimmed, before)
      if (fault) wrong.push(`${JSON.stringify(order)}: ${fault}`)
      tried += 1
    }
    expect(told(wrong, tried, 'sticks that failed while a set was written were called good')).toEqual([])
  },
)

test('a stick that is smaller than it says is never called good', { timeout: patience(300_000) }, async () => {
  const random = seeded()
  const script = await bundled('backup-runner.ts')
  const stick = await stickOfTests(fill)
  const before = olderOf(stick)
  const bytes = [...before.values()].reduce((sum, one) => sum + one.length, 0)
  const wrong: string[] = []
  let tried = 0
  for (const _ of rounds(10, 1000)) {
    const order: BackupOrder = { kind: 'fake', bytes: random.below(bytes - 1), careless: false }
    const shimmed = await run(script, stick, order)
    const fault = saidGood(shimmed) ? 'called good' : await wrongWith(stick, shimmed, before)
    if (fault) wrong.push(`${order.bytes}: ${fault}`)
    tried += 1
  }
  expect(told(wrong, tried, 'sticks of a false size were called good')).toEqual([])
})

test('the harness sees a backup that does not read again what it wrote', { timeout: patience(120_000) }, async () => {
  const script = await bundled('backup-runner.ts')
  const stick = await stickOfTests(fill)
  const before = olderOf(stick)
  const shimmed = await run(script, stick, { kind: 'fake', bytes: 20_000, careless: true })
  expect(await wrongWith(stick, shimmed, before)).toBe('called good and is not')
})

test(
  'killed at any change, on the stick or beside the vault, a half set is never there',
  { timeout: patience(300_000) },
  async () => {
    const random = seeded()
    const script = await bundled('backup-runner.ts')
    const stick = await stickOfTests(fill)
    const before = olderOf(stick)
    const wrong: string[] = []
    let tried = 0
    for (const watched of [stick.stick, join(stick.dataFolder, 'backups')]) {
      const { changes } = await run(script, stick, { kind: 'watch' }, watched)
      for (const at of rounds(5, Math.min(500, changes.length))) {
        const k = 1 + tier(random.below(changes.length), at)
        const shimmed = await run(script, stick, { kind: 'kill', k }, watched)
        const fault =
          (await wrongWith(stick, shimmed, before)) ??
          (await halfSet(stick)) ??
          (at % 3 === 0 ? await nextRun(script, stick) : null)
        if (fault) wrong.push(`${k} of ${changes.length}: ${fault}`)
        tried += 1
      }
    }
    expect(told(wrong, tried, 'kills in the middle of a backup left a half set or harmed an older one')).toEqual([])
  },
)

/** Whatever has the name of a set is one. */
async function halfSet({ stick, dataFolder, databaseKey }: StickOfTests): Promise<string | null> {
  for (const folder of [stick, join(dataFolder, 'backups')])
    for (const name of setNamesIn(folder))
      if (!(await isWhole(join(folder, name), databaseKey))) return `${name} is only half there`
  return null
}

/** A run on what the killed one left, in another minute. */
async function nextRun(script: string, stick: StickOfTests): Promise<string | null> {
  const later = new Date(MORNING + 7200_000).toISOString()
  const shimmed = await runOn(script, stick, { kind: 'watch' }, later, stick.stick)
  if (!saidGood(shimmed)) return `the next run fails: ${shimmed.heard} ${shimmed.trouble}`
  return readdirSync(stick.stick).some((name) => name.endsWith('.part')) ? 'the next run does not clear up' : null
}

test('damage to a set on a stick is always noticed', { timeout: patience(120_000) }, async () => {
  const random = seeded()
  const stick = await stickOfTests(fill)
  const wrong: string[] = []
  let tried = 0
  for (const at of rounds(60, 4000)) {
    stick.anew()
    const set = join(stick.stick, stick.older)
    const what = damage(set, random, at % 5)
    const trouble = await verifySet(set, stick.databaseKey).then(() => null, troubleOf)
    if (trouble === null) wrong.push(what)
    tried += 1
  }
  expect(told(wrong, tried, 'flips, cuts, missing and foreign files in a set were called good')).toEqual([])
})

test('a blank behind the manifest, which says the same as before, is damage too', async () => {
  const stick = await stickOfTests(fill)
  const set = join(stick.stick, stick.older)
  expect(await isWhole(set, stick.databaseKey)).toBe(true)
  appendFileSync(join(set, 'manifest.json'), ' ')
  expect(await verifySet(set, stick.databaseKey).catch(troubleOf)).toBe('differs')
})

function damage(set: string, random: Random, kind: number): string {
  const name = random.pick(readdirSync(set))
  const file = join(set, name)
  const bytes = readFileSync(file)
  const at = random.below(bytes.length)
  if (kind === 0) rmSync(file)
  else if (kind === 1) truncateSync(file, at)
  else if (kind === 2) writeFileSync(join(set, `${name}.${at}`), bytes.subarray(0, at))
  else if (kind === 3 && name !== 'vault.db') {
    writeFileSync(file, Buffer.concat([bytes, random.bytes(1 + random.below(9))]))
  } else {
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(file, bytes)
  }
  return `${kind} ${name} ${at}`
}

test(
  'a stick that is really full, and one that takes nothing, say so and lose nothing',
  { timeout: patience(60_000) },
  async ({ skip }) => {
    if (!canMount()) skip('no folder may be mounted here')
    const house = await backupHouse()
    await fill(house)
    const folder = fastFolder()
    const mount = (...options: string[]) => execFileSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', folder])
    mount('-o', 'size=8m')
    onTestFinished(() => void execFileSync('umount', [folder]))
    await house.client.backups.addPlace({ label: 'U盘', folder })
    const placeId = (await house.client.backups.status({})).places[1]?.id ?? ''
    expect(await house.backUp([placeId])).toMatchObject([{ safeToRemove: true }])
    const [older = ''] = setNamesIn(folder)
    const before = readFiles(join(folder, older))
    const fillUp = join(folder, 'holiday.mov')
    try {
      writeFileSync(fillUp, Buffer.alloc(7 * 1024 * 1024))
    } catch {
      // As much as fits.
    }
    expect(await house.backUp([placeId])).toEqual([{ placeId, safeToRemove: false, trouble: 'full' }])
    rmSync(fillUp)
    execFileSync('mount', ['-o', 'remount,ro', folder])
    expect(await house.backUp([placeId])).toEqual([{ placeId, safeToRemove: false, trouble: 'read-only' }])
    expect([setNamesIn(folder), readFiles(join(folder, older))]).toEqual([[older], before])
    execFileSync('mount', ['-o', 'remount,rw', folder])
    expect(await house.backUp([placeId])).toMatchObject([{ safeToRemove: true }])
  },
)

function canMount(): boolean {
  const folder = fastFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test(
  'what encrypts the computer and one stick leaves the other stick, and is never backed up itself',
  { timeout: patience(60_000) },
  async () => {
    const random = seeded()
    const house = await backupHouse()
    await fill(house)
    const [red, blue] = [await house.addStick('红色U盘'), await house.addStick('蓝色U盘')]
    await house.backUp([red.id, blue.id])
    renameSync(blue.folder, `${blue.folder} in the safe`)
    for (const folder of [house.folder, red.folder])
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name)
        if (name.endsWith('vault.db')) writeFileSync(file, random.bytes(readFileSync(file).length + 512))
      }
    house.setTime(MORNING + 86_400_000)
    const sets = setNamesIn(red.folder)
    expect(await house.backUp([red.id])).toEqual([{ placeId: red.id, safeToRemove: false, trouble: 'not-a-vault' }])
    expect(setNamesIn(red.folder)).toEqual(sets)
    house.life().lock('test')
    const from = `${blue.folder} in the safe`
    const { token } = await house.client.restores.open({ folder: from, set: sets[0] ?? '', secret: house.passphrase })
    await house.client.restores.apply({ token, accountId: null, newPassword: null })
    house.restart()
    await house.unlock()
    expect(await house.client.students.find({ text: '小', limit: 9 })).toHaveLength(4)
  },
)
