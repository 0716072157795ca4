import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

/** Summaries of a stage, the month's talks and what is heard before the first one; their rules. */
export const stageScreens: readonly Screen[] = [
  { name: 'case-whole', height: 3200, reach: (v) => openCase(v, 'li-ruoxi') },
  { name: 'case-new', height: 2600, reach: (v) => openCase(v, 'ayiguli') },
  { name: 'case-stages', reach: (v) => atStages(v) },
  {
    name: 'stage',
    async reach(v) {
      await atStages(v)
      await v.button('stages.another')
    },
  },
  {
    name: 'stage-ground',
    async reach(v) {
      await atStages(v)
      await v.page.locator('#case-stages .row-open').first().click()
      await v.page.getByRole('checkbox', { name: v.word('codes.toldTopics.summary') }).click()
    },
  },
  {
    name: 'stage-deliver',
    async reach(v) {
      await atStages(v)
      await v.button('stages.deliver')
    },
  },
  {
    name: 'stage-skip',
    async reach(v) {
      await atStages(v)
      await v.button('stages.skip')
    },
  },
  {
    name: 'conference-month',
    async reach(v) {
      await v.go('today')
      await v.button('today.chooseMonth')
    },
  },
  {
    name: 'conference-briefing',
    async reach(v) {
      await openCase(v, 'li-ruoxi')
      await v.button('conferences.record')
      await v.page.getByRole('radio', { name: v.word('codes.conferenceKinds.briefing') }).click()
    },
  },
  {
    name: 'today-all',
    height: 1500,
    async reach(v) {
      await v.go('today')
      await v.button('today.moreDue')
    },
  },
  {
    name: 'settings-stages',
    height: 2500,
    async reach(v) {
      await v.go('settings')
      await v.tab('settings.sections.cases')
      await v.page.waitForTimeout(600)
    },
  },
]

export const stagePapers: readonly Screen[] = [
  {
    name: 'stage',
    async reach(v) {
      await atStages(v)
      await v.page
        .locator('#case-stages')
        .getByRole('button', { name: v.word('stages.look') })
        .first()
        .click()
    },
  },
]

async function openCase(v: Visitor, who: string): Promise<void> {
  await v.openStudent(who)
  await v.page.locator('.student-case').click()
  await v.page.locator('.case-places').waitFor()
}

async function atStages(v: Visitor): Promise<void> {
  await openCase(v, 'li-ruoxi')
  await v.rest()
  await v.page.locator('#case-stages').scrollIntoViewIfNeeded()
}
