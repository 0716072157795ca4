import { afterAll, beforeAll, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { pressSend, room, sheet } from './pages/room.ts'

const child = person('zhou-yiming')
let app: App

beforeAll(async () => {
  app = await launch({ practice: true })
  app.page.setDefaultTimeout(15_000)
  await app.page.getByRole('navigation').waitFor({ timeout: 90_000 })
}, 120_000)
afterAll(() => app.close())

/** The section of one panel. */
const place = (name: string) => app.page.locator(`#case-${name}`)

it('from the student’s page the case opens, with its way and what is missing on it', async () => {
  const { page } = app
  await room(page).openStudent('zym', child.name)
  await page.getByRole('button', { name: /^个案 / }).click()
  await page.locator('.case-stages').waitFor()
  const stages = await page.locator('.case-stage-name').allInnerTexts()
  expect(stages.map((text) => text.split('\n')[0])).toEqual([
    '登记',
    '告知与同意',
    '关系声明',
    '初访评估',
    '方案',
    '会谈',
    '回顾',
    '结案',
    '归档',
  ])
  expect(await page.locator('.strip').innerText()).toContain('档案完整')
  expect(await page.locator('.case-progress').innerText()).toContain('还差：测验解释')
})

it('how steady it is decides when the next contact is due', async () => {
  const { page } = app
  await page.getByRole('button', { name: '调整', exact: true }).click()
  const form = sheet(page)
  await form.chip('不稳定')
  await form.fill('依据', '这一周又失眠')
  await form.send()
  await page.getByText('至多 3 天联系一次').waitFor()
  expect(await page.locator('.case-way').innerText()).toContain('这一周又失眠')
})

it('an overdue follow-up is recorded, and one more ladder is planned with the student’s consent', async () => {
  const { page } = app
  await place('followups')
    .getByText(/^已过 \d+ 天$/)
    .first()
    .waitFor()
  await place('followups').getByRole('button', { name: '记录', exact: true }).first().click()
  const done = sheet(page)
  await done.chip('当面')
  await done.fill('内容', '午休见了一面，睡得好些。')
  await done.chip('平稳')
  await done.send()
  await place('followups').getByText('午休见了一面，睡得好些。').waitFor()
  await place('followups').getByRole('button', { name: '安排回访' }).click()
  const plan = sheet(page)
  await plan.chip('复学后')
  expect(await plan.paper.innerText()).toContain('还差：学生同意，或因危机')
  await plan.chip('学生同意这样回访')
  await plan.send()
  await place('followups').getByText('复学后').first().waitFor()
})

it('what became better is kept, and only what may be shared is on the paper', async () => {
  const { page } = app
  await place('growth').getByRole('button', { name: '记一条' }).click()
  const form = sheet(page)
  await form.chip('进步')
  await form.fill('内容', '主动说出需要帮助。')
  await form.send()
  await place('growth').getByText('主动说出需要帮助。').waitFor()
  await place('growth').getByRole('button', { name: '打印摘要' }).click()
  await page.locator('.paper-sheet').first().waitFor()
  expect(await page.getByRole('alert').first().innerText()).toContain('1 条不外传')
  const paper = await page.locator('.paper-sheet').first().innerText()
  expect(paper).toContain('数学')
  expect(paper).not.toContain('主动说出需要帮助')
  await page.keyboard.press('Escape')
})

const openDue = async (): Promise<void> => {
  const { page } = app
  await room(page).go('个案')
  await page.getByRole('radio', { name: '到期' }).click()
  await page.locator('.rows .row-open').first().click()
  await place('archive').waitFor()
}

it('a file whose time is over is destroyed with two names and its number, and leaves a certificate', async () => {
  const { page } = app
  await openDue()
  const caseNo = /\d{4}[春秋]-\d{3}/u.exec(await room(page).strip())?.[0] ?? ''
  const remark = `${caseNo} 的档案到期了，明天请主任看一下`
  await room(page).go('今日')
  await page.getByRole('button', { name: '今日小结' }).click()
  await sheet(page).fill('备注', remark)
  await pressSend(page)
  await page.getByText('日志已存。').waitFor()
  await page.keyboard.press('Escape')
  await openDue()
  await place('archive').getByRole('button', { name: '销毁…' }).click()
  const form = sheet(page)
  await form.paper.getByText(remark).waitFor()
  expect(await form.paper.getByRole('checkbox', { name: /^清空备注.*编号/u }).isChecked()).toBe(true)
  await form.fill('销毁原因', '保管期满')
  await form.fill('销毁方式', '数据覆盖，纸质碎毁')
  await form.fill('批准人', '赵主任')
  await form.fill('监销人', '赵主任')
  const number = /D\d{4}-\d{3}/u.exec(await form.paper.innerText())?.[0] ?? ''
  await form.paper.getByLabel(/^输入档案号/).fill(number)
  expect(await form.paper.innerText()).toContain('须与批准人不同')
  await form.fill('监销人', '吴老师')
  await form.send()
  await place('archive')
    .getByText(/^内容已销毁 X\d{4}-001/)
    .waitFor()
  await place('archive').getByRole('button', { name: '打印销毁证明' }).click()
  await page.locator('.paper-sheet').first().waitFor()
  const paper = await page.locator('.paper-sheet').first().innerText()
  expect(paper).toContain('此前制作的备份仍含这些内容')
  expect(paper).toContain('吴老师')
  expect(paper).toContain('日志备注 1 份')
})

it('nothing was refused or went wrong on the way', () => {
  expect(app.complaints).toEqual([])
})
