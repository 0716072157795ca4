import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { formatRecoveryCode } from '#core/recovery-code'
import { insertUser } from '#db/repos/settings'
import { KDF_FLOOR } from '#db/vault/kdf'
import { openWithPassphrase, openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { openVault } from '#db/vault/open'
import {
  changeOwnPassword,
  giveStartCode,
  type Keeping,
  removePerson,
  replaceRecovery,
  setBackupPassphrase,
} from '#electron/host/people-keys'
import { realPlace } from '#electron/host/places'
import { tempFolder } from '#tests/context'
import { addStudents, foundSchool, type House, NAMES, PASSWORD, start } from '#tests/electron/kiosk-house'
import { GOLDEN_PASSWORD, goldenVault } from '#tests/golden'
import { STAFF } from '#tests/people'

const HER_PASSWORD = 'seven lanterns over the harbor'
let house: House
let code: string
beforeEach(async () => {
  house = start(join(tempFolder(), 'data'))
  code = await foundSchool(house)
  await addStudents(house)
})

const keeping = (of: House = house): Keeping => ({
  place: realPlace(of.folder),
  room: of.life.room()!,
  parts: {
    services: of.services,
    clock: of.clock,
    newId: randomUUID,
    kdfTargetMs: 0,
    log: (line) => void house.log.push(line),
  },
})
const slots = () => readKeyslots(house.folder)!
const unlock = (password: string) => house.ask('vault.unlock', { password })
const me = () => house.life.room()!.me.id
const rows = (): unknown[] => house.life.room()!.connection.vault.db.prepare('SELECT id FROM students').all()
const whole = async () => expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null })

/** A second account, with a way in behind a start code. */
async function addColleague(): Promise<{ userId: string; startCode: string }> {
  const userId = randomUUID()
  house.life
    .room()!
    .connection.transaction((db) =>
      insertUser(
        db,
        { id: userId, name: STAFF.duty.name, sex: STAFF.duty.sex, roles: ['counselor'] },
        house.clock.now(),
      ),
    )
  return { userId, ...(await giveStartCode(keeping(), userId)) }
}
/** She has come in once and chosen a password; the first counselor is in the room again. */
async function colleagueWithPassword(): Promise<string> {
  const { userId, startCode } = await addColleague()
  house.life.lock('test')
  await unlock(startCode)
  await changeOwnPassword(keeping(), { password: startCode, newPassword: HER_PASSWORD })
  house.life.lock('test')
  await unlock(PASSWORD)
  return userId
}

it('keys stay as they are when the room is locked while a secret is stretched', async () => {
  const { userId } = await addColleague()
  const before = slots()
  const given = giveStartCode(keeping(), userId)
  house.life.lock('test')
  await expect(given).rejects.toMatchObject({ code: 'locked' })
  expect(slots()).toEqual(before)
})

