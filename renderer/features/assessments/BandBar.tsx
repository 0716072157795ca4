import { useTranslation } from 'react-i18next'
import type { ScaleScore } from '#contract/results'
import { bandSegments, percentOf } from '#lib/band-segments'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'

type Props = { scale: ScaleScore; isLevel: boolean; isSmall: boolean }

/** The bands of a scale side by side, each with its range and words, and a mark where the score is. */
export function BandBar({ scale, isLevel, isSmall }: Props) {
  const { t } = useTranslation()
  const { min, max, score, band: here } = scale
  const { low, high, segments } = bandSegments({ min, max }, scale.bands)
  const words = here && bothIn(currentLanguage(), here)
  const label = [
    score === null ? t('assessments.bar.none') : isLevel ? '' : t('assessments.bar.of', { score, min, max }),
    words ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className={isSmall ? 'band-bar band-bar-small' : 'band-bar'} role="img" aria-label={label}>
      <div className="band-bar-track">
        {segments.map(({ band, from, to }) => (
          <span
            key={band.id}
            className={`band-bar-segment band-bar-${band.severity}${band.id === here?.id ? ' band-bar-here' : ''}`}
            style={{ flexGrow: to - from }}
            title={`${range(band)} ${bothIn(currentLanguage(), band)}`.trim()}
          >
            {!isSmall && (
              <>
                <span className="band-bar-range">{range(band)}</span>
                <span className="band-bar-words">{bothIn(currentLanguage(), band)}</span>
              </>
            )}
          </span>
        ))}
        {segments.length === 0 && <span className="band-bar-segment band-bar-plain" style={{ flexGrow: 1 }} />}
      </div>
      {score !== null && <span className="band-bar-mark" style={{ left: `${percentOf(score, low, high)}%` }} />}
    </div>
  )

  function range({ from, to }: { from: number; to: number }): string {
    if (isLevel) return ''
    return from === to ? `${from}` : `${from}–${to}`
  }
}
