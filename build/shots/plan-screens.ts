import type { Screen } from './screens.ts'
import type { Visitor } from './visitor.ts'

const onCase = async (v: Visitor, key: string): Promise<void> => {
  await v.openStudent(key)
  await v.page.locator('.student-case').click()
  await v.rest()
}

/** The sheets a case is begun, planned and looked back upon with. */
export const planScreens: readonly Screen[] = [
  {
    name: 'intake',
    async reach(v) {
      await onCase(v, 'li-ruoxi')
      await v.button('intakes.look')
    },
  },
  {
    name: 'intake-draft',
    async reach(v) {
      await onCase(v, 'ayiguli')
      await v.button('intakes.begin')
      await v.rest()
      await v.button('intakes.bringIn')
    },
  },
  {
    name: 'plan-both',
    async reach(v) {
      await onCase(v, 'li-ruoxi')
      await v.button('plans.look')
      await v.rest()
      await v.page.getByRole('radio').nth(1).click()
    },
  },
  {
    name: 'review',
    async reach(v) {
      await onCase(v, 'zhou-yiming')
      await v.button('reviews.record')
    },
  },
  {
    name: 'plan-draft',
    async reach(v) {
      await onCase(v, 'zhou-yiming')
      await v.button('plans.next')
      await v.rest()
      await v.page.keyboard.press('Control+Enter')
    },
  },
]

export const planPapers: readonly Screen[] = [
  {
    name: 'intake',
    async reach(v) {
      await onCase(v, 'li-ruoxi')
      await v.button('intakes.preview')
    },
  },
  {
    name: 'career-plan',
    async reach(v) {
      await onCase(v, 'zhang-zixuan')
      await v.button('plans.look')
      await v.rest()
      await v.button('plans.preview')
    },
  },
  {
    name: 'review',
    async reach(v) {
      await onCase(v, 'li-ruoxi')
      await v.button('reviews.look')
    },
  },
  {
    name: 'feedback',
    async reach(v) {
      await onCase(v, 'li-ruoxi')
      await v.button('reviews.slip')
    },
  },
]
