import { nameIn, STAFF } from '#core/practice/people'
import { calendar } from './calendar-screens.ts'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

const handedOver = 'sun-hao'
const OWN_WORDS = {
  zh: '她说“没有人叫我”的时候，我心里一紧，想起自己初一那年。留意别替她着急。带去督导：我是不是太快给办法了。',
  en: 'When she said nobody had asked her, I thought of my own first year. Mind not to hurry on her behalf. For supervision: do I offer ways out too soon?',
} as const

const HANDOVER_NOTE = {
  zh: '周四午休约好再谈；班主任知道他在来。',
  en: 'We meet again on Thursday at noon; the class teacher knows that he comes.',
} as const

/** People, rights and private notes. The practice room has one person until `people-start-code`; afterwards it has two. */
export const peopleScreens: readonly Screen[] = [
  { name: 'people-alone', reach: people },
  { name: 'people-password', reach: (v) => inPeople(v, 'accounts.password.change') },
  { name: 'people-recovery', reach: (v) => inPeople(v, 'accounts.recovery.make') },
  {
    name: 'private-note',
    async reach(v) {
      await v.openStudent('li-ruoxi')
      await v.button('students.write')
      await openPrivate(v)
      await v.page.locator('.sealed-text').fill(OWN_WORDS[v.language])
      await v.page.waitForTimeout(1200)
    },
  },
  {
    name: 'private-student',
    async reach(v) {
      await v.openStudent('li-ruoxi')
      await openPrivate(v)
      await v.page.locator('.privates').scrollIntoViewIfNeeded()
    },
  },
  { name: 'people-add', reach: add },
  {
    name: 'people-start-code',
    async reach(v) {
      await add(v)
      await v.press('Control+Enter')
      await v.page.locator('.start-code').waitFor()
    },
  },
  { name: 'calendar-colleagues', reach: (v) => calendar(v) },
  {
    name: 'people',
    async reach(v) {
      await people(v)
      await v.page.locator('.role-guide summary').click()
    },
  },
  { name: 'people-roles', reach: (v) => inPeople(v, 'accounts.setRoles.begin') },
  { name: 'people-forgot', reach: (v) => inPeople(v, 'accounts.help.begin') },
  { name: 'people-close', reach: (v) => inPeople(v, 'accounts.close.verb') },
  { name: 'people-hand-over', reach: handOver },
  {
    name: 'reading-reason',
    async reach(v) {
      await handOver(v)
      await v.press('Control+Enter')
      await caseIn(v).waitFor({ state: 'detached' })
      await v.escape(2)
      await find(v)
      await v.page.getByRole('dialog').getByRole('radio').first().waitFor()
    },
  },
  {
    name: 'reading-others',
    async reach(v) {
      await find(v)
      await v.page.getByRole('dialog').getByRole('radio').first().click()
      await v.press('Control+Enter')
      await v.page.locator('.others-line').waitFor()
    },
  },
  { name: 'reading-others-note', reach: otherNote },
  { name: 'supervision', reach: supervision },
  {
    name: 'supervision-case',
    async reach(v) {
      await supervision(v)
      await v.page.getByRole('button', { name: /-015$/u }).click()
      await v.page.locator('.plain-table').waitFor()
    },
  },
]

async function people(v: Visitor): Promise<void> {
  await v.go('settings')
  await v.tab('settings.sections.people')
  await v.rest()
}
async function inPeople(v: Visitor, key: string): Promise<void> {
  await people(v)
  await v.button(key)
}
async function add(v: Visitor): Promise<void> {
  await inPeople(v, 'accounts.add.title')
  const name = nameIn(v.language, STAFF.classTeacher.name)
  await v.page.getByRole('dialog').getByRole('textbox').first().fill(name)
}
const caseIn = (v: Visitor) =>
  v.page
    .getByRole('dialog')
    .locator('.ant-checkbox-wrapper')
    .filter({ hasText: v.nameOf(handedOver) })
async function handOver(v: Visitor): Promise<void> {
  await people(v)
  await v.page
    .getByRole('button', { name: v.word('accounts.handOver.begin') })
    .last()
    .click()
  const dialog = v.page.getByRole('dialog')
  await dialog.getByRole('checkbox').first().uncheck()
  await caseIn(v).getByRole('checkbox').check()
  await dialog.getByRole('radio').first().click()
  await dialog.getByRole('textbox').fill(HANDOVER_NOTE[v.language])
}
async function openPrivate(v: Visitor): Promise<void> {
  await v.button('privates.title')
  await v.page.locator('.privates-warning').waitFor()
}
async function find(v: Visitor): Promise<void> {
  await v.press('Control+k')
  await v.page.getByRole('dialog').waitFor()
  await v.page.keyboard.type(v.nameOf(handedOver))
  await v.page
    .getByRole('option')
    .filter({ hasText: v.nameOf(handedOver) })
    .filter({ hasText: /\d{8}/u })
    .first()
    .click()
}
async function otherNote(v: Visitor): Promise<void> {
  await find(v)
  await v.page.locator('.others-line').waitFor()
  await v.page
    .locator('.timeline-row button')
    .filter({ hasText: v.word('students.nthVisit') })
    .first()
    .click()
  await v.page.locator('.sheet-paper').waitFor()
}
async function supervision(v: Visitor): Promise<void> {
  await v.go('cases')
  await v.button('supervision.fromCases')
  await v.page.locator('.rows').waitFor()
}