describe('a password', () => {
  it('is changed by whoever knows it; the keys behind it stay, the old one opens nothing', async () => {
    const { keys } = house.life.room()!
    await expect(changeOwnPassword(keeping(), { password: 'not it', newPassword: HER_PASSWORD })).rejects.toMatchObject(
      {
        code: 'forbidden',
        data: { reason: 'wrong-secret' },
      },
    )
    await changeOwnPassword(keeping(), { password: PASSWORD, newPassword: HER_PASSWORD })
    expect(await openWithPassword(slots(), PASSWORD)).toBeNull()
    house.life.lock('test')
    await unlock(HER_PASSWORD)
    expect(house.life.room()!.keys).toEqual(keys)
    await whole()
  })
  it('that was changed and comes back with an older file opens for reading only', async () => {
    const names = ['keyslots-a.json', 'keyslots-b.json']
    const before = tempFolder()
    for (const name of names) cpSync(join(house.folder, name), join(before, name))
    await changeOwnPassword(keeping(), { password: PASSWORD, newPassword: HER_PASSWORD })
    house.life.lock('test')
    for (const name of names) cpSync(join(before, name), join(house.folder, name))
    await unlock(PASSWORD)
    expect(await house.ask('vault.status')).toMatchObject({ state: 'read-only', alarm: { kind: 'keyslots-old' } })
    await expect(changeOwnPassword(keeping(), { password: PASSWORD, newPassword: HER_PASSWORD })).rejects.toMatchObject(
      {
        data: { reason: 'keyslots-old' },
      },
    )
  })
  it('of a colleague does not change one’s own', async () => {
    await colleagueWithPassword()
    await expect(
      changeOwnPassword(keeping(), { password: HER_PASSWORD, newPassword: 'anything at all, really' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect(await openWithPassword(slots(), PASSWORD)).toMatchObject({ userId: me() })
  })
})

describe('a colleague', () => {
  it('comes in with a start code, which is dead once she has a password', async () => {
    const { userId, startCode } = await addColleague()
    house.life.lock('test')
    await unlock(startCode.toLowerCase())
    expect(await house.ask('vault.status')).toMatchObject({ state: 'unlocked', startCode: true })
    expect(me()).toBe(userId)
    await changeOwnPassword(keeping(), { password: startCode, newPassword: HER_PASSWORD })
    expect(await house.ask('vault.status')).toMatchObject({ startCode: false })
    expect(await openWithPassword(slots(), startCode)).toBeNull()
    expect(await openWithPassword(slots(), HER_PASSWORD)).toMatchObject({ userId, start: false })
    await whole()
  })
  it('who forgot her password gets new keys; the log knows from which row on', async () => {
    const userId = await colleagueWithPassword()
    const { own } = (await openWithPassword(slots(), HER_PASSWORD))!
    const { startCode } = await giveStartCode(keeping(), userId)
    expect(await openWithPassword(slots(), HER_PASSWORD)).toBeNull()
    house.life.lock('test')
    await unlock(startCode)
    expect(house.life.room()!.keys).not.toEqual(own)
    const { db } = house.life.room()!.connection.vault
    expect(db.prepare('SELECT count(*) FROM signing_keys WHERE user_id = ?').pluck().get(userId)).toBe(2)
    await changeOwnPassword(keeping(), { password: startCode, newPassword: HER_PASSWORD })
    await whole()
  })
  it('who is removed opens nothing, not even with the keyslots of before; nobody else notices', async () => {
    const userId = await colleagueWithPassword()
    const before = join(tempFolder(), 'before')
    cpSync(house.folder, before, { recursive: true })
    const { room } = house.life
    const open = room()
    await removePerson(keeping(), userId)

    expect(room()).toBe(open)
    expect(rows()).toHaveLength(NAMES.length)
    expect(slots()).toMatchObject({ epoch: 2, pending: null, due: false })
    await whole()
    const { connection } = open!
    expect(connection.vault.db.prepare('SELECT keyslots_counter FROM vault_state').pluck().get()).toBe(slots().counter)
    house.life.lock('test')
    expect(await openWithPassword(slots(), HER_PASSWORD)).toBeNull()
    const old = (await openWithPassword(readKeyslots(before)!, HER_PASSWORD))!
    expect(() => openVault(join(house.folder, 'vault.db'), old.databaseKey)).toThrow('wrong-key')
    await unlock(PASSWORD)
    house.life.lock('test')
    await house.ask('vault.recover', { code, newPassword: 'a third quiet password' })
    expect(rows()).toHaveLength(NAMES.length)
    expect(house.log).toEqual([])
  })
  it('is not shut out by herself', async () => {
    await expect(removePerson(keeping(), me())).rejects.toMatchObject({ data: { reason: 'yourself' } })
  })
  it('stays shut out when the key cannot be changed at once; the next unlock changes it', async () => {
    const userId = await colleagueWithPassword()
    const inTheWay = join(house.folder, 'vault.db.next')
    mkdirSync(join(inTheWay, 'full'), { recursive: true })
    expect(await removePerson(keeping(), userId)).toEqual({ keyChanged: false })
    expect(rows()).toHaveLength(NAMES.length)
    expect(slots()).toMatchObject({ epoch: 1, due: true })
    expect(await openWithPassword(slots(), HER_PASSWORD)).toBeNull()
    house.life.lock('test')
    await unlock(PASSWORD)
    expect(house.log).toMatchObject([{ path: 'vault.rotate' }, { path: 'vault.rotate' }])
    expect(slots()).toMatchObject({ epoch: 1, due: true })
    house.life.lock('test')
    rmdirSync(join(inTheWay, 'full'))
    rmdirSync(inTheWay)
    await unlock(PASSWORD)
    expect(slots()).toMatchObject({ epoch: 2, due: false })
    expect(rows()).toHaveLength(NAMES.length)
    await whole()
  })
})

describe('the recovery sheet', () => {
  it('is replaced: the former one opens nothing', async () => {
    const bytes = randomBytes(20)
    await replaceRecovery(keeping(), bytes)
    house.life.lock('test')
    await expect(house.ask('vault.recover', { code, newPassword: HER_PASSWORD })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await house.ask('vault.recover', { code: formatRecoveryCode(bytes), newPassword: HER_PASSWORD })
    expect(rows()).toHaveLength(NAMES.length)
    expect(slots()).toMatchObject({ epoch: 2, due: false })
  })
  it('of the first program has to be replaced before anybody can be removed', async () => {
    const { folder } = goldenVault('2')
    house = start(folder)
    await unlock(GOLDEN_PASSWORD)
    const { userId } = await addColleague()
    const before = slots()
    await expect(removePerson(keeping(), userId)).rejects.toMatchObject({ data: { reason: 'former-slots' } })
    expect(slots()).toEqual(before)
    await replaceRecovery(keeping(), randomBytes(20))
    await removePerson(keeping(), userId)
    expect(slots()).toMatchObject({ fmt: 2, former: [], epoch: 2 })
  })
})

it('the passphrase of backups opens its slot, and after the key was changed still does', async () => {
  const passphrase = 'amber kettle drifts over seven quiet lakes'
  await setBackupPassphrase(keeping(), passphrase, KDF_FLOOR)
  await setBackupPassphrase(keeping(), `${passphrase}, again`, KDF_FLOOR)
  const { userId } = await addColleague()
  await removePerson(keeping(), userId)
  expect(await openWithPassphrase(slots(), passphrase)).toBeNull()
  const opened = await openWithPassphrase(slots(), `${passphrase}, again`)
  house.life.lock('test')
  openVault(join(house.folder, 'vault.db'), opened!.databaseKey).close()
  expect(existsSync(join(house.folder, 'vault.db.next'))).toBe(false)
})
