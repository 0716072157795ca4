import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { manyPeople } from '#tests/people'
import { type App, launch } from './launch.ts'
import { pressSend, room } from './pages/room.ts'
import { rosterDesk } from './pages/roster-desk.ts'
import { roundDesk } from './pages/round-desk.ts'
import { setUpRoom } from './pages/set-up.ts'

type Expected = {
  rows: number
  rosterStudentsWithoutResult: { count: number }
  nameDiffersFromRoster: { inFile: string; sameOnceNormalised: boolean }[]
  levels: Record<string, number>
  void: { count: number }
  item9: { positive: number }
}
const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url))
const expectedOf = (name: string) => JSON.parse(readFileSync(sample(`${name}.expected.json`), 'utf8')) as Expected
const csv = (rows: readonly (readonly (string | number)[])[]) =>
  Buffer.from(rows.map((row) => row.join(',')).join('\r\n'))

const openSchool = async (roster: Parameters<ReturnType<typeof rosterDesk>['give']>[0]): Promise<App> => {
  const app = await launch()
  app.page.setDefaultTimeout(30_000)
  await setUpRoom(app.page)
  await room(app.page).go('导入名册')
  const desk = rosterDesk(app.page)
  await desk.give(roster)
  await desk.understood()
  await desk.next()
  await desk.next()
  await desk.takeIn()
  return app
}

