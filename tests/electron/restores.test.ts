import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { PASSWORD } from './backup-house.ts'
import { migrations } from '#db/migrations/all'
import { clientOf, MORNING, tempFolder, type TestClient } from '#tests/context'
import { backupHouse, type BackupHouse, startHost } from './backup-house.ts'

const NEW_PASSWORD = 'slow lanterns cross the winter harbor'

const addStudent = (house: BackupHouse, name: string) =>
  house.client.students.add({ id: randomUUID(), fields: { kind: 'alias', name }, guardians: [] })
const setsIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.startsWith('QR-'))

/** A room with one student, and a set of it on a stick. */
async function houseWithSet(): Promise<{ house: BackupHouse; stick: string; name: string; placeId: string }> {
  const house = await backupHouse()
  const { id, folder } = await house.addStick('红色U盘')
  await addStudent(house, '小舟')
  expect(await house.backUp([id])).toEqual([{ placeId: id, safeToRemove: true, trouble: null }])
  return { house, stick: folder, name: setsIn(folder)[0] ?? '', placeId: id }
}

/** Another computer, on which nothing was ever set up. */
function newComputer(): { client: TestClient; folder: string; life: ReturnType<typeof startHost>['life'] } {
  const folder = join(tempFolder(), 'new computer')
  const { gate, life } = startHost(folder, () => MORNING)
  onTestFinished(() => life.lock('test'))
  return { client: clientOf(gate.call), folder, life }
}

const names = async (client: TestClient) =>
  (await client.students.find({ text: '小', limit: 9 })).map(({ name }) => name)

it('a set comes back on a new computer with its passphrase, and the password of before opens the door', async () => {
  const { house, stick, name } = await houseWithSet()
  const { client, life } = newComputer()
  expect(life.state()).toBe('setup')
  const [found] = await client.restores.look({ folder: stick })
  expect(found).toMatchObject({ name, sameVault: null, problem: null })
  const opened = await client.restores.open({ folder: stick, set: name, secret: house.passphrase.toUpperCase() })
  expect(opened).toMatchObject({
    opensWith: 'passphrase',
    damagedPages: 0,
    keepsPasswords: true,
    counts: { students: 1 },
  })
  const applied = await client.restores.apply({ token: opened.token, accountId: null, newPassword: null })
  expect([applied, life.state()]).toEqual([{ asideFolder: null }, 'locked'])
  await client.vault.unlock({ password: PASSWORD })
  expect(life.status()).toMatchObject({ state: 'unlocked', alarm: null })
  expect(await names(client)).toEqual(['小舟'])
  expect((await client.audit.verify({})).brokenAt).toBeNull()
  const events = async () => (await client.audit.list({ before: null, limit: 50 })).map(({ event }) => event)
  expect(await events()).toContain('vault.restored')
  life.lock('test')
  await client.vault.unlock({ password: PASSWORD })
  expect((await events()).filter((event) => event === 'vault.restored')).toHaveLength(1)
})

it('the recovery code opens a set too, and a new password may be chosen for one account', async () => {
  const { house, stick, name } = await houseWithSet()
  const { client, life } = newComputer()
  const opened = await client.restores.open({ folder: stick, set: name, secret: house.recoveryCode.toLowerCase() })
  expect(opened).toMatchObject({ opensWith: 'recovery', accounts: [{ name: expect.any(String) }] })
  const accountId = opened.accounts[0]?.id ?? ''
  const apply = (newPassword: string) => client.restores.apply({ token: opened.token, accountId, newPassword })
  await expect(apply('short')).rejects.toMatchObject({ data: { field: 'newPassword' } })
  await apply(NEW_PASSWORD)
  await expect(client.vault.unlock({ password: PASSWORD })).rejects.toMatchObject({ code: 'forbidden' })
  await client.vault.unlock({ password: NEW_PASSWORD })
  expect(life.status()).toMatchObject({ state: 'unlocked', alarm: null })
})

it('going back on the same computer keeps the present records aside, whole, and the passwords go on', async () => {
  const { house, stick, name } = await houseWithSet()
  await addStudent(house, '小满')
  house.life().lock('test')
  const before = readFileSync(join(house.folder, 'vault.db'))
  const [found] = await house.client.restores.look({ folder: stick })
  expect(found?.sameVault).toBe(true)
  const opened = await house.client.restores.open({ folder: stick, set: name, secret: house.passphrase })
  expect(opened.keepsPasswords).toBe(true)
  const { asideFolder } = await house.client.restores.apply({ token: opened.token, accountId: null, newPassword: null })
  expect(readFileSync(join(asideFolder ?? '', 'vault.db')).equals(before)).toBe(true)
  expect(readdirSync(asideFolder ?? '')).toEqual(
    expect.arrayContaining(['anchor.log', 'keyslots-a.json', 'keyslots-b.json', 'vault.db']),
  )
  await house.unlock()
  expect(house.life().status()).toMatchObject({ state: 'unlocked', alarm: null })
  expect(await names(house.client)).toEqual(['小舟'])
  house.life().lock('test')
  rmSync(join(house.folder, 'anchor.log'))
  cpSync(asideFolder ?? '', house.folder, { recursive: true })
  house.restart()
  await house.unlock()
  expect(await names(house.client)).toEqual(expect.arrayContaining(['小舟', '小满']))
})

