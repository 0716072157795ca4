import type { Page } from 'playwright-core'

/** `blanks`: so many are put behind the first `head` bytes, in the window itself. */
type Given = { name: string; bytes: Uint8Array; head?: number; blanks?: number }

/** The papers of a student, as a person puts them in and looks at them. */
export const papersPanel = (page: Page) => {
  const sheet = page.getByRole('dialog').last()
  return {
    sheet,
    /** Drops files on the place where they go in. */
    async drop(...files: Given[]): Promise<void> {
      const given = files.map(({ name, bytes, head = 0, blanks = 0 }) => ({
        name,
        head,
        blanks,
        base64: Buffer.from(bytes).toString('base64'),
      }))
      const transfer = await page.evaluateHandle((all) => {
        const data = new DataTransfer()
        for (const { name, head, blanks, base64 } of all) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          const filler = new Uint8Array(blanks).fill(32)
          data.items.add(new File([bytes.slice(0, head), filler, bytes.slice(head)], name))
        }
        return data
      }, given)
      await sheet.locator('.file-taker').dispatchEvent('drop', { dataTransfer: transfer })
    },
    rows: () => sheet.locator('.row').allInnerTexts(),
    open: (name: string) => sheet.getByRole('button', { name, exact: true }).click(),
    /** Width, height and how many of a thousand points are dark, once the page is drawn. */
    async drawn() {
      const canvas = page.getByRole('dialog').last().locator('.page-view canvas')
      await canvas.waitFor()
      return canvas.evaluate((element) => {
        const { width, height } = element as HTMLCanvasElement
        const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
        let dark = 0
        for (let at = 0; at < data.length; at += 4) if (data[at + 3]! > 128 && data[at]! < 128) dark++
        return { width, height, dark: (dark * 1000) / (width * height), shown: element.clientWidth }
      })
    },
    tool: (name: string) => sheet.getByRole('toolbar').getByRole('button', { name }).click(),
  }
}
