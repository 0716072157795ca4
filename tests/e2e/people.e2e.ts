import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person, PRACTICE_ACCOUNT, SCHOOL, STAFF } from '#tests/people'
import { type App, launch } from './launch.ts'
import { noteDesk } from './pages/note-desk.ts'
import { enterWithStartCode, lockAndWait, peopleDesk } from './pages/people-desk.ts'
import { catchPrinting, paperDesk } from './pages/paper-desk.ts'
import { pressSend, room, sheet, unlock } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'quietroom-people-'))
const visitor = person('he-jiashu')
const { name: first, password } = PRACTICE_ACCOUNT
const second = STAFF.classTeacher.name
const desk = STAFF.duty.name
const secondPassword = 'birch meadow candle harbor stone'
const deskPassword = 'copper willow garden lantern rain'
let app: App
let secondCode = ''
let deskCode = ''

beforeAll(async () => {
  app = await launch({ dataDir })
  app.page.setDefaultTimeout(15_000)
  const { page } = app
  await setUpRoom(page, { school: SCHOOL.name, counselor: first, password })
  await page.getByRole('button', { name: '登记来访' }).first().click()
  await sheet(page).paper.getByRole('combobox').fill(visitor.name)
  await page.getByRole('option', { name: /不在名册/u }).click()
  await pressSend(page)
  await page.getByRole('button', { name: '登记，写记录' }).click()
  await noteDesk(page).write('主要问题', '午休总是一个人待在图书馆')
  await noteDesk(page).saved()
  await noteDesk(page).sign()
})
afterAll(async () => {
  await app.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const openStudent = async (): Promise<void> => {
  const { page } = app
  await page.keyboard.press('Control+k')
  await page.locator('.search-input:focus').waitFor()
  await page.keyboard.type(visitor.name)
  await page
    .getByRole('option', { name: new RegExp(visitor.name, 'u') })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
}
const enter = async (secret: string): Promise<void> => {
  await lockAndWait(app.page)
  await unlock(app.page, secret)
}
const ownNotes = () => app.page.getByRole('button', { name: '私密过程记录' })
const sealed = () => app.page.getByRole('textbox', { name: '私密过程记录' })

describe('a room of one that becomes a room of three', () => {
  it('alone, the page of people has two things to do and one quiet button', async () => {
    const { page } = app
    await peopleDesk(page).open()
    await page.getByText('只有你一人使用。').waitFor()
    expect(await page.getByRole('tabpanel').getByRole('button').allInnerTexts()).toEqual([
      '添加人员',
      '更换',
      '做一张新的',
    ])
  })

  it('whoever is added gets a code that is shown once', async () => {
    const people = peopleDesk(app.page)
    secondCode = await people.add(second, '心理教师')
    expect(secondCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/u)
    deskCode = await people.add(desk, '值班人员')
    await people.row(second).getByText('还没设自己的密码').waitFor()
    await people.row(desk).getByText('值班人员').waitFor()
  })

  it('the locked door has one field and says no name', async () => {
    const { page } = app
    await lockAndWait(page)
    expect(await page.getByRole('textbox').count()).toBe(1)
    expect(await page.locator('body').innerText()).not.toMatch(new RegExp(`${first}|${second}|${desk}`, 'u'))
  })

  it('a start code opens nothing but the page for a password, and works once', async () => {
    const { page } = app
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(secondCode.toLowerCase().replaceAll('-', ''))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '请设一个自己的密码' }).waitFor({ timeout: 30_000 })
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.reload()
    await page.getByRole('textbox', { name: '起始码' }).fill(secondCode)
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill(password)
    await page.getByRole('textbox', { name: '再输一次', exact: true }).fill(password)
    await page.getByRole('button', { name: '启用我的密码' }).click()
    await page.getByText('这个密码不能用，请换一个。').waitFor()
    await page.getByRole('textbox', { name: '新密码', exact: true }).fill(secondPassword)
    await page.getByRole('textbox', { name: '再输一次', exact: true }).fill(secondPassword)
    await page.getByRole('button', { name: '启用我的密码' }).click()
    await page.getByRole('navigation').waitFor({ timeout: 30_000 })
    await lockAndWait(page)
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(secondCode)
    await page.keyboard.press('Enter')
    await page.getByText(/密码不对/u).waitFor({ timeout: 30_000 })
    await unlock(page, secondPassword)
    expect(await page.locator('.side-me').innerText()).toBe(second)
  })
})

