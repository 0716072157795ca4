import { addDays } from '#contract/calendar'
import type { Answers } from '#contract/results'
import type { SeenOutcome } from '#contract/code-tables'
import { scoredColumns } from '#core/assessments/scored'
import { closeTask, raiseTask } from '#core/assessments/tasks'
import type { WriteContext } from '#core/context'
import type { Cell, Workbook } from '#core/imports/workbook'
import { builtIn } from '#core/instruments/built-in'
import { ensureEdition } from '#core/instruments/editions'
import { instrumentsHandlers } from '#core/instruments'
import { termNumbers } from '#core/numbers'
import { screeningsHandlers } from '#core/screenings'
import { insertAssessments, insertInterpretation } from '#db/repos/assessments'
import { findTasksOf } from '#db/repos/tasks'
import { findUnbooked } from '#db/repos/screening-entries'
import { randomFrom } from './random.ts'

/** How the ten years are told: see `TenYears`. */
type Telling = { batch(work: (ctx: WriteContext) => void): void; set(milliseconds: number): void; newId(): string }
type Instrument = 'phq9' | 'gad7'
/** Somebody of the roster, as a platform's file names them. */
export type Pupil = { id: string; studentNo: string; name: string }
/** One school year: who is here, and what a round of the whole school is called. */
export type TestYear = {
  autumn: number
  grades: string[]
  classes: string[]
  pupils: readonly Pupil[]
  isLast: boolean
}

const ITEMS: Record<Instrument, readonly string[]> = {
  phq9: Array.from({ length: 9 }, (_, i) => `phq9_${i + 1}`),
  gad7: Array.from({ length: 7 }, (_, i) => `gad7_${i + 1}`),
}
const MOST_IN_A_FILE = 5000
/** As many as one step of an import takes in. */
const ROWS_AT_ONCE = 500
const SEEN_AT_ONCE = 200
const OUTCOMES: readonly SeenOutcome[] = ['watch', 'watch', 'confirmed', 'false-alarm', 'declined']

