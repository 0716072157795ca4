import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

const BEGUN = {
  zh: '班主任来电，问这一周要不要换座位。',
  en: 'The class teacher called to ask about another seat this week.',
} as const
const REMARK = {
  zh: '的档案到期了，明天请主任看一下。',
  en: 'is to be destroyed; the director looks at it tomorrow.',
} as const

/** What is begun, taken on or written down on the way stays in the room: these come last. */
export const lastScreens: readonly Screen[] = [
  {
    name: 'decline',
    async reach(v) {
      await openRequest(v)
      await v.button('acceptances.toDecline')
      await v.page.locator('.sheet').waitFor()
    },
  },
  {
    name: 'decline-sheet',
    async reach(v) {
      await v.openStudent('mao-qiubai')
      await v.page.locator('.student-decline').click()
      await v.page.locator('.side-sheet').waitFor()
    },
  },
  {
    name: 'today-drafts',
    height: 1300,
    async reach(v) {
      await v.openStudent('li-ruoxi')
      await v.press('F8')
      await v.page.locator('.sheet textarea').first().fill(BEGUN[v.language])
      await v.page.waitForTimeout(1200)
      await v.escape(1)
      await v.go('today')
    },
  },
  {
    name: 'today-drop-draft',
    async reach(v) {
      await v.button('today.dropDraft')
      await v.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'acceptance-assign', reach: openRequest },
  {
    name: 'acceptance-taken',
    async reach(v) {
      await openRequest(v)
      await v.page.getByRole('radio', { name: v.word('acceptances.stand.yes') }).click()
      await v.page.locator('.side-sheet .acceptance-step .ant-btn-primary').click()
      await v.page.getByRole('heading', { name: v.word('acceptances.next') }).waitFor()
    },
  },
  {
    name: 'logs-to-look-at',
    async reach(v) {
      await openDueFile(v)
      const caseNo = /\d{4} ?\p{L}+-\d{3}/u.exec(await v.page.locator('.strip').innerText())?.[0] ?? ''
      await v.go('today')
      await v.button('today.endDay')
      const dialog = v.page.getByRole('dialog')
      await dialog.getByRole('textbox').fill(`${caseNo} ${REMARK[v.language]}`)
      await v.press('Control+Enter')
      await dialog.getByRole('button', { name: v.word('today.printLog') }).waitFor()
      await v.escape(1)
      await openDueFile(v)
      await v.page.getByRole('button', { name: v.word('archives.destroy') }).click()
      await v.page.locator('.archive-logs').waitFor()
    },
  },
]

async function openRequest(v: Visitor): Promise<void> {
  await v.go('registers')
  await v.tab('frame.registerTabs.acceptances')
  await v.button('acceptances.handle')
  await v.page.locator('.side-sheet .fact-list').waitFor()
}

async function openDueFile(v: Visitor): Promise<void> {
  await v.go('cases')
  await v.page.getByRole('radio', { name: v.word('codes.archiveViews.due') }).click()
  await v.page.locator('.rows .row-open').first().click()
  await v.page.locator('#case-archive').waitFor()
}
