import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { VaultStatus } from '#contract/vault'
import { PAGE } from '#db/vault/pages'
import { MORNING, tempFolder } from '#tests/context'
import { STAFF } from '#tests/people'
import { type LivedIn, livedIn, PASSWORD } from './lived-in.ts'

const ROOT_OF = 'SELECT rootpage FROM sqlite_master WHERE name = ?'
const NEXT_PASSWORD = 'seven herons stand by the sluice'
const FILES = {
  vault: ['vault.db', 'vault.db-wal'],
  keyslots: ['keyslots-a.json', 'keyslots-b.json'],
  anchor: ['anchor.log'],
}
let folder: string
let house: LivedIn
const ask = (path: string, input?: object) => house.ask(path, input)
const status = (): VaultStatus => house.life().status()
const { addStudent, lock, restart, unlock }: Pick<LivedIn, 'addStudent' | 'lock' | 'restart' | 'unlock'> = {
  addStudent: (name) => house.addStudent(name),
  lock: () => house.lock(),
  restart: () => house.restart(),
  unlock: (password) => house.unlock(password),
}
const eventsOf = async (): Promise<string[]> =>
  ((await ask('audit.list', { before: null, limit: 200 })) as { event: string }[]).map(({ event }) => event)

const keep = (name: string): void => cpSync(folder, `${folder}-${name}`, { recursive: true })
const bringBack = (name: string, kinds: (keyof typeof FILES)[]): void => {
  for (const file of kinds.flatMap((kind) => FILES[kind])) {
    rmSync(join(folder, file), { force: true })
    if (existsSync(join(`${folder}-${name}`, file))) copyFileSync(join(`${folder}-${name}`, file), join(folder, file))
  }
}

