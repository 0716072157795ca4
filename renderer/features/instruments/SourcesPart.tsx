import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'

const GRADES = ['A', 'A2', 'B', 'C', 'P']

/** Where text, scoring and bands come from, and how good each source is. */
export function SourcesPart({ sources }: { sources: Instrument['sources'] }) {
  const { t } = useTranslation()
  if (sources.length === 0) return null
  return (
    <section>
      <h3>{t('instrument-parts.titles.sources')}</h3>
      <ul className="instrument-sources">
        {sources.map(({ id, what, title, url, grade }) => (
          <li key={id}>
            <span className="instrument-source-id">{id}</span>
            <div>
              <div>{title}</div>
              <div className="field-hint">{what}</div>
              {url && <div className="instrument-url">{url}</div>}
            </div>
            <span className="instrument-grade">
              {GRADES.includes(grade) ? t(`instrument-parts.grades.${grade}`) : grade}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
