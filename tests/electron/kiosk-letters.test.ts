import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '#contract/assessments'
import { newSealingKeys, seal } from '#db/vault/sealed'
import { takeInLetters } from '#electron/host/kiosk/taking-in'
import { realPlace } from '#electron/host/places'
import {
  assessmentOf,
  atKiosk,
  copyOf,
  GAD7,
  type House,
  makeSchool,
  PASSWORD,
  PHQ9,
  type Scene,
  start,
} from './kiosk-house.ts'

let school: Scene
let scene: Scene
let house: House
beforeAll(async () => {
  school = await makeSchool(mkdtempSync(join(tmpdir(), 'quietroom-school-')))
})
afterAll(() => rmSync(school.folder, { recursive: true, force: true }))
/** The PHQ-9 is handed in, the GAD-7 begun; the counselor has not come back yet. */
beforeEach(async () => {
  scene = copyOf(school)
  house = await atKiosk(scene)
  await house.ask('kiosk.save', { answers: [{}, GAD7] })
})

type Session = { vaultId: string; publicKey: string; sheets: { assessmentId: string; token: string }[] }
const folder = () => join(scene.folder, 'kiosk')
const letterOf = (i: 0 | 1) => join(folder(), `${scene.sheets[i]}.sealed`)
const session = () => JSON.parse(readFileSync(join(folder(), 'session.json'), 'utf8')) as Session
const files = () => readdirSync(folder()).toSorted()
const leave = () => house.ask('kiosk.leave', { password: PASSWORD })
const sheet = (i: 0 | 1): Promise<Assessment> => assessmentOf(house, scene.sheets[i])
const refusals = async (): Promise<number> =>
  (await house.ask<{ event: string }[]>('audit.list', { before: null, limit: 50 })).filter(
    ({ event }) => event === 'kiosk.sheet-refused',
  ).length

const content = (i: 0 | 1, change: object = {}) =>
  JSON.stringify({
    ...session().sheets[i],
    answers: i === 0 ? PHQ9 : GAD7,
    finished: true,
    savedAt: '2026-11-21T08:00:00.000Z',
    ...change,
  })
const forge = (i: 0 | 1, text: string, change: Partial<Session> = {}) => {
  const { vaultId, publicKey } = { ...session(), ...change }
  writeFileSync(letterOf(i), seal(text, publicKey, { vaultId, assessmentId: scene.sheets[i] }))
}

