import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, PRACTICE_ACCOUNT } from '#tests/people'
import { type App, launch } from './launch.ts'
import { noteDesk } from './pages/note-desk.ts'
import { pressSend, sheet, unlock } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'quietroom-typing-'))
const visitor = person('he-jiashu')
const { password } = PRACTICE_ACCOUNT
let app: App

beforeAll(async () => {
  app = await launch({ dataDir })
  app.page.setDefaultTimeout(15_000)
  const { page } = app
  await setUpRoom(page)
  await page.getByRole('button', { name: '登记来访' }).first().click()
  await sheet(page).paper.getByRole('combobox').fill(visitor.name)
  await page.getByRole('option', { name: /不在名册/u }).click()
  await pressSend(page)
  await page.getByRole('button', { name: '登记，写记录' }).click()
  await noteDesk(page).part('当前状态').waitFor()
})
afterAll(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const openNote = async (app: App): Promise<string> => {
  await app.page.getByRole('button', { name: '写记录' }).click()
  await noteDesk(app.page).part('当前状态').waitFor()
  return noteDesk(app.page).text('当前状态')
}

describe('text that is being typed', () => {
  it('survives the lock in the middle of a word, to the last character', async () => {
    const { page } = app
    await page.keyboard.type('还没写完的半句')
    await page.keyboard.press('Control+l')
    await unlock(page, password)
    expect(await openNote(app)).toBe('还没写完的半句')
  })

  it('survives the lock that comes by itself after five minutes; thirty seconds before, a key keeps the room open', async () => {
    const { page } = app
    await page.clock.install()
    await page.keyboard.press('Control+l')
    await unlock(page, password)
    await openNote(app)
    const warning = page.getByRole('dialog').getByText('还在吗？')
    await page.clock.fastForward('04:40')
    await warning.waitFor()
    await page.keyboard.press('Enter')
    await warning.waitFor({ state: 'detached' })
    await noteDesk(page).part('分析').click()
    await page.keyboard.type('想到一半被叫走')
    await page.clock.fastForward('05:01')
    await unlock(page, password)
    expect(await openNote(app)).toBe('还没写完的半句')
    expect(await noteDesk(page).text('分析')).toBe('想到一半被叫走')
  })

  it('survives a killed process but for the last second', async () => {
    await noteDesk(app.page).part('当前状态').press('End')
    const perSecond = 20
    const typed = 'abcdefghij'.repeat(6)
    await app.page.keyboard.type(typed, { delay: 1000 / perSecond })
    app.host.process.kill('SIGKILL')
    await app.host.exited
    await app.page.context().close()
    app = await launch({ dataDir })
    app.page.setDefaultTimeout(15_000)
    await unlock(app.page, password)
    const kept = await openNote(app)
    expect(`还没写完的半句${typed}`.startsWith(kept)).toBe(true)
    expect(kept.length).toBeGreaterThanOrEqual('还没写完的半句'.length + typed.length - perSecond)
  })
})
