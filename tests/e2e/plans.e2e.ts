import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameIn, person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { noteDesk } from './pages/note-desk.ts'
import { paperDesk } from './pages/paper-desk.ts'
import { planDesk } from './pages/plan-desk.ts'
import { pressSend, sheet } from './pages/room.ts'

const child = person('ayiguli')
let app: App

beforeAll(async () => {
  app = await launch({ practice: true })
  app.page.setDefaultTimeout(15_000)
  await app.page.getByRole('navigation').waitFor({ timeout: 90_000 })
}, 120_000)
afterAll(() => app.close())

const paper = async (): Promise<string> => {
  const desk = paperDesk(app.page)
  const text = (await (await desk.sheets()).allTextContents()).join('')
  await desk.back()
  return text
}

describe('a case is begun, planned and looked back upon', () => {
  it('the intake takes in what is known, saves itself, says what lacks, and is finished', async () => {
    const { page } = app
    const desk = planDesk(page)
    await desk.openCase(child.name)
    await page.getByRole('button', { name: '写初访评估' }).click()
    await desk.write('主要困扰', '想家，夜里哭过两次。')
    await page.getByRole('button', { name: '从来访登记和测验带入' }).click()
    const problem = page.getByRole('textbox', { name: '主要困扰', exact: true })
    expect(await problem.inputValue()).toMatch(/^想家，夜里哭过两次。\n\S/u)
    expect(await page.getByText(/^还差：.*评估结论/u).count()).toBe(1)
    await desk.chip('评估方式', '观察')
    for (const question of ['伤害自己', '受人伤害', '伤害他人']) await desk.chip(question, '问过，没有')
    await desk.write('评估结论', '初次住校的适应困难，支持较好。')
    await desk.saved()
    await page.reload()
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await desk.openCase(child.name)
    await page.getByRole('button', { name: '接着写' }).click()
    expect(await problem.inputValue()).toContain('想家')
    await page.getByRole('button', { name: /^完成评估/u }).click()
    await page.getByText(/已完成，/u).waitFor()
    await page.getByRole('button', { name: '预览打印' }).click()
    const text = await paper()
    for (const words of ['初访评估表', child.name, '想家，夜里哭过两次。', '仅供参考，不作诊断证明'])
      expect(text).toContain(words)
    expect(text.replace('不作诊断证明', '')).not.toContain('诊断')
  })

  it('a plan with a special method waits for the agreement, then it is agreed and printed', async () => {
    const { page } = app
    const desk = planDesk(page)
    await desk.openCase(child.name)
    await page.getByRole('button', { name: '写咨询方案' }).click()
    await page.getByRole('button', { name: '写一个目标' }).click()
    await page.keyboard.type('每周主动和一位室友聊天')
    await desk.write('目标 1 的可见标志', '能说出和谁、聊了什么')
    await desk.write('特殊方法', '沙盘')
    await desk.saved()
    await pressSend(page)
    await page.getByText('还差：咨询协议').waitFor()
    expect(await page.getByText('还差：完成初访评估').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('textbox', { name: '特殊方法', exact: true }).fill('')
    await desk.saved()
    await pressSend(page)
    await page.getByText('方案从这一天起执行').waitFor()
    await sheet(page).send()
    await page.getByText('正在执行').first().waitFor()
    await page.getByRole('button', { name: '预览打印' }).click()
    expect(await paper()).toContain('每周主动和一位室友聊天')
  })

  it('beside the note each goal takes a number and a few words of this visit', async () => {
    const { page } = app
    await planDesk(page).openCase(child.name)
    await page.getByRole('button', { name: '登记来访' }).first().click()
    const form = sheet(page)
    await form.chip('人际')
    await form.chip('宿舍关系')
    await form.paper.getByRole('button', { name: '登记，写记录' }).click()
    await noteDesk(page).part('当前状态').waitFor()
    const scale = page.getByRole('radiogroup', { name: '进展：每周主动和一位室友聊天' })
    await scale.getByText('4', { exact: true }).click()
    await page.getByRole('textbox', { name: '进展说明：每周主动和一位室友聊天' }).fill('说了早上好')
    await page.waitForTimeout(1200)
    await planDesk(page).openCase(child.name)
    await page.locator('.plan-course').waitFor()
    expect(await page.locator('#case-plan').innerText()).toMatch(/4 分 说了早上好/u)
  })

  it('a review leads on to what was decided', async () => {
    const { page } = app
    await planDesk(page).openCase(child.name)
    await page.getByRole('button', { name: '记录效果评估' }).click()
    const form = sheet(page)
    await form.chip('部分达成')
    await form.chip('4 满意')
    await form.chip('调整方案')
    await form.fill('小结', '能开口了，下一步到小组。')
    await form.send()
    await page.getByText('咨询方案 第 2 版').first().waitFor()
    await planDesk(page).openCase(child.name)
    await page.getByText('能开口了，下一步到小组。').first().waitFor()
    await page.getByRole('button', { name: '查看打印' }).first().click()
    expect(await paper()).toContain('效果评估表')
    await page.getByRole('button', { name: '打印满意度反馈表' }).click()
    const slip = await paper()
    expect(slip).toContain('这张表不写名字')
    expect(slip).not.toContain(child.name)
  })

  it('a review is corrected with a reason, and how it stood before is still there', async () => {
    const { page } = app
    await planDesk(page).openCase(child.name)
    await page.getByRole('button', { name: '更正', exact: true }).first().click()
    const form = sheet(page)
    await form.chip('5 很满意')
    await form.fill('为什么更正', '满意度记错了一格')
    await form.send()
    await page.getByText('满意度 5/5').first().waitFor()
    await page.getByRole('button', { name: '更正', exact: true }).first().click()
    await sheet(page).paper.getByRole('button', { name: '以前的样子' }).click()
    await page.getByText('改动：满意度记错了一格').waitFor()
    expect(await page.getByText('满意度', { exact: true }).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  })

  it('the draft that nobody wants is thrown away after being asked once', async () => {
    const { page } = app
    await planDesk(page).openCase(child.name)
    await page.getByRole('button', { name: '接着写草稿' }).click()
    await planDesk(page).write('步骤', '先不改')
    await page.getByRole('button', { name: '不要这份草稿' }).click()
    await page.getByText('已商定的那一版照旧执行').waitFor()
    await page.getByRole('button', { name: '扔掉', exact: true }).click()
    await page.locator('#case-plan').waitFor()
    await expect.poll(() => page.getByText('第 2 版草稿').count()).toBe(0)
    expect(await page.getByText('第 1 版').count()).toBeGreaterThan(0)
  })

  it('a note that goes to another student takes one’s own private note along and the goal mark back', async () => {
    const { page } = app
    const right = person('li-ruoxi')
    await planDesk(page).openCase(right.name)
    await page.getByRole('button', { name: '登记来访' }).first().click()
    const other = sheet(page)
    await other.chip('人际')
    await other.send()
    await planDesk(page).openCase(child.name)
    await page.getByRole('button', { name: '登记来访' }).first().click()
    const form = sheet(page)
    await form.chip('人际')
    await form.paper.getByRole('button', { name: '登记，写记录' }).click()
    const desk = noteDesk(page)
    await desk.write('当前状态', '谈到和室友的约定，语气轻松。')
    await desk.saved()
    await page.getByRole('radiogroup', { name: '进展：每周主动和一位室友聊天' }).getByText('7', { exact: true }).click()
    await page.getByRole('button', { name: /^私密过程记录/u }).click()
    await page.getByRole('textbox', { name: '私密过程记录' }).fill('我听得太快')
    await page.getByText(/已封存 \d\d:\d\d/u).waitFor()
    await page.waitForTimeout(900)
    await page.getByRole('button', { name: '写错学生了？移到…' }).click()
    const move = sheet(page)
    await move.paper.getByRole('combobox').fill(right.name)
    await move.paper.getByRole('option').filter({ hasText: right.name }).first().click()
    await move.paper.locator('.row-open').first().click()
    expect(await move.paper.getByRole('checkbox', { name: '收回这次的目标评分' }).isChecked()).toBe(true)
    expect(await move.paper.getByText('每周主动和一位室友聊天 7').count()).toBe(1)
    expect(await move.paper.getByRole('checkbox', { name: /私密过程记录一起移走/u }).isChecked()).toBe(true)
    await move.fill('为什么移', '点错了名字')
    await move.send()
    await page
      .getByRole('heading', { name: right.name })
      .or(page.locator('.strip', { hasText: right.name }))
      .first()
      .waitFor()
    expect(await desk.text('当前状态')).toBe('谈到和室友的约定，语气轻松。')
    await page.getByRole('button', { name: /^私密过程记录/u }).click()
    await page.getByText('我听得太快').first().waitFor()
    await planDesk(page).openCase(child.name)
    await page.locator('.plan-course').waitFor()
    expect(await page.locator('#case-plan').innerText()).not.toMatch(/7 分/u)
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints).toEqual([])
  })
})

describe('in English', () => {
  it('the case, its two versions side by side and the papers speak English', async () => {
    const english = await launch({ language: 'en' })
    const { page } = english
    page.setDefaultTimeout(15_000)
    try {
      await page.locator('.setup-door').nth(1).click()
      await page.locator('.side-pages').waitFor({ timeout: 90_000 })
      const name = nameIn('en', person('li-ruoxi').name)
      await planDesk(page).openCase(name)
      await page.getByRole('button', { name: 'Read the plan' }).click()
      await page.getByRole('radio', { name: 'Version 1', exact: true }).click()
      await page.getByText('Asleep before midnight').waitFor()
      await page.getByRole('button', { name: 'Print preview' }).click()
      const desk = paperDesk(page)
      const text = (await (await desk.sheets()).allTextContents()).join('')
      expect(text).toContain('Counseling Plan')
      expect(text).toContain('not proof of any diagnosis')
      expect(english.complaints).toEqual([])
    } finally {
      await english.close()
    }
  }, 150_000)
})
