import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { room, sheet } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('qiu-yifan')
const TEACHER = '高老师'
let app: App

beforeAll(async () => {
  app = await launch()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await setUpRoom(page)
  await room(page).addStudent(child.name)
})
afterAll(() => app.close())

const tab = async (name: string): Promise<void> => {
  await room(app.page).go('登记')
  await app.page.getByRole('tab', { name }).click()
}
const pick = async (name: string): Promise<void> => {
  await app.page.getByRole('dialog').getByRole('combobox').fill(name)
  await app.page
    .getByRole('option', { name: new RegExp(name, 'u') })
    .first()
    .click()
}

describe('what comes into the room besides visitors', () => {
  it('the letterbox is opened; a letter is read, answered, and the answer stands', async () => {
    const { page } = app
    await tab('心理信箱')
    await page.getByText('今天还没有开箱。').waitFor()
    await page.getByRole('button', { name: '登记来信' }).click()
    const form = sheet(page)
    await form.chip('匿名')
    await form.send()
    await page.getByText(/开过了，1 封/u).waitFor()
    await page.getByRole('button', { name: '读信' }).click()
    const side = page.locator('.side-sheet')
    await side.getByRole('textbox', { name: '信里说了什么' }).fill('和好朋友吵架了，不知道怎么道歉')
    await side.getByRole('button', { name: '读过了' }).click()
    await side.getByText('已读，待回').waitFor()
    await side.getByRole('textbox', { name: '回信' }).fill('谢谢你写信来。')
    await side.getByRole('button', { name: '记下回信' }).click()
    await side.getByText('已回信').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.letters-columns').innerText()).toContain('没有待处理的来信。')
  })

  it('a teacher’s form is registered and leads to an appointment in one step', async () => {
    const { page } = app
    await tab('班级动态')
    await page.getByRole('button', { name: '登记报告' }).click()
    await pick(child.name)
    const form = sheet(page)
    await form.fill('报告人', TEACHER)
    await form.chip('困倦、睡不好')
    await form.fill('具体经过', '连续一周上午趴在桌上')
    await form.send()
    await page.getByRole('button', { name: '处理' }).click()
    await page.getByRole('button', { name: '约来谈谈' }).click()
    const booking = sheet(page)
    await booking.paper
      .getByRole('button', { name: /星期.*\d\d:\d\d/u })
      .first()
      .click()
    await booking.send()
    await room(page).go('登记')
    await page.getByRole('tab', { name: '班级动态' }).click()
    await page.getByText('没有待处理的报告。').waitFor()
    await page.getByRole('radio', { name: '全部' }).click()
    await expect.poll(() => page.locator('.rows').first().innerText()).toContain('已约谈')
  })

  it('a call from anywhere by F8: what was not agreed is not told without a ground, and they wait until tomorrow', async () => {
    const { page } = app
    await room(page).openStudent(child.name, child.name)
    await page.keyboard.press('F8')
    const form = sheet(page)
    await form.fill('姓名', '仇女士')
    await form.fill('谈了什么', '问孩子晚上几点睡合适')
    await form.chip('怎样配合')
    await form.paper.getByText('还差：属于哪种保密例外').waitFor()
    await form.chip('怎样配合')
    await form.paper.getByRole('checkbox', { name: '对方在等回话' }).check()
    await form.send()
    await expect.poll(async () => (await room(page).timeline()).join()).toContain('仇女士')
    await tab('联系')
    await page.getByRole('button', { name: '回话' }).click()
    const answer = sheet(page)
    await answer.fill('谈了什么', '已经说好')
    await answer.send()
    await page.getByText('没有等回话的人。').waitFor()
  })

  it('somebody around the student, what may be known, and the paper that leaves the number out until it is confirmed', async () => {
    const { page } = app
    await room(page).openStudent(child.name, child.name)
    await page.getByRole('button', { name: '联系记录' }).first().click()
    await page.getByRole('button', { name: '添加联系人' }).click()
    const form = sheet(page)
    await form.fill('姓名', '仇女士')
    await form.fill('电话', '16000000041')
    await form.chip('在家在校怎样配合')
    await form.send()
    await page.getByRole('button', { name: '联系记录' }).first().click()
    await page.getByText('未核对').waitFor()
    await page.locator('.side-sheet').getByRole('button', { name: '打印' }).click()
    await page.locator('.paper-sheet').first().waitFor()
    expect(await page.locator('.paper-sheet').first().innerText()).not.toContain('16000000041')
  })

  it('nothing was complained about', () => expect(app.complaints).toEqual([]))
})