describe('a screening round with the file of the bureau', () => {
  const expected = expectedOf('screening-bureau')
  const flagged = Object.entries(expected.levels).reduce((sum, [level, n]) => sum + (level === 'none' ? 0 : n), 0)
  let app: App
  const desk = () => roundDesk(app.page)
  beforeAll(async () => {
    app = await openSchool(sample('roster-junior-high.xlsx'))
  })
  afterAll(() => app.close())

  it('is begun only with an instrument that somebody is competent for', async () => {
    await desk().open()
    await app.page.getByText('还没有普查。').waitFor()
    await desk().begin({ short: 'MHT', basis: '心理测量培训结业证书', consent: '书面知情同意书' })
    expect((await desk().figures())['应测']).toBe('1200')
  })

  it('understands every column of the file but the name of the test', async () => {
    await desk().tab('导入')
    await desk().give(sample('screening-bureau.xlsx'))
    expect(await desk().meaning('学习焦虑')).toContain('学习焦虑')
    expect(await desk().meaning('量表名称')).toContain('不用')
    await app.page.getByText('1 列不使用').waitFor()
  })

  it('checks it against the roster and holds back the other names', async () => {
    await desk().press('下一步')
    const held = expected.nameDiffersFromRoster.filter(({ sameOnceNormalised }) => !sameOnceNormalised)
    await expect
      .poll(async () => (await desk().figures('文件行数'))['可以导入'])
      .toBe(String(expected.rows - held.length))
    const remarks = (await desk().remarks()).join(' ')
    expect(remarks).toContain(`${held.length} 姓名与名册不一样`)
    expect(remarks).toContain(`${expected.rosterStudentsWithoutResult.count} 应测而文件里没有`)
    expect(remarks).toContain(`${expected.void.count} 效度不符`)
    expect(await desk().otherNames().count()).toBe(held.length)
    for (const level of ['红', '橙', '黄'])
      expect(await desk().level(`${level} · ${expected.levels[level]} 人`).count()).toBe(1)
    await app.page.getByText(`勾上的会被标记：${flagged} 人`).waitFor()
  })

  it('takes it in once a person has said that the names are the same', async () => {
    await desk().press('全部勾上')
    await expect.poll(async () => (await desk().figures('文件行数'))['可以导入']).toBe(String(expected.rows))
    await desk().takeIn()
    await desk().press('看被标记的学生')
    expect(await desk().listed()).toBe(flagged)
    const figures = await desk().figures()
    expect([figures['实测'], figures['覆盖率'], figures['需关注'], figures['作废']]).toEqual([
      String(expected.rows),
      '95.8%',
      String(flagged),
      String(expected.void.count),
    ])
  })

  it('finds by initials, and says who has no result', async () => {
    await desk().filter('没有结果')
    await expect.poll(() => desk().listed()).toBe(expected.rosterStudentsWithoutResult.count)
    await desk().filter('全部')
    await desk().find('ssl')
    await desk().row('沈思岚').waitFor()
    expect(await desk().row('沈思岚').innerText()).toMatch(/53 分\s*橙/u)
    await desk().find('')
  })

  it('an absence needs its reason and counts', async () => {
    await desk().filter('没有结果')
    await expect.poll(() => desk().listed()).toBe(expected.rosterStudentsWithoutResult.count)
    await app.page.getByRole('button', { name: '登记缺测' }).first().click()
    const sure = app.page.getByRole('dialog').getByRole('button', { name: '登记缺测' })
    expect(await sure.isDisabled()).toBe(true)
    await app.page.getByRole('textbox', { name: '原因' }).fill('住院')
    await sure.click()
    await expect.poll(async () => (await desk().figures())['缺测']).toBe('1')
  })

  it('the list is walked by keys, and a talk is recorded without the mouse', async () => {
    await desk().filter('待面谈')
    await expect.poll(() => desk().listed()).toBe(flagged)
    await app.page.locator('[data-row="0"]').focus()
    for (let step = 0; step < 30; step++) await app.page.keyboard.press('ArrowDown')
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('30')
    await app.page.keyboard.press('Enter')
    await app.page.locator('.strip').waitFor()
    await app.page.keyboard.press('Escape')
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe('30')
    await app.page.keyboard.press('s')
    await app.page.getByRole('radio', { name: '误报' }).click()
    await pressSend(app.page)
    await expect.poll(async () => (await desk().figures())['误报']).toBe('1')
    await expect.poll(() => desk().listed()).toBe(flagged - 1)
  })

  it('deals those who wait into free hours and books them', async () => {
    await desk().tab('安排面谈')
    await app.page
      .getByText(`待面谈（${flagged - 1}）`)
      .first()
      .waitFor()
    const days = app.page.getByRole('group', { name: '日期' }).getByRole('checkbox')
    await days.nth(1).click()
    await days.nth(2).click()
    await desk().press('排一次')
    expect(await desk().planned()).toHaveLength(8)
    await app.page.getByText(`还有 ${flagged - 1 - 8} 人排不下`).waitFor()
    await app.page.getByRole('button', { name: /^不约/u }).first().click()
    await desk().press('预约 7 人')
    await app.page.getByText('已预约 7 人').waitFor()
    await expect.poll(() => app.page.locator('.round-waiting .tag-green').count()).toBe(7)
  })

  it('sums up without names, and the file holds what the screen has shown', async () => {
    await desk().tab('汇总')
    expect((await desk().summaryLine('合计')).slice(0, 4)).toEqual(['1200', '1150', '95.8%', String(flagged)])
    await desk().press('导出汇总')
    const preview = await desk().preview()
    const { fileName, bytes } = await desk().export()
    expect(fileName).toMatch(/\.xlsx$/u)
    const [sheet] = Object.values(read(bytes).Sheets)
    const rows = utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, raw: true })
    expect(rows.slice(0, 5).map((row) => row.map(String))).toEqual(preview.slice(0, 5))
    expect(JSON.stringify(rows)).not.toContain('沈思岚')
  })

  it('goes back in the columns of the platform', async () => {
    await desk().press('按平台格式导出')
    const preview = await desk().preview()
    expect(preview[0]?.slice(0, 3)).toEqual(['学号', '姓名', '班级'])
    expect(preview.flat()).toContain('总分')
    expect((await desk().export()).bytes.length).toBeGreaterThan(10_000)
  })

  it('is printed from where it stands', async () => {
    await desk().press('打印')
    await app.page.getByRole('button', { name: /^返回/u }).waitFor()
    await app.page.getByText('心理普查汇总').first().waitFor()
    await app.page.getByRole('button', { name: /^返回/u }).click()
    expect((await desk().summaryLine('合计'))[0]).toBe('1200')
  })

  it('today says that somebody waits, and leads there', async () => {
    await room(app.page).go('今日')
    const panel = app.page.getByRole('region', { name: '普查后待面谈' })
    expect(await panel.innerText()).toContain(`${flagged - 1} 人待谈`)
    await panel.getByRole('button', { name: '看名单' }).click()
    await app.page.locator('.round-figures').waitFor()
  })

  it('answers to single questions flag whom they must, whatever the total', async () => {
    const phq = expectedOf('screening-phq9')
    await desk().open()
    await desk().begin({ short: 'PHQ-9', basis: '心理测量培训结业证书', consent: '书面知情同意书' })
    await desk().tab('导入')
    await desk().give(sample('screening-phq9.csv'))
    await app.page.getByText('每一列都看懂了').waitFor()
    await desk().press('下一步')
    expect((await desk().remarks()).join(' ')).toContain(`${phq.item9.positive} 关键作答`)
    await desk().takeIn()
    await desk().press('看被标记的学生')
    await desk().filter('关键作答')
    await expect.poll(() => desk().listed()).toBe(phq.item9.positive)
    expect((await desk().figures())['实测']).toBe(String(phq.rows))
  })

  it('nothing on the way was refused by the page’s own rules', () => expect(app.complaints).toEqual([]))
})