/** Tests of ten years: two rounds of the whole school each year, and tests of single students at their visits. */
export function tenYearsTests({ batch, set, newId }: Telling) {
  const requestId = newId()
  const random = randomFrom(20_261_010)

  /** Most are well, a few are not; item 9 is seldom more than 0. */
  const answersOf = (instrument: Instrument): Answers => {
    const burden = random() ** 3 * 2.6
    return Object.fromEntries(
      ITEMS[instrument].map((item) => {
        const value = Math.floor(burden + random() * 1.1)
        return [item, item === 'phq9_9' ? (burden > 1.6 && random() < 0.2 ? 1 : 0) : Math.min(3, value)]
      }),
    )
  }

  const round = (instrument: Instrument, { autumn, grades, classes, pupils, isLast }: TestYear): void => {
    const roundId = newId()
    const on = `${autumn}-10-${instrument === 'phq9' ? '19' : '26'}`
    const short = instrument === 'phq9' ? 'PHQ-9' : 'GAD-7'
    const flagRule = { levels: [], severity: 2 }
    const here = pupils.filter(() => random() < 0.97).slice(0, MOST_IN_A_FILE)
    const importId = newId()
    set(Date.parse(`${addDays(on, 3)}T09:00`))
    batch((ctx) => {
      screeningsHandlers.create(ctx, {
        requestId,
        id: roundId,
        name: `${autumn}学年${short}普查`,
        instrumentId: instrument,
        scope: { grades, classes },
        startsOn: on,
        endsOn: addDays(on, 2),
        flagRule,
        consentBasis: '开学告家长书',
      })
      const fileId = newId()
      const { workbook, mapping } = practiceRoundFile(here, instrument, on, answersOf)
      ctx.services.openFiles.set(fileId, { fileName: `${short}.xlsx`, workbook })
      screeningsHandlers.startImport(ctx, {
        requestId,
        id: importId,
        roundId,
        fileId,
        mapping,
        accepted: [],
        flagLevels: [],
      })
      ctx.services.openFiles.delete(fileId)
    })
    for (let offset = 0; offset < here.length; offset += ROWS_AT_ONCE)
      batch((ctx) => screeningsHandlers.proceed(ctx, { requestId, importId, offset }))
    see(roundId, addDays(on, 14), isLast)
  }

  /** Whoever was flagged is seen in the weeks after; in the last year every second one still waits. */
  const see = (roundId: string, seenOn: string, isLast: boolean): void => {
    set(Date.parse(`${seenOn}T16:40`))
    let waiting: string[] = []
    batch((ctx) => (waiting = [...findUnbooked(ctx.db, roundId, ctx.localNow())]))
    const seen = waiting.filter((_, i) => !isLast || i % 2 === 0)
    for (let from = 0; from < seen.length; from += SEEN_AT_ONCE)
      batch((ctx) => {
        for (const studentId of seen.slice(from, from + SEEN_AT_ONCE)) {
          const outcome = OUTCOMES[Math.floor(random() * OUTCOMES.length)] ?? 'watch'
          const note = '面谈一次，睡眠和情绪都问过。'
          screeningsHandlers.recordSeen(ctx, { requestId, roundId, studentId, seenOn, outcome, note })
        }
      })
  }

  return {
    begin: () =>
      batch((ctx) => {
        for (const { id: instrumentId } of builtIn())
          instrumentsHandlers.recordCompetence(ctx, {
            requestId,
            instrumentId,
            userId: ctx.me.id,
            basis: '省级培训',
            recordedOn: ctx.today(),
          })
      }),
    rounds(year: TestYear): void {
      round('phq9', year)
      round('gad7', year)
    },
    /** Sheets that single students filled in at visits of one day and before, scored and interpreted. */
    singles(ctx: WriteContext, sheets: readonly { studentId: string; day: string }[], day: string): void {
      const editions = { phq9: ensureEdition(ctx, 'phq9'), gad7: ensureEdition(ctx, 'gad7') }
      const numbers = termNumbers(ctx, 'assessment', day, 4, sheets.length)
      const now = ctx.now()
      const told = sheets.map((sheet, i) => {
        const instrument: Instrument = random() < 0.7 ? 'phq9' : 'gad7'
        const edition = editions[instrument]
        const answers = answersOf(instrument)
        const scored = scoredColumns(edition.file, { answers, takenOn: sheet.day, birthDate: null })
        return { ...scored, id: newId(), no: numbers[i] ?? '', edition, ...sheet }
      })
      insertAssessments(
        ctx.db,
        told.map(({ columns, id, no, studentId, edition, day: takenOn }) => ({
          ...columns,
          id,
          no,
          studentId,
          editionId: edition.id,
          instrumentId: edition.instrumentId,
          roundId: null,
          mode: 'paper',
          state: 'interpreted',
          purpose: '了解近两周的情况',
          urgent: false,
          explainedAt: `${takenOn}T16:50`,
          explainedBy: ctx.me.id,
          begunAt: `${takenOn}T16:50`,
          details: '{}',
          savedAt: now,
          finishedAt: now,
          givenBy: ctx.me.id,
          enteredAt: now,
        })),
      )
      for (const { id, studentId, result, day: seenOn } of told) {
        const text = '与谈话中说的一致，近两周睡眠是主要的困扰。两周后再看一次。'
        insertInterpretation(ctx.db, { id: newId(), assessmentId: id, text, at: now, by: ctx.me.id })
        ctx.audit('assessment.scored', { subjectId: id, studentId })
        raiseTask(ctx, { id, studentId }, result)
        for (const task of result.critical.length > 0 ? findTasksOf(ctx.db, id) : [])
          closeTask(ctx, task.id, { seenOn, outcome: 'watch', note: '当面问过，没有计划。' })
      }
    },
  }
}

/** A platform's file as the reader gives it. */
export function practiceRoundFile(
  pupils: readonly Pupil[],
  instrument: Instrument,
  on: string,
  answersOf: (instrument: Instrument) => Answers,
) {
  const titles = ['学号', '姓名', '作答时间', ...ITEMS[instrument].map((_, i) => `q${i + 1}`)]
  const cell = (text: string): Cell => ({ kind: 'text', text })
  const rows = pupils.map(({ studentNo, name }) => {
    const answers = answersOf(instrument)
    return [studentNo, name, on, ...ITEMS[instrument].map((item) => String(answers[item]))].map(cell)
  })
  const all = [titles.map(cell), ...rows]
  const sheet = { name: '测评结果', hidden: false, rows: all, rowNumbers: all.map((_, i) => i + 1), hiddenRows: [] }
  const columns = ['studentNo', 'name', 'testedOn', ...ITEMS[instrument].map((item) => `item:${item}`)]
  const workbook: Workbook = { sheets: [sheet], date1904: false }
  return { workbook, mapping: { sheet: sheet.name, headerRow: 1, columns } }
}
