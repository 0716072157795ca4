import type { Page } from 'playwright-core'
import { pressSend, room, sheet } from './room.ts'

/** 设置 → 人员与密码. */
export const peopleDesk = (page: Page) => {
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  /** Reads the start code as somebody copies it by hand. */
  const copied = async (): Promise<string> => {
    const code = page.getByRole('group', { name: '起始码' })
    await code.waitFor()
    const groups = await code.locator('span').allInnerTexts()
    await page.getByRole('button', { name: '已抄好' }).click()
    await code.waitFor({ state: 'detached' })
    return groups.join('-')
  }
  return {
    row,
    async open(): Promise<void> {
      await room(page).go('设置')
      await page.getByRole('tab', { name: '人员与密码' }).click()
    },
    async add(name: string, role: string): Promise<string> {
      await page.getByRole('button', { name: '添加人员' }).click()
      const paper = sheet(page)
      await paper.fill('名字', name)
      if (role !== '心理教师') {
        await paper.paper.getByRole('checkbox', { name: /^心理教师/u }).uncheck()
        await paper.paper.getByRole('checkbox', { name: new RegExp(`^${role}`, 'u') }).check()
      }
      await pressSend(page)
      return copied()
    },
    copied,
  }
}

/** The locked door, whoever stands before it. */
export const lockAndWait = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+l')
  await page.getByRole('textbox', { name: '密码', exact: true }).waitFor({ timeout: 30_000 })
}

/** With a start code: a password of one's own comes first. */
export const enterWithStartCode = async (page: Page, code: string, password: string): Promise<void> => {
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '请设一个自己的密码' }).waitFor({ timeout: 30_000 })
  await page.getByRole('textbox', { name: '新密码', exact: true }).fill(password)
  await page.getByRole('textbox', { name: '再输一次', exact: true }).fill(password)
  await page.getByRole('button', { name: '启用我的密码' }).click()
  await page.getByRole('navigation').waitFor({ timeout: 30_000 })
}
