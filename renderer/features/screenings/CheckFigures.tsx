import { useTranslation } from 'react-i18next'
import type { ResultPreview } from '#contract/screenings'

const isSerious = (key: string): boolean => key === 'critical' || key === 'notAsked'

/** What the file brings, and what in it wants a look. Zeros of the second kind are left out. */
export function CheckFigures({ preview }: { preview: ResultPreview }) {
  const { t } = useTranslation()
  const { rows, importable, fresh, changed, unchanged, errors, duplicates, names } = preview
  const main = { rows, importable, fresh, changed, unchanged } as const
  const remarks = {
    names: names.length,
    errors: errors.length,
    duplicates: duplicates.length,
    without: preview.without,
    joining: preview.joining,
    void: preview.void,
    unscored: preview.unscored,
    critical: preview.critical,
    notAsked: preview.notAsked,
    unnamed: preview.unnamed,
    withoutConsent: preview.withoutConsent,
  } as const
  return (
    <>
      <dl className="round-figures">
        {(Object.keys(main) as (keyof typeof main)[]).map((key) => (
          <div key={key}>
            <dt>{t(`screening-files.check.${key}`)}</dt>
            <dd>{main[key]}</dd>
          </div>
        ))}
      </dl>
      <ul className="round-remarks" aria-label={t('screening-files.check.remarks')}>
        {(Object.keys(remarks) as (keyof typeof remarks)[])
          .filter((key) => remarks[key] > 0)
          .map((key) => (
            <li key={key} className={isSerious(key) ? 'round-remark-red' : undefined}>
              <strong>{remarks[key]}</strong> {t(`screening-files.remarks.${key}`)}
            </li>
          ))}
      </ul>
    </>
  )
}
