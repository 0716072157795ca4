import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { beforeEach, describe, expect, it } from 'vitest'
import type { VaultStatus } from '#contract/vault'
import { PRACTICE_ACCOUNT } from '#core/practice/people'
import { practiceSchool } from '#core/practice/school'
import { clockFrom } from '#electron/host/clock'
import { createGate, type Gate } from '#electron/host/gate'
import { createLifecycle, type Lifecycle } from '#electron/host/lifecycle'
import type { LogLine } from '#electron/host/log'
import { MORNING, tempFolder } from '#tests/context'
import { SCHOOL, STAFF } from '#tests/people'

const PASSWORD = 'quiet rivers run under old bridges'
let folder: string
let nowMs: number
let life: Lifecycle
let gate: Gate
let fillPractice: () => Promise<void>
let told: VaultStatus[]
let log: LogLine[]

/** Starts the program anew on the same folder. */
function restart(): void {
  life?.lock('test')
  const services = { readWorkbook: () => Promise.reject(new Error('not here')), openFiles: new Map() }
  const clock = clockFrom(() => nowMs)
  life = createLifecycle({
    folder,
    clock,
    newId: randomUUID,
    services,
    kdfTargetMs: 0,
    practiceAccount: PRACTICE_ACCOUNT,
    practiceSchool: (language) => practiceSchool(language, clock.today()),
    fillPractice: () => fillPractice(),
    onChange: (status) => void told.push(status),
    onLock: () => {},
    log: (line) => void log.push(line),
  })
  gate = createGate({
    state: life.state,
    room: life.room,
    lifecycle: life.handlers,
    services,
    clock,
    newId: randomUUID,
    log: () => {},
  })
}
const ask = (verb: string, input: object = {}) => gate.call(['vault', verb], input)
async function setUp(): Promise<string> {
  const { code } = (await ask('prepareRecovery')) as { code: string }
  const terms = [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }]
  const account = { name: STAFF.counselor.name, sex: null }
  await ask('create', {
    language: 'zh',
    school: { name: SCHOOL.name, stage: 'junior' },
    account,
    password: PASSWORD,
    recoveryCode: code,
    terms,
  })
  return code
}

beforeEach(() => {
  folder = tempFolder()
  nowMs = MORNING
  fillPractice = () => Promise.resolve()
  told = []
  log = []
  restart()
  onTestFinished(() => life.lock('test'))
})

describe('the life of a vault', () => {
  it('goes from set-up to unlocked, and after a restart asks for the password', async () => {
    expect(life.state()).toBe('setup')
    await setUp()
    expect(life.state()).toBe('unlocked')
    restart()
    expect(life.state()).toBe('locked')
    await ask('unlock', { password: PASSWORD })
    const workplace = (await gate.call(['settings', 'workplace'], {})) as { school: { name: string } }
    expect(workplace.school.name).toBe(SCHOOL.name)
  })
  it('asks for the recovery code to be copied rightly before anything is made', async () => {
    const { code } = (await ask('prepareRecovery')) as { code: string }
    const wrong = code.replace(/^./u, (first) => (first === '7' ? '8' : '7'))
    expect(await ask('checkRecovery', { code: wrong })).toEqual({ ok: false, wrongGroups: [0] })
    const input = {
      language: 'zh',
      school: { name: SCHOOL.name, stage: 'junior' },
      account: { name: STAFF.counselor.name, sex: null },
      password: PASSWORD,
      recoveryCode: wrong,
      terms: [{ name: '2026秋', startsOn: '2026-09-01', endsOn: '2027-01-22' }],
    }
    await expect(ask('create', input)).rejects.toMatchObject({ code: 'invalid', data: { field: 'recoveryCode' } })
    expect(readdirSync(folder)).toEqual([])
  })
  it('a wrong password always gets the same answer, and the delay outlives a restart', async () => {
    await setUp()
    restart()
    for (const retryAfterMs of [0, 1000])
      await expect(ask('unlock', { password: 'wrong' })).rejects.toMatchObject({
        code: 'forbidden',
        data: { reason: 'wrong-secret', retryAfterMs },
      })
    restart()
    expect(await ask('status')).toMatchObject({ state: 'locked', retryAfterMs: 1000 })
    await expect(ask('unlock', { password: PASSWORD })).rejects.toMatchObject({ data: { reason: 'too-soon' } })
    nowMs += 1000
    await ask('unlock', { password: PASSWORD })
    const rows = (await gate.call(['audit', 'list'], { before: null, limit: 10 })) as {
      event: string
      subjectId: string | null
    }[]
    expect(rows.map((row) => row.event)).toEqual([
      'vault.unlocked',
      'vault.unlock-failed',
      'vault.locked',
      'vault.unlocked',
      'account.key-registered',
      'vault.created',
    ])
    expect(rows[1]?.subjectId).toBe('2')
  })
  it('the recovery code opens it and sets a new password; the old one is dead', async () => {
    const code = await setUp()
    restart()
    const newPassword = 'seven lanterns over the harbor'
    await ask('recover', { code: code.toLowerCase(), newPassword })
    restart()
    await expect(ask('unlock', { password: PASSWORD })).rejects.toMatchObject({ code: 'forbidden' })
    await ask('unlock', { password: newPassword })
    expect(life.state()).toBe('unlocked')
  })
  it('a text typed before the lock is there after unlocking', async () => {
    await setUp()
    await gate.call(['drafts', 'save'], { requestId: randomUUID(), form: 'referral', subjectId: '', body: '写到一半' })
    life.lock('suspend')
    await expect(gate.call(['drafts', 'get'], { form: 'referral', subjectId: '' })).rejects.toMatchObject({
      code: 'locked',
    })
    await ask('unlock', { password: PASSWORD })
    expect(await gate.call(['drafts', 'get'], { form: 'referral', subjectId: '' })).toMatchObject({ body: '写到一半' })
  })
  it('leaves nothing readable on the disk', async () => {
    await setUp()
    await gate.call(['drafts', 'save'], { requestId: randomUUID(), form: 'referral', subjectId: '', body: '纸飞机' })
    for (const open of [true, false]) {
      if (!open) life.lock('test')
      for (const name of readdirSync(folder)) {
        const bytes = readFileSync(join(folder, name))
        for (const word of ['纸飞机', SCHOOL.name, STAFF.counselor.name, PASSWORD])
          expect([name, bytes.includes(Buffer.from(word))]).toEqual([name, false])
      }
    }
  })
  it('a lost database or lost keyslots never lead to a new vault', async () => {
    await setUp()
    life.lock('test')
    rmSync(join(folder, 'vault.db'))
    restart()
    expect(life.state()).toBe('locked')
    await expect(ask('unlock', { password: PASSWORD })).rejects.toMatchObject({
      code: 'storage',
      data: { reason: 'vault-missing' },
    })
  })
  it('the practice room stands beside the real one and never touches it', async () => {
    await setUp()
    life.lock('test')
    const before = readFileSync(join(folder, 'vault.db'))
    await ask('openPractice', { language: 'zh' })
    expect(await ask('status')).toMatchObject({ state: 'unlocked', practice: true })
    await ask('leavePractice')
    expect(await ask('status')).toMatchObject({ state: 'locked', practice: false })
    await ask('openPractice', { language: 'zh' })
    expect(life.state()).toBe('unlocked')
    expect(readFileSync(join(folder, 'vault.db')).equals(before)).toBe(true)
  })
})

