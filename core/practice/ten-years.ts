import { addDays, addMinutes } from '#contract/calendar'
import { EMPTY_NOTE, NOTE_PARTS } from '#contract/note-parts'
import type { NoteBody } from '#contract/notes'
import type { Problem } from '#contract/code-tables'
import type { Term } from '#contract/settings'
import { casesHandlers } from '#core/cases'
import { consentsHandlers } from '#core/consents'
import type { WriteContext } from '#core/context'
import { crisesHandlers } from '#core/crises'
import { notesHandlers } from '#core/notes'
import { referralsHandlers } from '#core/referrals'
import { risksHandlers } from '#core/risks'
import { settingsHandlers } from '#core/settings'
import { studentsHandlers } from '#core/students'
import { visitsHandlers } from '#core/visits'
import { manyPeople, parentsOf, phoneOf } from './people.ts'
import { randomFrom } from './random.ts'
import { tenYearsTests, type TestYear } from './ten-years-tests.ts'
import { REFERRAL, RECORDS } from './ten-years-texts.ts'
import { practiceClasses } from './school.ts'
import { SLOTS } from './theme.ts'

export type TenYears = {
  /** Runs many deeds in one transaction. */
  batch(work: (ctx: WriteContext) => void): void
  set(milliseconds: number): void
  newId(): string
  onProgress(done: number, of: number): void
}
type Size = { students: number; visits: number; tests: number }
const YEARS = 10
const FIRST_YEAR = 2016
const PER_BATCH = 400
const CLASSES = 24
/** Sheets of all rounds by the size of one entry year: two rounds a year over 1 + 2 + 7 × 3 and at last 4⅙ entry years, less who was absent. */
const SHEETS_PER_COHORT = 2 * 0.97 * (1 + 2 + 7 * 3 + 4 + 1 / 6)

/**
 * Ten years of a school of the size DESIGN.md §6 names, through the same handlers that the app runs. The same size gives
 * the same records but for their ids.
 */
