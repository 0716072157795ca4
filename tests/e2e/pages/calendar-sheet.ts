import type { Locator, Page } from 'playwright-core'

type Point = { x: number; y: number }
/** Milliseconds from one frame to the next. */
export type Frames = number[]

/** The calendar as a counselor uses it: by the pointer, by columns and times. */
export const calendarSheet = (page: Page) => {
  const layer = page.locator('.cal-layer')
  const block = (name: string): Locator => page.locator('.cal-block', { hasText: name })
  /** Where a time of a column (0: the first day shown) stands on the screen. */
  const at = async (column: number, time: string): Promise<Point> => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return layer.evaluate(
      (element, { column, minute }) => {
        const box = element.getBoundingClientRect()
        const [first, second] = [...document.querySelectorAll<HTMLElement>('.cal-hours span')]
        const columns = document.querySelectorAll('.cal-head').length
        const [hour = 0] = (first?.textContent ?? '').split(':').map(Number)
        const perMinute = Number.parseFloat(second?.style.top ?? '60') / 60
        return {
          x: box.left + (box.width * (column + 0.5)) / columns,
          y: box.top + (minute - hour * 60) * perMinute,
        }
      },
      { column, minute: hours * 60 + minutes },
    )
  }
  const drag = async (from: Point, to: Point): Promise<void> => {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + 6, from.y + 6)
    await page.mouse.move(to.x, to.y, { steps: 8 })
    await page.waitForTimeout(60)
    await page.mouse.up()
  }
  const middleOf = async (target: Locator): Promise<Point> => {
    const box = await target.boundingBox()
    if (!box) throw new Error('it is not on the screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  const framesWhileMoving = async (around: Point, on = page): Promise<Frames> => {
    await on.evaluate(() => {
      const seen: number[] = []
      const count = (now: number) => {
        seen.push(now)
        Object.assign(window, { frame: requestAnimationFrame(count) })
      }
      Object.assign(window, { seen, frame: requestAnimationFrame(count) })
    })
    const until = Date.now() + 3000
    for (let i = 0; Date.now() < until; i++)
      await on.mouse.move(around.x + 330 * Math.sin(i / 40), around.y + 160 * Math.sin(i / 23))
    const seen = await on.evaluate(() => {
      const { frame, seen } = window as unknown as { frame: number; seen: number[] }
      cancelAnimationFrame(frame)
      return seen
    })
    return seen.slice(1).map((at, i) => at - (seen[i] ?? at))
  }
  return {
    block,
    at,
    card: page.locator('.cal-card'),
    /** What was just moved, and the way back. */
    bar: page.locator('.cal-moved'),
    timeOf: async (name: string): Promise<string> => (await block(name).getAttribute('title'))?.slice(0, 11) ?? '',
    /** Which column a block stands in. */
    columnOf: (name: string): Promise<number> =>
      block(name).evaluate((element) => {
        const box = element.getBoundingClientRect()
        return [...document.querySelectorAll('.cal-head')].findIndex((head) => {
          const { left, right } = head.getBoundingClientRect()
          return left <= box.left + box.width / 2 && box.left + box.width / 2 < right
        })
      }),
    async click(column: number, time: string): Promise<void> {
      const { x, y } = await at(column, time)
      await page.mouse.click(x, y)
    },
    /** Takes a block by its upper edge to a time. */
    async move(name: string, column: number, time: string): Promise<void> {
      const box = await block(name).boundingBox()
      if (!box) throw new Error('it is not on the screen')
      const to = await at(column, time)
      await drag({ x: box.x + box.width / 2, y: box.y + 4 }, { x: to.x, y: to.y + 4 })
    },
    async stretch(name: string, column: number, until: string): Promise<void> {
      const box = await block(name).boundingBox()
      if (!box) throw new Error('it is not on the screen')
      const to = await at(column, until)
      await drag({ x: box.x + box.width / 2, y: box.y + box.height - 3 }, { x: to.x, y: to.y })
    },
    async place(row: Locator, column: number, time: string): Promise<void> {
      await drag(await middleOf(row.locator('strong')), await at(column, time))
    },
    /** How evenly the screen is drawn while a block is carried about for some seconds; it ends where it began. */
    async framesWhileDragging(name: string): Promise<Frames> {
      const from = await middleOf(block(name))
      await page.mouse.move(from.x, from.y)
      await page.mouse.down()
      await page.mouse.move(from.x + 8, from.y + 8)
      const frames = await framesWhileMoving(from)
      await page.keyboard.press('Escape')
      await page.mouse.up()
      return frames
    },
    /** The same hand over a page that does nothing: what this machine can do at the moment. */
    async framesOfAnIdlePage(): Promise<Frames> {
      const idle = await page.context().newPage()
      await idle.setContent('<p>.</p>')
      const frames = await framesWhileMoving({ x: 700, y: 400 }, idle)
      await idle.close()
      return frames
    },
  }
}
