import { useTranslation } from 'react-i18next'
import type { FileFlaw } from '#contract/instruments'
import { placeIn } from './places.ts'

/** Everything that is wrong in a file: where, what, and what to do. */
export function FlawList({ flaws }: { flaws: readonly FileFlaw[] }) {
  const { t } = useTranslation()
  return (
    <ol className="instrument-flaws" aria-label={t('instrument-files.flaws')}>
      {flaws.map(({ path, problem, detail }, index) => (
        <li key={`${path} ${problem} ${detail} ${index}`}>
          <div className="instrument-flaw-place">
            {placeIn(path, t)} {path && placeIn(path, t) !== path && <code>{path}</code>}
          </div>
          <div>
            <strong>{t(`instrument-files.problems.${problem}.what`)}</strong>
            {detail && <code className="instrument-flaw-detail">{detail}</code>}
          </div>
          <div className="field-hint">{t(`instrument-files.problems.${problem}.next`)}</div>
        </li>
      ))}
    </ol>
  )
}
