import type { Band, Questionnaire, ScoreEntry } from '#contract/instrument-file'
import type { ScaleScore } from '#contract/results'
import { holds } from './holds.ts'

type AnyScale = (Questionnaire | ScoreEntry)['scales'][number]

/** What a result keeps of the scale itself. */
export const headOf = ({ id, title, primary, higherIs, min, max, bands }: AnyScale) => ({
  id,
  title,
  primary,
  higherIs,
  min,
  max,
  bands,
})

/**
 * The band of a score, inclusive at both ends. A typed score with decimals may lie between two bands, as 55.5 between 0–55 and
 * 56–100: it has not reached the upper one.
 */
export function bandOf({ bands }: Pick<AnyScale, 'bands'>, score: number | null): Band | null {
  if (score === null) return null
  const begun = bands.filter(({ from }) => from <= score)
  const last = begun.toSorted((a, b) => b.from - a.from)[0]
  return last && (score <= last.to || begun.length < bands.length) ? last : null
}

/** The cut points that a score meets; one for certain ages counts only when the age is known to fit. */
export function cutpointsMet(
  { cutpoints }: Pick<AnyScale, 'cutpoints'>,
  score: number | null,
  age: number | null,
): ScaleScore['cutpoints'] {
  if (score === null) return []
  return cutpoints
    .filter(({ ages }) => !ages || (age !== null && ages[0] <= age && age <= ages[1]))
    .filter(({ when }) => holds(when, { items: [] }, {}, score))
    .map(({ when, zh, en }) => ({ when, zh, en }))
}