describe('a letter that is not what it should be', () => {
  it('changes nothing, is kept under another name and is recorded; the other comes in', async () => {
    forge(0, content(0))
    const bytes = readFileSync(letterOf(0))
    bytes[bytes.length - 1]! ^= 1
    writeFileSync(letterOf(0), bytes)
    await leave()
    expect(house.life.state()).toBe('unlocked')
    expect(await sheet(0)).toMatchObject({ state: 'open', answers: {} })
    expect(await sheet(1)).toMatchObject({ state: 'open', answers: GAD7 })
    expect(files()).toEqual([`${scene.sheets[0]}.sealed.refused`])
    expect(readFileSync(join(folder(), files()[0]!)).equals(bytes)).toBe(true)
    expect(await refusals()).toBe(1)
  })
  it.each<[string, () => void]>([
    ['without the token', () => forge(0, content(0, { token: undefined }))],
    ['with another token', () => forge(0, content(0, { token: randomUUID() }))],
    ['with the token of the other sheet', () => forge(0, content(0, { token: session().sheets[1]!.token }))],
    ['for another sheet inside', () => forge(0, content(0, { assessmentId: scene.sheets[1] }))],
    ['for another vault', () => forge(0, content(0), { vaultId: randomUUID() })],
    ['with the key of another vault', () => forge(0, content(0), { publicKey: newSealingKeys().publicKey })],
    ['with answers that cannot be ticked', () => forge(0, content(0, { answers: { phq9_1: 9 } }))],
    ['with answers to other questions', () => forge(0, content(0, { answers: { gad7_1: 1 } }))],
    ['that is no JSON', () => forge(0, 'null and void')],
    ['that is an empty file', () => writeFileSync(letterOf(0), '')],
    ['that is far too long', () => writeFileSync(letterOf(0), Buffer.alloc(2_000_000))],
    ['that is a folder', () => mkdirSync(letterOf(0))],
    ['that is the letter of the other sheet', () => copyFileSync(letterOf(1), letterOf(0))],
  ])('one %s never comes in and never keeps the room closed', async (_name, plant) => {
    plant()
    await leave()
    expect(house.life.state()).toBe('unlocked')
    expect(await sheet(0)).toMatchObject({ state: 'open', answers: {}, result: null })
    expect((await sheet(1)).answers).toEqual(GAD7)
    expect(files()).toEqual([`${scene.sheets[0]}.sealed.refused`])
  })
  it('two letters changed for one another are both refused', async () => {
    forge(0, content(0))
    const [first, second] = [readFileSync(letterOf(0)), readFileSync(letterOf(1))]
    writeFileSync(letterOf(0), second)
    writeFileSync(letterOf(1), first)
    await leave()
    expect([await sheet(0), await sheet(1)]).toMatchObject([
      { state: 'open', answers: {} },
      { state: 'open', answers: {} },
    ])
    expect(await refusals()).toBe(2)
  })
  it('a copy of one that has come in is refused under the name of another sheet', async () => {
    const copy = readFileSync(letterOf(1))
    await leave()
    writeFileSync(letterOf(0), copy)
    takeInLetters(house.life.room()!, realPlace(scene.folder), { ...house, newId: randomUUID, log: () => {} })
    expect(files()).toEqual([`${scene.sheets[0]}.sealed.refused`])
    expect((await sheet(0)).answers).toEqual({})
  })
  it('one of a sheet that nobody let out is refused', async () => {
    const assessmentId = randomUUID()
    const text = content(0, { assessmentId })
    const { vaultId, publicKey } = session()
    writeFileSync(join(folder(), `${assessmentId}.sealed`), seal(text, publicKey, { vaultId, assessmentId }))
    await leave()
    expect(files()).toEqual([`${assessmentId}.sealed.refused`])
  })
  it('a damaged byte anywhere is refused, fifty letters long', async () => {
    forge(0, content(0))
    const whole = readFileSync(letterOf(0))
    await leave()
    const room = house.life.room()!
    // The sheet is out once more, with a letter that would fit but for one byte.
    const places = [0, 3, 4, 20, 35, 36, 47, 48, 63, 64, 65, 200, 700, whole.length - 1]
    for (const at of places) {
      const bytes = Buffer.from(whole)
      bytes[at]! ^= 0x80
      writeFileSync(letterOf(0), bytes)
      takeInLetters(room, realPlace(scene.folder), { ...house, newId: randomUUID, log: () => {} })
    }
    expect(files()).toHaveLength(places.length)
    expect(await refusals()).toBe(places.length)
  })
})

describe('a letter that comes a second time', () => {
  it('the very same is known and goes, without an alarm', async () => {
    forge(0, content(0))
    const whole = readFileSync(letterOf(0))
    await leave()
    expect((await sheet(0)).state).toBe('scored')
    house.life.lock('test')
    writeFileSync(letterOf(0), whole)
    house = start(scene.folder)
    await house.ask('vault.unlock', { password: PASSWORD })
    expect(files()).toEqual([])
    expect(await refusals()).toBe(0)
    expect(await house.ask<unknown[]>('assessments.tasks')).toHaveLength(1)
  })
  it('an older one of the same sheet is refused once the sheet has come back', async () => {
    const older = readFileSync(letterOf(1))
    await house.ask('kiosk.save', { answers: [{}, { ...GAD7, gad7_7: 3 }] })
    await leave()
    house.life.lock('test')
    writeFileSync(letterOf(1), older)
    house = start(scene.folder)
    await house.ask('vault.unlock', { password: PASSWORD })
    expect((await sheet(1)).answers).toEqual({ ...GAD7, gad7_7: 3 })
    expect(files()).toEqual([`${scene.sheets[1]}.sealed.refused`])
  })
})

describe('an ordinary unlock', () => {
  it('takes in what waits, as when the session was lost', async () => {
    await house.ask('kiosk.finish', { answers: [PHQ9, GAD7] })
    rmSync(join(folder(), 'session.json'))
    house = start(scene.folder)
    await house.ask('vault.unlock', { password: PASSWORD })
    expect([(await sheet(0)).state, (await sheet(1)).state]).toEqual(['scored', 'scored'])
    expect(files()).toEqual([])
  })
  it('a flood of planted letters neither stops it nor hides it', async () => {
    rmSync(join(folder(), 'session.json'))
    for (let i = 0; i < 400; i++) writeFileSync(join(folder(), `${randomUUID()}.sealed`), Buffer.alloc(4_000, i))
    house = start(scene.folder)
    await house.ask('vault.unlock', { password: PASSWORD })
    expect(house.life.state()).toBe('unlocked')
    expect(await refusals()).toBeGreaterThan(0)
  })
})
