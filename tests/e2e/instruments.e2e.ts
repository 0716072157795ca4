import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '#tests/source-files'
import { type App, launch } from './launch.ts'
import { pressSend } from './pages/room.ts'

const guide = readFileSync(join(ROOT, 'docs/guide/instrument-file.zh.md'), 'utf8')
/** The example of the guide, the same that the window saves. */
const exampleInstrument = JSON.parse(/```json\n(.*?)```/su.exec(guide)?.[1] ?? '') as { scales: [object] }

let app: App
beforeAll(async () => {
  app = await launch({ practice: true })
  await app.page.getByRole('link', { name: '测验' }).first().click()
  await app.page.getByRole('link', { name: '量表库' }).click()
  await app.page.getByRole('button', { name: 'PHQ-9', exact: true }).waitFor()
})
afterAll(() => app.close())

const rowOf = (short: string) =>
  app.page.getByRole('row').filter({ has: app.page.getByRole('button', { name: short, exact: true }) })
const choose = (file: unknown) =>
  app.page.locator('input[type=file]').setInputFiles({
    name: '适应四题.json',
    mimeType: 'application/json',
    buffer: Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
  })

describe('the library of instruments', () => {
  it('shows terms, wording, scoring, questions and sources of an instrument', async () => {
    await app.page.getByRole('button', { name: 'WHO-5', exact: true }).click()
    const drawer = app.page.getByRole('dialog')
    await drawer.getByRole('heading', { name: '计分与分段' }).waitFor()
    const text = (await drawer.textContent()) ?? ''
    for (const words of [
      '仅限非商业使用',
      'CC BY-NC-SA 3.0 IGO',
      '官方中文',
      '29–50',
      '5 题相加后乘 4',
      '我感觉快乐、心情舒畅',
      '官方文本，经他人引用',
    ])
      expect(text).toContain(words)
    await app.page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
  })

  it('what somebody is competent by is withdrawn, and recorded again', async () => {
    await app.page.getByRole('button', { name: 'K6', exact: true }).click()
    const drawer = app.page.getByRole('dialog').first()
    await drawer.getByRole('button', { name: '撤回' }).click()
    await app.page.getByRole('dialog').last().getByRole('button', { name: '撤回' }).click()
    await drawer.getByText('已撤回').waitFor()
    await app.page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await rowOf('K6').getByRole('button', { name: '记录胜任' }).click()
    await app.page.getByRole('radio', { name: '心理测量培训结业证书' }).click()
    await app.page.getByRole('button', { name: '记下' }).click()
    await rowOf('K6').getByText('可以使用').waitFor()
    expect(await rowOf('K6').getByRole('button', { name: '记录胜任' }).count()).toBe(0)
  })

  it('a file with flaws is told in words and adds nothing; the same file put right is added', async () => {
    await app.page.getByRole('button', { name: '添加量表' }).click()
    const dialog = app.page.getByRole('dialog', { name: '添加量表' })
    await choose('{"formatVersion": 1,\n}')
    await dialog.getByText('文件的写法不对，从这里起读不下去').waitFor()
    const [scale] = exampleInstrument.scales
    await choose({ ...exampleInstrument, scales: [{ ...scale, items: ['q1', 'q2', 'q3', 'q9'] }] })
    await dialog.getByText('量表分 第 1 项 › 题目 第 4 项').waitFor()
    expect(await dialog.getByRole('button', { name: '添加' }).isDisabled()).toBe(true)
    await choose(exampleInstrument)
    await dialog.getByText('没有发现问题，可以添加。').waitFor()
    await dialog.getByRole('button', { name: /^添加/u }).click()
    await dialog.waitFor({ state: 'hidden' })
    await app.page.getByRole('dialog').getByText('本校添加或填过界值').waitFor()
    await app.page.keyboard.press('Escape')
    await rowOf('适应四题').getByText('本校').waitFor()
  })

  it('thresholds with a hole are not saved; without it they are, as the school’s own', async () => {
    await app.page.getByRole('button', { name: 'SDS', exact: true }).click()
    await app.page.getByRole('button', { name: '填写界值' }).click()
    const dialog = app.page.getByRole('dialog', { name: '填写本校界值' })
    for (const [line, from, to, label] of [
      [0, '25', '52', '正常范围'],
      [1, '54', '100', '偏高'],
    ] as const) {
      await dialog.getByRole('button', { name: '加一段' }).click()
      await dialog.getByLabel('从', { exact: true }).nth(line).fill(from)
      await dialog.getByLabel('到', { exact: true }).nth(line).fill(to)
      await dialog.getByLabel('这一段叫什么').nth(line).fill(label)
    }
    await dialog.getByText('53–53 分没有归到任何一段。').waitFor()
    await dialog.getByLabel('从', { exact: true }).nth(1).fill('53')
    await pressSend(app.page)
    await dialog.waitFor({ state: 'hidden' })
    const drawer = app.page.getByRole('dialog')
    await drawer.getByText('53–100').waitFor()
    expect(await drawer.textContent()).toContain('本校添加或填过界值')
    await app.page.keyboard.press('Escape')
  })

  it('one that was taken out of use stands apart and comes back', async () => {
    await app.page.getByRole('button', { name: 'CES-D', exact: true }).click()
    await app.page.getByRole('button', { name: '停用', exact: true }).click()
    await app.page.getByRole('dialog').last().getByRole('button', { name: '停用' }).click()
    await app.page.getByRole('button', { name: '恢复使用' }).click()
    await app.page.getByRole('button', { name: '停用', exact: true }).waitFor()
    expect(await app.page.getByRole('dialog').first().textContent()).not.toContain('已停用')
    await app.page.keyboard.press('Escape')
  })

  it('nothing on the way was refused by the page’s own rules', () => {
    expect(app.complaints).toEqual([])
  })
})