describe('when something fails', () => {
  it('a log that takes no more rows does not keep the room open', async () => {
    await setUp()
    const { db } = life.room()!.connection.vault
    db.exec('DROP TABLE audit')
    life.lock('idle')
    expect(told.at(-1)).toMatchObject({ state: 'locked' })
    expect(db.open).toBe(false)
    expect(log).toMatchObject([{ path: 'vault.lock' }])
  })
  it('a new password that cannot be written leaves the room locked and the old password alive', async () => {
    const code = await setUp()
    restart()
    const inTheWay = join(folder, 'keyslots-b.json.part')
    mkdirSync(inTheWay)
    await expect(ask('recover', { code, newPassword: 'seven lanterns over the harbor' })).rejects.toMatchObject({
      code: 'internal',
    })
    expect(life.state()).toBe('locked')
    rmdirSync(inTheWay)
    await ask('unlock', { password: PASSWORD })
    expect(life.state()).toBe('unlocked')
  })
  it('a practice room that cannot be opened leaves one at the door of the real room', async () => {
    await setUp()
    life.lock('test')
    mkdirSync(join(folder, 'practice'))
    writeFileSync(join(folder, 'practice', 'vault.db'), 'spoilt')
    await expect(ask('openPractice', { language: 'zh' })).rejects.toMatchObject({ code: 'storage' })
    expect(await ask('status')).toMatchObject({ state: 'locked', practice: false })
    await ask('unlock', { password: PASSWORD })
    expect(life.state()).toBe('unlocked')
  })
  it('a practice room whose filling was cut short is filled when it is opened again', async () => {
    let filled = 0
    fillPractice = () => Promise.reject(new Error('cut short'))
    await expect(ask('openPractice', { language: 'zh' })).rejects.toMatchObject({ code: 'internal' })
    expect(await ask('status')).toMatchObject({ state: 'setup', practice: false })
    fillPractice = () => Promise.resolve(void filled++)
    await ask('openPractice', { language: 'zh' })
    expect(await ask('status')).toMatchObject({ state: 'unlocked', practice: true })
    expect(filled).toBe(1)
  })
  it('a practice vault is one wherever its folder goes', async () => {
    await ask('openPractice', { language: 'zh' })
    life.lock('test')
    cpSync(join(folder, 'practice'), folder, { recursive: true })
    rmSync(join(folder, 'practice'), { recursive: true })
    restart()
    expect(await ask('status')).toMatchObject({ state: 'locked', practice: false })
    await ask('unlock', { password: PRACTICE_ACCOUNT.password })
    expect(await ask('status')).toMatchObject({ state: 'unlocked', practice: true })
    expect(await gate.call(['settings', 'workplace'], {})).toMatchObject({ practice: true })
  })
})
