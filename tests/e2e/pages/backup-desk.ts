import type { Page } from 'playwright-core'
import { pressSend } from './room.ts'

/** The page about backups. */
export const backupDesk = (page: Page) => {
  const dialog = page.getByRole('dialog').last()
  return {
    truth: () => page.locator('.truth').innerText(),
    place: (label: string) => page.locator('.place').filter({ hasText: label }),
    /** Makes the passphrase, types it back, and gives it. */
    async makePassphrase(password: string): Promise<string> {
      await page.getByRole('button', { name: '设备份口令' }).first().click()
      const lines = page.locator('.passphrase li')
      await lines.first().waitFor()
      const words = (await lines.allInnerTexts()).map((line) => line.replace(/^\d\s*/u, '').trim()).join(' ')
      await dialog.getByRole('button', { name: '纸在手上了' }).click()
      await page.getByLabel('备份口令').last().fill(words)
      await page.getByLabel('你的密码').fill(password)
      await pressSend(page)
      await dialog.waitFor({ state: 'detached', timeout: 60_000 })
      return words
    },
    async addPlace(label: string, folder: string): Promise<void> {
      await page.getByRole('button', { name: '加一个位置' }).first().click()
      await page.getByLabel('名称').fill(label)
      await page.getByLabel('文件夹').fill(folder)
      await pressSend(page)
    },
    backUp: () => page.getByRole('button', { name: '立即备份' }).click(),
  }
}

/** The way back from a backup, at any closed door. */
export const restoreWizard = (page: Page) => {
  const card = page.locator('.restore-card')
  return {
    card,
    title: () => card.getByRole('heading', { level: 1 }).innerText(),
    async look(folder: string): Promise<void> {
      await card.getByLabel('文件夹').fill(folder)
      await card.getByRole('button', { name: '找备份' }).click()
    },
    chooseNewest: () => card.getByRole('button', { name: '用这一份' }).first().click(),
    async trySecret(secret: string): Promise<void> {
      await card.getByLabel('口令或恢复码').fill(secret)
      await page.keyboard.press('Enter')
    },
  }
}
