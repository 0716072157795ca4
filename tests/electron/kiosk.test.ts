import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import IndependentSqlcipher from '@signalapp/sqlcipher'
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract } from '#contract/all'
import { rawKeyOf } from '#db/vault/keys'
import { openWithPassword } from '#db/vault/keyslots'
import { readKeyslots } from '#db/vault/keyslots-file'
import { sampleOf } from '#tests/contract-samples'
import {
  assessmentOf,
  atKiosk,
  CANARY,
  copyOf,
  fillSchool,
  GAD7,
  type House,
  makeSchool,
  NAMES,
  PASSWORD,
  PHQ9,
  type Scene,
  start,
  viewOf,
  WISHES,
} from '#tests/electron/kiosk-house'
import { SCHOOL, STAFF } from '#tests/people'

let school: Scene
let scene: Scene
beforeAll(async () => {
  school = await makeSchool(mkdtempSync(join(tmpdir(), 'quietroom-school-')))
})
afterAll(() => rmSync(school.folder, { recursive: true, force: true }))
beforeEach(() => {
  scene = copyOf(school)
})
const kiosk = () => readdirSync(join(scene.folder, 'kiosk')).toSorted()
const begin = (change: object = {}) => ({
  studentId: scene.studentId,
  assessmentIds: scene.sheets,
  ...WISHES,
  ...change,
})

describe('the way into the kiosk', () => {
  let house: House
  beforeEach(async () => {
    house = start(scene.folder)
    await house.ask('vault.unlock', { password: PASSWORD })
  })
  it('closes the vault and tells the shell; another SQLCipher can have the file to itself', async () => {
    const { db } = house.life.room()!.connection.vault
    house.told.length = 0
    await house.ask('kiosk.start', begin())
    expect(house.told).toMatchObject([{ state: 'kiosk', practice: false, retryAfterMs: 0 }])
    expect([house.life.room(), db.open]).toEqual([null, false])
    const key = await openWithPassword(readKeyslots(scene.folder)!, PASSWORD)
    const other = new IndependentSqlcipher(join(scene.folder, 'vault.db'))
    other.pragma(`key="${rawKeyOf(key!.databaseKey).toString('latin1')}"`)
    other.exec('BEGIN EXCLUSIVE; COMMIT')
    expect(other.pragma('cipher_integrity_check')).toEqual([])
    other.close()
  })
  it('shows the forms in their order and nothing that an answer means', async () => {
    await house.ask('kiosk.start', begin({ layout: 'all', aloud: true }))
    const seen = await viewOf(house)
    expect(seen).toMatchObject({ phase: 'open', practice: false, language: 'zh', layout: 'all', aloud: true })
    expect(seen.forms.map(({ short, items }) => [short, items.length])).toEqual([
      ['PHQ-9', 10],
      ['GAD-7', 8],
    ])
    expect(seen.answers).toEqual([{}, {}])
    const told = JSON.stringify(seen)
    for (const word of ['reverse', 'critical', 'scales', 'bands', 'severity', 'cutpoints', 'missing', '访谈', '重度'])
      expect([word, told.includes(word)]).toEqual([word, false])
  })
  it('is refused for a sheet of another student, one that is not open, one that is not there, and twice the same', async () => {
    const refusal = async (change: object) =>
      house.ask('kiosk.start', begin(change)).then(
        () => 'went in',
        (error: { data: { reason?: string } }) => error.data.reason ?? 'refused',
      )
    expect(await refusal({ studentId: scene.otherStudentId })).toBe('wrong-student')
    expect(await refusal({ assessmentIds: [scene.otherStudentId] })).toBe('refused')
    expect(await refusal({ assessmentIds: [scene.sheets[0], scene.sheets[0]] })).toBe('twice')
    await house.ask('assessments.withdraw', {
      assessmentId: scene.sheets[0],
      studentId: scene.studentId,
      reason: '改天再做',
    })
    expect(await refusal({})).toBe('not-open')
    expect(house.life.state()).toBe('unlocked')
    expect(readdirSync(scene.folder)).not.toContain('kiosk')
  })
  it('is for counselors only', async () => {
    const room = house.life.room()!
    room.me = { ...room.me, roles: ['director', 'duty', 'supervisor', 'administrator'] }
    await expect(house.ask('kiosk.start', begin())).rejects.toMatchObject({ code: 'forbidden' })
    expect(house.life.state()).toBe('unlocked')
  })
  it('a session that cannot be written leaves the room open', async () => {
    writeFileSync(join(scene.folder, 'kiosk'), 'in the way')
    await expect(house.ask('kiosk.start', begin())).rejects.toMatchObject({ code: 'internal' })
    expect(house.life.state()).toBe('unlocked')
  })
})

