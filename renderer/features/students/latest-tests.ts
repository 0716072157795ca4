import type { AssessmentLine } from '#contract/assessments'

const dayOf = (line: AssessmentLine) => line.takenOn ?? line.begunAt.slice(0, 10)
const isDone = (line: AssessmentLine) => line.state === 'scored' || line.state === 'interpreted'

export type LatestTest = {
  line: AssessmentLine
  /** Results with a score so far, this one included. */
  times: number
}

/** The newest result of each instrument, newest first; sheets still open and withdrawn ones stand in the timeline alone. */
export const latestTests = (lines: readonly AssessmentLine[]): LatestTest[] => {
  const byInstrument = Map.groupBy(lines.filter(isDone), ({ instrumentId }) => instrumentId)
  return [...byInstrument.values()]
    .flatMap((same): LatestTest[] => {
      const [line] = same.toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.no.localeCompare(a.no))
      return line ? [{ line, times: same.filter(({ score }) => score !== null).length }] : []
    })
    .toSorted((a, b) => dayOf(b.line).localeCompare(dayOf(a.line)) || b.line.no.localeCompare(a.line.no))
}
