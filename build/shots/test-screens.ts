import { practiceRoster } from '#core/practice/roster'
import type { Screen } from './screen.ts'
import type { Visitor } from './visitor.ts'

/** Screens about psychological tests, and the way to each from Today. */
export const testScreens: readonly Screen[] = [
  { name: 'tests', reach: (v) => v.go('tests') },
  { name: 'tests-library', reach: (v) => v.testTab('instruments') },
  { name: 'instrument', reach: (v) => fromLibrary(v, () => opened(v, 'PHQ-9')) },
  { name: 'instrument-add', reach: (v) => fromLibrary(v, () => v.button('instruments.add')) },
  { name: 'instrument-uses', reach: (v) => fromLibrary(v, () => v.button('instruments.register')) },
  { name: 'thresholds', reach: (v) => fromLibrary(v, () => cuts(v)) },
  { name: 'competence', reach: (v) => fromLibrary(v, () => inRow(v, 'SCL-90', 'instruments.recordCompetence')) },
  { name: 'give-test', reach: (v) => give(v, 'sun-hao', 'PHQ-9') },
  { name: 'sheet-paper', reach: (v) => sheet(v, 'sun-hao', 'GAD-7', 'codes.testModes.paper', ['1', '2', '1']) },
  { name: 'sheet-aloud', reach: (v) => sheet(v, 'sun-hao', 'K6', 'codes.testModes.aloud', ['1']) },
  { name: 'sheet-interview', reach: (v) => sheet(v, 'sun-hao', 'ASQ', null, ['2', '1']) },
  { name: 'result-critical', reach: (v) => result(v, 'fan-xinlei', 'PHQ-9') },
  { name: 'result-interpreted', reach: (v) => result(v, 'sun-hao', 'PHQ-9') },
  {
    name: 'result-critical-talk',
    async reach(v) {
      await result(v, 'fan-xinlei', 'PHQ-9')
      await v.button('assessments.task.record')
    },
  },
  { name: 'rounds', reach: (v) => v.testTab('screenings') },
  { name: 'round-names', reach: (v) => round(v, null) },
  {
    name: 'round-import',
    async reach(v) {
      await round(v, 'import')
      await v.page.locator('input[type=file]').first().setInputFiles(resultsFile())
      await v.page.locator('.ant-table, table').first().waitFor()
    },
  },
  { name: 'round-deal', reach: (v) => round(v, 'deal') },
  { name: 'round-summary', reach: (v) => round(v, 'summary') },
]

/** What a student sees; the room is locked meanwhile and comes back with `leaveKiosk`. */
export const kioskScreens: readonly Screen[] = [
  {
    name: 'kiosk-hand-over',
    async reach(v) {
      await give(v, 'sun-hao', 'K6')
      await begin(v, 'codes.testModes.kiosk')
    },
  },
  {
    name: 'kiosk-intro',
    async reach(v) {
      await v.page.getByRole('dialog').last().locator('.sheet-foot .ant-btn-primary').click()
      await v.page.locator('.kiosk').waitFor()
    },
  },
  { name: 'kiosk-question', reach: (v) => v.button('kiosk.begin') },
  {
    name: 'kiosk-thanks',
    async reach(v) {
      for (let i = 0; i < 6; i++) {
        await v.page
          .getByRole('radio')
          .nth(i % 3)
          .click()
        await v.page.waitForTimeout(700)
      }
      await v.button('kiosk.handIn')
    },
  },
]

export async function leaveKiosk(v: Visitor): Promise<void> {
  await v.button('kiosk.teacher')
  await v.button('kiosk.teacherOpen')
  await v.page.locator('.side-pages').waitFor()
}

