import { from, type Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** Summaries of a stage, the month's talks and what is heard before the first one; their rules. */
export const stageScreens: readonly Screen[] = [
  { name: 'case-whole', height: 3200, reach: (v) => v.openCase('li-ruoxi') },
  { name: 'case-new', height: 2600, reach: (v) => v.openCase('ayiguli') },
  { name: 'case-stages', reach: (v) => atStages(v) },
  ...from(atStages, [
    ['stage', (v) => v.button('stages.another')],
    [
      'stage-ground',
      async (v) => {
        await v.page.locator('#case-stages .row-open').first().click()
        await v.page.getByRole('checkbox', { name: v.word('codes.toldTopics.summary') }).click()
      },
    ],
    ['stage-deliver', (v) => v.button('stages.deliver')],
    ['stage-skip', (v) => v.button('stages.skip')],
  ]),
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
      await v.openCase('li-ruoxi')
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

async function atStages(v: Visitor): Promise<void> {
  await v.openCase('li-ruoxi')
  await v.rest()
  await v.page.locator('#case-stages').scrollIntoViewIfNeeded()
}
