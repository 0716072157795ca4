import { from, type Screen } from './screen.ts'

/** The sheets a case is begun, planned and looked back upon with. */
export const planScreens: readonly Screen[] = [
  ...fromCase('li-ruoxi', [['intake', (v) => v.button('intakes.look')]]),
  ...fromCase('ayiguli', [
    [
      'intake-draft',
      async (v) => {
        await v.button('intakes.begin')
        await v.rest()
        await v.button('intakes.bringIn')
      },
    ],
  ]),
  ...fromCase('li-ruoxi', [
    [
      'plan-both',
      async (v) => {
        await v.button('plans.look')
        await v.rest()
        await v.page.getByRole('radio').nth(1).click()
      },
    ],
  ]),
  ...fromCase('zhou-yiming', [
    ['review', (v) => v.button('reviews.record')],
    [
      'plan-draft',
      async (v) => {
        await v.button('plans.next')
        await v.rest()
        await v.page.keyboard.press('Control+Enter')
      },
    ],
  ]),
]

export const planPapers: readonly Screen[] = [
  ...fromCase('zhang-zixuan', [
    [
      'career-plan',
      async (v) => {
        await v.button('plans.look')
        await v.rest()
        await v.button('plans.preview')
      },
    ],
  ]),
  ...fromCase('li-ruoxi', [
    ['intake', (v) => v.button('intakes.preview')],
    ['review', (v) => v.button('reviews.look')],
    ['feedback', (v) => v.button('reviews.slip')],
  ]),
]

function fromCase(key: string, steps: Parameters<typeof from>[1]): Screen[] {
  return from(async (v) => {
    await v.openCase(key)
    await v.rest()
  }, steps)
}