describe('at the kiosk', () => {
  const ALLOWED = new Set(['vault.status', 'kiosk.view', 'kiosk.save', 'kiosk.finish', 'kiosk.idle', 'kiosk.leave'])
  const procedures = Object.entries(contract).flatMap(([feature, calls]) =>
    Object.entries<unknown>(calls).flatMap(([verb, call]) =>
      isContractProcedure(call) && !ALLOWED.has(`${feature}.${verb}`)
        ? [[`${feature}.${verb}`, call['~orpc'].inputSchema as z.ZodType] as const]
        : [],
    ),
  )
  it('no call works but those of the form and the look at the state, however well it is asked', async () => {
    const house = await atKiosk(scene)
    expect(procedures.length).toBeGreaterThan(100)
    for (const [path, schema] of procedures) {
      const input = sampleOf(schema) as object
      expect([path, schema.safeParse({ requestId: scene.studentId, ...input }).success]).toEqual([path, true])
      for (const asked of [input, {}, null])
        await expect(house.ask(path, asked ?? undefined), path).rejects.toMatchObject({
          code: 'locked',
          data: { reason: 'kiosk' },
        })
    }
    house.life.lock('suspend')
    expect(await house.ask('vault.status')).toEqual({
      state: 'kiosk',
      practice: false,
      alarm: null,
      trouble: null,
      startCode: false,
      retryAfterMs: 0,
    })
    expect([house.life.state(), house.life.room()]).toEqual(['kiosk', null])
  })
  it('no name and no word of a record is in any answer or any file, in any writing', async () => {
    const house = await atKiosk(scene)
    const answers: unknown[] = [await viewOf(house)]
    answers.push(
      await house.ask('kiosk.save', { answers: [PHQ9, {}] }),
      await house.ask('vault.status'),
      await viewOf(house),
    )
    const files = readdirSync(scene.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
    expect(files.length).toBeGreaterThan(4)
    const haystacks = [
      ['answers', Buffer.from(JSON.stringify(answers))] as const,
      ...files.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name))] as const),
    ]
    const words = [...NAMES, CANARY, SCHOOL.name, STAFF.counselor.name, PASSWORD, scene.studentId]
    for (const [where, bytes] of haystacks)
      for (const word of words)
        for (const needle of writingsOf(word))
          expect([where, word, bytes.includes(needle)]).toEqual([where, word, false])
  })
  it('answers lie outside the vault sealed only', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.save', { answers: [PHQ9, GAD7] })
    expect(kiosk()).toEqual([...scene.sheets.map((id) => `${id}.sealed`), 'session.json'].toSorted())
    expect(readFileSync(join(scene.folder, 'kiosk', 'session.json'), 'utf8')).not.toContain('answers')
    for (const id of scene.sheets)
      expect(readFileSync(join(scene.folder, 'kiosk', `${id}.sealed`)).includes(Buffer.from('phq9_1'))).toBe(false)
  })
  it('takes only what can be ticked on these forms', async () => {
    const house = await atKiosk(scene)
    for (const answers of [[], [PHQ9], [PHQ9, GAD7, {}], [{ phq9_1: 4 }, {}], [{}, { phq9_1: 1 }], [{ name: 1 }, {}]])
      for (const verb of ['save', 'finish', 'idle'])
        await expect(house.ask(`kiosk.${verb}`, { answers })).rejects.toMatchObject({ code: 'invalid' })
    expect(kiosk()).toEqual(['session.json'])
    expect((await viewOf(house)).phase).toBe('open')
  })
  it('writes a sheet only when something on it has changed', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.save', { answers: [{ phq9_1: 1 }, {}] })
    expect(kiosk()).toEqual([`${scene.sheets[0]}.sealed`, 'session.json'].toSorted())
    const before = readFileSync(join(scene.folder, 'kiosk', `${scene.sheets[0]}.sealed`))
    await house.ask('kiosk.save', { answers: [{ phq9_1: 1 }, { gad7_1: 0 }] })
    expect(readFileSync(join(scene.folder, 'kiosk', `${scene.sheets[0]}.sealed`)).equals(before)).toBe(true)
    expect((await viewOf(house)).answers).toEqual([{ phq9_1: 1 }, { gad7_1: 0 }])
  })
  it.each(['finish', 'idle'])(
    'after %s nothing of the student is left in the answers, and nothing more is taken',
    async (verb) => {
      const house = await atKiosk(scene)
      await house.ask(`kiosk.${verb}`, { answers: [PHQ9, GAD7] })
      expect(await viewOf(house)).toMatchObject({ phase: 'over', forms: [], answers: [] })
      for (const again of ['save', 'finish', 'idle'])
        await expect(house.ask(`kiosk.${again}`, { answers: [PHQ9, GAD7] })).rejects.toMatchObject({
          code: 'conflict',
          data: { reason: 'over' },
        })
    },
  )
})

