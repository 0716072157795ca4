import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, localOf } from '#contract/calendar'
import type { Language } from '#contract/vault'
import { person } from '#tests/people'
import { contactFields, walkIn } from '#tests/records'
import { type App, launch } from './launch.ts'
import { room, sheet, unlock } from './pages/room.ts'
import { patternOf, saidIn } from './pages/said.ts'
import { vaultOfTests } from './vault-of-tests.ts'

const child = person('qiu-yifan')
const other = person('bai-luoyi')
const [TAKEN, CLOSED] = ['10:00', '14:00']
const CLOSED_FOR = '校庆'
/** She is around the child, and one contact was with her. */
const AUNT = '仇女士'
const SAID = '问孩子周末几点起床'
/** One problem that the school has no use for, in each language. */
const UNUSED = { zh: 'peers', en: 'dormitory' } as const
let vault: Awaited<ReturnType<typeof vaultOfTests>>
let app: App

beforeAll(async () => {
  const today = localOf(Date.now()).slice(0, 10)
  const [yesterday, tomorrow, dayAfter] = [-1, 1, 2].map((days) => addDays(today, days))
  vault = await vaultOfTests(async ({ ask, student }) => {
    const { me } = await ask<{ me: { id: string } }>('settings.workplace')
    const studentId = await student(child)
    const book = async (whose: string, at: string): Promise<string> => {
      const fields = walkIn(me.id, { arrivedAt: null, bookedFor: at })
      return (await ask<{ id: string }>('visits.register', { id: randomUUID(), studentId: whose, fields })).id
    }
    for (const at of [`${tomorrow}T${TAKEN}`, `${dayAfter}T${CLOSED}`]) {
      const visitId = await book(studentId, at)
      await ask('visits.cancel', { visitId, studentId, state: 'cancelled', reason: '点错' })
    }
    await book(await student(other), `${tomorrow}T${TAKEN}`)
    const day = { id: randomUUID(), kind: 'closed', name: CLOSED_FOR, fromDay: dayAfter, toDay: dayAfter }
    await ask('hours.saveClosedDay', { day: { ...day, asWeekday: null } })

    const personId = randomUUID()
    const fields = { name: AUNT, relation: 'guardian', phone: '', mayKnow: [], note: '' }
    await ask('contacts.addPerson', { id: personId, studentId, fields, isConfirmed: false })
    const talk = contactFields({ personId, at: `${yesterday}T08:05`, summary: SAID })
    await ask('contacts.record', { id: randomUUID(), studentId, answersId: null, fields: talk })
  })
  app = await launch({ dataDir: vault.folder, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  app.page.setDefaultTimeout(15_000)
  await unlock(app.page, vault.password)
})
afterAll(async () => {
  await app.close()
  rmSync(vault.folder, { recursive: true, force: true })
})

describe('a booking that was called off by mistake', () => {
  const rowAt = (time: string) => app.page.locator('.timeline-row', { hasText: time })
  const facts = () => app.page.getByRole('dialog').filter({ hasText: '来访信息' })
  const earlier = () => app.page.getByRole('dialog').filter({ hasText: '以前的样子 · 来访登记' })
  const openEarlier = async (time: string): Promise<void> => {
    await rowAt(time).getByRole('button').click()
    await facts().getByRole('button', { name: '以前的样子' }).click()
    await earlier().getByRole('cell', { name: '已约' }).waitFor()
  }
  const putAway = async (): Promise<void> => {
    await facts().getByRole('button', { name: '取消' }).click()
    await facts().waitFor({ state: 'detached' })
  }

  it('is opened from the timeline; where somebody else has the time by now, that is said and it stays off', async () => {
    const { page } = app
    await room(page).openStudent('qyf', child.name)
    await openEarlier(TAKEN)
    await earlier().getByText(`已约${other.name}`).waitFor()
    await earlier().getByText('这个时间现在约不上了').waitFor()
    expect(await earlier().getByRole('button', { name: '恢复到那时的样子' }).isDisabled()).toBe(true)
    expect(await earlier().getByRole('textbox').count()).toBe(0)
    await earlier().getByRole('button', { name: '取消' }).click()
    await putAway()
    expect(await rowAt(TAKEN).innerText()).toContain('已取消')
  })

  it('on a day that is closed by now it comes back with a reason, and is ahead again', async () => {
    const { page } = app
    await openEarlier(CLOSED)
    await earlier().getByText(`这一天不开放：${CLOSED_FOR}`).waitFor()
    await earlier().getByRole('textbox', { name: '为什么恢复，并照样约在这个时间' }).fill('家长只有这时有空')
    await sheet(page).send()
    await putAway()
    await expect.poll(() => rowAt(CLOSED).innerText()).toContain('已约')
    await expect.poll(() => page.locator('.student-side').innerText()).toContain(CLOSED)
  })
})

describe.each<Language>(['zh', 'en'])('what was put away, in %s', (language) => {
  const say = saidIn(language)
  const tab = async (key: string): Promise<void> => {
    await room(app.page).go(say('frame.pages.settings'))
    await app.page.getByRole('tab', { name: say(`settings.sections.${key}`), exact: true }).click()
  }
  const side = () => app.page.locator('.side-sheet')
  const openLog = async (): Promise<void> => {
    await room(app.page).openStudent('qyf', child.name)
    await app.page.getByRole('button', { name: say('students.contactLog'), exact: true }).click()
    await side().getByText(SAID).waitFor()
  }
  const aunt = () => side().locator('.contacts-person', { hasText: AUNT })

  beforeAll(async () => {
    if (language === 'zh') return
    const zh = saidIn('zh')
    await room(app.page).go(zh('frame.pages.settings'))
    await app.page.getByRole('tab', { name: zh('settings.sections.computer'), exact: true }).click()
    await app.page.getByRole('radio', { name: 'English' }).click()
  })

  it('a contact with somebody who was taken off the list still says with whom it was', async () => {
    const { page } = app
    await openLog()
    await aunt()
      .getByRole('button', { name: say('contacts.removePerson'), exact: true })
      .click()
    const ask = page.getByRole('dialog').last()
    await ask.getByRole('textbox').fill(language)
    await ask.getByRole('button', { name: say('contacts.removePerson'), exact: true }).click()
    await aunt().waitFor({ state: 'detached' })
    await side().getByRole('button', { name: AUNT }).click()
    await side().getByText(say('contacts.contact'), { exact: true }).waitFor()
    await expect.poll(() => side().innerText()).toContain(`${AUNT} · ${say('codes.relations.guardian')}`)
    expect(await side().innerText()).toContain(SAID)
    await page.keyboard.press('Escape')
    await side().waitFor({ state: 'detached' })
  })

  it('whoever is in the bin is found there by name, taken out with a reason, and stands on the list again', async () => {
    const { page } = app
    await tab('bin')
    const row = page.getByRole('tabpanel').locator('.row', { hasText: AUNT })
    await expect.poll(() => row.innerText()).toContain(say('revisions.kinds.person'))
    await row.getByRole('button', { name: say('revisions.takeOut'), exact: true }).click()
    await sheet(page).paper.getByText(say('revisions.lacksReason')).waitFor()
    await sheet(page).fill(say('revisions.takeOutReason'), language.repeat(2))
    await sheet(page).send()
    await page.getByText(say('revisions.binEmpty')).waitFor()
    await openLog()
    await aunt().waitFor()
    await page.keyboard.press('Escape')
    await side().waitFor({ state: 'detached' })
  })

  it('a problem that the school has no use for is offered at registration no more', async () => {
    const { page } = app
    await tab('problems')
    const area = page.getByRole('group', { name: say('codes.areas.relations'), exact: true })
    const unused = area.getByRole('checkbox', { name: say(`codes.problems.${UNUSED[language]}`), exact: true })
    await unused.click()
    await expect.poll(() => unused.getAttribute('aria-checked')).toBe('false')
    await page.getByText(patternOf(say('frame.saved.at'))).waitFor()
    await room(page).openStudent('qyf', child.name)
    await page
      .getByRole('button', { name: say('students.register') })
      .first()
      .click()
    await sheet(page).chip(say('codes.areas.relations'))
    await area.getByRole('checkbox', { name: say('codes.problems.bullying'), exact: true }).waitFor()
    expect(await unused.count()).toBe(0)
    await sheet(page)
      .paper.getByRole('button', { name: say('frame.cancel'), exact: true })
      .click()
    await area.waitFor({ state: 'detached' })
  })

  it('nothing was complained about', () => expect(app.complaints).toEqual([]))
})