export function tellTenYears({ batch, set, newId, onProgress }: TenYears, { students, visits, tests }: Size): void {
  const requestId = newId()
  const random = randomFrom(20_260_921)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const ids: string[] = []
  const cohort = Math.floor(students / YEARS)
  const days = schoolDays()
  const testing = tenYearsTests({ batch, set, newId })
  let enrolled = 0
  set(Date.parse(`${FIRST_YEAR}-08-25T09:00`))
  batch((ctx) => {
    settingsHandlers.saveTerms(ctx, { requestId, terms: terms(newId) })
    settingsHandlers.saveClasses(ctx, { requestId, classes: practiceClasses('zh', '2026-09-01') })
  })
  testing.begin()

  const numberOf = (n: number): string => `${FIRST_YEAR + Math.floor(n / cohort)}${String(n % cohort).padStart(6, '0')}`
  const enrol = (ctx: WriteContext, n: number): void => {
    const { name, sex } = manyPeople(n)
    const year = FIRST_YEAR + Math.floor(n / cohort)
    const classNo = 1 + (n % CLASSES)
    const id = newId()
    ids.push(id)
    const { mother, father } = parentsOf(name, n)
    studentsHandlers.add(ctx, {
      requestId,
      id,
      fields: {
        kind: 'roster',
        name,
        sex,
        studentNo: numberOf(n),
        gradeNo: 7 + (n % 3),
        classNo,
        grade: `${year}级`,
        className: `${year}级${classNo}班`,
        entryYear: year,
      },
      guardians: [
        { name: mother, relation: '母亲', phone: phoneOf(2 * n) },
        { name: father, relation: '父亲', phone: phoneOf(2 * n + 1) },
      ],
    })
  }

  const visit = (ctx: WriteContext, n: number, day: string): string => {
    const oldest = Math.max(0, enrolled - 3 * cohort)
    const studentId = ids[oldest + Math.floor(random() ** 2.2 * (enrolled - oldest))] ?? ''
    const about = { requestId, studentId }
    const record = pick(RECORDS)
    const at = SLOTS[n % SLOTS.length] ?? '12:10'
    const visitId = newId()
    set(Date.parse(addMinutes(`${day}T${at}`, 45)))
    const { ordinal, caseId } = visitsHandlers.register(ctx, {
      ...about,
      id: visitId,
      fields: {
        channel: pick(['in-person', 'in-person', 'in-person', 'phone', 'parent-interview']),
        source: pick(['self', 'self', 'class-teacher', 'parent', 'peer', 'screening']),
        visitor: 'student',
        primaryProblem: record.problem as Problem,
        otherProblems: [],
        place: '心理辅导室',
        receiverId: ctx.me.id,
        request: record.request,
        bookedFor: null,
        arrivedAt: `${day}T${at}`,
        endedAt: addMinutes(`${day}T${at}`, 25 + (n % 20)),
        doorOpen: null,
      },
    })
    notesHandlers.save(ctx, { ...about, visitId, version: 0, body: noteBody(pick, n) })
    if (n < visits - 20) notesHandlers.sign(ctx, { ...about, visitId, version: 1 })
    if (ordinal === 1)
      consentsHandlers.record(ctx, {
        ...about,
        id: newId(),
        fields: {
          kind: 'notice',
          textVersion: '1',
          givenOn: day,
          signer: 'student',
          signerName: '本人',
          mode: 'paper',
          scope: '',
          answer: 'agrees',
          relation: '',
          sharedWith: null,
        },
      })
    if (n % 40 === 7) risksHandlers.set(ctx, { ...about, id: newId(), rank: 1 + (n % 3), reason: record.request })
    if (n % 300 === 11) crisisOf(ctx, about, day)
    if (n % 150 === 3)
      referralsHandlers.refer(ctx, {
        ...about,
        id: newId(),
        crisisId: null,
        fields: { ...REFERRAL, referredAt: `${day}T16:00`, returnDue: addDays(day, 7) },
      })
    if (ordinal % 5 === 0 && n % 300 !== 11 && n < visits - 2000 && isQuiet(ctx, caseId))
      casesHandlers.close(ctx, {
        ...about,
        caseId,
        reason: 'goal-reached',
        closeNote: '目标达成，商定结束。',
        advice: '',
      })
    return studentId
  }

  const crisisOf = (ctx: WriteContext, about: { requestId: string; studentId: string }, day: string): void => {
    const { id: crisisId } = crisesHandlers.open(ctx, { ...about, id: newId() })
    for (const step of ['accompanied', 'leader-told', 'guardian-reached'] as const)
      crisesHandlers.stamp(ctx, { ...about, crisisId, id: newId(), step, text: '', at: `${day}T16:30` })
    crisesHandlers.close(ctx, { ...about, crisisId, outcome: 'stable', closeNote: '情况平稳。', missingReason: '' })
  }

  /** Three entry years are at school; in the last autumn it is a school of five thousand. */
  const testYear = (year: number): TestYear => {
    const isLast = year === YEARS - 1
    const from = Math.max(0, isLast ? year - 3 : year - 2)
    const more = isLast ? [1, 2, 3, 4] : []
    const isHere = (n: number): boolean =>
      n >= from * cohort || (n >= (from - 1) * cohort && more.includes(1 + (n % CLASSES)))
    return {
      autumn: FIRST_YEAR + year,
      grades: Array.from({ length: year - from + 1 }, (_, i) => `${FIRST_YEAR + from + i}级`),
      classes: more.map((classNo) => `${FIRST_YEAR + from - 1}级${classNo}班`),
      pupils: ids.flatMap((id, n) => (isHere(n) ? [{ id, studentNo: numberOf(n), name: manyPeople(n).name }] : [])),
      isLast,
    }
  }

  let testedYears = 0
  let singles = 0
  const singlesInAll = Math.max(0, tests - Math.floor(cohort * SHEETS_PER_COHORT))
  for (let from = 0; from < visits; from += PER_BATCH) {
    const upTo = Math.min(visits, from + PER_BATCH)
    let day = ''
    batch((ctx) => {
      const sheets: { studentId: string; day: string }[] = []
      for (let n = from; n < upTo; n++) {
        const due = Math.min(students, cohort * (1 + Math.floor((n * YEARS) / visits)))
        for (; enrolled < due; enrolled++) enrol(ctx, enrolled)
        day = days[Math.floor((n * days.length) / visits)] ?? '2026-06-30'
        const studentId = visit(ctx, n, day)
        for (; singles < Math.floor(((n + 1) * singlesInAll) / visits); singles++) sheets.push({ studentId, day })
      }
      testing.singles(ctx, sheets, day)
    })
    for (; testedYears < YEARS && day > `${FIRST_YEAR + testedYears}-11-20`; testedYears++)
      testing.rounds(testYear(testedYears))
    onProgress(upTo, visits)
  }
}

const isQuiet = (ctx: WriteContext, caseId: string): boolean => {
  const blocks = casesHandlers.closeBlocks(ctx, { caseId })
  return Array.isArray(blocks) && blocks.length === 0
}

/** One record of 250 to 450 characters, its parts from different people, with a classmate's name and a number of its own. */
function noteBody(pick: <T>(list: readonly T[]) => T, n: number): NoteBody {
  const body = { ...EMPTY_NOTE }
  for (const part of NOTE_PARTS) body[part] = pick(RECORDS).note[part] ?? ''
  body.problem = `${pick(RECORDS).note.problem ?? ''}提到同学${manyPeople(n).name}，第${n % 977}次测验之后。`
  body.state = pick(RECORDS).note.state ?? ''
  return body
}

const terms = (newId: () => string): Term[] =>
  Array.from({ length: YEARS }, (_, i) => FIRST_YEAR + i).flatMap((year) => [
    { id: newId(), name: `${year}秋`, startsOn: `${year}-09-01`, endsOn: `${year + 1}-01-20` },
    { id: newId(), name: `${year + 1}春`, startsOn: `${year + 1}-02-20`, endsOn: `${year + 1}-07-05` },
  ])

/** Every weekday of every term. */
function schoolDays(): string[] {
  const days: string[] = []
  for (const { startsOn, endsOn } of terms(() => ''))
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1))
      if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0) days.push(day)
  return days
}