describe('a program that ended in the middle', () => {
  it('comes back to the forms when nothing had been answered', async () => {
    await atKiosk(scene)
    const house = start(scene.folder)
    expect(house.life.state()).toBe('kiosk')
    expect(await viewOf(house)).toMatchObject({ phase: 'open', answers: [{}, {}] })
    await house.ask('kiosk.save', { answers: [{ phq9_1: 1 }, {}] })
  })
  it('comes back to the thank-you page once something had, and once it was over', async () => {
    await (await atKiosk(scene)).ask('kiosk.save', { answers: [{ phq9_1: 1 }, {}] })
    expect(await viewOf(start(scene.folder))).toMatchObject({ phase: 'over', forms: [], answers: [] })
    const other = copyOf(school)
    await (await atKiosk(other)).ask('kiosk.idle', { answers: [{}, {}] })
    expect(await viewOf(start(other.folder))).toMatchObject({ phase: 'over' })
  })
  it('comes back to the kiosk of the practice room, too', async () => {
    const before = start(scene.folder)
    await before.ask('vault.openPractice', { language: 'zh' })
    const practice = await fillSchool(before)
    await before.ask('kiosk.start', { studentId: practice.studentId, assessmentIds: practice.sheets, ...WISHES })
    const house = start(scene.folder)
    expect(await house.ask('vault.status')).toMatchObject({ state: 'kiosk', practice: true })
    expect(await viewOf(house)).toMatchObject({ practice: true, phase: 'open' })
    await house.ask('kiosk.leave', { password: 'nothing here is secret' })
    expect(await house.ask('vault.status')).toMatchObject({ state: 'unlocked', practice: true })
    await house.ask('vault.leavePractice')
    expect(await house.ask('vault.status')).toMatchObject({ state: 'locked', practice: false })
  })
  it('a session that cannot be read leads to the door, where the password takes in what waits', async () => {
    await (await atKiosk(scene)).ask('kiosk.finish', { answers: [PHQ9, GAD7] })
    writeFileSync(join(scene.folder, 'kiosk', 'session.json'), '{"fmt":1,"vaultId":')
    const house = start(scene.folder)
    expect(house.life.state()).toBe('locked')
    await house.ask('vault.unlock', { password: PASSWORD })
    expect((await assessmentOf(house, scene.sheets[0])).state).toBe('scored')
    expect(kiosk()).toEqual([])
  })
})

function writingsOf(word: string): Buffer[] {
  const utf8 = Buffer.from(word)
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), utf8]).toString('base64')
    return Buffer.from(text.slice(before === 0 ? 0 : 4, -4))
  })
  return [utf8, Buffer.from(word, 'utf16le'), Buffer.from(word, 'utf16le').swap16(), ...inBase64]
}
