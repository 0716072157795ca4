import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** Letters, observations, calls and talks. */
export const contactScreens: readonly Screen[] = [
  { name: 'registers-letters', reach: (v) => v.go('registers') },
  {
    name: 'letter',
    async reach(v) {
      await v.go('registers')
      await v.button('letters.read')
      await v.page.locator('.side-sheet textarea').first().waitFor()
    },
  },
  {
    name: 'letter-new',
    async reach(v) {
      await v.go('registers')
      await v.button('letters.register')
    },
  },
  { name: 'registers-observations', reach: (v) => tab(v, 'observations') },
  {
    name: 'observation',
    async reach(v) {
      await tab(v, 'observations')
      await v.button('observations.handle')
      await v.page.locator('.side-sheet .fact-list').waitFor()
    },
  },
  {
    name: 'observation-new',
    async reach(v) {
      await tab(v, 'observations')
      await v.button('observations.register')
      await v.page.keyboard.type(v.nameOf('qiu-yifan'))
      await v.page
        .getByRole('option')
        .filter({ hasText: v.nameOf('qiu-yifan') })
        .first()
        .click()
      await v.page.locator('.sheet .chip').first().waitFor()
    },
  },
  { name: 'registers-acceptances', reach: (v) => tab(v, 'acceptances') },
  {
    name: 'acceptance',
    async reach(v) {
      await tab(v, 'acceptances')
      await v.button('acceptances.handle')
      await v.page.locator('.side-sheet .fact-list').waitFor()
    },
  },
  { name: 'student-who-declines', reach: (v) => v.openStudent('mao-qiubai') },
  { name: 'registers-contacts', reach: (v) => tab(v, 'contacts') },
  {
    name: 'contact-new',
    async reach(v) {
      await v.openStudent('li-ruoxi')
      await v.press('F8')
      await v.page.locator('.sheet .chip').first().waitFor()
      await v.rest()
      const told = v.page.getByRole('group', { name: v.word('contacts.told') })
      await v.page.locator('.sheet').getByRole('radio').first().click()
      await told.getByRole('checkbox').nth(1).click()
      await told.getByRole('checkbox').nth(4).click()
    },
  },
  {
    name: 'contact-log',
    async reach(v) {
      await v.openStudent('chen-siyuan')
      await v.button('students.contactLog')
      await v.page.locator('.contacts-person').first().waitFor()
    },
  },
  {
    name: 'person',
    async reach(v) {
      await v.openStudent('chen-siyuan')
      await v.button('students.contactLog')
      await v.page.locator('.contacts-person').first().getByRole('button').last().click()
      await v.page.locator('.sheet').waitFor()
    },
  },
  {
    name: 'conference',
    async reach(v) {
      await v.openStudent('chen-siyuan')
      await v.page
        .locator('.timeline-row')
        .getByRole('button', { name: v.word('codes.conferenceKinds.parents') })
        .click()
      await openConference(v)
    },
  },
  {
    name: 'settings-contacts',
    async reach(v) {
      await v.go('settings')
      await v.tab('settings.sections.contacts')
    },
  },
]

export const contactPapers: readonly Screen[] = [
  {
    name: 'letterbox',
    async reach(v) {
      await v.go('registers')
      await v.page.getByRole('radio').nth(1).click()
      await v.button('letters.print')
    },
  },
  {
    name: 'observation',
    async reach(v) {
      await tab(v, 'observations')
      await v.button('observations.handle')
      await v.page
        .locator('.side-sheet')
        .getByRole('button', { name: v.word('observations.print') })
        .click()
    },
  },
  {
    name: 'observation-empty',
    async reach(v) {
      await tab(v, 'observations')
      await v.button('observations.printEmpty')
    },
  },
  {
    name: 'contact-log',
    async reach(v) {
      await v.openStudent('li-ruoxi')
      await v.button('students.contactLog')
      await v.page
        .locator('.side-sheet')
        .getByRole('button', { name: v.word('contacts.print') })
        .first()
        .click()
    },
  },
  ...(['printFile', 'printParents'] as const).map((paper) => ({
    name: paper === 'printFile' ? 'conference' : 'conference-parents',
    async reach(v: Visitor) {
      await v.openStudent('chen-siyuan')
      await v.page
        .locator('.timeline-row')
        .getByRole('button', { name: v.word('codes.conferenceKinds.parents') })
        .click()
      await openConference(v)
      await v.button(`conferences.${paper}`)
    },
  })),
]

async function tab(v: Visitor, name: 'letters' | 'observations' | 'acceptances' | 'contacts'): Promise<void> {
  await v.go('registers')
  await v.tab(`frame.registerTabs.${name}`)
  await v.rest()
}

async function openConference(v: Visitor): Promise<void> {
  const panel = v.page.locator('#case-conferences')
  await panel
    .getByRole('button', { name: v.word('conferences.open') })
    .first()
    .click()
  await v.page.locator('.side-sheet').waitFor()
}
