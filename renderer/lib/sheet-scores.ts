import type { ScoreEntry } from '#contract/instrument-file'
import type { Answers } from '#contract/results'

type Scale = ScoreEntry['scales'][number]
export type ScoreRow = { scale: Scale; text: string; score: number | null; flaw: 'no-number' | 'out-of-range' | null }

/** What was typed, row by row; full-width digits and a decimal comma are read as they are meant. */
export const scoreRowsOf = (scales: readonly Scale[], typed: Readonly<Record<string, string>>): ScoreRow[] =>
  scales.map((scale) => {
    const text = typed[scale.id] ?? ''
    const plain = text.normalize('NFKC').trim().replace(',', '.')
    if (plain === '') return { scale, text, score: null, flaw: null }
    const score = /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : null
    const isInside = score !== null && score >= scale.min && score <= scale.max
    return {
      scale,
      text,
      score: isInside ? score : null,
      flaw: score === null ? 'no-number' : isInside ? null : 'out-of-range',
    }
  })

export const scoresOf = (rows: readonly ScoreRow[]): Answers =>
  Object.fromEntries(rows.flatMap(({ scale, score }) => (score === null ? [] : [[scale.id, score]])))

export const typedOf = (scores: Answers): Record<string, string> =>
  Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, String(score)]))
