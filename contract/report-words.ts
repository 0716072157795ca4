import type { ReportSection } from '#contract/reports'

/** How the termly summary names and explains its lines, on screen and in the files that leave the room. */
export type ReportWords = {
  title: string
  sections: Record<ReportSection, string>
  columns: Record<'part' | 'line' | 'persons' | 'visits' | 'times' | 'visitsOrTimes' | 'minutes' | 'share', string>
  /** `<section>.<key>`, for keys that are no code of the closed lists. */
  lines: Record<string, string>
  /** `<section>.<key>` or `<section>`: exactly what is counted. */
  definitions: Record<string, string>
  general: readonly string[]
  hidden: string
  /** `{{n}}` days after the cause, and what became of it. */
  step: string
  paper: Record<
    | 'definitions'
    | 'practice'
    | 'eachLine'
    | 'otherLines'
    | 'sheet'
    | 'period'
    | 'madeOn'
    | 'filledBy'
    | 'reviewedBy'
    | 'signedOn'
    | 'page',
    string
  >
}
