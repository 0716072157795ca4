import type { PrintModel } from '#contract/prints'
import type { SummaryLine } from '#contract/screenings'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { EntryRow } from './EntryRow.tsx'
import type { Column } from './EntryRow.tsx'
import { FormTitle } from './FormTitle.tsx'
import { PagedForm } from './PagedForm.tsx'
import { paperDate } from './paper-dates.ts'
import { ProseBlock } from './ProseBlock.tsx'
import { Row } from './Row.tsx'
import { SignatureRow } from './SignatureRow.tsx'
import { usePaperWords } from './use-paper-words.ts'

const FIGURES = ['due', 'done', 'coverage', 'flagged', 'seen', 'falseAlarm', 'mean'] as const
/** Room for the names of the bands, shared between them. */
const BANDS_MM = 126

/** 心理普查汇总 (S31): by grade and class, without names, small numbers hidden. */
export function ScreeningSummaryForm({ model }: { model: PrintModel }) {
  const { t, running } = usePaperWords(model)
  const { school, screening } = model
  if (!screening) return null
  const { round, lines, bandNames, hideBelow } = screening
  const language = currentLanguage()
  const shown = (value: number | null): string => (value === null ? t('test-papers.no') : String(value))
  const figure = (line: SummaryLine, key: (typeof FIGURES)[number]): string => {
    if (key === 'coverage' && line.coverage !== null) return `${line.coverage.toFixed(1)}%`
    return key === 'mean' && line.mean !== null ? line.mean.toFixed(1) : shown(line[key])
  }
  const nameOf = ({ grade, className }: SummaryLine): Column => ({
    key: 'scope',
    width: '*',
    align: className ? 'part' : 'begins',
    content: className ?? (grade ? <strong>{grade}</strong> : <strong>{t('test-papers.screening.whole')}</strong>),
  })
  const keyOf = ({ grade, className }: SummaryLine): string => `${grade} ${className}`
  const title: Column = { key: 'scope', width: '*', align: 'begins', content: t('test-papers.screening.scope') }
  const bandWidth = `${Math.min(24, Math.floor(BANDS_MM / Math.max(bandNames.length, 1)))}mm`
  return (
    <PagedForm running={running('')}>
      <FormTitle school={school.name} title={t('test-papers.screening.title')} about={round.name} />
      <Row
        cells={[
          { label: t('test-papers.test'), value: bothIn(language, round.title) },
          {
            label: t('test-papers.screening.when'),
            value: `${paperDate(round.startsOn)} – ${paperDate(round.endsOn)}`,
            wide: true,
          },
        ]}
      />
      <Row cells={[{ label: t('test-papers.screening.consent'), value: round.consentBasis }]} />
      <div className="paper-gap" />
      <EntryRow
        heads="coverage"
        columns={[
          title,
          ...FIGURES.map((key): Column => ({
            key,
            width: '17mm',
            align: 'figure',
            content: t(`test-papers.screening.${key}`),
          })),
        ]}
      />
      {lines.map((line) => (
        <EntryRow
          key={keyOf(line)}
          under="coverage"
          columns={[
            nameOf(line),
            ...FIGURES.map((key): Column => ({ key, width: '17mm', align: 'figure', content: figure(line, key) })),
          ]}
        />
      ))}
      <div className="paper-gap" />
      {bandNames.length > 0 && (
        <EntryRow
          heads="bands"
          columns={[
            { ...title, content: t('test-papers.screening.bands') },
            ...bandNames.map((name, index): Column => ({
              key: String(index),
              width: bandWidth,
              align: 'figure',
              content: bothIn(language, name),
            })),
          ]}
        />
      )}
      {bandNames.length > 0 &&
        lines.map((line) => (
          <EntryRow
            key={`bands ${keyOf(line)}`}
            under="bands"
            columns={[
              nameOf(line),
              ...line.bands.map((count, index): Column => ({
                key: String(index),
                width: bandWidth,
                align: 'figure',
                content: shown(count),
              })),
            ]}
          />
        ))}
      <ProseBlock text={t('test-papers.screening.hidden', { n: hideBelow })} />
      <ProseBlock text={t('test-papers.screening.counting')} />
      <SignatureRow
        signatures={[{ who: t('test-papers.screening.writer') }, { who: t('test-papers.screening.leader') }]}
      />
    </PagedForm>
  )
}