describe('a colleague’s case', () => {
  it('asks why before it opens; whoever turns back has read nothing', async () => {
    const { page } = app
    await openStudent()
    await page.getByRole('dialog').getByText(`这是${first}的个案`).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.locator('.timeline-row').count()).toBe(0)
  })

  it('with a reason it is read, with a line that says so, and nothing in it can be changed', async () => {
    const { page } = app
    await openStudent()
    await sheet(page).chip('代班接待')
    await sheet(page).fill('补充', '班主任今天来问')
    await pressSend(page)
    await page.getByRole('note').getByText(`这是${first}的个案`).waitFor()
    await page.getByRole('button', { name: /次来访|首次来访/u }).click()
    await page.getByText('午休总是一个人待在图书馆').waitFor()
    await page.getByRole('note').getByText('改动由').waitFor()
    expect(await page.getByRole('textbox', { name: '补记' }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /签名/u }).count()).toBe(0)
  })

  it('the reason and the reading are in the log of the director', async () => {
    const { page } = app
    await enter(password)
    await room(page).go('设置')
    await page.getByRole('tab', { name: '操作日志' }).click()
    const lines = page.getByRole('row').filter({ hasText: second })
    await lines.filter({ hasText: '说明理由后查看他人个案' }).first().waitFor()
    await lines.filter({ hasText: '查看记录' }).first().waitFor()
    expect(await lines.first().innerText()).not.toContain('图书馆')
  })
})

describe('private process notes', () => {
  it('are closed away as they are typed, up to the last key before the room locks', async () => {
    const { page } = app
    await openStudent()
    await ownNotes().click()
    await page.getByRole('button', { name: '写一条' }).click()
    await sealed().fill('我有点着急')
    await page.getByText(/已封存 \d\d:\d\d/u).waitFor()
    await sealed().press('End')
    await page.keyboard.type('，想替她解决')
    await page.keyboard.press('Control+l')
    await unlock(page, password)
    await openStudent()
    await ownNotes().click()
    expect(await sealed().inputValue()).toBe('我有点着急，想替她解决')
  })

  it('are not among the forms that were begun', async () => {
    await room(app.page).go('今日')
    await app.page.getByText('没写完的').waitFor()
    expect(await app.page.locator('body').innerText()).not.toContain('我有点着急')
    expect(await app.page.getByText('未提交').count()).toBe(0)
  })

  it('survive a restart', async () => {
    await app.close()
    app = await launch({ dataDir })
    app.page.setDefaultTimeout(15_000)
    await unlock(app.page, password)
    await openStudent()
    await ownNotes().click()
    expect(await sealed().inputValue()).toBe('我有点着急，想替她解决')
  })

  it('are not there for a colleague, whatever she gave as a reason', async () => {
    await enter(secondPassword)
    await openStudent()
    await ownNotes().click()
    await app.page.getByText('还没有写过。').waitFor()
    expect(await app.page.locator('body').innerText()).not.toContain('我有点着急')
  })
})

