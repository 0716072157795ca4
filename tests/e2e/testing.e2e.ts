import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, PRACTICE_ACCOUNT } from '#tests/people'
import { type App, launch } from './launch.ts'
import { room, sheet, unlock } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'
import { sheetDesk, testForm } from './pages/sheet-desk.ts'

const child = person('he-jiashu')
let app: App

beforeAll(async () => {
  app = await launch()
  const { page } = app
  page.setDefaultTimeout(15_000)
  await setUpRoom(page)
  await room(page).go('学生')
  await page.getByRole('button', { name: '添加学生' }).click()
  const form = sheet(page)
  await form.fill('姓名', child.name)
  await form.chip('男')
  await form.paper.getByRole('combobox', { name: '班级' }).fill('初一(2)班')
  await form.send()
  await page.getByRole('heading', { name: child.name }).waitFor()
})
afterAll(() => app.close())

const openForm = async (short: string) => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.locator('.search-input:focus').waitFor()
  await page.keyboard.type('hjs')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: child.name }).waitFor()
  await page.getByRole('button', { name: '登记来访' }).first().waitFor()
  await room(page).more('做测验')
  const form = testForm(page)
  await form.choose(short)
  return form
}

describe('giving a test', () => {
  it('begins only when nothing is missing, the student knows and agrees', async () => {
    const form = await openForm('PHQ-9')
    await form.how('纸质录入')
    expect(await form.lacks()).toContain('PHQ-9 的使用资格登记')
    expect(await form.mayBegin()).toBe(false)
    await form.recordCompetence('市级量表施测培训')
    await form.overFourteen()
    await form.purpose('了解近期情绪')
    await form.explained()
    expect(await form.lacks()).toMatch(/^还差：同意/u)
    expect(await form.mayBegin()).toBe(false)
    await form.agreed()
    await expect.poll(() => form.mayBegin()).toBe(true)
    await form.begin()
  })

  it('a PHQ-9 from paper takes one key an answer; a slip is put right on the spot', async () => {
    const desk = sheetDesk(app.page)
    await desk.press('1', '0', '2', '1', 'Backspace', '0', '0', '0', '-', '0', '1', '1')
    await desk.isAtEnd()
    expect(await desk.entries()).toEqual(['1', '0', '2', '0', '0', '0', '漏', '0', '1', '1'])
    expect(await desk.blanks()).toContain('对事物专注有困难')
  })

  it('item 9 asks for a talk in person, whatever the total', async () => {
    const { page } = app
    await sheetDesk(page).finish()
    await page.getByText('先当面问清楚，再看分数').waitFor()
    expect(await page.getByText('有不如死掉或用某种方式伤害自己的念头').count()).toBeGreaterThan(0)
    await room(page).go('今日')
    const task = page.locator('.panel-red .row', { hasText: child.name })
    await task.waitFor()
    expect(await task.innerText()).toContain('当天面谈')
  })

  it('urgent, an ASQ begins at once and asks only what follows from the answers', async () => {
    const { page } = app
    const form = await openForm('ASQ')
    await form.beginUrgently()
    const desk = sheetDesk(page)
    await desk.press('2', '2', '2')
    await desk.asks('你曾经试图自杀过吗')
    await desk.press('2')
    await desk.isAtEnd()
    await desk.askAgain(3)
    await desk.press('1')
    await desk.asks('你现在有想自杀的念头吗')
    expect(await desk.alarm().count()).toBe(0)
  })

  it('thoughts right now say at once what to do, before the end', async () => {
    const { page } = app
    const desk = sheetDesk(page)
    await desk.press('1')
    await desk.alarm().getByText('不让学生独处，保持在视线内').waitFor()
    expect(await desk.alarm().getByRole('button', { name: '打开危机卡' }).count()).toBe(1)
    await desk.detail('如果有，请描述。').fill('放学以后想去楼顶。')
    await page.keyboard.press('Control+Enter')
    await desk.isAtEnd()
  })

  it('a correction takes away what need not be asked, says so, and can be undone', async () => {
    const { page } = app
    const desk = sheetDesk(page)
    await desk.askAgain(3)
    await desk.press('2')
    await page.getByText('第 5 题不用再问').waitFor()
    expect(await desk.asked()).toHaveLength(4)
    await page.getByRole('button', { name: '撤销这次更正' }).click()
    await expect.poll(() => desk.asked()).toHaveLength(5)
    expect((await desk.asked()).at(-1)).toContain('放学以后想去楼顶。')
  })

  it('the result says the next steps and that the student must not be left alone', async () => {
    const { page } = app
    const desk = sheetDesk(page)
    await desk.press('End')
    await desk.finish()
    await page.getByText('不让学生独处，保持在视线内').first().waitFor()
    expect(await page.getByText('立即陪护').count()).toBeGreaterThan(0)
  })

  it('after a lock a test that is read aloud goes on at the first open question', async () => {
    const { page } = app
    const form = await openForm('GAD-7')
    await form.how('教师读题')
    await form.recordCompetence('市级量表施测培训')
    await form.overFourteen()
    await form.purpose('首次评估')
    await form.explained()
    await form.agreed()
    await form.begin()
    const desk = sheetDesk(page)
    await page.getByText('请原样念给学生听').waitFor()
    await desk.press('Enter', '0', '1', '-', '2')
    await desk.asks('由于不安而无法静坐')
    await desk.saved()
    await page.keyboard.press('Control+l')
    await page.getByRole('textbox', { name: '密码', exact: true }).waitFor()
    await unlock(page, PRACTICE_ACCOUNT.password)
    await room(page).go('测验')
    await page.getByRole('button', { name: '继续' }).first().click()
    await desk.asks('对各种各样的事情担忧过多')
    await desk.press('1')
    await desk.asks('由于不安而无法静坐')
    expect(app.complaints).toEqual([])
  })
})
