import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PRACTICE_ACCOUNT, SCHOOL } from '#tests/people'
import { type App, launch } from './launch.ts'
import { room } from './pages/room.ts'
import { rosterDesk } from './pages/roster-desk.ts'
import { setUpRoom } from './pages/set-up.ts'

const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url))
let app: App
const desk = () => rosterDesk(app.page)

beforeAll(async () => {
  app = await launch()
  app.page.setDefaultTimeout(20_000)
  await setUpRoom(app.page, {
    school: SCHOOL.name,
    counselor: PRACTICE_ACCOUNT.name,
    password: PRACTICE_ACCOUNT.password,
  })
  await room(app.page).go('导入名册')
})
afterAll(() => app.close())

describe("the school office's roster", () => {
  it('a damaged file is refused in words, and nothing has changed', async () => {
    await desk().give({ name: '名单.xlsx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 torn') })
    expect(await desk().problem()).toContain('这个文件坏了')
    expect(await desk().problem()).toContain('静室里的内容没有任何变化')
  })

  it('is understood by itself: sheets, header rows, columns', async () => {
    await desk().give(sample('roster-messy.xlsx'))
    expect(await desk().understood()).toContain('380')
    await expect.poll(() => app.page.getByText('不像学生名单').count()).toBe(1)
    await expect.poll(() => app.page.getByText('隐藏的表').count()).toBe(1)
    expect(await desk().meaning('出生年月').locator('xpath=ancestor::th').innerText()).toContain('出生日期')
  })

  it('proposes its classes in a new room, the odd ones without a tick', async () => {
    await desk().next()
    await app.page.getByText('这几个看起来不寻常').waitFor()
    expect(await desk().classes(true)).toHaveLength(30)
    expect((await desk().classes(false)).map((name) => name.split(' ')[0])).toEqual(['七(15)班', '初四2班', '待分班'])
  })

  it('says what will happen and lists every row that stays out', async () => {
    await desk().next()
    expect(await desk().counts()).toEqual([360, 0, 0, 12, 8])
    const rows = await desk().rowsOf('不能导入的行')
    expect(rows).toHaveLength(12)
    expect(rows[0]).toMatch(/七年级 第 24 行.*没有姓名.*补上姓名/su)
    expect(await desk().rowsOf('重复的行')).toHaveLength(8)
    expect(await desk().rowsOf('会导入，但请看一眼')).toHaveLength(7)
  })

  it('is taken in, and its students are found by initials', async () => {
    await desk().takeIn()
    await desk().press('看学生名单')
    await app.page.getByText('360 人').waitFor()
    await room(app.page).openStudent('grn', '葛若诺')
    expect(await room(app.page).strip()).toContain('七(6)班')
  })

  it('changes nothing when it comes again', async () => {
    await room(app.page).go('导入名册')
    await desk().give(sample('roster-messy.xlsx'))
    await desk().understood()
    await desk().next()
    await desk().next()
    expect(await desk().counts()).toEqual([0, 0, 360, 12, 8])
    await app.page.getByText('和静室里的一样').waitFor()
  })

  it('is taken back as a whole', async () => {
    await desk().takeIn()
    await desk().press('再导入一份')
    const former = app.page.getByRole('list', { name: '以前的导入' }).getByRole('listitem')
    await former.nth(1).getByRole('button', { name: '撤销' }).click()
    await app.page.getByRole('dialog').getByRole('button', { name: '撤销' }).click()
    await app.page.getByText('已撤销：去掉 360 人，恢复 0 人。').waitFor()
    await room(app.page).go('学生')
    await app.page.getByText('还没有学生。').waitFor()
    expect(await app.page.locator('.students-table').count()).toBe(0)
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints.filter((line) => !line.includes('422'))).toEqual([])
  })
})