/** Wipes a page that holds no student, and comes in; gives the file as it is now. */
async function openOnDamagedPage(): Promise<Buffer> {
  const page = Number(house.life().room()?.connection.vault.db.prepare(ROOT_OF).pluck().get('imports'))
  await lock()
  const file = join(folder, 'vault.db')
  const bytes = readFileSync(file)
  bytes.fill(0, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
  restart()
  await unlock()
  return bytes
}

beforeEach(async () => {
  folder = tempFolder()
  onTestFinished(() => {
    for (const name of ['old', 'new']) rmSync(`${folder}-${name}`, { recursive: true, force: true })
  })
  house = await livedIn(folder)
})

describe('a vault that is older than what lies beside it', () => {
  const COMBINATIONS: (keyof typeof FILES)[][] = [
    ['vault'],
    ['keyslots'],
    ['anchor'],
    ['vault', 'keyslots'],
    ['vault', 'anchor'],
    ['keyslots', 'anchor'],
  ]
  it(
    'raises an alarm whichever of vault, keyslots and anchor, or which two of them, are put back',
    { timeout: 180_000 },
    async () => {
      await addStudent('小舟')
      await lock()
      keep('old')
      await unlock()
      for (let i = 0; i < 20; i++) await addStudent(`小舟${i}`)
      await ask('accounts.changePassword', { password: PASSWORD, newPassword: NEXT_PASSWORD })
      await lock()
      keep('new')
      for (const kinds of COMBINATIONS) {
        bringBack('new', ['vault', 'keyslots', 'anchor'])
        copyFileSync(join(`${folder}-new`, 'seen.log'), join(folder, 'seen.log'))
        bringBack('old', kinds)
        restart()
        await unlock(kinds.includes('keyslots') ? PASSWORD : NEXT_PASSWORD)
        expect([kinds, status().state]).toEqual([kinds, 'read-only'])
        if (kinds.includes('vault')) expect(status().alarm).toMatchObject({ kind: 'rolled-back' })
        await lock()
      }
      bringBack('new', ['vault', 'keyslots', 'anchor'])
      restart()
      await unlock(NEXT_PASSWORD)
      expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    },
  )

  it('can be read, takes nothing, and goes on once somebody says why; what was read meanwhile is in the log', async () => {
    const studentId = await addStudent('小舟')
    await lock()
    keep('old')
    await unlock()
    await addStudent('阿宁')
    await addStudent('阿远')
    await lock()
    bringBack('old', ['vault'])
    const before = readFileSync(join(folder, 'vault.db'))
    house.wait(60_000)
    restart()
    await unlock()
    expect(status()).toMatchObject({ state: 'read-only', alarm: { kind: 'rolled-back' } })
    expect(status().alarm?.lost).toBeGreaterThanOrEqual(2)
    expect(status().alarm?.lastGoodAt).toBe(new Date(MORNING).toISOString())
    await ask('students.timeline', { studentId, limit: 10 })
    await expect(addStudent('小溪')).rejects.toMatchObject({ code: 'storage', data: { reason: 'read-only' } })
    await lock()
    expect(readFileSync(join(folder, 'vault.db')).equals(before)).toBe(true)

    restart()
    await unlock()
    await ask('vault.acceptAlarm', { reason: '昨天的记录已对照纸质登记补录' })
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    const events = await eventsOf()
    expect(events[0]).toBe('vault.alarm-accepted')
    expect(events.filter((event) => event === 'student.timeline-read')).toHaveLength(1)
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null })
    await addStudent('小溪')
    await lock()
    restart()
    await unlock()
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
  })

  it('is opened with the recovery sheet and gone on with, and the log stays whole', async () => {
    await addStudent('小舟')
    await lock()
    keep('old')
    await unlock()
    await addStudent('阿宁')
    await lock()
    bringBack('old', ['vault'])
    restart()
    await ask('vault.recover', { code: house.code, newPassword: NEXT_PASSWORD })
    expect(status()).toMatchObject({ state: 'read-only', alarm: { kind: 'rolled-back' } })
    await ask('vault.acceptAlarm', { reason: '已对照纸质登记补录' })
    await addStudent('阿远')
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })
  })

  it('keeps its alarm when the keyslots of before are opened with the recovery sheet', async () => {
    await lock()
    keep('old')
    await unlock()
    await ask('accounts.changePassword', { password: PASSWORD, newPassword: NEXT_PASSWORD })
    await lock()
    bringBack('old', ['keyslots'])
    restart()
    await ask('vault.recover', { code: house.code, newPassword: 'a third quiet password' })
    expect(status()).toMatchObject({ state: 'read-only', alarm: { kind: 'keyslots-old' } })
    await lock()
    restart()
    await unlock('a third quiet password')
    expect(status()).toMatchObject({ state: 'read-only', alarm: { kind: 'keyslots-old' } })
    await ask('vault.acceptAlarm', { reason: '换了电脑' })
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })
  })

  it('leaves a trace of what was read that a new key of the same person does not contradict', async () => {
    const studentId = await addStudent('小舟')
    await lock()
    keep('old')
    await unlock()
    await addStudent('阿宁')
    await lock()
    keep('new')
    bringBack('old', ['vault'])
    restart()
    await unlock()
    await ask('students.timeline', { studentId, limit: 10 })
    await lock()
    bringBack('new', ['vault'])
    restart()
    await ask('vault.recover', { code: house.code, newPassword: NEXT_PASSWORD })
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect(await eventsOf()).toContain('student.timeline-read')
    expect(await ask('audit.verify')).toMatchObject({ brokenAt: null, fault: null })
  })

  it('is neither gone on with nor salvaged by whoever has no more than a start code', async () => {
    const account = { name: STAFF.duty.name, sex: STAFF.duty.sex, roles: ['counselor'] }
    const { startCode } = (await ask('accounts.add', account)) as { startCode: string }
    await lock()
    keep('old')
    await unlock()
    await addStudent('小舟')
    await lock()
    bringBack('old', ['vault'])
    restart()
    await unlock(startCode)
    expect(status()).toMatchObject({ state: 'read-only', startCode: true })
    const refused = { code: 'forbidden', data: { reason: 'start-code' } }
    await expect(ask('vault.acceptAlarm', { reason: '没有关系' })).rejects.toMatchObject(refused)
    await expect(ask('vault.salvage', { password: startCode })).rejects.toMatchObject(refused)
  })

  it('is not gone on with where its pages are damaged, and shows what can still be read', async () => {
    const studentId = await addStudent('小舟')
    const bytes = await openOnDamagedPage()
    expect(status()).toMatchObject({ state: 'read-only', alarm: { kind: 'pages' } })
    expect(await ask('students.header', { studentId })).toMatchObject({ student: { name: '小舟' } })
    await expect(ask('vault.acceptAlarm', { reason: '没有关系' })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'damaged' },
    })
    await lock()
    expect(readFileSync(join(folder, 'vault.db')).equals(bytes)).toBe(true)
  })

  it('gives what can be read to a new vault, which takes its place when the room is locked', async () => {
    const studentId = await addStudent('小舟')
    const bytes = await openOnDamagedPage()
    await expect(ask('vault.salvage', { password: NEXT_PASSWORD })).rejects.toMatchObject({ code: 'forbidden' })
    house.wait(60_000)
    const salvaged = (await ask('vault.salvage', { password: PASSWORD })) as { table: string; saved: number }[]
    expect(salvaged.find(({ table }) => table === 'students')).toEqual({ table: 'students', saved: 1, lost: 0 })
    await lock()
    await unlock()
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect(await ask('students.header', { studentId })).toMatchObject({ student: { name: '小舟' } })
    expect(await eventsOf()).toContain('vault.salvaged')
    await addStudent('阿宁')
    const aside = readdirSync(folder).find((name) => name.startsWith('aside-'))
    expect(readFileSync(join(folder, aside ?? '', 'vault.db')).equals(bytes)).toBe(true)
  })

  it('is salvaged at the door when it does not open at all', async () => {
    const studentId = await addStudent('小舟')
    await lock()
    const file = join(folder, 'vault.db')
    truncateSync(file, statSync(file).size - 700)
    restart()
    await expect(unlock()).rejects.toMatchObject({ code: 'storage', data: { reason: 'damaged' } })
    await ask('vault.salvage', { password: PASSWORD })
    await unlock()
    expect(status()).toMatchObject({ state: 'unlocked', alarm: null })
    expect(await ask('students.header', { studentId })).toMatchObject({ student: { name: '小舟' } })
  })
})
