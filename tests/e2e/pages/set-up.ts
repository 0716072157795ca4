import type { Page } from 'playwright-core'
import { PRACTICE_ACCOUNT, SCHOOL } from '#tests/people'

type Room = { school: string; counselor: string; password: string }
const PRACTICE: Room = {
  school: SCHOOL.name,
  counselor: PRACTICE_ACCOUNT.name,
  password: PRACTICE_ACCOUNT.password,
}

/** The first start, page by page, up to the open room. The recovery code is typed back from the sheet. */
export const setUpRoom = async (page: Page, room: Room = PRACTICE): Promise<void> => {
  const { school, counselor, password } = room
  const goOn = (verb: string | RegExp) => page.getByRole('button', { name: verb }).last().click()
  await page.getByRole('button', { name: /建立我们学校的静室/ }).click()

  await page.getByLabel('校名').fill(school)
  await page.getByRole('radio', { name: '初中' }).click()
  await goOn('继续')

  await page.getByLabel('你的名字').fill(counselor)
  await page.getByRole('radio', { name: '女' }).click()
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(password)
  await page.getByLabel('再输一次').fill(password)
  await goOn('继续')

  const lines = page.locator('.recovery-code li')
  await page.getByRole('button', { name: '纸在手上了' }).click({ trial: true })
  const code = (await lines.allInnerTexts()).map((line) => line.replace(/^\d\s+/u, '').trim())
  await goOn('纸在手上了')
  const boxes = page.getByRole('textbox')
  for (const [index, line] of code.entries()) await boxes.nth(index).fill(line)
  await goOn('核对')

  await goOn('建好并打开')
  await page.getByRole('navigation').waitFor({ timeout: 60_000 })
}
