import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { BackupStatus } from '#contract/backups'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { clockFrom } from '#electron/host/clock'
import { createGate } from '#electron/host/gate'
import { createLifecycle, type Lifecycle } from '#electron/host/lifecycle'
import type { LogLine } from '#electron/host/log'
import { clientOf, MORNING, tempFolder, type TestClient } from '#tests/context'
import { SCHOOL, STAFF } from '#tests/people'

export const PASSWORD = 'quiet rivers run under old bridges'
export const DAY_MS = 24 * 3_600_000

/** The whole host on a folder of its own; the vault has a known password, recovery code and passphrase. */
export type BackupHouse = {
  folder: string
  life(): Lifecycle
  client: TestClient
  recoveryCode: string
  passphrase: string
  log: LogLine[]
  setTime(milliseconds: number): void
  /** Starts the program anew on the same folder. */
  restart(): void
  unlock(password?: string): Promise<void>
  /** A folder that is a place for sets from now on. */
  addStick(name: string): Promise<{ id: string; folder: string }>
  /** Sets into these places; how it ended. */
  backUp(placeIds: string[]): Promise<NonNullable<BackupStatus['lastRun']>>
  untilQuiet(): Promise<BackupStatus>
}

export function startHost(folder: string, nowMs: () => number, log: LogLine[] = []) {
  const services = { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() }
  const clock = clockFrom(nowMs)
  const life = createLifecycle({
    folder,
    clock,
    newId: randomUUID,
    services,
    kdfTargetMs: 0,
    practiceAccount: PRACTICE_ACCOUNT,
    practiceSchool: (language) => practiceSchool(language, clock.today()),
    fillPractice: () => Promise.resolve(),
    onChange: () => {},
    onLock: () => {},
    log: (line) => void log.push(line),
  })
  const gate = createGate({
    state: life.state,
    room: life.room,
    lifecycle: life.handlers,
    services,
    clock,
    newId: randomUUID,
    log: (line) => void log.push(line),
  })
  return { life, gate }
}

/** Made once in each file of tests: passwords are slow on purpose. */
let prepared: Promise<{ folder: string; recoveryCode: string; passphrase: string }> | undefined

async function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-prepared-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { gate, life } = startHost(folder, () => MORNING)
  const client = clientOf(gate.call)
  const { code } = await client.vault.prepareRecovery({})
  await client.vault.create({
    language: 'zh',
    school: { name: SCHOOL.name, stage: 'junior' },
    account: { name: STAFF.counselor.name, sex: null },
    password: PASSWORD,
    recoveryCode: code,
    terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
  })
  const { passphrase } = await client.backups.preparePassphrase({})
  await client.backups.setPassphrase({ passphrase, password: PASSWORD })
  life.lock('test')
  return { folder, recoveryCode: code, passphrase }
}

/** In the open room, with a passphrase for backups. */
export async function backupHouse(): Promise<BackupHouse> {
  prepared ??= prepare()
  const { folder: from, recoveryCode, passphrase } = await prepared
  const folder = tempFolder()
  cpSync(from, folder, { recursive: true })
  const base = tempFolder()
  const log: LogLine[] = []
  let nowMs = MORNING
  let host = startHost(folder, () => nowMs, log)
  const client = clientOf((path, input) => host.gate.call(path, input))
  onTestFinished(() => host.life.lock('test'))
  await client.vault.unlock({ password: PASSWORD })
  const house: BackupHouse = {
    folder,
    life: () => host.life,
    client,
    recoveryCode,
    passphrase,
    log,
    setTime: (milliseconds) => (nowMs = milliseconds),
    restart() {
      host.life.lock('test')
      host = startHost(folder, () => nowMs, log)
    },
    async unlock(password = PASSWORD) {
      await client.vault.unlock({ password })
    },
    async addStick(name) {
      const stick = join(base, name)
      mkdirSync(stick)
      await client.backups.addPlace({ label: name, folder: stick })
      const { places } = await client.backups.status({})
      return { id: places.find(({ folder }) => folder === stick)?.id ?? '', folder: stick }
    },
    async backUp(placeIds) {
      nowMs += 1000
      await client.backups.start({ placeIds })
      return (await house.untilQuiet()).lastRun ?? []
    },
    async untilQuiet() {
      for (;;) {
        const status = await client.backups.status({})
        if (!status.running) return status
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
  }
  return house
}
