import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import type { Result, ScaleScore } from '#contract/results'
import { bothIn } from '#lib/both'
import { bandTone } from '#lib/severity'
import { currentLanguage } from '#lib/words'
import { Panel } from '#ui/Panel'
import { Tag } from '#ui/Tag'
import { BandBar } from './BandBar.tsx'
import { isLevel } from './starting-text.ts'

type Props = { result: Result; instrument: Instrument }

/** Every scale: its number, its words, where it stands among the bands, and what has to be known about it. */
export function ScoresPanel({ result, instrument }: Props) {
  const { t } = useTranslation()
  const primary = result.scales.filter((scale) => scale.primary)
  const others = result.scales.filter((scale) => !scale.primary)
  return (
    <Panel title={t('assessments.scores.title')} extra={bothIn(currentLanguage(), instrument.timeframe)}>
      {primary.map((scale) => (
        <ScaleRow key={scale.id} scale={scale} isLevel={isLevel(instrument, scale.id)} isSmall={false} />
      ))}
      {others.length > 0 && (
        <div className="scale-others">
          {others.map((scale) => (
            <ScaleRow key={scale.id} scale={scale} isLevel={isLevel(instrument, scale.id)} isSmall />
          ))}
        </div>
      )}
    </Panel>
  )
}

function ScaleRow({ scale, isLevel, isSmall }: { scale: ScaleScore; isLevel: boolean; isSmall: boolean }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { score, band, min, max, missing, prorated } = scale
  const notes = [
    score === null && missing > 0 && t('assessments.scores.noScore', { n: missing }),
    score === null && missing === 0 && t('assessments.scores.noScoreYet'),
    prorated && t('assessments.scores.prorated', { n: missing }),
    score !== null && missing > 0 && !prorated && t('assessments.scores.missing', { n: missing }),
    !isSmall && scale.higherIs === 'better' && t('assessments.scores.higherIsBetter'),
    ...scale.cutpoints.map((cut) =>
      t('assessments.scores.cut', {
        when: cut.when.replace('>=', '≥ ').replace('<=', '≤ '),
        words: bothIn(language, cut),
      }),
    ),
    ...scale.alternates.map((other) =>
      t('assessments.scores.alternate', {
        words: bothIn(language, other),
        score: other.score,
        min: other.min,
        max: other.max,
      }),
    ),
  ].filter((note) => note !== false)
  return (
    <div className={isSmall ? 'scale scale-small' : 'scale'}>
      <div className="scale-head">
        <h3>{bothIn(language, scale.title)}</h3>
        {!isLevel && (
          <span className="scale-score">
            <strong>{score ?? '—'}</strong>
            <span>{`${min}–${max}`}</span>
          </span>
        )}
        {band && <Tag tone={bandTone(band.severity, isLevel)}>{bothIn(language, band)}</Tag>}
      </div>
      <BandBar scale={scale} isLevel={isLevel} isSmall={isSmall} />
      {notes.length > 0 && (
        <ul className="scale-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
