import { areaOf, PROBLEMS, type Problem } from '#contract/code-tables'
import { isPart, lineDefinition, lineLabel, reportWords } from '#contract/report-text'
import { REGISTER_SECTIONS } from '#contract/report-sections'
import type { Report, ReportLine, ReportSection } from '#contract/reports'
import type { Language } from '#contract/vault'

/** Below how many persons a number may be hidden, the usual choice first; 0 shows all. */
export const HIDE_CHOICES = [3, 5, 0] as const

export type Shown = number | string | null
export type ShownLine = {
  key: string
  label: string
  isPart: boolean
  definition: string
  persons: Shown
  visits: Shown
  minutes: Shown
  /** Percent of its total, one decimal. */
  share: Shown
}
export type ShownSection = { section: ReportSection; title: string; lines: ShownLine[] }

/** The report as it is read: named, explained, with small numbers hidden. Screen, preview and files all show this. */
export function shownReport(report: Report, language: Language, hideBelow: number): ShownSection[] {
  const isSmall = (n: number | null): boolean => n !== null && n > 0 && n < hideBelow
  const total = report.sections.find(({ section }) => section === 'overview')?.lines.find(({ key }) => key === 'visits')
  return report.sections.map(({ section, lines }) => {
    const hidden = new Set(lines.filter(({ persons }) => isSmall(persons)).map(({ key }) => key))
    const covers = section === 'screening' ? screeningCovers(lines, isSmall) : coverKeys(section, lines, hidden)
    const isHidden = (key: string): boolean => covers.has(key) || hidden.has(key)
    const cover = (line: ReportLine, value: number | null): Shown => {
      if (value === null) return null
      if (isHidden(line.key)) return '—'
      return isMean(line.key) && isSmall(total?.persons ?? null) ? '—' : value
    }
    return {
      section,
      title: reportWords(language).sections[section],
      lines: lines.map((line) => ({
        key: line.key,
        label: lineLabel(language, section, line),
        isPart: isPart(section, line.key),
        definition: lineDefinition(language, section, line.key),
        persons: hidden.has(line.key) ? `<${hideBelow}` : cover(line, line.persons),
        visits: cover(line, line.visits),
        minutes: cover(line, line.minutes),
        // A share of a hidden number would give it away.
        share: widerKeys(section, line.key).some(isHidden) ? '—' : cover(line, shareOf(report, section, line)),
      })),
    }
  })
}

/** Lines that make up one total, by section and key; one hidden number among them could be worked out from the others. */
const TOGETHER: Record<string, string> = {
  'referral.inside': 'kind',
  'referral.outside': 'kind',
  'referral.returned': 'state',
  'referral.waiting': 'state',
  'referral.withdrawn': 'state',
  'risk.raised': 'step',
  'risk.lowered': 'step',
  'risk.kept': 'step',
}
const LOOSE: readonly ReportSection[] = ['overview', 'risk', 'crisis', 'referral', 'tests', ...REGISTER_SECTIONS]

const isMean = (key: string): boolean => key.startsWith('mean-') || key.startsWith('median-')
const isProblem = (key: string): key is Problem => (PROBLEMS as readonly string[]).includes(key)

function groupOf(section: ReportSection, key: string): string | null {
  if (section === 'problem') return isProblem(key) && isPart(section, key) ? areaOf(key) : 'areas'
  if (!LOOSE.includes(section)) return section
  return TOGETHER[`${section}.${key}`] ?? (key.includes(':') ? (key.split(':')[0] ?? null) : null)
}

/** Where exactly one number of a total is hidden, the next smallest is hidden too. */
function coverKeys(section: ReportSection, lines: readonly ReportLine[], hidden: ReadonlySet<string>): Set<string> {
  const groups = Map.groupBy(lines, ({ key }) => groupOf(section, key))
  return new Set(
    [...groups].flatMap(([group, members]) => {
      if (group === null || members.filter(({ key }) => hidden.has(key)).length !== 1) return []
      const next = members
        .filter(({ key, persons }) => !hidden.has(key) && (persons ?? 0) > 0)
        .sort((a, b) => (a.persons ?? 0) - (b.persons ?? 0))[0]
      return next ? [next.key] : []
    }),
  )
}

/** What a line of a screening round is counted among, the nearest first. */
const AMONG: Record<string, readonly string[]> = {
  flagged: ['done'],
  seen: ['flagged'],
  'false-alarm': ['seen', 'flagged'],
}
function widerKeys(section: ReportSection, key: string): string[] {
  const [kind = '', round = ''] = key.split(':')
  return section === 'screening' ? (AMONG[kind] ?? []).map((wider) => `${wider}:${round}`) : []
}
const among = (lines: readonly ReportLine[], key: string): number[] =>
  widerKeys('screening', key).map((wider) => lines.find((line) => line.key === wider)?.persons ?? 0)

/** Flagged students whom nobody has seen, or who were no false alarm, must not be told by subtraction. */
const screeningCovers = (lines: readonly ReportLine[], isSmall: (n: number) => boolean): Set<string> =>
  new Set(
    lines.flatMap(({ key, persons }) =>
      among(lines, key).some((wider) => isSmall(wider - (persons ?? 0))) ? [key] : [],
    ),
  )

/** Percent of the total that the line belongs to; null where there is no such total. */
function shareOf(report: Report, section: ReportSection, { key, persons, visits, share }: ReportLine): number | null {
  if (share !== undefined) return share
  if (section === 'screening') {
    const lines = report.sections.find((one) => one.section === section)?.lines ?? []
    return percentOf(persons, among(lines, key)[0])
  }
  if (!visits || isMean(key) || section === 'risk' || NO_SHARE.has(`${section}.${key}`)) return null
  if (section === 'followups') return percentOf(visits, lineOf(report, section, `${key.split(':')[0]}:due`)?.visits)
  const [ofSection, ofKey]: [ReportSection, string] =
    section === 'crisis' && key.startsWith('outcome:')
      ? ['crisis', 'closed']
      : (TOTALS[`${section}.${key}`] ?? TOTALS[section] ?? ['overview', 'visits'])
  return percentOf(visits, lineOf(report, ofSection, ofKey)?.visits)
}
const lineOf = (report: Report, section: ReportSection, key: string): ReportLine | undefined =>
  report.sections.find((one) => one.section === section)?.lines.find((line) => line.key === key)
const percentOf = (part: number | null, whole: number | null | undefined): number | null =>
  part && whole && part <= whole ? Math.round((part / whole) * 1000) / 10 : null

const TOTALS: Record<string, [ReportSection, string]> = {
  crisis: ['crisis', 'opened'],
  referral: ['referral', 'sent'],
  closure: ['overview', 'cases-closed'],
  appointments: ['appointments', 'booked'],
  acceptances: ['acceptances', 'asked'],
  letters: ['letters', 'received'],
  observations: ['observations', 'reported'],
  contacts: ['contacts', 'held'],
  'contacts.reply:in-time': ['contacts', 'waited'],
  'contacts.reply:late': ['contacts', 'waited'],
  'contacts.reply:open': ['contacts', 'waited'],
  conferences: ['conferences', 'held'],
  aid: ['aid', 'sent'],
  tests: ['tests', 'given'],
  'tests.tasks-closed': ['tests', 'tasks-raised'],
}
const NO_SHARE = new Set([
  'overview.cases-new',
  'overview.cases-closed',
  'overview.cases-open',
  'crisis.closed',
  'crisis.open',
  'referral.waiting-earlier',
  'letters.days-opened',
  'letters.days-missed',
  'care.reviews',
  'care.satisfaction',
  'care.archived',
  'care.destroyed',
])
