import type { PrintModel } from '#contract/prints'
import { HIDE_CHOICES, shownReport } from '#contract/report-shown'
import type { ShownLine } from '#contract/report-shown'
import { reportWords, visitsHead } from '#contract/report-text'
import { currentLanguage } from '#lib/words'
import { EntryRow } from './EntryRow.tsx'
import type { Column } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const FIGURES = ['persons', 'visits', 'minutes', 'share'] as const
type Figure = (typeof FIGURES)[number]
/** A table of no more lines than these is never torn apart. */
const WHOLE = 14

/** 学期统计表 (F45): every table of the report, persons and visits apart, small numbers hidden unless told otherwise. */
export function TermlyReportForm({ model, hideBelow = HIDE_CHOICES[0] }: { model: PrintModel; hideBelow?: number }) {
  const { t, running } = usePaperWords(model)
  const { report } = model
  if (!report) return null
  const language = currentLanguage()
  const words = reportWords(language)
  const sections = shownReport(report, language, hideBelow).filter(({ lines }) => lines.length > 0)
  const notes = hideBelow > 0 ? [...words.general, words.hidden.replaceAll('{{n}}', String(hideBelow))] : words.general
  const figure = (kind: Figure, value: ShownLine[Figure]): string =>
    value === null ? '' : kind === 'share' && typeof value === 'number' ? `${value.toFixed(1)}%` : String(value)

  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={report.schoolName}
        title={words.title}
        about={[report.termName, `${paperDate(report.from)} – ${paperDate(report.to)}`].filter(Boolean).join('　')}
      />
      {sections.map(({ section, title, lines }) => {
        const titles: Record<Figure, string> = { ...words.columns, visits: visitsHead(language, section) }
        const used = FIGURES.filter((kind) => lines.some((line) => line[kind] !== null))
        const columns = (label: string, isPart: boolean, cells: Record<Figure, string>): Column[] => [
          { key: 'label', width: '*', align: isPart ? 'part' : 'begins', content: label },
          ...used.map((kind): Column => ({ key: kind, width: '26mm', align: 'figure', content: cells[kind] })),
        ]
        return [
          <EntryRow key={section} heads={section} columns={columns(title, false, titles)} />,
          ...lines.map((line, index) => (
            <EntryRow
              key={`${section} ${line.key}`}
              under={section}
              keep={lines.length <= WHOLE && index < lines.length - 1}
              columns={columns(line.label, line.isPart, {
                persons: figure('persons', line.persons),
                visits: figure('visits', line.visits),
                minutes: figure('minutes', line.minutes),
                share: figure('share', line.share),
              })}
            />
          )),
          <div key={`${section} end`} className="paper-gap" />,
        ]
      })}
      {notes.map((sentence) => (
        <ProseBlock key={sentence} text={sentence} />
      ))}
      <SignatureRow signatures={[{ who: t('forms.reportSign') }, { who: t('forms.visit.reviewSign') }]} />
    </PagedForm>
  )
}
