import type { ReportLine, ReportRecord } from '#contract/reports'
import type { Counted } from './facts.ts'

export type Measure = 'persons' | 'visits' | 'minutes'

/**
 * One line of the report. The facts behind it are chosen once; its numbers and its records both come from them, so they
 * can never disagree.
 */
export type Line = {
  key: string
  /** Only where the word is the school's own: a grade, a level. */
  label: string | null
  behind: readonly Counted[]
  /** Which of the counts the line shows. */
  shows: readonly Measure[]
  /** A figure worked out from the facts instead of counted: a mean, a median. */
  figure?: number
  /** Counts of a register; nobody opens its records from here. */
  counts?: Partial<Record<Measure, number>>
  /** Stands for one of the counts: a mean beside those it is of. */
  figures?: Partial<Record<Measure, number>>
  /** Percent that its lines do not give. */
  share?: number
}

const SESSIONS: readonly Measure[] = ['persons', 'visits', 'minutes']
const TIMES: readonly Measure[] = ['persons', 'visits']

export const sessions = (key: string, behind: readonly Counted[], label: string | null = null): Line => ({
  key,
  label,
  behind,
  shows: SESSIONS,
})
export const times = (key: string, behind: readonly Counted[], label: string | null = null): Line => ({
  key,
  label,
  behind,
  shows: TIMES,
})
export const persons = (key: string, behind: readonly Counted[], label: string | null = null): Line => ({
  key,
  label,
  behind,
  shows: ['persons'],
})
/** How often, and to how many. What is nobody's counts as somebody of its own. */
export const tally = (key: string, facts: readonly { who: string }[]): Line => ({
  key,
  label: null,
  behind: [],
  shows: TIMES,
  counts: { persons: new Set(facts.map(({ who }) => who)).size, visits: facts.length },
})
/** A number that the round of a screening has counted itself. */
export const counted = (key: string, persons: number, label: string | null = null): Line => ({
  key,
  label,
  behind: [],
  shows: ['persons'],
  figure: persons,
})
export const figure = (key: string, measure: Measure, behind: readonly Counted[], value: number): Line => ({
  key,
  label: null,
  behind,
  shows: [measure],
  figure: value,
})

export function numbersOf({ key, label, behind, shows, figure, counts, figures, share }: Line): ReportLine {
  const count = (measure: Measure): number | null =>
    shows.includes(measure) ? (figures?.[measure] ?? figure ?? counts?.[measure] ?? COUNT[measure](behind)) : null
  return {
    key,
    label,
    persons: count('persons'),
    visits: count('visits'),
    minutes: count('minutes'),
    ...(share !== undefined && { share }),
  }
}

const COUNT: Record<Measure, (behind: readonly Counted[]) => number> = {
  persons: (behind) => new Set(behind.map(({ record }) => record.studentId)).size,
  visits: (behind) => behind.length,
  minutes: (behind) => behind.reduce((sum, { minutes }) => sum + minutes, 0),
}

/** The records that one number counts, newest first; `persons` gives the newest of each person. */
export function recordsOf({ behind }: Line, measure: 'persons' | 'visits'): ReportRecord[] {
  const records = behind.map(({ record }) => record).sort((a, b) => b.on.localeCompare(a.on))
  if (measure === 'visits') return records
  const seen = new Set<string>()
  return records.filter(({ studentId }) => !seen.has(studentId) && seen.add(studentId))
}