describe('the duty desk', () => {
  it('sees who comes, and neither why nor a note', async () => {
    const { page } = app
    await lockAndWait(page)
    await enterWithStartCode(page, deskCode, deskPassword)
    await page.getByRole('listitem').filter({ hasText: visitor.name }).waitFor()
    expect(await page.locator('.side-pages').innerText()).toBe('今日\n日历\n登记\n设置')
    expect(await page.getByRole('button', { name: visitor.name }).count()).toBe(0)
    expect(await page.getByRole('button', { name: /写记录|看记录/u }).count()).toBe(0)
    expect(await page.locator('main').innerText()).not.toMatch(/没写完的|图书馆/u)
    await page.getByRole('button', { name: /危机/u }).waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('a booking at the duty desk', () => {
  it('is taken on, its slip is printed without a word of why, and no other paper is offered', async () => {
    const { page } = app
    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    expect(await page.getByRole('button', { name: '打印' }).count()).toBe(0)
    // The first free time of next week.
    await page.keyboard.press('PageDown')
    await page.locator('.cal-block', { hasText: visitor.name }).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^预约/u }).click()
    await page.getByRole('dialog').getByRole('combobox').fill(visitor.name)
    await page
      .getByRole('option', { name: new RegExp(visitor.name, 'u') })
      .first()
      .click()
    const form = sheet(page)
    await form.paper.getByRole('button', { name: /^约上/u }).waitFor()
    await form.send()
    await page.locator('.cal-block', { hasText: visitor.name }).click()
    await page.getByRole('button', { name: '打印预约单' }).click()
    const desk = paperDesk(page)
    const text = (await (await desk.sheets()).allTextContents()).join('')
    expect(text).toContain(visitor.name)
    expect(text).not.toMatch(/图书馆|没能/u)
    await catchPrinting(page)
    await desk.print()
    await page.getByText('已送去打印').waitFor()
    await desk.back()
  })
})

describe('a crisis at the duty desk', () => {
  it('opens without a question, and the steps are stamped at once', async () => {
    const { page } = app
    await page.keyboard.press('F9')
    await page.getByRole('dialog').getByRole('combobox').fill(visitor.name)
    await page
      .getByRole('option', { name: new RegExp(visitor.name, 'u') })
      .first()
      .click()
    await page.getByRole('heading', { name: '危机卡' }).waitFor()
    await page.locator('.crisis-who').getByText(visitor.name).waitFor()
    await page.keyboard.press('1')
    await page.locator('.crisis-step-done').getByText(desk).waitFor()
    expect(await page.locator('main').innerText()).not.toMatch(/图书馆|没能/u)
  })
})

describe('leaving', () => {
  it('an account with open cases leads to the handover first', async () => {
    const { page } = app
    await enter(password)
    const people = peopleDesk(page)
    await people.open()
    await page.getByRole('button', { name: '交接个案' }).click()
    await sheet(page).chip(second)
    await page.getByRole('dialog').getByRole('textbox').fill('周三午休约好再谈，班主任知道她在来')
    await pressSend(page)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await people.row(second).getByText('1 个进行中的个案').waitFor()
    await people.row(second).getByRole('button', { name: '停用' }).click()
    await page.getByText(`停用之前，先把${second}名下的个案交给同事。`).waitFor()
    await sheet(page).chip(first)
    await page.getByRole('dialog').getByRole('textbox').fill('交还，约定不变')
    await pressSend(page)
    await page
      .getByRole('dialog')
      .getByText(/旧的密钥都打不开静室/u)
      .waitFor()
    await page.getByRole('dialog').locator('input[type=password]').fill(password)
    await pressSend(page)
    await page.getByRole('dialog').waitFor({ state: 'detached', timeout: 60_000 })
    await page.getByRole('button', { name: '已停用的 1 人' }).click()
    expect(await people.row(second).innerText()).toMatch(/停用/u)
    expect(await people.row(second).getByRole('button').count()).toBe(0)
  })

  it('the closed password opens nothing, the others open as before', async () => {
    const { page } = app
    await lockAndWait(page)
    await page.getByRole('textbox', { name: '密码', exact: true }).fill(secondPassword)
    await page.keyboard.press('Enter')
    await page.getByText(/密码不对/u).waitFor({ timeout: 30_000 })
    await unlock(page, password)
    await openStudent()
    await page.locator('.timeline-row').first().waitFor()
    expect(await page.getByRole('note').count()).toBe(0)
  })

  it('a new recovery sheet is looked at on paper, typed back, and only then takes the place of the old one', async () => {
    const { page } = app
    await peopleDesk(page).open()
    await page.getByRole('button', { name: '做一张新的' }).click()
    await page.locator('.recovery-code li').first().getByText('-').waitFor()
    const code = (await page.locator('.recovery-code li').allInnerTexts()).map((line) => line.replace(/^\d\s+/u, ''))
    await page.getByRole('button', { name: '打印恢复页' }).click()
    await page
      .locator('.paper-sheet')
      .getByText(code[0] ?? '')
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '纸在手上了' }).click()
    const boxes = page.getByRole('dialog').getByRole('textbox')
    for (const [index, line] of code.entries()) await boxes.nth(index).fill(index === 2 ? (code[0] ?? '') : line)
    await page.getByRole('dialog').locator('input[type=password]').fill(password)
    await pressSend(page)
    await page.getByText('标红的几行对不上').waitFor()
    await boxes.nth(2).fill(code[2] ?? '')
    await pressSend(page)
    await page.getByText('新的恢复页已启用').waitFor({ timeout: 30_000 })
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('a forgotten password: a colleague gives a code, and what was sealed before stays sealed', async () => {
    const { page } = app
    const people = peopleDesk(page)
    await people.open()
    await people.row(desk).getByRole('button', { name: '忘记密码' }).click()
    await page.getByRole('dialog').locator('input[type=password]').fill(password)
    await pressSend(page)
    const code = await people.copied()
    await lockAndWait(page)
    await enterWithStartCode(page, code, 'silver orchard window maple tide')
    expect(await page.locator('.side-pages').innerText()).toBe('今日\n日历\n登记\n设置')
  })

  it('the page complained about nothing but passwords that were refused and calls that came after a lock', () =>
    expect(app.complaints.filter((line) => !/status of 40[13]/u.test(line))).toEqual([]))
})
