import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** The page of a case, its dialogs, and the lists of the archive. */
export const caseScreens: readonly Screen[] = [
  { name: 'case', reach: (v) => v.openCase('zhou-yiming') },
  {
    name: 'case-below',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.page.locator('#case-followups').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'case-archive',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.page.locator('#case-archive').scrollIntoViewIfNeeded()
    },
  },
  { name: 'case-crisis', reach: (v) => v.openCase('chen-siyuan') },
  {
    name: 'case-declare',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.button('case-standing.declareAnew')
      await v.page.getByRole('radio', { name: v.word('codes.caseRelations.teaches') }).click()
      await v.page.getByRole('radio', { name: v.word('codes.relationDecisions.continue') }).click()
    },
  },
  {
    name: 'case-stability',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.button('case-standing.setStability')
      await v.page.getByRole('radio', { name: v.word('codes.stabilities.watch') }).click()
    },
  },
  {
    name: 'followup-plan',
    async reach(v) {
      await v.openCase('li-ruoxi')
      await v.button('followups.plan')
      await v.page.getByRole('radio', { name: v.word('codes.followupCauses.crisis') }).click()
      await v.page.getByRole('dialog').getByRole('radio').nth(7).click()
    },
  },
  {
    name: 'followup',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.page
        .locator('#case-followups')
        .getByRole('button', { name: v.word('followups.record') })
        .first()
        .click()
      await v.page.getByRole('radio', { name: v.word('codes.followupOutcomes.worse') }).click()
    },
  },
  { name: 'cases-to-archive', reach: (v) => inView(v, 'to-archive') },
  { name: 'cases-due', reach: (v) => inView(v, 'due') },
  {
    name: 'archive-destroy',
    async reach(v) {
      await inView(v, 'due')
      await v.page.locator('.rows .row-open').first().click()
      await v.page.getByRole('button', { name: v.word('archives.destroy') }).click()
      await v.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'settings-cases',
    async reach(v) {
      await v.go('settings')
      await v.tab('settings.sections.cases')
      await v.page.waitForTimeout(600)
    },
  },
]

export const casePapers: readonly Screen[] = [
  {
    name: 'followups',
    async reach(v) {
      await v.openCase('sun-hao')
      await v.button('followups.print')
    },
  },
  {
    name: 'growth',
    async reach(v) {
      await v.openCase('li-ruoxi')
      await v.button('growth.print')
    },
  },
  {
    name: 'file-checklist',
    async reach(v) {
      await v.openCase('zhou-yiming')
      await v.button('archives.printList')
    },
  },
  {
    name: 'closure',
    async reach(v) {
      await inView(v, 'due')
      await v.page.locator('.rows .row-open').first().click()
      await v.button('cases.printClosure')
    },
  },
  {
    name: 'archive-list',
    async reach(v) {
      await inView(v, 'archived')
      await v.page.locator('.archive-foot button').last().click()
    },
  },
]

async function inView(v: Visitor, view: string): Promise<void> {
  await v.go('cases')
  await v.page.getByRole('radio', { name: v.word(`codes.archiveViews.${view}`) }).click()
  await v.page.locator('.rows').first().waitFor()
}
