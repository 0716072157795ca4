import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { crisisCard } from './pages/crisis-card.ts'
import { resultPage, tasksOfToday } from './pages/result-page.ts'
import { room, sheet, unlock } from './pages/room.ts'
import { vaultOfTests } from './vault-of-tests.ts'

const child = person('li-ruoxi')
const other = person('he-jiashu')
/** For a busy machine, where only the end is waited for. */
const PATIENCE = { timeout: 15_000 }
let app: App
let folder: string

beforeAll(async () => {
  const vault = await vaultOfTests(async ({ student, mayGive, give, interpret }) => {
    await mayGive('phq9')
    const first = await give(await student(other), 'phq9', '1 1 1 1 1 0 0 0 0', '2026-10-12')
    await interpret(first, '近期情绪平稳，睡眠尚可。')
    const studentId = await student(child)
    await interpret(await give(studentId, 'phq9', '1 1 1 1 1 1 0 0 0', '2026-10-23'), '轻度，睡眠受影响。')
    await give(studentId, 'phq9', '2 2 3 2 1 2 2 0 1', '2026-11-20')
  })
  folder = vault.folder
  app = await launch({ dataDir: folder })
  app.page.setDefaultTimeout(15_000)
  await unlock(app.page, vault.password)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a critical answer, from the result to the talk', () => {
  it('stands among the first things of today: who, what was answered, how soon', async () => {
    const row = tasksOfToday(app.page)
    await row.first().waitFor()
    expect(await row.count()).toBe(1)
    const words = await row.innerText()
    for (const part of [child.name, '当天面谈', '答“好几天”：有不如死掉']) expect(words).toContain(part)
  })

  it('comes first on the result, before any number, with its reason', async () => {
    const { page } = app
    const result = resultPage(page)
    await result.open(child.name, 'PHQ-9')
    const words = await result.critical()
    for (const part of ['有不如死掉或用某种方式伤害自己的念头', '回答：好几天', '当天面谈', '无论总分多少'])
      expect(words).toContain(part)
    expect((await result.headings())[0]).toBe('先当面问清楚，再看分数')
    expect((await result.scores())[0]).toMatch(/15\s+0–27\s+中重度抑郁症状/u)
  })

  it('is acknowledged in the counselor’s name', async () => {
    const result = resultPage(app.page)
    await result.acknowledge()
    await expect.poll(() => result.critical(), PATIENCE).toMatch(/林老师 .+ 已知悉/u)
  })

  it('opens the crisis card of this student', async () => {
    const { page } = app
    await resultPage(page).openCrisisCard()
    await crisisCard(page).opened()
    expect(await page.locator('main').innerText()).toContain(child.name)
  })

  it('the talk is recorded, and the task is gone from today', async () => {
    const { page } = app
    await room(page).go('今日')
    const row = tasksOfToday(page).filter({ hasText: '当天面谈' })
    await expect.poll(() => row.getByRole('button', { name: '已知悉' }).count(), PATIENCE).toBe(0)
    await row.getByRole('button', { name: '记录面谈' }).click()
    const form = sheet(page)
    expect(await form.paper.innerText()).toContain(child.name)
    expect(await form.paper.getByRole('button', { name: /记下/u }).isDisabled()).toBe(true)
    await form.chip('确有困扰，继续辅导')
    await form.fill('经过', '问到念头多在睡前，没有具体打算；答应难受时先来找我。')
    await form.send()
    await row.waitFor({ state: 'detached' })
    await resultPage(page).open(child.name, 'PHQ-9')
    await expect.poll(() => resultPage(page).critical(), PATIENCE).toContain('确有困扰，继续辅导')
  })
})

describe('before and after the interpretation', () => {
  it('nothing can be printed before it, and the page says why', async () => {
    const result = resultPage(app.page)
    expect(await result.printFile().isDisabled()).toBe(true)
    expect(await result.printStudent().isDisabled()).toBe(true)
    await app.page.getByText('待解释：解释之前不能打印、不能告知。').waitFor()
  })

  it('a starting text describes and quotes; what is added to it survives leaving the page', async () => {
    const { page } = app
    const result = resultPage(page)
    await result.begin()
    await expect.poll(() => result.words().inputValue(), PATIENCE).toContain('抑郁症状总分 15 分（0–27）')
    expect(await result.words().inputValue()).toContain('以上是筛查提示，不是诊断。')
    await result.words().press('Control+End')
    await result.words().pressSequentially('与面谈所见一致。')
    await page.getByText(/已保存/u).waitFor()
    await room(page).go('今日')
    await result.open(child.name, 'PHQ-9')
    await expect.poll(() => result.words().inputValue(), PATIENCE).toMatch(/与面谈所见一致。$/u)
  })

  it('once it is saved both copies can be printed and the telling is recorded', async () => {
    const { page } = app
    const result = resultPage(page)
    await result.saveInterpretation()
    expect(await result.printFile().isEnabled()).toBe(true)
    expect(await result.printStudent().isEnabled()).toBe(true)
    await page.getByRole('button', { name: '记录反馈' }).click()
    await page.getByText('已告知学生本人。').waitFor()
  })

  it('rewriting keeps the former version in sight', async () => {
    const { page } = app
    const result = resultPage(page)
    await page.getByRole('button', { name: '改写' }).click()
    await result.words().fill('情绪低落两周，与面谈一致；已约下周再谈。')
    await result.saveInterpretation()
    await page.getByText('以前的 1 个版本').click()
    expect(await page.locator('.interpretation-former').innerText()).toContain('与面谈所见一致。')
  })
})

describe('the course over time', () => {
  it('two results give a picture, a table, and a change that says what it rests on', async () => {
    const result = resultPage(app.page)
    const rows = await result.courseRows()
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatch(/11 月 20 日（这一次）\s+15\s+中重度抑郁症状\s+.*加重/su)
    expect(rows[1]).toMatch(/10 月 23 日\s+6\s+轻度抑郁症状\s+—/u)
    // In another year the year is said as well.
    expect((await result.coursePicture())?.replaceAll('2026 年 ', '')).toBe(
      '抑郁症状总分，按时间先后：10 月 23 日 6 分 轻度抑郁症状、11 月 20 日 15 分 中重度抑郁症状',
    )
    await app.page.getByText('前后相差 5 分及以上才算真实的变化。来源：Löwe 2004').waitFor()
  })

  it('the student’s page shows the latest result and the way to it', async () => {
    const { page } = app
    await page.getByRole('link', { name: child.name }).click()
    await page.locator('.timeline-row', { hasText: 'PHQ-9 15 分 · 中重度抑郁症状' }).waitFor()
    const panel = page.getByRole('region', { name: '测验' })
    await expect.poll(() => panel.innerText(), PATIENCE).toContain('15 · 中重度抑郁症状')
    await panel.getByRole('button', { name: 'PHQ-9' }).click()
    await page.locator('.result').waitFor()
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints).toEqual([])
  })
})
