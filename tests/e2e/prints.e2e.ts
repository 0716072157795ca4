import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { person } from '#tests/people'
import { type App, launch } from './launch.ts'
import { catchPrinting, paperDesk } from './pages/paper-desk.ts'
import './papers/window.ts'

const student = person('zhao-kexin')
let app: App

beforeAll(async () => {
  app = await launch({ practice: true })
  await catchPrinting(app.page)
  await app.page.getByText(student.name).first().click()
})
afterAll(() => app.close())

const choosePaper = async (name: RegExp) => {
  await app.page.getByRole('button', { name: '打印', exact: true }).click()
  await app.page.getByRole('menuitem', { name }).click()
}

describe('printing from the room', () => {
  it('a visit record lies on the desk as it will be on paper, marked as practice and as not yet signed', async () => {
    await choosePaper(/记录/)
    const desk = paperDesk(app.page)
    const text = (await (await desk.sheets()).allTextContents()).join('')
    for (const words of [
      student.name,
      '心理辅导记录表',
      '保密',
      '练习，非真实记录',
      '尚未签名',
      '仅供参考，不作诊断证明',
    ])
      expect(text).toContain(words)
  })

  it('sending it to the printer leaves a line in the log, going back shows the student again', async () => {
    const desk = paperDesk(app.page)
    const count = await (await desk.sheets()).count()
    await desk.print()
    await app.page.getByText('已送去打印').waitFor()
    expect(await app.page.evaluate(() => window.printed)).toEqual([count])
    await desk.back()
    await app.page.getByText(student.name).first().waitFor()
  })

  it('an informed notice can be printed for the signature', async () => {
    await choosePaper(/知情/)
    const desk = paperDesk(app.page)
    const text = (await (await desk.sheets()).allTextContents()).join('')
    expect(text).toContain('监护人（签名）')
    await desk.back()
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints).toEqual([])
  })
})
