import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, PRACTICE_ACCOUNT, SCHOOL } from '#tests/people'
import { type App, launch } from './launch.ts'
import { backupDesk, restoreWizard } from './pages/backup-desk.ts'
import { pressSend, room, sheet, unlock } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('li-ruoxi')
const scratch = mkdtempSync(join(tmpdir(), 'quietroom-backups-'))
const stick = mkdtempSync(join(scratch, 'stick-'))
const { password } = PRACTICE_ACCOUNT
/** A page that is fetched when it is first opened, on a busy computer. */
const SOON = { timeout: 15_000 }
let app: App
let passphrase = ''

const setsOn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('QR-'))
const imageOf = (set: string) =>
  join(stick, set, readdirSync(join(stick, set)).find((name) => name.includes('vault')) ?? '')
/** Turns over one byte in the middle of a file. */
const damage = (file: string) => {
  const bytes = readFileSync(file)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
}

beforeAll(async () => {
  app = await launch({ dataDir: join(scratch, 'data') })
  app.page.setDefaultTimeout(20_000)
  await setUpRoom(app.page)
})
afterAll(async () => {
  await app.close()
  rmSync(scratch, { recursive: true, force: true })
})

describe('the first backup', () => {
  it('a new room says gently that there is none, with the way there', async () => {
    const { page } = app
    await page.getByText('还没有备份。').waitFor()
    await page.getByRole('button', { name: '去备份' }).click()
    await expect.poll(() => backupDesk(page).truth(), SOON).toContain('还没有备份。这台电脑坏了或丢了，记录就没有了。')
  })

  it('the passphrase can be printed, and is put into use once it was typed back', async () => {
    const { page } = app
    await page.getByRole('button', { name: '设备份口令' }).first().click()
    await page.locator('.passphrase li').first().waitFor()
    const focus = () => page.evaluate(() => document.activeElement?.textContent)
    await expect.poll(focus).toContain('打印备份口令单')
    await page.keyboard.press('Enter')
    await page.locator('.paper-secret-code').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(focus).toContain('纸在手上了')
    await page.keyboard.press('Enter')
    await page.getByLabel('备份口令').last().fill('something else')
    await page.getByLabel('你的密码').fill(password)
    await pressSend(page)
    await page.getByText('和纸上的不一样，请逐个词对照。').waitFor()
    await page.keyboard.press('Escape')
    passphrase = await backupDesk(page).makePassphrase(password)
    expect(passphrase.split(' ').length).toBeGreaterThanOrEqual(6)
    await page.getByText('起使用。纸质口令单在信封里。').waitFor()
  })

  it('a folder that cannot be used says why; one that can becomes a place', async () => {
    const { page } = app
    const desk = backupDesk(page)
    await desk.addPlace('红色 U 盘', join(scratch, 'nowhere'))
    await page.getByText('找不到这个文件夹。').waitFor()
    await page.getByLabel('文件夹').fill(join(scratch, 'data'))
    await pressSend(page)
    await page.getByText('和记录在一起的备份不算备份').waitFor()
    await page.getByLabel('文件夹').fill(stick)
    await pressSend(page)
    await desk.place('红色 U 盘').getByText('已插上').waitFor()
    expect(await desk.place('红色 U 盘').innerText()).toContain('还没有备份')
  })

  it('the stick may be removed once it was written and read again', async () => {
    const { page } = app
    await room(page).go('学生')
    await page.getByRole('button', { name: '添加学生' }).click()
    const form = sheet(page)
    await form.fill('姓名', child.name)
    await form.chip('女')
    await form.send()
    await expect.poll(() => room(page).title(), SOON).toBe(child.name)
    await room(page).go('备份')
    const desk = backupDesk(page)
    await desk.backUp()
    await desk.place('红色 U 盘').getByText('可以拔出了').waitFor({ timeout: 60_000 })
    expect(await desk.truth()).toContain('最近一次完好备份：刚刚，在“红色 U 盘”，已重新读过。')
    expect(setsOn(stick)).toHaveLength(1)
    await room(page).go('今日')
    expect(await page.getByText('还没有备份。').count()).toBe(0)
  })

  it('a rehearsal opens and compares it, and the certificate says so', async () => {
    const { page } = app
    await room(page).go('备份')
    await page.getByRole('button', { name: '现在演练' }).click()
    await page.getByText(/学生 1、来访 0、记录 0，全部一致/u).waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '打印证明' }).click()
    const paper = page.locator('.paper-sheet').first()
    await paper.waitFor()
    expect(await paper.innerText()).toContain('全部与备份时一致')
    await page.keyboard.press('Escape')
  })

  it('a copy that was changed is found out by the next rehearsal, and a new backup mends it', async () => {
    const { page } = app
    const desk = backupDesk(page)
    damage(imageOf(setsOn(stick).at(-1) ?? ''))
    await page.getByRole('button', { name: '现在演练' }).click()
    await page.getByText('没有通过', { exact: true }).waitFor({ timeout: 60_000 })
    await desk.backUp()
    await expect.poll(() => setsOn(stick).length, { timeout: 60_000 }).toBe(2)
    await desk.place('红色 U 盘').getByText('可以拔出了').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '现在演练' }).click()
    await page.getByText(/全部一致/u).waitFor({ timeout: 60_000 })
  })

  it('a stick that is pulled out shows as away, and as here when it comes back', async () => {
    const { page } = app
    const desk = backupDesk(page)
    renameSync(stick, `${stick}-away`)
    await desk.place('红色 U 盘').getByText('没插上').waitFor()
    expect(await page.getByRole('button', { name: '备份到“红色 U 盘”' }).isDisabled()).toBe(true)
    renameSync(`${stick}-away`, stick)
    await desk.place('红色 U 盘').getByText('已插上').waitFor()
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    const refusals = /status of (403|409|422)/u
    expect(app.complaints.filter((line) => !refusals.test(line))).toEqual([])
  })
})

