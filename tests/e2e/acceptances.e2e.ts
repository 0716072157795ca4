import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, STAFF } from '#tests/people'
import { type App, launch } from './launch.ts'
import { room, sheet } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('qiu-yifan')
const other = person('bai-luoyi')
let app: App

beforeAll(async () => {
  app = await launch()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await setUpRoom(page)
  for (const { name } of [child, other]) await room(page).addStudent(name)
})
afterAll(() => app.close())

const openStudent = async (name: string): Promise<void> => {
  await room(app.page).go('学生')
  await app.page.getByText(name, { exact: true }).first().click()
  await app.page.getByRole('button', { name: '更多' }).waitFor()
}
const more = async (name: string): Promise<void> => {
  await app.page.getByRole('button', { name: '更多' }).click()
  await app.page.getByRole('menuitem', { name }).click()
}

describe('who is to be taken on', () => {
  it('is out of sight in a room of one until somebody asks; then Today says so first', async () => {
    const { page } = app
    await room(page).go('登记')
    await page.getByRole('tab', { name: '班级动态' }).waitFor()
    expect(await page.getByRole('tab', { name: '接案' }).count()).toBe(0)
    await openStudent(child.name)
    await more('登记接案申请')
    const form = sheet(page)
    await form.fill('姓名', STAFF.classTeacher.name)
    await form.fill('为什么提出', '一个月来上课走神，常说累')
    await form.fill('先前答应过的', '可以每天来')
    await form.send()
    await room(page).go('今日')
    const first = page.locator('.today-due .row').first()
    await first.getByText('1 份待接案').waitFor()
    await first.getByRole('button', { name: '去接案' }).click()
    await page.getByRole('tab', { name: '接案', selected: true }).waitFor()
  })
  it('is taken on with a word on what was promised, and the next click is a time', async () => {
    const { page } = app
    await page.getByRole('button', { name: '处理' }).click()
    const side = page.locator('.side-sheet')
    await side.getByText('可以每天来').waitFor()
    expect(await side.getByRole('button', { name: '接下' }).isDisabled()).toBe(true)
    await side.getByText('有异议', { exact: true }).click()
    await side.getByRole('textbox', { name: '对先前承诺的异议' }).fill('每周一次')
    await side.getByRole('button', { name: '接下' }).click()
    await side.getByText('每周一次').waitFor()
    await side.getByRole('button', { name: '约时间' }).waitFor()
    await side.getByRole('button', { name: '去个案页' }).click()
    await page.getByText('由教师或家长带来，本人同意').first().waitFor()
  })
})

describe('whoever does not want to come', () => {
  it('is asked for nothing before anything has begun; once booked, what is missing is said', async () => {
    const { page } = app
    await openStudent(other.name)
    expect(await page.locator('.student').innerText()).not.toContain('还差')
    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    await page.keyboard.press('PageDown')
    await page.getByRole('button', { name: /^预约/u }).click()
    await page.getByRole('dialog').getByRole('combobox').fill(other.name)
    await page
      .getByRole('option', { name: new RegExp(other.name, 'u') })
      .first()
      .click()
    const form = sheet(page)
    await form.paper.getByRole('button', { name: /^约上/u }).waitFor()
    await form.send()
    await page.locator('.cal-block', { hasText: other.name }).waitFor()
    await openStudent(other.name)
    await page.getByText('还差：知情告知').waitFor()
  })
  it('has the visit that is booked cancelled along with it, and is asked for nothing any more', async () => {
    const { page } = app
    await more('暂不愿意来')
    const form = sheet(page)
    const visit = form.paper.getByRole('checkbox', { name: /^取消 /u })
    await visit.waitFor()
    expect(await visit.isChecked()).toBe(true)
    await form.send()
    await page.getByText(/^暂不愿意来 ·/u).waitFor()
    await page.locator('.timeline-row', { hasText: '已取消' }).waitFor()
    expect(await page.locator('.student').innerText()).not.toContain('还差')
    await page.getByRole('button', { name: '愿意来了' }).click()
    await page.getByText(/^暂不愿意来 ·/u).waitFor({ state: 'detached' })
  })
  it('is left in peace: said calmly beside the name, off the waiting list, and over with one click', async () => {
    const { page } = app
    await openStudent(other.name)
    await more('暂不愿意来')
    const form = sheet(page)
    await form.chip('教师建议')
    await form.fill('学生的话', '现在不想谈')
    await form.send()
    await page.getByText(/^暂不愿意来 ·/u).waitFor()
    await page.getByRole('button', { name: '愿意来了' }).click()
    await page.getByText(/^暂不愿意来 ·/u).waitFor({ state: 'detached' })
    await page.locator('.timeline-row', { hasText: '现在不想谈' }).getByRole('button', { name: '暂不愿意来' }).click()
    const side = page.locator('.side-sheet')
    await expect.poll(() => side.innerText()).toContain('现在不想谈')
  })
})
