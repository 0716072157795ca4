import { en as enCodes } from '#contract/code-words-en'
import { zh as zhCodes } from '#contract/code-words-zh'
import { AppError } from '#contract/errors'
import type { Answers } from '#contract/results'
import type { Summary } from '#contract/screenings'
import { screeningWords } from '#contract/screening-words'
import type { Language } from '#contract/vault'
import type { ReadContext } from '#core/context'
import { findExportRows, type ExportRow } from '#db/repos/screening-entries'
import type { FileColumn } from '#db/repos/screenings'
import { schoolOrder } from './class-order.ts'
import { getRound } from './rounds.ts'
import { summaryOf } from './summary.ts'
import type { Table, Value } from './write-table.ts'

type Wish = { roundId: string; what: 'bureau' | 'summary'; language: Language; hideBelow: number }

/** A file for the bureau or for the school's own paper; no notes and no interpretation. */
export async function exportRound(ctx: ReadContext, wish: Wish): Promise<{ fileName: string; content: string }> {
  const { name } = getRound(ctx, wish.roundId)
  const words = screeningWords(wish.language)
  const table = wish.what === 'bureau' ? bureauTable(ctx, wish) : summaryTable(ctx, wish)
  // The library that writes files is loaded when the first file is asked for.
  const { writeTable } = await import('./write-table.ts')
  const what = wish.what === 'bureau' ? words.back : words.summary
  const practice = ctx.practice ? words.practice : ''
  const fileName = `${name} ${what}${practice}`.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-').replace(/^\.+/u, '')
  return { fileName: `${fileName.slice(0, 80).trim()}.xlsx`, content: await writeTable(table) }
}

/** The platform's columns in its order, with what the vault holds, and what became of each flag. */
function bureauTable(ctx: ReadContext, { roundId, language }: Wish): Table {
  const { columns } = getRound(ctx, roundId)
  if (columns === null) throw new AppError('conflict', { field: 'roundId', reason: 'no-file' })
  const words = screeningWords(language)
  const outcomes = (language === 'zh' ? zhCodes : enCodes).seenOutcomes
  const { byClass } = schoolOrder(ctx)
  const rows = findExportRows(ctx.db, roundId).sort(
    (a, b) => byClass(a.className ?? '', b.className ?? '') || (a.nameSort < b.nameSort ? -1 : 1),
  )
  return {
    sheet: words.results,
    titles: [...columns.map(({ title }) => title), words.seenOn, words.outcome],
    rows: rows.map((row) => [
      ...refilled(columns, row),
      row.seenOn,
      row.outcome === null ? null : outcomes[row.outcome],
    ]),
    notes: ctx.practice ? [words.practice] : [],
  }
}

function refilled(columns: readonly FileColumn[], row: ExportRow): Value[] {
  const cells = row.cells === null ? null : (JSON.parse(row.cells) as string[])
  const answers = row.answers === null ? {} : (JSON.parse(row.answers) as Answers)
  const known: Record<string, Value> = { studentNo: row.studentNo, name: row.studentName, className: row.className }
  return columns.map(({ meaning }, at) => {
    const [kind, id = ''] = meaning?.split(':') ?? []
    if (kind === 'scale' || kind === 'item') return answers[id] ?? null
    if (meaning === 'level') return row.level
    return cells === null ? (known[meaning ?? ''] ?? null) : (cells[at] ?? null)
  })
}

function summaryTable(ctx: ReadContext, { roundId, language, hideBelow }: Wish): Table {
  const words = screeningWords(language)
  const { lines, bandNames } = summaryOf(ctx, roundId, hideBelow)
  const figures = Object.keys(words.columns) as (keyof typeof words.columns)[]
  const shown = (value: number | null, line: Summary['lines'][number]): Value => value ?? (line.done === 0 ? null : '—')
  return {
    sheet: words.summary,
    titles: [
      words.scope,
      ...figures.map((key) => words.columns[key]),
      ...bandNames.map((name) => name[language] || name.zh),
    ],
    rows: lines.map((line) => [
      line.className ?? line.grade ?? words.whole,
      ...figures.map((key) => shown(line[key], line)),
      ...line.bands.map((count) => shown(count, line)),
    ]),
    notes: [
      ...(hideBelow > 0 ? [words.hidden.replace('{{n}}', String(hideBelow))] : []),
      words.counting,
      ...(ctx.practice ? [words.practice] : []),
    ],
  }
}
