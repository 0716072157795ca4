import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localOf } from '#contract/calendar'
import { EMPTY_NOTE } from '#contract/note-parts'
import { base64, png } from '#tests/core/attachments/pictures'
import { person } from '#tests/people'
import { walkIn } from '#tests/records'
import { type App, launch } from './launch.ts'
import { pressSend, room, sheet, unlock } from './pages/room.ts'
import { vaultOfTests } from './vault-of-tests.ts'

const child = person('zhou-yiming')
const other = person('li-ruoxi')
let vault: Awaited<ReturnType<typeof vaultOfTests>>
let app: App

beforeAll(async () => {
  const now = localOf(Date.now())
  vault = await vaultOfTests(async ({ ask, student }) => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    const studentId = await student(child)
    await student(other)
    const visit = await ask<{ id: string; caseId: string }>('visits.register', {
      id: randomUUID(),
      studentId,
      fields: walkIn(me.id, { arrivedAt: now, endedAt: now }),
    })
    const note = { visitId: visit.id, studentId }
    await ask('notes.save', { ...note, version: 0, body: { ...EMPTY_NOTE, state: '话不多' } })
    await ask('notes.sign', { ...note, version: 1 })
    await ask('consents.record', {
      id: randomUUID(),
      studentId,
      fields: {
        kind: 'notice',
        textVersion: '1',
        givenOn: now.slice(0, 10),
        signer: 'student',
        signerName: '',
        mode: 'paper',
        scope: '',
      },
    })
    await ask('attachments.add', {
      id: randomUUID(),
      studentId,
      about: 'student',
      aboutId: studentId,
      fields: { name: '手写信', kind: 'other', note: '' },
      content: base64(png()),
    })
    await ask('hours.handOver', { id: randomUUID(), toId: null, note: '' })
    const about = { caseId: visit.caseId, studentId }
    await ask('cases.close', { ...about, reason: 'goal-reached', closeNote: '目标达成', advice: '' })
    await ask('archives.file', { ...about, box: '' })
  })
  app = await launch({ dataDir: vault.folder, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  app.page.setDefaultTimeout(15_000)
  await unlock(app.page, vault.password)
})
afterAll(async () => {
  await app.close()
  rmSync(vault.folder, { recursive: true, force: true })
})

/** Locks in the middle of it, comes back, and goes on from the row on Today. */
const comesBack = async (form: string): Promise<void> => {
  const { page } = app
  await page.keyboard.press('Control+l')
  await unlock(page, vault.password)
  const row = page.locator('.today-unfinished .row', { hasText: form })
  await row.getByRole('button', { name: '继续' }).click()
}
const openCase = async (): Promise<void> => {
  await room(app.page).go('个案')
  await app.page.getByRole('radio', { name: '已归档' }).click()
  await app.page.locator('.row-open', { hasText: child.name }).click()
  await app.page.locator('.case-stages').waitFor()
}

describe('what is typed and not sent comes back after a lock, and its row on Today leads there', () => {
  it('the note of a paper', async () => {
    const { page } = app
    await room(page).openStudent('zym', child.name)
    await room(page).more('纸件与附件')
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click()
    await sheet(page).fill('备注', '开学时收到')
    await comesBack('材料的名称和备注')
    await expect.poll(() => page.getByRole('textbox', { name: '备注', exact: true }).inputValue()).toBe('开学时收到')
  })

  it('the reason of a withdrawal', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await room(page).openStudent('zym', child.name)
    await room(page).more('记录知情同意')
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
    await sheet(page).fill('为什么撤回（可不填）', '想先停一停')
    await comesBack('撤回同意')
    const reason = page.getByRole('textbox', { name: '为什么撤回（可不填）' })
    await expect.poll(() => reason.inputValue()).toBe('想先停一停')
  })

  it('why two are kept apart', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await openCase()
    await page.getByRole('button', { name: '加一位' }).click()
    await page.getByRole('combobox', { name: '和谁错开' }).fill('lrx')
    await page.getByRole('option', { name: new RegExp(other.name, 'u') }).click()
    await page.getByRole('textbox', { name: '原因' }).fill('同一件事的两边')
    await comesBack('需要错开的学生')
    await expect.poll(() => page.getByRole('textbox', { name: '原因' }).inputValue()).toBe('同一件事的两边')
    expect(await page.locator('.case-way').innerText()).toContain(other.name)
  })

  it('why a file is destroyed; its number is typed anew', async () => {
    const { page } = app
    await openCase()
    await page.getByRole('button', { name: '提前销毁…' }).click()
    await sheet(page).fill('销毁原因', '监护人书面要求')
    await sheet(page).fill('输入档案号', 'D')
    await comesBack('销毁档案')
    await expect.poll(() => page.getByRole('textbox', { name: '销毁原因' }).inputValue()).toBe('监护人书面要求')
    expect(await page.getByRole('textbox', { name: '输入档案号' }).inputValue()).toBe('')
  })

  it('a word to the next shift', async () => {
    const { page } = app
    await page.keyboard.press('Escape')
    await room(page).go('设置')
    await page.getByRole('tab', { name: '值班' }).click()
    await page.getByRole('textbox', { name: '留言' }).fill('钥匙在第二格')
    await comesBack('交接班备注')
    await expect.poll(() => page.getByRole('textbox', { name: '留言' }).inputValue()).toBe('钥匙在第二格')
  })
})

it('what is not wanted any more is shown once more and thrown away from its row', async () => {
  const { page } = app
  await room(page).go('今日')
  const rows = page.locator('.today-unfinished .row', { hasText: '未提交' })
  await expect.poll(() => rows.count()).toBe(5)
  await rows.filter({ hasText: '交接班备注' }).getByRole('button', { name: '不要了' }).click()
  const asked = page.getByRole('dialog')
  await expect.poll(() => asked.getByRole('textbox').inputValue()).toContain('钥匙在第二格')
  await asked.getByRole('button', { name: '不要了' }).click()
  await expect.poll(() => rows.count()).toBe(4)
  expect(app.complaints).toEqual([])
})

it('a form filled in before its former draft is looked up is sent by the first Ctrl+Enter', async () => {
  const { page } = app
  let lookUp = (): void => undefined
  const held = new Promise<void>((done) => (lookUp = done))
  await page.route('**/rpc/drafts/get', (route) => held.then(() => route.continue()))
  await room(page).go('学生')
  await page.getByRole('button', { name: '添加学生' }).click()
  const newcomer = person('he-jiashu')
  await sheet(page).fill('姓名', newcomer.name)
  await pressSend(page)
  await page.getByRole('heading', { name: newcomer.name }).waitFor()
  lookUp()
  await page.unrouteAll({ behavior: 'wait' })
  expect(app.complaints).toEqual([])
})

it('Esc closes the sheet above a page and never the page with it, also when somebody hears it before the page', async () => {
  const { page } = app
  await room(page).openStudent('zym', child.name)
  await room(page).more('纸件与附件')
  await page.getByRole('dialog').waitFor()
  await page.evaluate(() => {
    const close = () => document.querySelector<HTMLElement>('.ant-modal-close')?.click()
    document.addEventListener('keydown', close, { capture: true, once: true })
  })
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await room(page).title()).toBe(child.name)
})
