import { rmSync } from 'node:fs'
import { calendarVault } from '#tests/e2e/calendar-vault'
import { launch } from '#tests/e2e/launch'
import { calendarSheet } from '#tests/e2e/pages/calendar-sheet'
import { room, unlock } from '#tests/e2e/pages/room'
import { timingOf } from './measure.ts'
import type { Line } from './table.ts'

/** From one frame to the next while an appointment is dragged, a full term of bookings loaded; beside, a page that does nothing. */
export async function calendarLine(): Promise<Line> {
  const vault = await calendarVault()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { page, close } = await launch({ dataDir: vault.folder, timeZone })
  try {
    await unlock(page, vault.password)
    await room(page).go('日历')
    await page.locator('.cal-layer').waitFor()
    await page.keyboard.press('PageDown')
    await page.locator('.cal-block').first().waitFor()
    const calendar = calendarSheet(page)
    const plain = timingOf(await calendar.framesOfAnIdlePage())
    const value = timingOf(await calendar.framesWhileDragging(vault.of(2, 4).name))
    // 60 a second, as far as the machine gives an idle page as many.
    return {
      what: 'a frame while dragging in the calendar',
      unit: 'ms',
      value,
      plain,
      atMost: Math.max(17, plain.p95 + 1),
    }
  } finally {
    await close()
    rmSync(vault.folder, { recursive: true, force: true })
  }
}
