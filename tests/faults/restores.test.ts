import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { verifyAuditChain } from '#db/repos/audit-chain'
import { connect } from '#db/connection'
import { contentsOf, digestsOf } from '#db/vault/contents'
import { openExamined } from '#db/vault/examine'
import { isSignedBy, readKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import { finishSwap } from '#electron/host/restores/swap'
import { clientOf, MORNING, tempFolder } from '#tests/context'
import { type BackupHouse, PASSWORD, startHost } from '#tests/electron/backup-house'
import { walkIn } from '#tests/records'
import { bundled } from './bundled.ts'
import { patience, report, rounds, seeded, tier } from './figures.ts'
import type { Random } from './random.ts'
import type { RestoreOrder } from './restore-runner.ts'
import { FAULTS } from './shim-orders.ts'
import { withShim } from './shimmed.ts'
import { setNamesIn, type StickOfTests, stickOfTests } from './stick.ts'

/** Some students, visits and notes, as chance will have it. */
async function someRecords({ client }: BackupHouse, random: Random): Promise<void> {
  const { me } = await client.settings.workplace({})
  for (let n = 0; n <= random.below(4); n++) {
    const name = `小${random.pick([...'舟满雪寒禾穗'])}${n}`
    const student = await client.students.add({ id: randomUUID(), fields: { kind: 'alias', name }, guardians: [] })
    for (let v = 0; v < random.below(3); v++) {
      const fields = walkIn(me.id, { request: '她说，'.repeat(random.below(200)) })
      await client.visits.register({ id: randomUUID(), studentId: student.id, fields })
    }
  }
}

/** What changes when a room is opened, closed and backed up. */
const OF_THE_ROOM = ['audit', 'vault_state', 'backup_sets', 'backup_places', 'requests']
async function recordsIn(file: string, databaseKey: Buffer): Promise<Record<string, string>> {
  const vault = openVault(file, databaseKey)
  try {
    const digests = await digestsOf(vault.db, () => Promise.resolve())
    return Object.fromEntries(Object.entries(digests).filter(([table]) => !OF_THE_ROOM.includes(table)))
  } finally {
    vault.close()
  }
}
function commitsIn(file: string, databaseKey: Buffer): number {
  const vault = openVault(file, databaseKey)
  try {
    return contentsOf(vault.db).commits
  } finally {
    vault.close()
  }
}

test(
  'after backup, loss and restore every record is what it was, and the log goes on',
  { timeout: patience(300_000) },
  async () => {
    const random = seeded()
    const wrong: string[] = []
    let tried = 0
    for (const at of rounds(10, 1000)) {
      const fault = await drill(random, at % 2 === 0)
      if (fault) wrong.push(`${at}: ${fault}`)
      tried += 1
    }
    report('B1', { bad: wrong.length, of: tried, what: 'vaults came back other than they were' })
    expect(wrong).toEqual([])
  },
)

async function drill(random: Random, byRecovery: boolean): Promise<string | null> {
  const stick = await stickOfTests((house) => someRecords(house, random))
  stick.anew()
  const before = await recordsIn(join(stick.dataFolder, 'vault.db'), stick.databaseKey)
  const folder = join(tempFolder(), 'new computer')
  const { gate, life } = startHost(folder, () => MORNING + 3_600_000)
  onTestFinished(() => life.lock('test'))
  const client = clientOf(gate.call)
  const secret = byRecovery ? stick.recoveryCode : stick.passphrase
  const { token } = await client.restores.open({ folder: stick.stick, set: stick.older, secret })
  await client.restores.apply({ token, accountId: null, newPassword: null })
  const after = await recordsIn(join(folder, 'vault.db'), stick.databaseKey)
  const other = Object.keys({ ...before, ...after }).filter((table) => before[table] !== after[table])
  if (other.length > 0) return `other than before: ${other.join(' ')}`
  await client.vault.unlock({ password: PASSWORD })
  await client.students.add({ id: randomUUID(), fields: { kind: 'alias', name: '后来的' }, guardians: [] })
  const { brokenAt } = await client.audit.verify({})
  const { alarm } = life.status()
  life.lock('test')
  return brokenAt !== null || alarm ? `log broken at ${brokenAt}, alarm ${alarm?.kind}` : null
}

const NOW = new Date(MORNING + 7_200_000).toISOString()
const run = (script: string, stick: StickOfTests, order: RestoreOrder) =>
  withShim(
    script,
    [stick.dataFolder, join(stick.stick, stick.older), stick.databaseKey.toString('hex'), NOW, JSON.stringify(order)],
    stick.dataFolder,
  )

/** A room that went on after its set was made: going back and having gone back are told apart by the number of commits. */
async function stickAndLaterRoom(): Promise<StickOfTests & { old: number; brought: number }> {
  const stick = await stickOfTests()
  stick.anew()
  const old = commitsIn(join(stick.dataFolder, 'vault.db'), stick.databaseKey)
  const brought = commitsIn(join(stick.stick, stick.older, 'vault.db'), stick.databaseKey)
  stick.anew()
  return { ...stick, old, brought }
}

/** After a start of the program: all of the old room or all of the new one, and nothing lost of the old one. */
function wrongWith(room: StickOfTests & { old: number; brought: number }): string | null {
  const { dataFolder, databaseKey, old, brought } = room
  try {
    finishSwap(dataFolder)
    const keyslots = readKeyslots(dataFolder)
    if (!keyslots || !isSignedBy(keyslots, databaseKey)) return 'no good keyslots'
    const { connection, alarm } = openExamined(join(dataFolder, 'vault.db'), databaseKey, keyslots)
    try {
      const { commits } = contentsOf(connection.vault.db)
      const { brokenAt } = verifyAuditChain(connection.readable)
      if (alarm || brokenAt !== null) return `alarm ${alarm?.kind}, log broken at ${brokenAt}`
      if (commits === old) return null
      if (commits !== brought) return `${commits} commits are neither ${old} nor ${brought}`
      const aside = readdirSync(dataFolder).find((name) => name.startsWith('aside-')) ?? ''
      const kept = commitsIn(join(dataFolder, aside, 'vault.db'), databaseKey)
      return kept === old && existsSync(join(dataFolder, aside, 'keyslots-a.json')) ? null : 'the old room is not aside'
    } finally {
      connection.vault.close()
    }
  } catch (error) {
    return String(error)
  }
}

test(
  'a restore that is killed or refused by the disk at any change is the old room or the new one',
  { timeout: patience(300_000) },
  async () => {
    const random = seeded()
    const script = await bundled('restore-runner.ts')
    const room = await stickAndLaterRoom()
    const whole = await run(script, room, { kind: 'watch', finish: false })
    expect([whole.trouble, whole.heard, wrongWith(room)]).toEqual(['', 'restored\n', null])
    const count = whole.changes.length
    const wrong: string[] = []
    let tried = 0
    for (const at of rounds(12, 1000)) {
      room.anew()
      const k = tier(count - (at % count), 1 + (at % count))
      const order: RestoreOrder =
        at % 3 < 2
          ? { kind: 'kill', k, finish: false }
          : { kind: 'fail', k, fault: random.pick(FAULTS), forever: random.next() < 0.5, finish: false }
      await run(script, room, order)
      // The next start may be cut off, too.
      if (at % 4 === 0) await run(script, room, { kind: 'kill', k: 1 + random.below(12), finish: true })
      const fault = wrongWith(room)
      if (fault) wrong.push(`${JSON.stringify(order)} of ${count}: ${fault}`)
      tried += 1
    }
    report('B1', {
      bad: wrong.length,
      of: tried,
      what: 'restores that were cut off left neither the old room nor the new one',
    })
    expect(wrong).toEqual([])
  },
)

test('the harness sees a restore that is done file by file', { timeout: patience(120_000) }, async () => {
  const script = await bundled('restore-runner.ts')
  const room = await stickAndLaterRoom()
  const { changes } = await run(script, room, { kind: 'careless', finish: false })
  const renamed = changes.findIndex((change) => change.op === 'rename' && change.to === 'vault.db')
  const faults: (string | null)[] = []
  for (const k of [renamed + 2, renamed + 3, renamed + 4]) {
    room.anew()
    await run(script, room, { kind: 'careless', finish: false, k })
    faults.push(wrongWith(room))
  }
  expect(faults.filter((fault) => fault !== null).length).toBeGreaterThan(0)
})

test('the comparison sees one changed letter', async () => {
  const stick = await stickOfTests(({ client }) =>
    client.students.add({ id: randomUUID(), fields: { kind: 'alias', name: '小舟' }, guardians: [] }),
  )
  stick.anew()
  const file = join(stick.dataFolder, 'vault.db')
  const before = await recordsIn(file, stick.databaseKey)
  const { connection } = openExamined(file, stick.databaseKey, { counter: 99 })
  connect(connection.vault).vault.db.exec(`UPDATE students SET name = name || '。'`)
  connection.vault.close()
  const after = await recordsIn(file, stick.databaseKey)
  expect(Object.keys(before).filter((table) => before[table] !== after[table])).toContain('students')
  expect(setNamesIn(stick.stick)).toEqual([stick.older])
})
