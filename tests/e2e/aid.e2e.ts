import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#contract/calendar'
import { person, STAFF } from '#tests/people'
import { type App, launch } from './launch.ts'
import { paperDesk } from './pages/paper-desk.ts'
import { enterWithStartCode, lockAndWait, peopleDesk } from './pages/people-desk.ts'
import { room, sheet } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('qiu-yifan')
const OFFICE = '学生资助办'
const AT_HOME = '父亲住院，母亲一个人做工'
const WHY = '家里这个月断了收入'
const TOLD = '请告知临时困难补助怎样申请'
/** So long ago that the answer, two weeks by the rule, is late. */
const asked = addDays(new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }), -20)
let app: App

beforeAll(async () => {
  app = await launch()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await setUpRoom(page)
  await room(page).addStudent(child.name)
  await room(page).registerVisit()
})
afterAll(() => app.close())

const panel = () => app.page.locator('#case-aid')
const side = () => app.page.locator('.side-sheet')
const toCase = async (): Promise<void> => {
  await room(app.page).openCase(child.name)
  await panel().waitFor()
}

describe('hard times at home', () => {
  it('are marked on the case and seen above the student’s page', async () => {
    await toCase()
    await panel().getByText('还没有资助转介。').waitFor()
    await panel().getByRole('button', { name: '标记困难关怀' }).click()
    await sheet(app.page).fill('家里的情况', AT_HOME)
    await sheet(app.page).send()
    await panel().getByText(AT_HOME).waitFor()
    await room(app.page).openStudent('qyf', child.name)
    await expect.poll(() => room(app.page).strip()).toContain('困难关怀')
  })
})

describe('a referral for aid', () => {
  it('without agreement asks for the ground', async () => {
    await toCase()
    await panel().getByRole('button', { name: '资助转介' }).click()
    const form = sheet(app.page)
    await form.paper.getByRole('combobox', { name: '送往哪里' }).fill(OFFICE)
    await app.page.keyboard.press('Tab')
    await form.chip('临时困难补助')
    await form.fill('为什么转介', WHY)
    await form.paper.getByText('还差：告诉对方什么').waitFor()
    await form.fill('告诉对方什么', TOLD)
    await form.paper.getByText('还差：谁同意，或者属于哪种保密例外').waitFor()
    await form.paper.getByRole('radiogroup', { name: '保密例外' }).getByRole('radio').last().click()
    const day = form.paper.getByRole('textbox', { name: '日期', exact: true })
    const before = await day.inputValue()
    await expect
      .poll(async () => {
        await day.fill(asked)
        await app.page.keyboard.press('Enter')
        return day.inputValue()
      })
      .not.toBe(before)
    await form.send()
    await expect.poll(() => panel().innerText()).toMatch(/已送出[^]+该答复/u)
  })

  it('that is not answered in time stands on Today, and its slip holds only what is told', async () => {
    const { page } = app
    await room(page).go('今日')
    await page.getByText(`${OFFICE}还没有答复`).waitFor()
    await page.getByRole('button', { name: '记答复' }).click()
    await side().getByRole('button', { name: '打印转介单' }).click()
    const paper = (await (await paperDesk(page).sheets()).allTextContents()).join('')
    for (const words of [child.name, OFFICE, TOLD, '办理情况']) expect(paper).toContain(words)
    expect(paper).not.toMatch(new RegExp(`${WHY}|${AT_HOME}|困难关怀`, 'u'))
    await paperDesk(page).back()
  })

  it('leaves Today once the office has answered', async () => {
    const { page } = app
    await room(page).go('今日')
    await page.getByRole('button', { name: '记答复' }).click()
    await side().getByRole('radio', { name: '已批准' }).click()
    await side().getByRole('textbox', { name: '答复内容' }).fill('本学期可以补助午餐')
    await side().getByRole('button', { name: '记下答复' }).click()
    await side().waitFor({ state: 'hidden' })
    await expect.poll(() => page.getByText(`${OFFICE}还没有答复`).count()).toBe(0)
    await toCase()
    await panel().getByText('本学期可以补助午餐').waitFor()
  })

  it('is corrected, and what stood before comes back with a reason', async () => {
    const { page } = app
    await panel().getByRole('button', { name: OFFICE }).click()
    await side().getByRole('button', { name: '修改', exact: true }).click()
    await sheet(page).paper.getByRole('combobox', { name: '送往哪里' }).fill('年级组')
    await page.keyboard.press('Tab')
    await sheet(page).send()
    await panel().getByRole('button', { name: '年级组' }).click()
    await side().getByRole('button', { name: '以前的样子' }).click()
    await sheet(page).fill('为什么恢复', '送往的地方没有变')
    await sheet(page).send()
    await side().getByText(new RegExp(OFFICE, 'u')).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => panel().innerText()).toContain(OFFICE)
  })

  it('goes to the bin with a reason and can be taken out again', async () => {
    const { page } = app
    await panel().getByRole('button', { name: OFFICE }).click()
    await side().getByRole('button', { name: '移到回收站' }).click()
    const ask = page.getByRole('dialog').last()
    await ask.getByRole('textbox').fill('记重了')
    await ask.getByRole('button', { name: '移到回收站' }).click()
    await expect.poll(() => panel().getByRole('button', { name: OFFICE }).count()).toBe(0)
    await room(page).go('设置')
    await page.getByRole('tab', { name: '回收站' }).click()
    await page.locator('.row', { hasText: '资助转介' }).getByRole('button', { name: '取回' }).click()
    await sheet(page).paper.getByRole('textbox').fill('没有记重')
    await sheet(page).send()
    await page.getByText('回收站是空的。').waitFor()
    await toCase()
    await panel().getByRole('button', { name: OFFICE }).waitFor()
  })
})

describe('the duty desk', () => {
  it('sees who comes and nothing of hard times or aid', async () => {
    const { page } = app
    await peopleDesk(page).open()
    const code = await peopleDesk(page).add(STAFF.duty.name, '值班人员')
    await lockAndWait(page)
    await enterWithStartCode(page, code, 'copper willow garden lantern rain')
    await page.getByRole('listitem').filter({ hasText: child.name }).waitFor()
    expect(await page.locator('body').innerText()).not.toMatch(new RegExp(`困难|资助|${AT_HOME}`, 'u'))
    // The code opens nothing but the page for a password: that answer is a 403.
    expect(app.complaints.filter((line) => !line.includes('403'))).toEqual([])
  })
})
