import type { Locator } from 'playwright-core'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** The calendar of the coming week, in its states. */
export const calendarScreens: readonly Screen[] = [
  { name: 'calendar-today', reach: (v) => calendar(v, 0) },
  { name: 'calendar-week', reach: (v) => calendar(v) },
  {
    name: 'calendar-day',
    async reach(v) {
      await calendar(v)
      await v.page.locator('.cal-head-open').nth(2).click()
    },
  },
  {
    name: 'calendar-card',
    async reach(v) {
      await calendar(v)
      await v.page.locator('.cal-block').nth(4).click()
      await v.page.locator('.cal-card').waitFor()
    },
  },
  {
    name: 'calendar-booking',
    async reach(v) {
      await calendar(v)
      await v.press('n')
      await v.page.getByRole('dialog').getByRole('combobox').fill(v.nameOf('he-jiashu'))
      await v.page.getByRole('option').filter({ hasText: /\d{8}/u }).first().click()
      await v.page.getByRole('radio', { name: v.word('visits.repeats.weekly') }).click()
    },
  },
  {
    name: 'calendar-refused',
    async reach(v) {
      await calendar(v)
      await carry(v, v.page.locator('.cal-block').first(), v.page.locator('.cal-block').nth(5))
    },
  },
  {
    name: 'calendar-asks',
    async reach(v) {
      await calendar(v)
      await v.page.locator('.cal-block-booked').first().focus()
      await v.page.keyboard.down('Alt')
      await v.page.keyboard.down('Shift')
      for (let i = 0; i < 2; i++) await v.press('ArrowDown')
      await v.page.keyboard.up('Shift')
      await v.page.keyboard.up('Alt')
      await v.page.locator('.cal-card').waitFor()
    },
  },
  {
    name: 'calendar-waiting',
    async reach(v) {
      await calendar(v)
      await v.button('calendar.sides.waits')
      await v.page.locator('.wait').first().waitFor()
    },
  },
  {
    name: 'calendar-wait',
    async reach(v) {
      await calendar(v)
      await v.button('calendar.sides.waits')
      await v.button('calendar.change')
    },
  },
]

export const calendarPapers: readonly Screen[] = [
  {
    name: 'appointment-slip',
    async reach(v) {
      await calendar(v)
      await v.page.locator('.cal-block-booked').first().click()
      await v.button('calendar.printSlip')
    },
  },
]

/** A week of the calendar, so many weeks from now, as it first opens. */
export async function calendar(v: Visitor, weeks = 1): Promise<void> {
  await v.go('calendar')
  await v.page.locator('.cal-layer').waitFor()
  if ((await v.page.locator('.cal-side').count()) > 0) await v.button('calendar.closeSide')
  for (const key of ['t', 'w', ...Array.from({ length: weeks }, () => 'PageDown')]) await v.press(key)
  await v.page.locator('.cal-block').first().waitFor()
  await v.rest()
}

async function carry(v: Visitor, what: Locator, to: Locator): Promise<void> {
  const [from, until] = [await what.boundingBox(), await to.boundingBox()]
  if (!from || !until) throw new RangeError('the block is not on the screen')
  await v.page.mouse.move(from.x + 40, from.y + 4)
  await v.page.mouse.down()
  await v.page.mouse.move(until.x + 46, until.y + 12, { steps: 6 })
  await v.page.waitForTimeout(80)
  await v.page.mouse.up()
  await v.page.locator('.cal-card').waitFor()
}
