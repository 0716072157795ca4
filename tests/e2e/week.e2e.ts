import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localOf } from '#contract/calendar'
import type { Language } from '#contract/vault'
import { drawnPaper } from '#core/practice/drawn-paper'
import { practiceRoster } from '#core/practice/roster'
import { type App, launch } from './launch.ts'
import { noonZone } from './pages/noon.ts'
import { paperDesk } from './pages/paper-desk.ts'
import { papersPanel } from './pages/papers-panel.ts'
import { pressSend, sheet } from './pages/room.ts'
import { patternOf, saidIn } from './pages/said.ts'

const TEXTS = {
  zh: {
    letter: '分组时没有人叫我，想找老师谈谈。',
    request: '分组时落单，午休一个人。',
    state: '低头，声音轻，后来能抬头说话。',
    problem: '分组时常常落单。',
    conclusion: '适应新班级的困难，支持较好。',
    goal: '每周主动和一位同学一起吃饭',
    sign: '能说出和谁、聊了什么',
    seen: '说了早上好',
    watched: '一周没有参加活动，中午一个人坐着。',
    step: '班主任陪着',
    stable: '情绪平稳，晚上有人陪。',
    call: '母亲说周末愿意出门了。',
    wrong: '谈到和室友的约定，语气轻松。',
    why: '点错了人',
    review: '能自己开口了，约好以后自己来。',
    closing: '目标达成，支持稳定。',
    box: '柜 2 第 3 盒',
    remark: '下周一早会说一下考试周的安排',
  },
  en: {
    letter: 'Nobody picks me for group work; I would like to talk.',
    request: 'Left out in group work, alone at lunch.',
    state: 'Looks down, speaks softly, later looks up.',
    problem: 'Often left out in group work.',
    conclusion: 'Settling into a new class; good support.',
    goal: 'Have lunch with one classmate a week',
    sign: 'Can say with whom and what they spoke of',
    seen: 'said good morning',
    watched: 'Joined nothing for a week, sat alone at noon.',
    step: 'The class teacher stays',
    stable: 'Calm, somebody is there in the evening.',
    call: 'Her mother says she goes out at weekends again.',
    wrong: 'Spoke of what was agreed with the room mates, at ease.',
    why: 'the wrong name was clicked',
    review: 'Speaks up by herself; comes again when she likes.',
    closing: 'Goal reached, support is steady.',
    box: 'Cabinet 2, box 3',
    remark: 'Monday meeting: bookings in exam week',
  },
} as const
const appears = (place: Locator): Promise<boolean> =>
  place.waitFor({ timeout: 2000 }).then(
    () => true,
    () => false,
  )
const SCAN = Uint8Array.from(Buffer.from(drawnPaper([9, 8, 10, 7]), 'base64'))

