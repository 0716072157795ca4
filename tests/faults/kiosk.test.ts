import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Assessment } from '#contract/assessments'
import { clockFrom } from '#electron/host/clock'
import { MORNING, tempFolder } from '#tests/context'
import { GAD7, makeSchool, openHouse, PASSWORD, PHQ9, type Scene, WISHES } from '#tests/electron/kiosk-house'

/** Every touch of the disk, of the clock and of a new id is a step; the step with this number goes wrong. */
const faults = vi.hoisted(() => ({ failAt: Number.POSITIVE_INFINITY, step: 0 }))
const stumble = () => {
  if (++faults.step === faults.failAt) throw Object.assign(new Error('the disk is gone'), { code: 'EIO' })
}
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const stumbling = Object.fromEntries(
    (
      [
        'readdirSync',
        'lstatSync',
        'readFileSync',
        'openSync',
        'writeSync',
        'fsyncSync',
        'renameSync',
        'rmSync',
      ] as const
    ).map((name) => [
      name,
      (...args: never[]) => {
        if (++faults.step === faults.failAt) throw Object.assign(new Error('the disk is gone'), { code: 'EIO' })
        return (fs[name] as (...args: never[]) => unknown)(...args)
      },
    ]),
  )
  return { ...fs, ...stumbling }
})

let scene: Scene
/** The PHQ-9 was handed in; of the GAD-7 there is a part; nobody has come back yet. */
beforeAll(async () => {
  scene = await makeSchool(mkdtempSync(join(tmpdir(), 'quietroom-school-')))
  const house = openHouse(scene.folder)
  await house.ask('vault.unlock', { password: PASSWORD })
  await house.ask('kiosk.start', { studentId: scene.studentId, assessmentIds: scene.sheets, ...WISHES })
  await house.ask('kiosk.save', { answers: [PHQ9, GAD7] })
})
afterAll(() => rmSync(scene.folder, { recursive: true, force: true }))
const copy = (): string => {
  const folder = join(tempFolder(), 'data')
  cpSync(scene.folder, folder, { recursive: true })
  return folder
}

/** However the program comes back, the password leads into a vault that holds both sheets once, and nothing waits. */
async function expectNothingLost(folder: string): Promise<void> {
  for (let day = 0; day < 2; day++) {
    const house = openHouse(folder)
    await house.ask(house.life.state() === 'kiosk' ? 'kiosk.leave' : 'vault.unlock', { password: PASSWORD })
    if (day === 1) {
      const sheets = await Promise.all(
        scene.sheets.map((assessmentId) => house.ask<{ assessment: Assessment }>('assessments.get', { assessmentId })),
      )
      expect(sheets.map(({ assessment }) => assessment.answers)).toEqual([PHQ9, GAD7])
      expect(existsSync(join(folder, 'kiosk')) ? readdirSync(join(folder, 'kiosk')) : []).toEqual([])
      expect(await house.ask('audit.verify')).toMatchObject({ brokenAt: null })
      const rows = await house.ask<{ event: string }[]>('audit.list', { before: null, limit: 100 })
      expect(rows.filter(({ event }) => event === 'kiosk.sheet-taken-in')).toHaveLength(2)
      expect(rows.filter(({ event }) => event === 'kiosk.sheet-refused')).toHaveLength(0)
    }
    house.life.lock('test')
  }
}

it('whichever step of leaving goes wrong, both sheets come in, each once', { timeout: 300_000 }, async () => {
  const clock = clockFrom(() => MORNING)
  const stumblingClock = {
    ...clock,
    now: () => {
      stumble()
      return clock.now()
    },
  }
  const newId = () => {
    stumble()
    return randomUUID()
  }
  let last = 0
  for (let failAt = 1; failAt <= last || last === 0; failAt++) {
    const folder = copy()
    const house = openHouse(folder, stumblingClock, newId)
    Object.assign(faults, { failAt, step: 0 })
    await house.ask('kiosk.leave', { password: PASSWORD }).catch(() => undefined)
    if (faults.step < failAt) last = faults.step
    faults.failAt = Number.POSITIVE_INFINITY
    house.life.lock('test')
    await expectNothingLost(folder)
  }
  expect(last).toBeGreaterThan(15)
})

const KILLS = 4
it(`no sheet is lost in ${KILLS} kills in the middle of leaving`, { timeout: 120_000 }, async () => {
  const outcomes: string[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const folder = copy()
    outcomes.push(await leaveAndKill(folder, (kill * 60) / KILLS))
    await expectNothingLost(folder)
  }
  expect(outcomes).toContain('SIGKILL')
})

const leaveAndKill = (folder: string, milliseconds: number): Promise<string> =>
  new Promise((resolve, reject) => {
    const file = new URL('kiosk-leaver.ts', import.meta.url).pathname
    const leaver = spawn(process.execPath, [file, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
    let trouble = ''
    leaver.stderr.on('data', (chunk) => (trouble += String(chunk)))
    leaver.stdout.once('data', () => setTimeout(() => leaver.kill('SIGKILL'), milliseconds))
    leaver.once('close', (code, signal) => {
      if (signal || code === 0) resolve(signal ?? 'left')
      else reject(new Error(trouble))
    })
  })
