import type { Shown, ShownSection } from '#contract/report-shown'
import { reportWords } from '#contract/report-text'
import type { Language } from '#contract/vault'

type Props = { sections: readonly ShownSection[]; language: Language; label: string }

/** The table of the file, row by row. */
export function FilePreview({ sections, language, label }: Props) {
  const { columns } = reportWords(language)
  const heads = [columns.part, columns.line, columns.persons, columns.visitsOrTimes, columns.minutes, columns.share]
  return (
    <section className="report-preview" aria-label={label}>
      <table className="report-sheet" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.flatMap(({ section, title, lines }) =>
            lines.map((line, index) => (
              <tr key={`${section} ${line.key}`}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={lines.length}>
                    {title}
                  </th>
                )}
                <th scope="row" className={line.isPart ? 'report-sheet-part' : undefined}>
                  {line.label}
                </th>
                <td>{line.persons}</td>
                <td>{line.visits}</td>
                <td>{line.minutes}</td>
                <td>{percent(line.share)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}

const percent = (share: Shown): Shown => (typeof share === 'number' ? `${share.toFixed(1)}%` : share)
