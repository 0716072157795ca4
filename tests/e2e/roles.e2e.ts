import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { localOf } from '#contract/calendar'
import type { Role } from '#contract/procedure'
import { person, PRACTICE_ACCOUNT, STAFF } from '#tests/people'
import { walkIn } from '#tests/records'
import { type App, launch } from './launch.ts'
import { lockAndWait } from './pages/people-desk.ts'
import { unlock } from './pages/room.ts'
import { vaultOfTests } from './vault-of-tests.ts'

/** Each has one role and no other. */
const ALONE = [
  { role: 'director', name: STAFF.director.name },
  { role: 'duty', name: STAFF.duty.name },
  { role: 'supervisor', name: STAFF.doctor.name },
  { role: 'administrator', name: STAFF.classTeacher.name },
] as const satisfies { role: Role; name: string }[]
const passwordOf = (role: Role): string => `${role} crosses seven quiet bridges at noon`
let vault: Awaited<ReturnType<typeof vaultOfTests>>
let app: App

beforeAll(async () => {
  const now = localOf(Date.now())
  vault = await vaultOfTests(async ({ ask, student }) => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    const fields = walkIn(me.id, { arrivedAt: now })
    await ask('visits.register', { id: randomUUID(), studentId: await student(person('zhou-yiming')), fields })
    for (const { role, name } of ALONE) {
      const { startCode } = await ask<{ startCode: string }>('accounts.add', { name, sex: null, roles: [role] })
      await ask('vault.lock')
      await ask('vault.unlock', { password: startCode })
      await ask('accounts.changePassword', { password: startCode, newPassword: passwordOf(role) })
      await ask('vault.lock')
      await ask('vault.unlock', { password: PRACTICE_ACCOUNT.password })
    }
  })
  app = await launch({ dataDir: vault.folder })
  app.page.setDefaultTimeout(15_000)
})
afterEach(() => lockAndWait(app.page))
afterAll(async () => {
  await app.close()
  rmSync(vault.folder, { recursive: true, force: true })
})

it.each(ALONE)(
  '$role: every page and every tab in sight opens, asks for nothing refused and shows no failure',
  async ({ role }) => {
    const { page } = app
    await unlock(page, passwordOf(role))
    const links = page.getByRole('navigation').getByRole('link')
    await links.first().waitFor()
    for (let at = 0; at < (await links.count()); at++) {
      await links.nth(at).click()
      await rests()
      const tabs = page.getByRole('main').getByRole('tab')
      for (let tab = 0; tab < (await tabs.count()); tab++) {
        await tabs.nth(tab).click()
        await rests()
      }
    }
    expect(app.complaints).toEqual([])
  },
)

/** What the page asked for has been answered. */
const rests = async (): Promise<void> => {
  await app.page.waitForTimeout(400)
  await app.page.waitForFunction(() => document.querySelector('[aria-busy=true], .ant-skeleton, .frame-wait') === null)
  expect(await app.page.locator('.error-state').allInnerTexts()).toEqual([])
}
