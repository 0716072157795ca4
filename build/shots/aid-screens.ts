import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

const HELPED = 'liu-yutong'
const WAITING = 'ayiguli'

/** Hard times at home, what an office of the school was asked, and the rules of it. */
export const aidScreens: readonly Screen[] = [
  { name: 'aid', reach: (v) => onAid(v, HELPED) },
  {
    name: 'aid-hardship',
    async reach(v) {
      await onAid(v, HELPED)
      await aid(v)
        .getByRole('button', { name: v.word('aid.changeMark') })
        .click()
      await v.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'aid-refer',
    async reach(v) {
      await onAid(v, WAITING)
      await aid(v)
        .getByRole('button', { name: v.word('aid.refer') })
        .last()
        .click()
      await v.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'aid-answer',
    async reach(v) {
      await openWaiting(v)
      await v.page
        .locator('.side-sheet')
        .getByRole('radio', { name: v.word('codes.aidStates.waiting') })
        .click()
    },
  },
  {
    name: 'settings-aid',
    async reach(v) {
      await v.go('settings')
      await v.tab('settings.sections.cases')
      await v.page.getByText(v.word('aid.rules.hint')).first().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'reports-registers',
    async reach(v) {
      await v.go('reports')
      await v.rest()
      await v.page.locator('.report-columns section, .report-columns .panel').last().scrollIntoViewIfNeeded()
    },
  },
]

export const aidPapers: readonly Screen[] = [
  {
    name: 'aid-slip',
    async reach(v) {
      await openWaiting(v)
      await v.button('aid.print')
    },
  },
]

const aid = (v: Visitor) => v.page.locator('#case-aid')

async function onAid(v: Visitor, who: string): Promise<void> {
  await v.openCase(who)
  await aid(v).locator('.row').first().waitFor()
  await aid(v).locator('.row').last().scrollIntoViewIfNeeded()
}

async function openWaiting(v: Visitor): Promise<void> {
  await onAid(v, WAITING)
  await aid(v).locator('.row-open').first().click()
  await v.page.locator('.side-sheet').waitFor()
}
