import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawnPaper } from '#core/practice/drawn-paper'
import { exifSegment, jpeg } from '#tests/core/attachments/pictures'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { catchPrinting, paperDesk } from './pages/paper-desk.ts'
import { papersPanel } from './pages/papers-panel.ts'
import { pressSend, room, sheet } from './pages/room.ts'
import './papers/window.ts'
import { PAYLOADS } from './payloads.ts'

const student = person('zhou-yiming')
const SCAN = Uint8Array.from(Buffer.from(drawnPaper([9, 8, 10, 7]), 'base64'))
const NASTY = PAYLOADS.find((payload) => payload.startsWith('<img src=x'))!
let app: App

/** Two pages with one line of text each, and `blanks` of nothing behind the first `head` bytes. */
function pdf(blanks = 0): { bytes: Uint8Array; head: number; blanks: number } {
  const stream = (text: string) => {
    const draw = `BT /F1 48 Tf 60 700 Td (${text}) Tj ET`
    return `<< /Length ${draw.length} >> stream\n${draw}\nendstream`
  }
  const pageOf = (content: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F1 7 0 R >> >> >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    pageOf(5),
    pageOf(6),
    stream('Page one'),
    stream('Page two'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${blanks} >> stream\n`,
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}${at === 7 ? '' : '\nendobj\n'}`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const head = text.length
  text += '\nendstream\nendobj\n'
  const table = text.length + blanks
  text += `xref\n0 9\n0000000000 65535 f \n${places.join('')}trailer << /Root 1 0 R /Size 9 >>\nstartxref\n${table}\n%%EOF`
  return { bytes: Uint8Array.from(Buffer.from(text, 'latin1')), head, blanks }
}

beforeAll(async () => {
  app = await launch({ practice: true })
  app.page.setDefaultTimeout(60_000)
  await app.page.getByRole('navigation').waitFor({ timeout: 60_000 })
  await catchPrinting(app.page)
  await room(app.page).openStudent(student.name, student.name)
})
afterAll(() => app.close())

const papers = () => papersPanel(app.page)
const openPapers = async () => {
  await room(app.page).more('纸件与附件')
  await papers().sheet.locator('.file-taker').waitFor()
}
const leave = async () => {
  await app.page.keyboard.press('Escape')
  await app.page.getByRole('dialog').waitFor({ state: 'detached' })
}
/** From one paper back to all of them. */
const backToList = async () => {
  await app.page.keyboard.press('Escape')
  await papers().sheet.locator('.file-taker').waitFor()
}

describe('consents of a student', () => {
  it('parents who do not agree stand in the header', async () => {
    expect(await room(app.page).strip()).toContain('监护人意见不一致：录音录像')
  })
  it('a guardian signs on the screen, and the signature lies with the consent', async () => {
    await room(app.page).more('记录知情同意')
    const form = sheet(app.page)
    await form.chip('心理测评')
    await form.chip('母亲')
    await form.chip('屏上签名')
    const pad = form.paper.locator('.signature canvas')
    await pad.scrollIntoViewIfNeeded()
    const box = (await pad.boundingBox())!
    await app.page.mouse.move(box.x + 60, box.y + 50)
    await app.page.mouse.down()
    for (const [x, y] of [
      [140, 20],
      [200, 60],
      [320, 30],
    ] as const)
      await app.page.mouse.move(box.x + x, box.y + y, { steps: 5 })
    await app.page.mouse.up()
    await form.paper.getByText('的签名').first().waitFor()
    await form.send()
    await openPapers()
    await papers().sheet.getByText('的签名').waitFor()
    expect((await papers().rows()).join()).toContain('屏上签名')
    await leave()
  })
})

describe('papers in the vault', () => {
  it('a dropped scan goes in under its own name, whatever the name holds; what is no picture is refused by name', async () => {
    await openPapers()
    const word = { name: '说明.docx', bytes: Uint8Array.from(Buffer.from('PK\u0003\u0004')) }
    await papers().drop({ name: `${NASTY}.png`, bytes: SCAN }, word, { name: '照片.jpg', bytes: jpeg(exifSegment(6)) })
    await papers().sheet.getByRole('alert').waitFor()
    expect(await papers().sheet.getByRole('alert').innerText()).toMatch(/“说明\.docx”没有存入。.*不是 JPG/su)
    await papers().sheet.getByRole('button', { name: '照片.jpg', exact: true }).waitFor()
    expect((await papers().rows()).join('\n')).toContain(NASTY)
    expect(await app.page.evaluate(() => '__pwn' in window)).toBe(false)
  })
  it('the picture is looked at, enlarged, turned, and stays turned', async () => {
    await papers().open(`${NASTY}.png`)
    const upright = await papers().drawn()
    expect(upright.height).toBeGreaterThan(upright.width)
    expect(upright.dark).toBeGreaterThan(5)
    await papers().tool('放大')
    expect((await papers().drawn()).shown).toBeGreaterThan(upright.shown)
    await papers().tool('向右转')
    await expect.poll(async () => (await papers().drawn()).width).toBe(upright.height)
    await sheet(app.page).fill('名称', '家长来信')
    await pressSend(app.page)
    await papers().sheet.getByRole('button', { name: '家长来信', exact: true }).waitFor()
    await papers().open('家长来信')
    await expect.poll(async () => (await papers().drawn()).width).toBe(upright.height)
  })
  it('on paper it stands under the name of the student, and the log says that it was printed', async () => {
    await papers().sheet.getByRole('button', { name: '打印', exact: true }).click()
    const desk = paperDesk(app.page)
    const sheets = await desk.sheets()
    expect(await sheets.count()).toBe(1)
    const text = (await sheets.allTextContents()).join('')
    for (const words of ['保密', `学生：${student.name}`, '附件：家长来信', '练习，非真实记录'])
      expect(text).toContain(words)
    const box = await sheets.locator('canvas').boundingBox()
    expect(box!.width).toBeGreaterThan(600)
    await desk.print()
    await app.page.getByText('已送去打印').waitFor()
    await desk.back()
    await room(app.page).openStudent(student.name, student.name)
  })
  it('a PDF is drawn page by page, and nothing in it runs', async () => {
    await openPapers()
    await papers().drop({ name: '出院小结.pdf', ...pdf() })
    await papers().open('出院小结.pdf')
    const first = await papers().drawn()
    expect(first.dark).toBeGreaterThan(1)
    await papers().tool('下一页')
    await app.page.getByText('2 / 2').waitFor()
    expect((await papers().drawn()).dark).toBeGreaterThan(1)
    await backToList()
  })
  it('with twenty megabytes the window goes on answering', async () => {
    // A little less: the size stands in the file itself.
    const large = pdf(20 * 1024 * 1024 - 2000)
    await app.page.evaluate(() => {
      window.longest = 0
      let last = performance.now()
      const beat = () => {
        const now = performance.now()
        window.longest = Math.max(window.longest ?? 0, now - last)
        last = now
        setTimeout(beat, 4)
      }
      beat()
    })
    const rest = () => app.page.evaluate(() => (window.longest = 0))
    await rest()
    const begun = performance.now()
    await papers().drop({ name: '大扫描.pdf', ...large })
    await papers().sheet.getByRole('button', { name: '大扫描.pdf', exact: true }).waitFor()
    const kept = performance.now()
    const whileKept = await app.page.evaluate(() => window.longest)
    await rest()
    await papers().open('大扫描.pdf')
    expect((await papers().drawn()).dark).toBeGreaterThan(1)
    const whileOpened = await app.page.evaluate(() => window.longest)
    process.stdout.write(
      `20 MB in the window: kept in ${(kept - begun).toFixed(0)} ms, longest wait ${whileKept?.toFixed(0)} ms; ` +
        `opened and drawn in ${(performance.now() - kept).toFixed(0)} ms, longest wait ${whileOpened?.toFixed(0)} ms\n`,
    )
    // On a busy machine everything takes long; one stretch must not be most of it.
    expect(whileKept).toBeLessThan((kept - begun) / 2)
    expect(whileOpened).toBeLessThan(5000)
    await backToList()
  })
  it('into the bin it goes with a reason', async () => {
    await papers().open('照片.jpg')
    await papers().sheet.getByRole('button', { name: '放进回收站' }).click()
    const ask = app.page.getByRole('dialog').last()
    await ask.getByRole('textbox').fill('拍糊了')
    await ask.getByRole('button', { name: '放进回收站' }).click()
    await papers().sheet.locator('.file-taker').waitFor()
    await expect.poll(async () => (await papers().rows()).join()).not.toContain('照片.jpg')
    await leave()
  })
})

it('nothing on the way was refused by the page’s own rules', () => {
  // The one file that was no picture.
  expect(app.complaints.filter((text) => !text.includes('422'))).toEqual([])
})

declare global {
  interface Window {
    /** The longest that the window did not answer, in milliseconds. */
    longest?: number
  }
}
