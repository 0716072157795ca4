import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { InPersonTask } from '#contract/assessments'
import { PAGE } from '#db/vault/pages'
import { clockFrom } from '#electron/host/clock'
import { MORNING, tempFolder } from '#tests/context'
import {
  assessmentOf,
  atKiosk,
  copyOf,
  fillSchool,
  foundSchool,
  GAD7,
  type House,
  makeSchool,
  openHouse,
  PASSWORD,
  PHQ9,
  type Scene,
  start,
  viewOf,
  WISHES,
} from '#tests/electron/kiosk-house'

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
const events = async (house: House): Promise<string[]> =>
  (await house.ask<{ event: string }[]>('audit.list', { before: null, limit: 30 })).map(({ event }) => event)
const begin = (change: object = {}) => ({
  studentId: scene.studentId,
  assessmentIds: scene.sheets,
  ...WISHES,
  ...change,
})

describe('the way out of the kiosk', () => {
  it('the recovery code leads to the locked door; what was answered comes in when it is used there', async () => {
    const house = start(tempFolder())
    const code = await foundSchool(house)
    const own = await fillSchool(house)
    await house.ask('kiosk.start', { studentId: own.studentId, assessmentIds: own.sheets, ...WISHES })
    await house.ask('kiosk.finish', { answers: [PHQ9, GAD7] })
    const other = code.replace(/^(..)(.)/u, (_, two: string, one: string) => `${two}${one === '7' ? '8' : '7'}`)
    await expect(house.ask('kiosk.leave', { password: other })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await house.ask('kiosk.leave', { password: code })).toEqual({ studentId: null, assessmentIds: [] })
    expect(house.life.state()).toBe('locked')
    await house.ask('vault.recover', { code, newPassword: 'seven lanterns over the harbor' })
    expect((await assessmentOf(house, own.sheets[0])).state).toBe('scored')
  })

  it('a vault that turns out to be damaged leads to the locked door too, where what happened can be said', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.finish', { answers: [PHQ9, GAD7] })
    const file = join(scene.folder, 'vault.db')
    const bytes = readFileSync(file)
    writeFileSync(file, bytes.fill(0, bytes.length - PAGE))
    expect(await house.ask('kiosk.leave', { password: PASSWORD })).toEqual({ studentId: null, assessmentIds: [] })
    expect(house.life.state()).toBe('locked')
    await house.ask('vault.unlock', { password: PASSWORD })
    expect(house.life.status()).toMatchObject({ state: 'read-only', alarm: { kind: 'pages' } })
    expect(kiosk()).not.toEqual([])
  })

  it('a finished sheet is scored and raises the task; the student is named again', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.finish', { answers: [PHQ9, {}] })
    expect(await house.ask('kiosk.leave', { password: PASSWORD })).toEqual({
      studentId: scene.studentId,
      assessmentIds: scene.sheets,
    })
    expect(house.told.at(-1)).toMatchObject({ state: 'unlocked' })
    expect(await assessmentOf(house, scene.sheets[0])).toMatchObject({
      state: 'scored',
      score: 9,
      takenOn: '2026-11-21',
    })
    const tasks = await house.ask<InPersonTask[]>('assessments.tasks')
    expect(tasks).toMatchObject([{ assessmentId: scene.sheets[0], urgency: 'same-day' }])
    expect(kiosk()).toEqual([])
    expect(await events(house)).toEqual(
      expect.arrayContaining([
        'kiosk.opened',
        'kiosk.sheet-taken-in',
        'assessment.scored',
        'task.raised',
        'kiosk.left',
      ]),
    )
  })
  it('a form handed in empty is taken as that, and what must be asked is asked in person', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.finish', { answers: [{}, GAD7] })
    await house.ask('kiosk.leave', { password: PASSWORD })
    expect(await assessmentOf(house, scene.sheets[0])).toMatchObject({
      state: 'scored',
      answers: {},
      score: null,
      valid: false,
    })
    expect(await house.ask<InPersonTask[]>('assessments.tasks')).toMatchObject([{ assessmentId: scene.sheets[0] }])
  })
  it('a finished sheet that cannot be scored, as on a PC whose clock was set back, is kept as a paused one', async () => {
    await (await atKiosk(scene)).ask('kiosk.finish', { answers: [PHQ9, GAD7] })
    const house = openHouse(
      scene.folder,
      clockFrom(() => MORNING - 500 * 86_400_000),
    )
    await house.ask('kiosk.leave', { password: PASSWORD })
    expect(await assessmentOf(house, scene.sheets[0])).toMatchObject({ state: 'open', answers: PHQ9 })
    expect(kiosk()).toEqual([])
    house.life.lock('test')
  })
  it('a paused sheet keeps its answers and goes on another time', async () => {
    const house = await atKiosk(scene)
    await house.ask('kiosk.save', { answers: [{ phq9_1: 3 }, GAD7] })
    await house.ask('kiosk.leave', { password: PASSWORD })
    expect(await assessmentOf(house, scene.sheets[1])).toMatchObject({ state: 'open', answers: GAD7 })
    await house.ask('kiosk.start', begin({ assessmentIds: [scene.sheets[1]] }))
    expect(await viewOf(house)).toMatchObject({ phase: 'open', answers: [{}] })
    await house.ask('kiosk.idle', { answers: [{ gad7_1: 0, gad7_3: 1 }] })
    await house.ask('kiosk.leave', { password: PASSWORD })
    expect((await assessmentOf(house, scene.sheets[1])).answers).toEqual({ ...GAD7, gad7_1: 0, gad7_3: 1 })
    expect(await assessmentOf(house, scene.sheets[0])).toMatchObject({ state: 'open', answers: { phq9_1: 3 } })
  })
  it('leads back at once when nobody answered anything', async () => {
    const house = await atKiosk(scene)
    expect(await house.ask('kiosk.leave', { password: PASSWORD })).toMatchObject({ studentId: scene.studentId })
    expect(await assessmentOf(house, scene.sheets[0])).toMatchObject({ state: 'open', answers: {} })
    expect(await events(house)).not.toContain('kiosk.sheet-refused')
  })
  it('a wrong password gets the answer and the pace of the door, across a restart', async () => {
    let nowMs = MORNING
    const clock = clockFrom(() => nowMs)
    await atKiosk(scene)
    const house = openHouse(scene.folder, clock)
    for (const retryAfterMs of [0, 1000])
      await expect(house.ask('kiosk.leave', { password: 'wrong' })).rejects.toMatchObject({
        code: 'forbidden',
        data: { reason: 'wrong-secret', retryAfterMs },
      })
    const again = openHouse(scene.folder, clock)
    expect(await again.ask('vault.status')).toMatchObject({ state: 'kiosk', retryAfterMs: 1000 })
    await expect(again.ask('kiosk.leave', { password: PASSWORD })).rejects.toMatchObject({
      data: { reason: 'too-soon' },
    })
    expect((await viewOf(again)).phase).toBe('open')
    nowMs += 1000
    await again.ask('kiosk.leave', { password: PASSWORD })
    expect(await events(again)).toContain('vault.unlock-failed')
    again.life.lock('test')
  })
  it('two tries at once are not looked at together', async () => {
    const house = await atKiosk(scene)
    const [first, second] = await Promise.allSettled([
      house.ask('kiosk.leave', { password: PASSWORD }),
      house.ask('kiosk.leave', { password: PASSWORD }),
    ])
    expect([first.status, second.status]).toEqual(['fulfilled', 'rejected'])
  })
})

/** A word as UTF-8, UTF-16 and in base64 at each of the three places it can begin. */