describe.each<Language>(['zh', 'en'])('a week of one counselor, in %s', (language) => {
  const words = TEXTS[language]
  const say = saidIn(language)
  const zone = noonZone()
  const today = localOf(Date.now()).slice(0, 10)
  /** Pupils that the practice school tells nothing about: found by their numbers, known by their names. */
  const pupils = practiceRoster(language, today, 22).filter(({ key }) => key === null)
  const pupil = (nth: number) => {
    const fields = pupils[nth * 7]?.fields
    if (!fields?.studentNo) throw new RangeError('the roster is too short')
    return { name: fields.name, no: fields.studentNo }
  }
  const [writer, watched, mistaken, right] = [pupil(0), pupil(1), pupil(2), pupil(3)]
  let app: App

  beforeAll(async () => {
    app = await launch({ language, timeZone: zone, practice: language === 'zh' })
    const { page } = app
    page.setDefaultTimeout(20_000)
    if (language === 'en') await page.locator('.setup-door').nth(1).click()
    await page.locator('.side-pages').waitFor({ timeout: 90_000 })
  }, 150_000)
  afterAll(() => app.close())

  const button = (key: string) => app.page.getByRole('button', { name: patternOf(say(key)) })
  const box = (key: string) => app.page.getByRole('textbox', { name: say(key), exact: true })
  const chip = (key: string) => sheet(app.page).chip(say(key))
  const go = (key: string) =>
    app.page
      .locator('.side-pages')
      .getByRole('link', { name: new RegExp(`^${say(`frame.pages.${key}`)}`, 'u') })
      .click()
  const tab = (key: string) => app.page.getByRole('tab', { name: say(key), exact: true }).click()
  /** The one student with this number, in whatever box asks who. */
  const pick = async (no: string): Promise<void> => {
    const paper = app.page.getByRole('dialog').last()
    await paper.getByRole('combobox').fill(no)
    await paper.getByRole('option').filter({ hasText: no }).first().click()
  }
  const openStudent = async ({ no, name }: { no: string; name: string }): Promise<void> => {
    const { page } = app
    await page.keyboard.press('Control+k')
    await page.locator('.search-input:focus').waitFor()
    await page.keyboard.type(no)
    await page.getByRole('option').filter({ hasText: name }).filter({ hasText: no }).first().click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.locator('.search-input').waitFor({ state: 'detached' })
  }
  const openCase = async (who: { no: string; name: string }): Promise<void> => {
    await openStudent(who)
    await app.page.locator('.student-case').click()
    await app.page.locator('#case-intake').waitFor()
  }
  /** Somebody who is here now; `goesOn` to the note. */
  const arrives = async (who: { no: string; name: string }, goesOn: boolean): Promise<void> => {
    const { page } = app
    await openStudent(who)
    await button('students.register').first().click()
    await sheet(page).chip(say('visits.whens.now'))
    await sheet(page).fill(say('visits.request'), words.request)
    if (!goesOn) return sheet(page).send()
    await sheet(page)
      .paper.getByRole('button', { name: say('visits.registerAndWrite') })
      .click()
    await box('codes.noteParts.state').waitFor()
  }
  const saved = async (): Promise<void> => {
    await app.page.waitForTimeout(900)
    await app.page
      .getByText(patternOf(say('frame.saved.at')))
      .first()
      .waitFor()
  }
  const signNote = async (): Promise<void> => {
    const { page } = app
    await pressSend(page)
    await page.getByText(say('notes.signSentence')).waitFor()
    await pressSend(page)
    await page.getByText(patternOf(say('notes.signedBy'))).waitFor()
  }

  it('Monday: a booking in the calendar, a letter in the box that leads to another', async () => {
    const { page } = app
    await go('calendar')
    await page.locator('.cal-layer').waitFor()
    await page.keyboard.press('n')
    await pick(right.no)
    const booking = sheet(page)
    await expect.poll(() => booking.paper.getByRole('button', { name: say('visits.book') }).isEnabled()).toBe(true)
    await booking.send()
    const block = page.locator('.cal-block', { hasText: right.name }).first()
    // The next free time may be in the week to come.
    if (!(await appears(block))) await page.keyboard.press('PageDown')
    await block.waitFor()

    await go('registers')
    await button('letters.register').click()
    await chip('codes.letterWriters.signed')
    await button('letters.findStudent').click()
    await pick(writer.no)
    await sheet(page).fill(say('letters.summary'), words.letter)
    await sheet(page).send()
    const row = page.locator('.letters-columns .row', { hasText: writer.name })
    await row.getByRole('button', { name: say('letters.open') }).click()
    await page
      .locator('.side-sheet')
      .getByRole('button', { name: say('letters.toVisit') })
      .click()
    await sheet(page).chip(say('visits.whens.booked'))
    await sheet(page)
      .paper.getByRole('button', { name: /\d\d:\d\d/u })
      .first()
      .click()
    await sheet(page).send()
    await page.getByRole('radio', { name: say('letters.states.all') }).click()
    await expect.poll(() => row.first().innerText()).toContain(say('codes.letterStates.booked'))
  })

  it('Tuesday: the writer comes; notice, intake, a plan with a goal, and the note with its progress', async () => {
    const { page } = app
    await arrives(writer, true)
    await box('codes.noteParts.state').fill(words.state)
    await saved()
    await openStudent(writer)
    await button('students.more').click()
    await page.getByRole('menuitem', { name: say('students.recordConsent') }).click()
    await chip('codes.consentModes.spoken')
    await sheet(page).send()

    await openCase(writer)
    await button('intakes.begin').click()
    await box('intakes.parts.problem').fill(words.problem)
    await page.getByText(say('codes.intakeMethods.talk'), { exact: true }).first().click()
    for (const question of ['self', 'by-others', 'to-others'])
      await page
        .getByRole('radiogroup', { name: say(`codes.safetyQuestions.${question}`), exact: true })
        .getByText(say('codes.safetyAnswers.no'), { exact: true })
        .click()
    await box('intakes.parts.conclusion').fill(words.conclusion)
    await saved()
    await page.getByRole('button', { name: new RegExp(`^${say('intakes.finish')}`, 'u') }).click()
    await page.getByText(patternOf(say('intakes.finishedBy'))).waitFor()

    await openCase(writer)
    await button('plans.begin').click()
    await button('plans.firstGoal').click()
    await page.keyboard.type(words.goal)
    await page.getByRole('textbox', { name: say('plans.signNo').replace('{{n}}', '1'), exact: true }).fill(words.sign)
    await saved()
    await pressSend(page)
    await page.getByText(say('plans.agreeHint')).waitFor()
    await sheet(page).send()

    await openStudent(writer)
    await button('students.write').first().click()
    await page
      .getByRole('radiogroup', { name: say('plans.markOf').replace('{{goal}}', words.goal) })
      .getByText('4', { exact: true })
      .click()
    await page.getByRole('textbox', { name: say('plans.markWordsOf').replace('{{goal}}', words.goal) }).fill(words.seen)
    await page.waitForTimeout(1200)
    await signNote()
    expect(await page.locator('.sheet-beside').innerText()).toContain(words.goal)
  })

  it('Wednesday: what a teacher saw becomes a crisis; it is stamped, closed, and followed up', async () => {
    const { page } = app
    await arrives(watched, false)
    await go('registers')
    await tab('frame.registerTabs.observations')
    await button('observations.register').click()
    await pick(watched.no)
    await sheet(page).fill(say('observations.reporter'), words.step)
    await chip('codes.observationSigns.withdrawn')
    await sheet(page).fill(say('observations.text'), words.watched)
    await sheet(page).send()
    await page
      .locator('.row', { hasText: watched.name })
      .getByRole('button', { name: say('observations.handle') })
      .click()
    await page
      .locator('.side-sheet')
      .getByRole('button', { name: say('observations.toCrisis') })
      .click()
    await page.getByRole('heading', { name: say('crises.card') }).waitFor()
    for (const [key, step] of [
      ['1', 'accompanied'],
      ['3', 'leader-told'],
      ['4', 'guardian-reached'],
    ] as const) {
      await page.keyboard.press(key)
      await page
        .getByRole('button', { name: new RegExp(say(`codes.crisisSteps.${step}`), 'u'), pressed: true })
        .waitFor()
    }
    await button('crises.close').click()
    await chip('codes.crisisOutcomes.stable')
    await sheet(page).paper.getByRole('textbox').first().fill(words.stable)
    await pressSend(page)
    const plan = sheet(page)
    await plan.paper.locator('.ladder').waitFor()
    await plan.send()
    await openCase(watched)
    await expect.poll(() => page.locator('#case-followups .row').count()).toBeGreaterThan(2)
  })

  it('Thursday: a parent calls, a paper is put in, and a note that was written in the wrong file moves', async () => {
    const { page } = app
    await openStudent(watched)
    await page.keyboard.press('F8')
    const call = sheet(page)
    await call.fill(say('contacts.name'), words.step)
    await call.fill(say('contacts.summary'), words.call)
    await call.send()
    await button('students.more').click()
    await page.getByRole('menuitem', { name: say('students.papers') }).click()
    const papers = papersPanel(page)
    await papers.sheet.locator('.file-taker').waitFor()
    await papers.drop({ name: 'scan.png', bytes: SCAN })
    await expect.poll(async () => (await papers.rows()).join()).toContain('scan')
    await page.keyboard.press('Escape')

    await arrives(right, false)
    await arrives(mistaken, true)
    await box('codes.noteParts.state').fill(words.wrong)
    await saved()
    await button('notes.moveTitle').click()
    await pick(right.no)
    const move = sheet(page)
    await move.paper.locator('.row-open').first().click()
    await move.fill(say('notes.moveReason'), words.why)
    await move.send()
    await page.getByText(right.name).first().waitFor()
    expect(await box('codes.noteParts.state').inputValue()).toBe(words.wrong)
    await openStudent(mistaken)
    await page.getByText(say('students.noteMovedOut')).first().waitFor()
  })

  it('Friday: the plan is looked back upon, the case is closed and filed', async () => {
    const { page } = app
    await openCase(writer)
    await button('reviews.record').click()
    await chip('codes.goalStandings.reached')
    await chip('codes.reviewDecisions.close')
    await sheet(page).fill(say('reviews.note'), words.review)
    await pressSend(page)
    const closing = sheet(page)
    await closing.paper.getByRole('radio', { name: say('codes.closeReasons.goal-reached'), exact: true }).click()
    await closing.fill(say('cases.closeNote'), words.closing)
    await pressSend(page)
    await sheet(page).paper.locator('.ladder').waitFor()
    await sheet(page)
      .paper.getByRole('button', { name: say('frame.cancel'), exact: true })
      .click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page
      .locator('#case-archive')
      .getByRole('button', { name: say('archives.file') })
      .click()
    await sheet(page).fill(say('archives.box'), words.box)
    await sheet(page).send()
    await page.locator('#case-archive').getByText(words.box).waitFor()
    expect(await page.locator('#case-archive').innerText()).toMatch(/\d{4}-\d{3}/u)
  })

  it('and the day is closed with a log that names nobody', async () => {
    const { page } = app
    await go('today')
    await button('today.endDay').click()
    await sheet(page).fill(say('today.remarks'), words.remark)
    await pressSend(page)
    await page.getByText(say('today.logKept')).waitFor()
    await button('today.printLog').click()
    const text = (await (await paperDesk(page).sheets()).allTextContents()).join('')
    expect(text).toContain(say('day-papers.title'))
    expect(text).toContain(words.remark)
    for (const { name } of [writer, watched, mistaken, right]) expect(text).not.toContain(name)
    await paperDesk(page).back()
    expect(app.complaints).toEqual([])
  })
})
