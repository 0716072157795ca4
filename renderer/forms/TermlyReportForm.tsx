import type { PrintModel } from '#contract/prints'
import { EntryRow } from './EntryRow.tsx'
import type { Column } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { useReportLabel } from './use-report-label.ts'
import { usePaperWords } from './use-paper-words.ts'

const FIGURES = ['persons', 'visits', 'minutes'] as const
type Figure = (typeof FIGURES)[number]

/** 学期统计表 (F45): every table of the report, persons and visits apart. */
export function TermlyReportForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const labelOf = useReportLabel(model)
  const { report } = model
  if (!report) return null
  const title: Record<Figure, string> = {
    persons: t('forms.report.persons'),
    visits: t('forms.report.visits'),
    minutes: t('forms.report.hours'),
  }
  const figure = (kind: Figure, value: number | null) => {
    if (value === null) return ''
    return kind === 'minutes' ? (value / 60).toFixed(1) : String(value)
  }
  return (
    <PagedForm running={running('')}>
      <FormTitle
        school={report.schoolName}
        title={t('forms.report.title')}
        about={t('forms.report.period', {
          term: report.termName,
          from: paperDate(report.from),
          to: paperDate(report.to),
        })}
      />
      {report.sections.map(({ section, lines }) => {
        const shown = FIGURES.filter((kind) => lines.some((line) => line[kind] !== null))
        const columns = (label: string, cells: Record<Figure, string>): Column[] => [
          { key: 'label', width: '*', begins: true, content: label },
          ...shown.map((kind) => ({ key: kind, width: '30mm', figure: true, content: cells[kind] })),
        ]
        return [
          <EntryRow key={section} heads={section} columns={columns(t(`forms.report.sections.${section}`), title)} />,
          ...lines.map((line) => (
            <EntryRow
              key={`${section} ${line.key}`}
              under={section}
              columns={columns(labelOf(section, line), {
                persons: figure('persons', line.persons),
                visits: figure('visits', line.visits),
                minutes: figure('minutes', line.minutes),
              })}
            />
          )),
          <div key={`${section} end`} className="gap" />,
        ]
      })}
      <ProseBlock text={t('forms.report.explained')} />
      <SignatureRow signatures={[{ who: t('forms.report.writerSign') }, { who: t('forms.report.leaderSign') }]} />
    </PagedForm>
  )
}
