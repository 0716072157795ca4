import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays, localOf } from '#contract/calendar'
import { EMPTY_NOTE } from '#contract/note-parts'
import { person, STAFF } from '#tests/people'
import { acceptanceFields, walkIn } from '#tests/records'
import { type App, launch } from './launch.ts'
import { room, sheet, unlock } from './pages/room.ts'
import { vaultOfTests } from './vault-of-tests.ts'

const taken = person('qiu-yifan')
const mistaken = person('zhou-yiming')
const right = person('li-ruoxi')
const [OWN_WORDS, LAST_WORDS] = ['我有点着急，想替她解决', '，先听她说']
const KNOWN = '上学期谈过四次，母亲知道'
let vault: Awaited<ReturnType<typeof vaultOfTests>>
let app: App

beforeAll(async () => {
  const now = localOf(Date.now())
  const today = now.slice(0, 10)
  vault = await vaultOfTests(async ({ ask, student }) => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    await ask('accounts.add', { name: STAFF.director.name, sex: null, roles: ['counselor'] })

    const studentId = await student(taken)
    const acceptanceId = randomUUID()
    const asked = acceptanceFields({ askedOn: today, askedBy: STAFF.classTeacher.name })
    await ask('acceptances.request', { id: acceptanceId, studentId, fields: asked })
    await ask('acceptances.accept', { acceptanceId, studentId, promisesStand: null, objection: '' })
    const ahead = walkIn(me.id, { arrivedAt: null, bookedFor: `${addDays(today, 1)}T10:00` })
    await ask('visits.register', { id: randomUUID(), studentId, fields: ahead })

    const comes = async (who: typeof mistaken): Promise<{ visitId: string; studentId: string }> => {
      const whose = await student(who)
      const fields = walkIn(me.id, { arrivedAt: now })
      const visit = await ask<{ id: string }>('visits.register', { id: randomUUID(), studentId: whose, fields })
      return { visitId: visit.id, studentId: whose }
    }
    const from = await comes(mistaken)
    const to = await comes(right)
    await ask('privates.save', { id: randomUUID(), ...from, version: 0, text: OWN_WORDS })
    const body = { ...EMPTY_NOTE, state: '话不多' }
    const note = await ask<{ id: string }>('notes.save', { ...from, version: 0, body })
    await ask('notes.move', {
      noteId: note.id,
      studentId: from.studentId,
      toVisitId: to.visitId,
      toStudentId: to.studentId,
      reason: '点错了人',
      takesPrivatesAlong: false,
    })
  })
  app = await launch({ dataDir: vault.folder, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  app.page.setDefaultTimeout(15_000)
  await unlock(app.page, vault.password)
})
afterAll(async () => {
  await app.close()
  rmSync(vault.folder, { recursive: true, force: true })
})

it('before the first session of a case that came by a request Today asks for a briefing, until it is written', async () => {
  const { page } = app
  await room(page).go('今日')
  const line = page.locator('.row', { hasText: '前和原来的老师交流' })
  await expect.poll(() => line.innerText()).toContain(taken.name)
  await line.getByRole('button', { name: '记交流' }).click()
  const { paper, fill, send } = sheet(page)
  expect(await paper.getByRole('radio', { name: '会谈前交流' }).isChecked()).toBe(true)
  expect(await paper.getByRole('spinbutton', { name: '分钟' }).inputValue()).toBe('60')
  await paper.getByText('还没有初访评估').waitFor()
  await paper.getByText('还差：至少写一项内容').waitFor()
  await paper.getByRole('button', { name: '加一位' }).click()
  await fill('第 1 位的姓名', STAFF.classTeacher.name)
  await fill('已知情况', KNOWN)
  await send()
  await line.waitFor({ state: 'detached' })
})

it('the briefing stands on the page of the case', async () => {
  const { page } = app
  await room(page).openStudent('qyf', taken.name)
  await page.locator('.student-case').click()
  const talks = page.getByRole('list', { name: '交流与研讨' }).locator('.row', { hasText: '会谈前交流' })
  await expect.poll(() => talks.innerText()).toContain(STAFF.classTeacher.name)
  await talks.getByRole('button', { name: '打开' }).click()
  await page.locator('.side-sheet').getByText(KNOWN).waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.side-sheet').waitFor({ state: 'detached' })
})

it('one’s own private note that stayed behind when its note was moved goes after it, to the last key', async () => {
  const { page } = app
  const own = () => page.getByRole('textbox', { name: '私密过程记录' })
  const open = () => page.getByRole('button', { name: '私密过程记录' }).click()
  const isLeft = page.getByText('这次来访的正式记录已移到另一位学生的档案。')
  await room(page).openStudent('zym', mistaken.name)
  await open()
  await isLeft.waitFor()
  await page.getByRole('button', { name: '首次来访' }).click()
  await page.getByRole('textbox', { name: '当前状态' }).waitFor()
  await open()
  await isLeft.waitFor()
  expect(await own().inputValue()).toBe(OWN_WORDS)
  await own().press('End')
  await page.keyboard.type(LAST_WORDS)
  await page.getByRole('button', { name: '把这条也移过去' }).click()
  await isLeft.waitFor({ state: 'detached' })
  expect(await own().inputValue()).toBe('')
  await room(page).openStudent('lrx', right.name)
  await open()
  await expect.poll(() => own().inputValue()).toBe(`${OWN_WORDS}${LAST_WORDS}`)
  expect(await isLeft.count()).toBe(0)
})

it('both files keep a line of it in the log, without a word of what is written there', async () => {
  const { page } = app
  await room(page).go('设置')
  await page.getByRole('tab', { name: '操作日志' }).click()
  await expect.poll(() => page.getByRole('row').filter({ hasText: '移动私密记录' }).count()).toBe(2)
  expect(await page.locator('body').innerText()).not.toContain(OWN_WORDS)
  expect(app.complaints).toEqual([])
})