describe('a round of five thousand', () => {
  const COUNT = 5000
  const numbered = Array.from({ length: COUNT }, (_, index) => ({
    no: String(20_260_000 + index),
    name: manyPeople(index).name,
    className: `七(${(index % 50) + 1})班`,
  }))
  let app: App
  const desk = () => roundDesk(app.page)
  beforeAll(async () => {
    const rows = numbered.map(({ no, name, className }) => [no, name, className])
    app = await openSchool({ name: '名册.csv', mimeType: 'text/csv', buffer: csv([['学号', '姓名', '班级'], ...rows]) })
  })
  afterAll(() => app.close())

  it('is taken in from one file, and says where it stopped', async () => {
    await desk().open()
    await desk().begin({ short: 'GAD-7', basis: '心理测量培训结业证书', consent: '书面知情同意书' })
    expect((await desk().figures())['应测']).toBe(String(COUNT))
    const titles = Array.from({ length: 7 }, (_, item) => `q${item + 1}`)
    const rows = numbered.map(({ no, name }, index) => [no, name, ...titles.map((_, item) => (index + item) % 4)])
    await desk().tab('导入')
    await desk().give({ name: '结果.csv', mimeType: 'text/csv', buffer: csv([['学号', '姓名', ...titles], ...rows]) })
    await app.page.getByText('每一列都看懂了').waitFor()
    await desk().press('下一步')
    let calls = 0
    await app.page.route('**/rpc/screenings/proceed', (route) => (++calls > 3 ? route.abort() : route.continue()))
    await desk().press(/^导入 \d+ 份结果/u)
    await app.page.getByText(/导入停在 1500/u).waitFor()
    await app.page.unroute('**/rpc/screenings/proceed')
  })

  it('an import that was broken off goes on where it stopped', async () => {
    await room(app.page).go('今日')
    await app.page.getByText('普查结果的导入').waitFor()
    await desk().open()
    await desk().press('打开')
    expect((await desk().figures())['实测']).toBe('1500')
    await desk().tab('导入')
    await desk().press('接着导入')
    await app.page.getByText(`导入完成：${COUNT} 份结果`).waitFor()
    await expect.poll(async () => (await desk().figures())['实测']).toBe(String(COUNT))
  })

  it('opens, scrolls to its end and narrows down, drawing only what is seen', async () => {
    await desk().tab('名单')
    await desk().filter('全部')
    await expect.poll(() => desk().listed()).toBe(COUNT)
    await app.page.locator('[data-row="0"]').focus()
    await app.page.keyboard.press('End')
    const last = app.page.locator(`[data-row="${COUNT - 1}"]`)
    await last.getByRole('button').first().waitFor()
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('data-row'))).toBe(String(COUNT - 1))
    expect(await app.page.locator('.entry').count()).toBeLessThan(60)
    await app.page.keyboard.press('Home')
    await desk().find('20260042')
    await expect.poll(() => desk().listed()).toBe(1)
  })

  it('nothing on the way was refused by the page’s own rules', () =>
    expect(app.complaints.filter((line) => !line.includes('ERR_FAILED'))).toEqual([]))
})
