import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { crisisCard } from './pages/crisis-card.ts'
import { noteDesk } from './pages/note-desk.ts'
import { room, sheet } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

const child = person('li-ruoxi')
let app: App

beforeAll(async () => {
  app = await launch({ motion: true })
  app.page.setDefaultTimeout(15_000)
})
afterAll(() => app.close())

describe("one child's way from the first visit to the closed case", () => {
  it('a new room is set up: school, password, recovery sheet typed back, terms', async () => {
    await setUpRoom(app.page)
    await expect.poll(() => room(app.page).title()).toBe('今日')
  })

  it('a student is added by hand', async () => {
    const { page } = app
    await room(page).go('学生')
    await page.getByRole('button', { name: '添加学生' }).click()
    const form = sheet(page)
    await form.fill('姓名', child.name)
    await form.chip('女')
    await form.paper.getByRole('combobox', { name: '班级' }).fill('初一(6)班')
    await form.send()
    await expect.poll(() => room(page).title()).toBe(child.name)
  })

  it('found by initials, the walk-in is registered and the note stands open', async () => {
    const { page } = app
    await room(page).go('今日')
    await room(page).openStudent('lrx', child.name)
    await page.getByRole('button', { name: '登记来访' }).first().click()
    const form = sheet(page)
    await form.chip('人际')
    await form.chip('同伴关系')
    await form.fill('求助内容', '宿舍里没有人和我说话。')
    await form.paper.getByRole('button', { name: '登记，写记录' }).click()
    await noteDesk(page).part('当前状态').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })

  it('the missing notice is said as a thing to do, read aloud and recorded', async () => {
    const { page } = app
    await page.getByRole('button', { name: '还差：知情告知' }).click()
    const form = sheet(page)
    expect(await form.paper.innerText()).toContain('心理辅导帮助你梳理困扰')
    await form.chip('口头')
    await form.send()
    await page.getByText('还差：知情告知').first().waitFor({ state: 'detached' })
  })

  it('the note saves itself, takes a snippet, and everything is still there after F5', async () => {
    const { page } = app
    const note = noteDesk(page)
    await note.write('当前状态', '低头，声音轻，后来能抬头说话。')
    await page.keyboard.press('Tab')
    await page.keyboard.type('她说分组时没有人叫她。')
    await note.write('评估', ';fx')
    await page.keyboard.press('Enter')
    await note.saved()
    await page.reload()
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await page.getByRole('button', { name: '写记录' }).click()
    await note.part('当前状态').waitFor()
    expect(await note.text('当前状态')).toBe('低头，声音轻，后来能抬头说话。')
    expect(await note.text('主要问题')).toBe('她说分组时没有人叫她。')
    expect(await note.text('评估')).toContain('询问自伤、自杀念头')
  })

  it('signed with the end of the visit, the note is read-only; what comes later is an addendum', async () => {
    const { page } = app
    const note = noteDesk(page)
    await note.sign()
    expect(await page.getByRole('textbox', { name: '当前状态' }).count()).toBe(0)
    await note.append('下课后又来说，想先和班主任谈一次。')
  })

  it('a level of concern is set with its ground', async () => {
    const { page } = app
    await page.getByRole('link', { name: child.name }).click()
    await room(page).more('调整关注等级')
    const form = sheet(page)
    await form.paper.getByRole('radio', { name: /二级关注/u }).click()
    await form.fill('依据', '自述两周睡不着，常说没有意思；没有具体计划。')
    await form.send()
    await expect.poll(() => room(page).strip()).toContain('二级关注')
  })

  it('F9 opens the crisis card at once; number keys stamp, lines are written, a mistake is struck out', async () => {
    const { page } = app
    const card = crisisCard(page)
    await page.keyboard.press('F9')
    await card.opened()
    await card.stamp('1', '有人陪着')
    await card.stamp('3', '已报告领导')
    await card.detail('已报告领导', '德育处 赵主任，电话')
    await card.stamp('4', '监护人已联系上')
    await page.keyboard.press('4')
    await card.writeLine('母亲答应半小时内到校。')
    await card.writeLine('记错的一句。')
    await page.locator('.crisis-line', { hasText: '记错的一句' }).getByRole('button').click()
    await page.getByRole('dialog').getByRole('textbox').fill('说的是另一位学生')
    await page.getByRole('dialog').getByRole('button', { name: '划去' }).click()
    await page.getByText('已划去：说的是另一位学生').waitFor()
    expect(await card.stampOf('已报告领导')).toMatch(/\d\d:\d\d 林老师 · 德育处 赵主任，电话/u)
    expect(await page.locator('.crisis-line', { hasText: '监护人已联系上' }).count()).toBe(1)
    await card.level('二级关注')
    await card.report('地点', '教学楼三楼走廊')
    await page.getByText(/^已保存 /u).waitFor()
  })

  it('F9 again goes to the same card, after a reload too', async () => {
    const { page } = app
    await page.reload()
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await room(page).openStudent('lrx', child.name)
    await page.keyboard.press('F9')
    await crisisCard(page).opened()
    expect(await page.getByRole('textbox', { name: '地点' }).inputValue()).toBe('教学楼三楼走廊')
    await room(page).go('危机与转介')
    await page.getByRole('button', { name: '继续处理' }).waitFor()
    expect(await page.getByRole('button', { name: '继续处理' }).count()).toBe(1)
  })

  it('the referral says what was seen; a diagnosis word brings a gentle hint, no more', async () => {
    const { page } = app
    await page.getByRole('button', { name: '继续处理' }).click()
    await page.getByRole('button', { name: '转介…' }).click()
    const form = sheet(page)
    await form.fill('转介原因', '像抑郁症')
    await form.paper.getByText('像是诊断').waitFor()
    await form.fill('转介原因', '两周以来每晚睡不到四小时，早饭吃不下，多次说没有意思。')
    await form.paper.getByText('像是诊断').waitFor({ state: 'detached' })
    await form.paper.getByRole('button', { name: '加一行' }).click()
    await form.fill('选择 1', '市精神卫生中心青少年门诊')
    await form.chip('市精神卫生中心青少年门诊')
    await form.fill('机构名称', '市精神卫生中心')
    await form.send()
    await expect.poll(() => room(page).strip()).toContain('待回执')
  })

  it('the return slip quotes the institution', async () => {
    const { page } = app
    await page.getByRole('button', { name: '记录回执' }).click()
    const form = sheet(page)
    await form.fill('谁带回', '母亲')
    await form.chip('复诊')
    await form.fill('机构原话', '“建议两周后复诊。”（门诊病历）')
    await form.send()
    await page.getByText('已回执').waitFor()
    expect(await page.getByText('“建议两周后复诊。”（门诊病历）').count()).toBe(1)
  })

  it('the case cannot close over an open crisis; after the crisis it closes with a reason', async () => {
    const { page } = app
    await room(page).go('个案')
    await page.getByRole('button', { name: '结案…' }).click()
    await page.getByRole('dialog').getByText('还差：危机尚未结束').waitFor()
    await page.getByRole('button', { name: '去危机卡' }).click()
    await page.getByRole('button', { name: '结束…' }).click()
    const ending = sheet(page)
    await ending.chip('由监护人接回')
    await ending.fill('经过小结', '母亲到校接回，约定明天复诊。')
    await ending.send()
    await sheet(page).putAside('安排回访')
    await room(page).go('个案')
    await page.getByRole('button', { name: '结案…' }).click()
    const closing = sheet(page)
    await closing.chip('转介校外')
    await closing.fill('结案小结', '转到市精神卫生中心继续。')
    await closing.send()
    await sheet(page).putAside('安排回访')
    await page.getByText('现在没有在管的个案。').waitFor()
    expect(await page.getByRole('button', { name: '结案…' }).count()).toBe(0)
  })

  it('the timeline shows the whole way', async () => {
    const { page } = app
    await room(page).openStudent('liruoxi', child.name)
    // What was shown of this student before stands there until the answer of now is in.
    const way = async () => (await room(page).timeline()).join('\n')
    for (const event of ['首次来访', '补记', '知情告知', '二级关注', '危机', '转介', '回执', '建立个案', '结束个案'])
      await expect.poll(way, { timeout: 15_000 }).toContain(event)
    expect(app.complaints).toEqual([])
  })
})