it('a wrong secret is told from a damaged file, waits at the pace of the door and changes nothing', async () => {
  const { house, stick, name } = await houseWithSet()
  const { client, folder } = newComputer()
  const open = (secret: string, set = name) => client.restores.open({ folder: stick, set, secret })
  await expect(open(PASSWORD)).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'wrong-secret' } })
  await expect(open('not the passphrase at all')).rejects.toMatchObject({ data: { reason: 'wrong-secret' } })
  await expect(open(house.passphrase)).rejects.toMatchObject({ code: 'forbidden', data: { reason: 'too-soon' } })
  rmSync(join(folder, 'throttle.json'))
  const flip = (file: string, at: number) => {
    const bytes = readFileSync(join(stick, name, file))
    const place = at < 0 ? bytes.length + at : at
    bytes[place] = (bytes[place] ?? 0) ^ 1
    writeFileSync(join(stick, name, file), bytes)
  }
  const damaged = { code: 'storage', data: { reason: 'damaged-set' } }
  flip('keyslots.json', 300)
  await expect(open(house.passphrase)).rejects.toMatchObject(damaged)
  await expect(open('not the passphrase at all')).rejects.toMatchObject(damaged)
  flip('keyslots.json', 300)
  flip('manifest.json', -20)
  await expect(open(house.passphrase)).rejects.toMatchObject(damaged)
  flip('manifest.json', -20)
  flip('vault.db', 9000)
  const opened = await open(house.passphrase)
  expect(opened).toMatchObject({ damagedPages: 1, counts: { students: 1 } })
  await expect(
    client.restores.apply({ token: opened.token, accountId: null, newPassword: null }),
  ).rejects.toMatchObject(damaged)
  flip('vault.db', 9000)
  expect((await open(house.passphrase)).damagedPages).toBe(0)
  await client.restores.cancel({})
  expect(readdirSync(folder)).toEqual([])
})

it('an opened set is over after ten minutes, at cancel, and with any other token', async () => {
  const { house, stick, name } = await houseWithSet()
  const { client, folder } = newComputer()
  const { token } = await client.restores.open({ folder: stick, set: name, secret: house.passphrase })
  const apply = (token: string) => client.restores.apply({ token, accountId: null, newPassword: null })
  await expect(apply(randomUUID())).rejects.toMatchObject({ code: 'not-found' })
  expect(existsSync(join(folder, 'restore.part'))).toBe(true)
  await client.restores.cancel({})
  await expect(apply(token)).rejects.toMatchObject({ code: 'not-found' })
  expect(existsSync(join(folder, 'restore.part'))).toBe(false)
})

it('looks on the stick itself and one level below, and says what cannot be used', async () => {
  const { house, stick, name } = await houseWithSet()
  mkdirSync(join(stick, 'QR-20261120-080000-1'))
  const [newer, older] = ['QR-20261119-080000-1', 'QR-20261118-080000-1']
  for (const copy of [newer, older]) cpSync(join(stick, name), join(stick, copy), { recursive: true })
  const manifest = JSON.parse(readFileSync(join(stick, newer, 'manifest.json'), 'utf8')) as { schema: number }
  manifest.schema = (migrations.at(-1)?.version ?? 0) + 1
  writeFileSync(join(stick, newer, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(stick, older, 'manifest.json'), '{}')
  const { client } = newComputer()
  const found = await client.restores.look({ folder: join(stick, '..') })
  expect(Object.fromEntries(found.map((set) => [set.name.split('/')[1], set.problem]))).toEqual({
    [name]: null,
    'QR-20261120-080000-1': 'incomplete',
    [newer]: 'newer-version',
    [older]: 'unreadable',
  })
  expect(await client.restores.look({ folder: join(stick, name) })).toMatchObject([{ name: '.', problem: null }])
  await expect(client.restores.open({ folder: stick, set: newer, secret: house.passphrase })).rejects.toMatchObject({
    data: { reason: 'newer-version' },
  })
  await expect(client.restores.open({ folder: stick, set: '../..', secret: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(client.restores.look({ folder: join(stick, 'nowhere') })).rejects.toMatchObject({
    data: { field: 'folder', reason: 'missing' },
  })
})

it('a vault that is gone is missed, whatever else went with it; never an empty one in its place', async () => {
  const { house, stick, name } = await houseWithSet()
  house.life().lock('test')
  rmSync(join(house.folder, 'vault.db'))
  house.restart()
  expect(house.life().status()).toMatchObject({ state: 'locked', trouble: 'vault-missing' })
  for (const file of readdirSync(house.folder).filter((file) => file.startsWith('keyslots')))
    rmSync(join(house.folder, file))
  house.restart()
  expect(house.life().status()).toMatchObject({ state: 'locked', trouble: 'keyslots-missing' })
  rmSync(join(house.folder, 'anchor.log'))
  house.restart()
  expect(house.life().status().state).toBe('locked')
  expect((await house.client.restores.look({ folder: stick }))[0]?.sameVault).toBe(true)
  const { token } = await house.client.restores.open({ folder: stick, set: name, secret: house.passphrase })
  await house.client.restores.apply({ token, accountId: null, newPassword: null })
  await house.unlock()
  expect(house.life().status()).toMatchObject({ state: 'unlocked', alarm: null })
})

it('private notes come back with the password that closed them', async () => {
  const { house, placeId, stick } = await houseWithSet()
  const [student] = await house.client.students.find({ text: '小舟', limit: 1 })
  const id = randomUUID()
  await house.client.privates.save({ id, studentId: student?.id ?? '', visitId: null, version: 0, text: '只给自己看' })
  await house.backUp([placeId])
  const { client } = newComputer()
  const set = setsIn(stick).sort().at(-1) ?? ''
  const { token } = await client.restores.open({ folder: stick, set, secret: house.passphrase })
  await client.restores.apply({ token, accountId: null, newPassword: null })
  await client.vault.unlock({ password: PASSWORD })
  expect(JSON.stringify(await client.privates.list({ studentId: student?.id ?? '' }))).toContain('只给自己看')
})
