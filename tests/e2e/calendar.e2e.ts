import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#contract/calendar'
import { CAST } from '#tests/people'
import { type CalendarVault, calendarVault } from './calendar-vault.ts'
import { type App, launch } from './launch.ts'
import { calendarSheet, type Frames } from './pages/calendar-sheet.ts'
import { pressSend, room, sheet, unlock } from './pages/room.ts'

/** Columns of the week that is booked out. */
const [MON, TUE, WED, THU, FRI] = [0, 1, 2, 3, 4]
const newcomers = CAST.slice(-3).map(({ name }) => name)
let vault: CalendarVault
let app: App

beforeAll(async () => {
  vault = await calendarVault()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  app = await launch({ dataDir: vault.folder, timeZone, motion: true })
  app.page.setDefaultTimeout(15_000)
  await unlock(app.page, vault.password)
})
afterAll(async () => {
  await app.close()
  rmSync(vault.folder, { recursive: true, force: true })
})

const dayWords = (day: string): string => `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`
/** Takes in somebody who is not on the roster and goes on with the sheet that follows. */
const takeIn = async (name: string): Promise<void> => {
  const { page } = app
  const form = sheet(page)
  await form.paper.getByRole('combobox').fill(name)
  await page.getByRole('option', { name: /不在名册/u }).click()
  await pressSend(page)
  await isReady()
}
/** The sheet of a booking takes a press of its green button. */
const isReady = async (): Promise<void> => {
  const verb = app.page.locator('.sheet').getByRole('button', { name: /^约上/u })
  await expect.poll(() => verb.isEnabled()).toBe(true)
}