export const testPapers: readonly Screen[] = [
  {
    name: 'test-explanation',
    async reach(v) {
      await give(v, 'sun-hao', 'PHQ-9')
      await v.button('sheets.printExplanation')
    },
  },
  ...(['printFile', 'printStudent'] as const).map((button) => ({
    name: button === 'printFile' ? 'test-result' : 'test-result-student',
    async reach(v: Visitor) {
      await result(v, 'sun-hao', 'PHQ-9')
      await v.button(`assessments.feedback.${button}`)
    },
  })),
  { name: 'instrument-list', reach: (v) => fromLibrary(v, () => v.button('instruments.printList')) },
  {
    name: 'screening-summary',
    async reach(v) {
      await round(v, 'summary')
      await v.button('screening-files.summary.print')
    },
  },
]

async function fromLibrary(v: Visitor, step: () => Promise<unknown>): Promise<void> {
  await v.testTab('instruments')
  await v.page.getByRole('button', { name: 'PHQ-9', exact: true }).waitFor()
  await step()
}

const opened = (v: Visitor, short: string) => v.page.getByRole('button', { name: short, exact: true }).click()
const cuts = async (v: Visitor): Promise<void> => {
  await opened(v, 'MHT')
  await v.button('instruments.setCuts')
}
const inRow = (v: Visitor, short: string, key: string) =>
  v.page
    .getByRole('row')
    .filter({ has: v.page.getByRole('button', { name: short, exact: true }) })
    .getByRole('button', { name: v.word(key) })
    .click()

/** The form with everything said, ready to begin. */
async function give(v: Visitor, key: string, short: string): Promise<void> {
  await v.openStudent(key)
  await v.menu('students.giveTest')
  const dialog = v.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: new RegExp(`^${short}`, 'u') }).click()
  await dialog.getByRole('radio', { name: v.word('sheets.purposes.mood') }).click()
  await dialog.getByRole('checkbox', { name: v.word('sheets.explained') }).check()
  await dialog.getByRole('checkbox', { name: v.word('sheets.agreed') }).check()
}

async function begin(v: Visitor, mode: string | null): Promise<void> {
  const dialog = v.page.getByRole('dialog')
  if (mode)
    await dialog
      .getByRole('radio', { name: v.word(mode) })
      .first()
      .click()
  const consent = dialog.getByRole('button', { name: v.word('sheets.blockVerb.consent-under-14') })
  if ((await consent.count()) > 0) throw new RangeError('a consent is missing')
  await dialog.locator('.sheet-foot .ant-btn-primary').click()
}

async function sheet(v: Visitor, key: string, short: string, mode: string | null, keys: string[]): Promise<void> {
  await give(v, key, short)
  await begin(v, mode)
  await v.page.locator('.sheet-desk').waitFor()
  await v.page.waitForTimeout(400)
  for (const one of keys) await v.press(one)
}

async function result(v: Visitor, key: string, short: string): Promise<void> {
  await v.go('tests')
  await v.page
    .locator('.tests-records .row')
    .filter({ hasText: v.nameOf(key) })
    .filter({ hasText: short })
    .first()
    .getByRole('button')
    .last()
    .click()
  await v.page.locator('.result').waitFor()
}

async function round(v: Visitor, tab: 'import' | 'deal' | 'summary' | null): Promise<void> {
  await v.testTab('screenings')
  await v.page
    .getByRole('button', { name: v.word('screenings.open') })
    .first()
    .click()
  await v.page.locator('.round-figures').first().waitFor()
  if (tab) await v.tab(`screenings.tabs.${tab}`)
}

/** A late file of a few students, as a platform names its columns. */
function resultsFile() {
  const today = new Date().toISOString().slice(0, 10)
  const lines = practiceRoster('zh', today, 22)
    .slice(0, 12)
    .map(({ fields }, i) => [
      fields.studentNo,
      fields.name,
      fields.className,
      today,
      30 + i,
      6,
      4,
      3,
      4,
      5,
      4,
      2,
      2,
      i % 4,
      '',
    ])
  const titles =
    '学号,姓名,班级,作答日期,总分,学习焦虑,对人焦虑,孤独倾向,自责倾向,过敏倾向,身体症状,恐怖倾向,冲动倾向,效度,预警等级'
  return {
    name: '补测结果.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\u{feff}${[titles, ...lines.map(String)].join('\r\n')}`),
  }
}
