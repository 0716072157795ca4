import { en as enCodes } from '#contract/code-words-en'
import { zh as zhCodes } from '#contract/code-words-zh'
import { en } from '#contract/report-words-en'
import { zh } from '#contract/report-words-zh'
import { REGISTER_SECTIONS } from '#contract/report-sections'
import type { ReportLine, ReportSection } from '#contract/reports'
import type { Language } from '#contract/vault'

const codes = { zh: zhCodes, en: enCodes }
const words = { zh, en }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const reportWords = (language: Language) => words[language]

/** Visits, or times where a section counts something else; the overview has lines of both. */
export function visitsHead(language: Language, section: ReportSection): string {
  const { columns } = words[language]
  if (section === 'overview') return columns.visitsOrTimes
  return TIMES.includes(section) ? columns.times : columns.visits
}
const TIMES: readonly ReportSection[] = ['risk', 'crisis', 'referral', 'closure', 'tests', ...REGISTER_SECTIONS]

/** The word that lines of one kind share: `due` of every `due:<round>`. */
export const kindLabel = (language: Language, section: ReportSection, key: string): string | undefined =>
  words[language].lines[`${section}.${key.split(':')[0]}`]

/** What a line is called. */
export function lineLabel(
  language: Language,
  section: ReportSection,
  { key, label }: Pick<ReportLine, 'key' | 'label'>,
) {
  if (label !== null) return section === 'screening' ? `${label} · ${kindLabel(language, section, key)}` : label
  const fixed = words[language].lines[`${section}.${key}`] ?? kindLabel(language, section, key)
  if (fixed !== undefined) return fixed
  if (section === 'month') return monthLabel(language, key)
  if (section === 'followups')
    return words[language].step
      .replace('{{n}}', key.split(':')[0] ?? '')
      .replace('{{what}}', words[language].lines[`followups.${key.split(':')[1]}`] ?? '')
  const [kind = '', code = ''] = key.includes(':') ? key.split(':') : ['', key]
  const list = LISTS[`${section}.${kind}`] ?? LISTS[kind || section]
  const known: Record<string, string> = list ? codes[language][list] : {}
  const word = known[code] ?? code
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Exactly what a line counts. */
export function lineDefinition(language: Language, section: ReportSection, key: string): string {
  const { definitions } = words[language]
  return (
    definitions[`${section}.${key}`] ??
    definitions[`${section}.${key.split(':')[section === 'followups' ? 1 : 0]}`] ??
    definitions[section] ??
    ''
  )
}

/** A line that is part of the one above it. */
export const isPart = (section: ReportSection, key: string): boolean =>
  section === 'problem'
    ? !key.startsWith('area:') && key !== 'none'
    : section === 'screening'
      ? !key.startsWith('due:')
      : section === 'followups'
        ? !key.endsWith(':due')
        : (section !== 'risk' && key.includes(':')) || PARTS.has(`${section}.${key}`)

const LISTS: Record<string, keyof typeof zhCodes> = {
  sex: 'sexes',
  channel: 'channels',
  source: 'sources',
  problem: 'problems',
  area: 'areas',
  closure: 'closeReasons',
  outcome: 'crisisOutcomes',
  institution: 'institutions',
  'observations.urgency': 'urgencies',
  'observations.outcome': 'observationOutcomes',
  'contacts.kind': 'contactKinds',
  'conferences.kind': 'conferenceKinds',
  'aid.state': 'aidStates',
}
const PARTS = new Set([
  'overview.notes-in-time',
  'risk.raised',
  'risk.lowered',
  'risk.kept',
  'tests.tasks-closed',
  'care.satisfaction',
])

function monthLabel(language: Language, key: string): string {
  const [year = '', month = ''] = key.split('-')
  return language === 'zh' ? `${year} 年 ${Number(month)} 月` : `${MONTHS[Number(month) - 1] ?? month} ${year}`
}
