import { aidPapers, aidScreens } from './aid-screens.ts'
import { calendarPapers, calendarScreens } from './calendar-screens.ts'
import { casePapers, caseScreens } from './case-screens.ts'
import { contactPapers, contactScreens } from './contact-screens.ts'
import { peopleScreens } from './people-screens.ts'
import { lastScreens } from './last-screens.ts'
import { planPapers, planScreens } from './plan-screens.ts'
import { from, type Screen } from './screen.ts'
import { stagePapers, stageScreens } from './stage-screens.ts'
import { testPapers, testScreens } from './test-screens.ts'
import type { Visitor } from './visitor.ts'

const alone: readonly Screen[] = [
  { name: 'today', reach: (v) => v.go('today') },
  { name: 'find', reach: (v) => v.find('li') },
  { name: 'register-visit', reach: (v) => v.press('n') },
  { name: 'students', reach: (v) => v.go('students') },
  { name: 'student', reach: (v) => v.openStudent('li-ruoxi') },
  { name: 'student-in-crisis', reach: (v) => v.openStudent('chen-siyuan') },
  ...fromStudent('li-ruoxi', [
    ['note', (v) => v.button('students.write')],
    ['consent', (v) => v.menu('students.recordConsent')],
    ['risk', (v) => v.menu('students.setRisk')],
    ['refer', (v) => v.menu('students.refer')],
    ['student-data', (v) => v.menu('students.edit')],
    ['close-case', (v) => v.menu('students.closeCase')],
  ]),
  ...fromStudent('sun-hao', [['signed-note', (v) => v.nthVisit(0)]]),
  ...fromStudent('zhou-yiming', [
    ['student-with-papers', () => Promise.resolve()],
    ['papers', (v) => v.menu('students.papers')],
    [
      'attachment',
      async (v) => {
        await v.menu('students.papers')
        await v.button('attachments.open')
      },
    ],
    ['consent-of-guardians', (v) => v.menu('students.recordConsent')],
  ]),
  { name: 'cases', reach: (v) => v.go('cases') },
  { name: 'crises', reach: (v) => v.go('crises') },
  { name: 'crisis', reach: (v) => v.button('today.openCrisis') },
  { name: 'crisis-start', reach: (v) => v.press('F9') },
  { name: 'return-slip', reach: (v) => v.button('today.recordReturn') },
  { name: 'referral', reach: (v) => viaCrises(v, 'zhou-yiming') },
  ...contactScreens,
  ...testScreens,
  { name: 'reports', reach: (v) => v.go('reports') },
  { name: 'imports', reach: (v) => v.go('imports') },
  { name: 'backups', reach: (v) => v.go('backups') },
  { name: 'settings', reach: (v) => v.go('settings') },
  ...(['classes', 'work', 'hours', 'roster', 'papers', 'levels', 'problems', 'computer', 'bin', 'log'] as const).map(
    (section) => ({
      name: `settings-${section}`,
      async reach(v: Visitor) {
        await v.go('settings')
        await v.tab(`settings.sections.${section}`)
      },
    }),
  ),
]

/** Every screen of the open room and the way to it from Today; those on which others work here, too, come last. */
export const screens: readonly Screen[] = [
  ...alone,
  ...calendarScreens,
  ...caseScreens,
  ...aidScreens,
  ...planScreens,
  ...stageScreens,
  ...peopleScreens,
  ...lastScreens,
]

/** Every paper and the way to its preview. */
export const papers: readonly Screen[] = [
  ...casePapers,
  ...aidPapers,
  ...calendarPapers,
  ...planPapers,
  ...stagePapers,
  ...fromStudent('sun-hao', [
    ['visit-record', (v) => v.menu('students.printLastVisit')],
    ['notice', (v) => v.menu('notice')],
  ]),
  {
    name: 'crisis-report',
    async reach(v) {
      await viaCrises(v, 'sun-hao')
      await v.button('crises.print')
    },
  },
  {
    name: 'referral',
    async reach(v) {
      await viaCrises(v, 'zhou-yiming')
      await v.button('referrals.print')
    },
  },
  {
    name: 'termly-report',
    async reach(v) {
      await v.go('reports')
      await v.rest()
      await v.button('reports.print')
    },
  },
  ...contactPapers,
  ...testPapers,
]

function fromStudent(key: string, steps: Parameters<typeof from>[1]): Screen[] {
  return from((v) => v.openStudent(key), steps)
}

async function viaCrises(v: Visitor, key: string): Promise<void> {
  await v.go('crises')
  await v.openRow(key)
}
