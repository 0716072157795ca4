import type { Page } from 'playwright-core'
import { CANARY } from '#tests/faults/canaries'
import { PRACTICE_ACCOUNT, SCHOOL } from '#tests/people'
import { crisisCard } from './pages/crisis-card.ts'
import { noteDesk } from './pages/note-desk.ts'
import { catchPrinting, paperDesk } from './pages/paper-desk.ts'
import { lockAndWait } from './pages/people-desk.ts'
import { reportsPage } from './pages/reports-page.ts'
import { room, sheet, unlock } from './pages/room.ts'
import { setUpRoom } from './pages/set-up.ts'

export const { password: PASSWORD } = PRACTICE_ACCOUNT

/** A new room, and a child in it with a canary for a name. */
export async function addCanary(page: Page): Promise<void> {
  await setUpRoom(page, { school: SCHOOL.name, counselor: PRACTICE_ACCOUNT.name, password: PASSWORD })
  await room(page).go('学生')
  await page.getByRole('button', { name: '添加学生' }).click()
  const child = sheet(page)
  await child.fill('姓名', CANARY)
  await child.chip('女')
  await child.paper.getByRole('combobox', { name: '班级' }).fill('初一(6)班')
  await child.send()
  await page.getByRole('heading', { name: CANARY }).waitFor()
}

/** That child has come; the note of the visit stands open, saved. */
export async function beginWithCanaries(page: Page): Promise<void> {
  await addCanary(page)
  await room(page).go('今日')
  await room(page).openStudent(CANARY, CANARY)
  await page.getByRole('button', { name: '登记来访' }).first().click()
  const visit = sheet(page)
  await visit.chip('人际')
  await visit.chip('同伴关系')
  await visit.fill('求助内容', CANARY)
  await visit.paper.getByRole('button', { name: '登记，写记录' }).click()
  const note = noteDesk(page)
  await note.part('当前状态').waitFor()
  await note.write('当前状态', `${CANARY}低头，声音轻。`)
  await note.write('主要问题', CANARY.repeat(3))
  await note.saved()
}

/** What a counselor does with it: note, paper, crisis, report, door. `look` is called after each of them. */
export async function workWithCanaries(page: Page, look: (what: string) => void): Promise<void> {
  await beginWithCanaries(page)
  look('set up, register, write')
  await page.reload()
  await page.getByRole('button', { name: '写记录' }).click()
  const note = noteDesk(page)
  await note.part('当前状态').waitFor()
  await note.sign()
  await note.append(CANARY)
  look('reload, sign, addendum')
  await room(page).openStudent(CANARY, CANARY)
  await catchPrinting(page)
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await page.getByRole('menuitem', { name: /记录/ }).click()
  const desk = paperDesk(page)
  await desk.sheets()
  await desk.print()
  await page.getByText('已送去打印').waitFor()
  look('print')
  await desk.back()
  await page.keyboard.press('F9')
  const card = crisisCard(page)
  await card.opened()
  await card.stamp('3', '已报告领导')
  await card.detail('已报告领导', CANARY)
  await card.writeLine(`${CANARY}在走廊。`)
  await card.report('地点', CANARY)
  await page.getByText(/^已保存 /u).waitFor()
  look('crisis')
  const reports = reportsPage(page)
  await reports.open()
  await reports.askFor('Excel')
  const saved = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: /^导出/u }).click()
  await saved
  await page.waitForTimeout(1_000)
  look('report, export')
  await lockAndWait(page)
  look('lock')
  await page.getByRole('textbox', { name: '密码', exact: true }).fill(CANARY)
  await page.keyboard.press('Enter')
  await page.getByText(/密码不对/u).waitFor()
  look('wrong password')
  await unlock(page, PASSWORD)
  await room(page).openStudent(CANARY, CANARY)
  await lockAndWait(page)
  look('unlock, lock')
}