describe('the way back', () => {
  it('at the locked door it begins without a password, and Esc leads back without loss', async () => {
    const { page } = app
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: '打不开？从备份恢复' }).click()
    const wizard = restoreWizard(page)
    await wizard.look(join(scratch, 'nowhere'))
    await page.getByText('找不到这个文件夹。').waitFor()
    await wizard.look(stick)
    await expect.poll(() => wizard.title(), SOON).toBe('用哪一份？')
    await wizard.card.getByText('这台电脑的记录').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await wizard.card.getByLabel('文件夹').inputValue()).toBe(stick)
    await page.keyboard.press('Escape')
    await unlock(page, password)
  })

  it('on an empty computer the set-up page leads to it; a wrong secret is told from the right one', async () => {
    await app.close()
    rmSync(join(scratch, 'data'), { recursive: true })
    app = await launch({ dataDir: join(scratch, 'data') })
    const { page } = app
    page.setDefaultTimeout(20_000)
    await page.getByRole('button', { name: '从备份恢复' }).click()
    const wizard = restoreWizard(page)
    await wizard.look(stick)
    await wizard.chooseNewest()
    await wizard.trySecret('quite another passphrase')
    await page.getByText('打不开这份备份。').waitFor({ timeout: 60_000 })
    await expect
      .poll(() => wizard.card.getByRole('button', { name: '打开看看' }).isEnabled(), { timeout: 30_000 })
      .toBe(true)
    await wizard.trySecret(passphrase)
    await expect.poll(() => wizard.title(), { timeout: 60_000 }).toBe('这份备份里面')
    const inside = await wizard.card.innerText()
    expect(inside).toContain(SCHOOL.name)
    expect(inside).toMatch(/1\s*学生/u)
    expect(inside).toContain('还没有记录。')
  })

  it('the records are there again behind the usual password', async () => {
    const { page } = app
    const wizard = restoreWizard(page)
    await wizard.card.getByRole('button', { name: '就用这一份' }).click()
    await page.getByText('每个人的密码照常使用。').waitFor()
    await wizard.card.getByRole('button', { name: '现在恢复' }).click()
    await expect.poll(() => wizard.title(), { timeout: 60_000 }).toBe('恢复好了')
    await wizard.card.getByRole('button', { name: '去开门' }).click()
    await unlock(page, password)
    await room(page).openStudent('lrx', child.name)
  })

  it('a damaged backup is told from a wrong passphrase, and is never put in place', async () => {
    const { page } = app
    damage(imageOf(setsOn(stick).at(-1) ?? ''))
    await page.keyboard.press('Control+l')
    await page.getByRole('button', { name: '打不开？从备份恢复' }).click()
    const wizard = restoreWizard(page)
    await wizard.look(stick)
    await wizard.chooseNewest()
    await wizard.trySecret(passphrase)
    await page.getByText(/这份备份坏了，不是口令的问题|页损坏，不能用这一份恢复/u).waitFor({ timeout: 60_000 })
    const goOn = wizard.card.getByRole('button', { name: '就用这一份' })
    expect((await goOn.count()) === 0 || (await goOn.isDisabled())).toBe(true)
    await wizard.card.getByRole('button', { name: '不恢复了' }).click()
    await unlock(page, password)
  })
})

describe('records whose files are gone', () => {
  it('never lead to an empty room: what is missing is named, and the way back stands there', async () => {
    await app.close()
    const data = join(scratch, 'data')
    renameSync(join(data, 'vault.db'), join(scratch, 'vault.db'))
    app = await launch({ dataDir: data })
    const { page } = app
    await page.getByRole('heading', { name: '记录文件不见了' }).waitFor()
    expect(await page.getByText('建立我们学校的静室').count()).toBe(0)
    renameSync(join(scratch, 'vault.db'), join(data, 'vault.db'))
    await page.getByRole('button', { name: '再看一次' }).click()
    await unlock(page, password)
  })

  it('a record file that does not open at all leaves two ways: a backup, or what can still be read', async () => {
    const { page } = app
    await page.keyboard.press('Control+l')
    await page.getByRole('textbox', { name: '密码', exact: true }).waitFor()
    const file = join(scratch, 'data', 'vault.db')
    const bytes = readFileSync(file)
    bytes.fill(0xaa, 200, 4000)
    writeFileSync(file, bytes)
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(password)
    await page.keyboard.press('Enter')
    await page.getByText('记录文件打不开，可能已损坏。').waitFor({ timeout: 60_000 })
    await page.getByRole('button', { name: '没有备份？救出还能读的' }).click()
    await page.getByRole('heading', { name: '救出还能读的' }).waitFor()
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await expect.poll(() => restoreWizard(page).title(), SOON).toBe('备份在哪里？')
  })
})
