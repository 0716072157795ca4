import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { PAGE } from '#db/vault/pages'
import { systemClock } from '#electron/host/clock'
import { addStudents, foundSchool, NAMES, openHouse, PASSWORD } from '#tests/electron/kiosk-house'
import { type App, launch } from './launch.ts'
import { room } from './pages/room.ts'

const folders: string[] = []
let app: App | undefined
afterEach(async () => {
  await app?.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const open = async (page: Page): Promise<void> => {
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(PASSWORD)
  await page.keyboard.press('Enter')
}
const inTheRoom = (page: Page) => page.getByRole('navigation').waitFor({ timeout: 30_000 })

/** A closed vault with a dozen students; `meanwhile` works on it with the file as it was before in hand. */
async function closedVault() {
  const folder = mkdtempSync(join(tmpdir(), 'quietroom-alarms-'))
  folders.push(folder)
  const file = join(folder, 'vault.db')
  const house = openHouse(folder, systemClock)
  await foundSchool(house)
  const stick = mkdtempSync(join(tmpdir(), 'quietroom-stick-'))
  folders.push(stick)
  await house.ask('backups.addPlace', { label: 'U 盘', folder: stick })
  house.life.lock('test')
  copyFileSync(file, `${file}.before`)
  await house.ask('vault.unlock', { password: PASSWORD })
  await addStudents(house)
  const root = house.life
    .room()
    ?.connection.vault.db.prepare(`SELECT rootpage FROM sqlite_master WHERE name = 'imports'`)
  const page = Number(root?.pluck().get())
  house.life.lock('test')
  return { folder, file, page }
}

it('an older vault in the place of the newer one: read first, then go on with a reason', async () => {
  const { folder, file } = await closedVault()
  copyFileSync(`${file}.before`, file)
  app = await launch({ dataDir: folder })
  const { page, complaints } = app
  await open(page)
  await page.getByRole('heading', { name: '这份记录比应有的旧' }).waitFor({ timeout: 30_000 })
  expect(await page.getByText('次已经保存的修改不在里面').count()).toBe(1)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('打开来看')
  await page.keyboard.press('Enter')
  await page.getByText('现在只能看').waitFor()
  await inTheRoom(page)
  // What would only be refused is not offered.
  await page.locator('.today-visitors').waitFor()
  const offered = page.getByRole('button', { name: /登记来访|去备份/u })
  expect(await offered.count()).toBe(0)
  await room(page).go('备份')
  await page.getByRole('switch', { name: '关闭静室时，在这台电脑里留一份' }).waitFor()
  expect(await page.getByRole('switch', { name: '关闭静室时，在这台电脑里留一份' }).isDisabled()).toBe(true)
  expect(await page.getByRole('button', { name: '不再使用“U 盘”' }).count()).toBe(0)
  await page.getByRole('button', { name: '怎么回事' }).click()
  await page.getByRole('button', { name: '继续使用' }).click()
  await page.getByLabel('为什么可以继续').fill('断电，已对照纸质登记补录')
  await page.keyboard.press('Enter')
  await inTheRoom(page)
  await expect.poll(() => page.getByText('现在只能看').count()).toBe(0)
  await offered.first().waitFor()
  expect(complaints).toEqual([])
})

it('a damaged page: what is whole can be read, and is taken out into a new vault', async () => {
  const { folder, file, page: number } = await closedVault()
  const bytes = readFileSync(file)
  bytes.fill(0, (number - 1) * PAGE, number * PAGE)
  writeFileSync(file, bytes)
  app = await launch({ dataDir: folder, language: 'zh', shade: 'dark' })
  const { page, complaints } = app
  await open(page)
  await page.getByRole('heading', { name: '记录文件有损坏' }).waitFor({ timeout: 30_000 })
  expect(await page.getByRole('button', { name: '继续使用' }).count()).toBe(0)
  await page.getByRole('button', { name: '打开来看' }).click()
  await room(page).go('学生')
  await page
    .getByText(NAMES[0] ?? '')
    .first()
    .waitFor()
  await page.getByRole('button', { name: '怎么回事' }).click()
  await page.getByRole('button', { name: '开始救出' }).click()
  await page.getByLabel('再输一次密码').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByText('没有缺的').waitFor()
  await page.getByRole('button', { name: '锁上，用救出的这一份' }).click()
  await open(page)
  await inTheRoom(page)
  expect(await page.getByText('现在只能看').count()).toBe(0)
  expect(complaints).toEqual([])
})
