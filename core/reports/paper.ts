import { shownReport, type ShownSection } from '#contract/report-shown'
import { kindLabel, reportWords } from '#contract/report-text'
import type { Report } from '#contract/reports'
import type { Language } from '#contract/vault'

/** The report in the words of the paper; both file formats lay out the same text. */
export type Paper = {
  language: Language
  title: string
  /** Period and date, a line each. */
  about: string[]
  sections: ShownSection[]
  /** What is counted, each rule once. */
  rules: { part: string; line: string; definition: string }[]
  notes: string[]
  words: ReturnType<typeof reportWords>
  /** 填表人, 审核人, 日期. */
  signatures: string[]
}

type Making = { language: Language; hideBelow: number; madeBy: string; practice: boolean }

export function paperOf(report: Report, { language, hideBelow, madeBy, practice }: Making): Paper {
  const words = reportWords(language)
  const colon = language === 'zh' ? '：' : ': '
  const { paper } = words
  const sections = shownReport(report, language, hideBelow)
  return {
    language,
    title: language === 'zh' ? `${report.schoolName}${words.title}` : `${report.schoolName}: ${words.title}`,
    about: [
      `${paper.period}${colon}${[report.termName, `${report.from} – ${report.to}`].filter(Boolean).join('  ')}`,
      `${paper.madeOn}${colon}${report.madeOn}${practice ? `  ${paper.practice}` : ''}`,
    ],
    sections,
    rules: sections.flatMap((section) => rulesOf(section, language, words)),
    notes: [...words.general, ...(hideBelow > 0 ? [words.hidden.replaceAll('{{n}}', String(hideBelow))] : [])],
    words,
    signatures: [`${paper.filledBy}${colon}${madeBy}`, `${paper.reviewedBy}${colon}`, `${paper.signedOn}${colon}`],
  }
}

function rulesOf(
  { section, title, lines }: ShownSection,
  language: Language,
  { paper }: Paper['words'],
): Paper['rules'] {
  return [...Map.groupBy(lines, ({ definition }) => definition)].map(([definition, sharing]) => {
    const [first] = sharing
    const kind = first && kindLabel(language, section, first.key)
    const all = sharing.length === lines.length ? paper.eachLine : (kind ?? paper.otherLines)
    return { part: title, line: sharing.length > 1 ? all : (first?.label ?? ''), definition }
  })
}

/** A bare file name that every system takes, without its ending. */
export const fileNameOf = (report: Report, { words }: Paper): string =>
  `${report.schoolName} ${words.title} ${report.termName || `${report.from}_${report.to}`}`
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-')
    .replace(/^\.+/u, '')
    .slice(0, 80)
    .trim()