describe('a week of the room', () => {
  it('stands in columns: who comes when, what is open, and which week of the term it is', async () => {
    const { page } = app
    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    await page.keyboard.press('PageDown')
    await expect.poll(() => page.locator('.cal-block').count()).toBe(30)
    const first = calendarSheet(page).block(vault.of(MON, 0).name)
    expect(await first.getAttribute('aria-label')).toContain('08:00–08:50')
    expect(await page.locator('.page-hint').innerText()).toContain(dayWords(vault.monday))
    expect(await page.locator('.cal-closed').count()).toBe(5)
    expect(await page.locator('.cal-head').nth(FRI).innerText()).toContain('值班 林老师')
    expect(await page.locator('.cal-busy').innerText()).toBe('心理课')
  })

  it('a holiday is named over its day, and the day is closed', async () => {
    const { page } = app
    for (const key of ['PageDown', 'PageDown']) await page.keyboard.press(key)
    const head = page.locator('.cal-head', { hasText: dayWords(vault.holiday) })
    await expect.poll(() => head.innerText()).toContain('校庆')
    for (const key of ['PageUp', 'PageUp']) await page.keyboard.press(key)
    await calendarSheet(page).block(vault.of(MON, 0).name).waitFor()
  })

  it('a click on a free place books an ordinary session there, for somebody who is taken in on the way', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    await calendar.click(TUE, '11:40')
    await takeIn(newcomers[0] ?? '')
    const form = sheet(page)
    expect(await form.paper.innerText()).toContain('到 12:10')
    expect(await form.paper.locator('.sheet-foot').innerText()).toContain(newcomers[0])
    await form.send()
    await expect.poll(() => calendar.timeOf(newcomers[0] ?? '')).toBe('11:20–12:10')
  })

  it('a block is dragged to another day; Ctrl+Z takes it back', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const name = newcomers[0] ?? ''
    await calendar.move(name, THU, '14:12')
    await calendar.bar.getByText('改到').waitFor()
    expect(await calendar.timeOf(name)).toBe('14:10–15:00')
    expect(await calendar.columnOf(name)).toBe(THU)
    await page.keyboard.press('Control+z')
    await calendar.bar.getByText('放回').waitFor()
    expect([await calendar.timeOf(name), await calendar.columnOf(name)]).toEqual(['11:20–12:10', TUE])
  })

  it('on a taken place it springs back and says whose place it is', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const name = newcomers[0] ?? ''
    await calendar.move(name, FRI, '15:20')
    const words = await calendar.card.innerText()
    expect(words).toContain('已放回原处')
    expect(words).toContain(vault.of(FRI, 4).name)
    expect(await calendar.timeOf(name)).toBe('11:20–12:10')
    await page.keyboard.press('Escape')
    await calendar.card.waitFor({ state: 'detached' })
  })

  it('pulled longer than fifty minutes it asks why, and keeps the reason', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const name = newcomers[0] ?? ''
    await calendar.move(name, THU, '17:00')
    await calendar.bar.getByText('改到').waitFor()
    await calendar.stretch(name, THU, '18:00')
    expect(await calendar.card.innerText()).toContain('超过每次 50 分钟')
    expect(await calendar.card.getByRole('button', { name: '移到这里' }).isDisabled()).toBe(true)
    await calendar.card.getByRole('textbox').fill('和家长一起谈')
    await calendar.card.getByRole('button', { name: '移到这里' }).click()
    await expect.poll(() => calendar.timeOf(name)).toBe('17:00–18:00')
    await calendar.block(name).click()
    await calendar.card.getByText('理由：和家长一起谈').waitFor()
    await page.keyboard.press('Escape')
    await calendar.card.waitFor({ state: 'detached' })
  })

  it('one of a series asks whether the later ones go along', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const { name } = vault.of(WED, 2)
    await calendar.move(name, WED, '09:40')
    await calendar.card.getByRole('radio', { name: '这一次和以后' }).click()
    await calendar.card.getByRole('button', { name: '移到这里' }).click()
    await calendar.bar.getByText('改到').waitFor()
    await page.keyboard.press('PageDown')
    await expect.poll(() => calendar.timeOf(name)).toBe('09:40–10:30')
    await page.keyboard.press('PageUp')
    await calendar.block(newcomers[0] ?? '').waitFor()
  })

  it('a repeat leaves the holiday out and says so', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    await calendar.click(WED, '17:05')
    await takeIn(newcomers[1] ?? '')
    await sheet(page).chip('每周')
    await pressSend(page)
    const told = page.getByRole('dialog', { name: '约上了 3 次' })
    await told.getByText(dayWords(vault.holiday)).waitFor()
    expect(await told.innerText()).toContain('这一天不开放')
    await pressSend(page)
    await told.waitFor({ state: 'detached' })
  })

  it('whoever waits is dragged from the list to a free time', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    await page.getByRole('button', { name: /^候约/u }).click()
    const row = page.locator('.wait', { hasText: vault.waiting.name })
    await row.waitFor()
    await calendar.place(row, MON, '17:02')
    const form = sheet(page)
    await isReady()
    expect(await form.paper.locator('.sheet-who').innerText()).toContain(vault.waiting.name)
    await form.send()
    await expect.poll(() => calendar.timeOf(vault.waiting.name)).toBe('17:00–17:50')
    await page.getByText('现在没有人在等。').waitFor()
    await page.getByRole('button', { name: '收起' }).click()
  })

  it('everything by keyboard: walk, book, carry, let go', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const reached = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await page.locator('.cal-cursor').focus()
    for (let i = 0; i < 5 && !(await reached()).includes('星期五'); i++) await page.keyboard.press('ArrowRight')
    for (const key of ['End', 'ArrowUp', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
    expect(await reached()).toContain(`${dayWords(addDays(vault.monday, 4))} 星期五 17:00`)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('combobox').waitFor()
    await takeIn(newcomers[2] ?? '')
    await pressSend(page)
    const name = newcomers[2] ?? ''
    await expect.poll(() => calendar.timeOf(name)).toBe('17:00–17:50')
    await page.locator('.sheet').waitFor({ state: 'detached' })
    await calendar.block(name).focus()
    await page.keyboard.down('Alt')
    await page.keyboard.press('ArrowDown')
    expect(await calendar.timeOf(name)).toBe('17:15–18:05')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.up('Alt')
    await calendar.card.getByText('老师').first().waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => calendar.columnOf(name)).toBe(FRI)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-block'))).not.toBeNull()
  })

  it('two who are kept apart are marked on the case page; near each other the calendar asks', async () => {
    const { page } = app
    const calendar = calendarSheet(page)
    const [one, other] = [vault.of(MON, 3).name, vault.of(TUE, 2).name]
    await room(page).openStudent(one, one)
    await page.getByRole('button', { name: /^个案 /u }).click()
    const panel = page.locator('.panel', { hasText: '需要错开的学生' })
    await panel.getByRole('button', { name: '加一位' }).click()
    await panel.getByRole('combobox', { name: '和谁错开' }).fill(other)
    await page.getByRole('option', { name: new RegExp(other, 'u') }).click()
    const mark = panel.getByRole('button', { name: '记下' })
    expect(await mark.isDisabled()).toBe(true)
    await panel.getByRole('textbox', { name: '原因' }).fill('同一件事的两边')
    await mark.click()
    const row = panel.locator('.row', { hasText: other })
    await row.getByText('同一件事的两边').waitFor()

    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    await calendar.block(other).waitFor()
    const before = await calendar.timeOf(other)
    await calendar.move(other, MON, '14:12')
    await expect.poll(() => calendar.card.innerText()).toMatch(new RegExp(`要与\\s*${one}\\s*错开`, 'u'))
    expect(await calendar.card.getByRole('button', { name: '移到这里' }).isDisabled()).toBe(true)
    await calendar.card.getByRole('textbox').press('Escape')
    await calendar.card.waitFor({ state: 'detached' })
    expect([await calendar.timeOf(other), await calendar.columnOf(other)]).toEqual([before, TUE])

    await page.keyboard.press('Escape')
    await room(page).openStudent(one, one)
    await page.getByRole('button', { name: /^个案 /u }).click()
    await row.getByRole('button', { name: '不再错开' }).click()
    await panel.getByText('没有。同一事件的双方可以记在这里').waitFor()
    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    await calendar.block(other).waitFor()
  })

  it('a full term is loaded, and the screen keeps up with the hand', async () => {
    const calendar = calendarSheet(app.page)
    const { name } = vault.of(WED, 4)
    const idle = await calendar.framesOfAnIdlePage()
    const frames = await calendar.framesWhileDragging(name)
    process.stdout.write(
      `calendar, ${vault.booked} bookings: ${said(frames)} while dragging; beside, an idle page: ${said(idle)}\n`,
    )
    expect(frames.length).toBeGreaterThan(0)
    expect(await calendar.timeOf(name)).toBe('15:00–15:50')
  })

  it('the same in English, without a Chinese word but what people wrote', async () => {
    const { page } = app
    await room(page).go('设置')
    await page.getByRole('tab', { name: '这台电脑' }).click()
    await page.getByRole('radio', { name: 'English' }).click()
    await room(page).go('Calendar')
    await page.locator('.cal-block').first().waitFor()
    const own = await page.evaluate(() => {
      const read = [...document.querySelectorAll('.page-header, .cal-heads, .cal-cursor')]
      return read.map((one) => `${one.textContent} ${one.getAttribute('aria-label') ?? ''}`).join(' ')
    })
    expect(own).toMatch(/Mon \d+ \w{3}/u)
    expect(own.replaceAll('林老师', '')).not.toMatch(/\p{Script=Han}/u)
    await page.keyboard.press('d')
    await expect.poll(() => page.locator('.cal-head').count()).toBe(1)
    await page.keyboard.press('w')
    await expect.poll(() => page.locator('.cal-head').count()).toBeGreaterThan(4)
    expect(app.complaints).toEqual([])
  })
})

const said = (frames: Frames): string => {
  const sorted = frames.toSorted((a, b) => a - b)
  const whole = frames.reduce((sum, one) => sum + one, 0)
  const p95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0
  return `${((frames.length / whole) * 1000).toFixed(1)} frames a second (95 % within ${p95.toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(1)} ms)`
}
