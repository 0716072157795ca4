import { useTranslation } from 'react-i18next'
import type { SummaryLine } from '#contract/screenings'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'

type Props = {
  summary: { lines: readonly SummaryLine[]; bandNames: readonly { zh: string; en: string }[]; hideBelow: number }
  label: string
}
const COUNTS = ['flagged', 'seen', 'falseAlarm'] as const

/** One line for all, each grade and each class. A hidden number is a dash that says why it is hidden. */
export function SummaryTable({ summary: { lines, bandNames, hideBelow }, label }: Props) {
  const { t } = useTranslation()
  const why = t('screening-files.summary.hidden', { n: hideBelow })
  const shown = (value: number | null) =>
    value ?? (
      <span className="round-hidden" title={why}>
        <span aria-hidden="true">—</span>
        <span className="sr-only">{why}</span>
      </span>
    )
  return (
    <div className="round-summary-table">
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('screening-files.summary.group')}</th>
            <th scope="col">{t('screenings.numbers.due')}</th>
            <th scope="col">{t('screenings.numbers.done')}</th>
            <th scope="col">{t('screenings.numbers.coverage')}</th>
            {COUNTS.map((key) => (
              <th key={key} scope="col">
                {t(`screenings.numbers.${key}`)}
              </th>
            ))}
            <th scope="col">{t('screening-files.summary.mean')}</th>
            {bandNames.map((name) => (
              <th key={name.zh} scope="col">
                {bothIn(currentLanguage(), name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr
              key={`${line.grade}|${line.className}`}
              className={line.className === null ? 'round-summary-part' : undefined}
            >
              <th scope="row">{line.className ?? line.grade ?? t('screening-files.summary.whole')}</th>
              <td>{line.due}</td>
              <td>{line.done}</td>
              <td>{line.coverage === null ? '—' : `${line.coverage.toFixed(1)}%`}</td>
              {COUNTS.map((key) => (
                <td key={key}>{shown(line[key])}</td>
              ))}
              <td>{line.mean === null ? shown(null) : line.mean.toFixed(1)}</td>
              {line.bands.map((count, index) => (
                <td key={bandNames[index]?.zh ?? index}>{shown(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
