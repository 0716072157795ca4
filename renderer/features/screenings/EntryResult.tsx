import { useTranslation } from 'react-i18next'
import type { Entry } from '#contract/screenings'
import { bothIn } from '#lib/both'
import { isQuietLevel } from '#lib/flag-levels'
import { bandTone } from '#lib/severity'
import { currentLanguage } from '#lib/words'
import { Tag } from '#ui/Tag'

/** Score, band or level; a critical answer before everything else; why there is no result. */
export function EntryResult({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  const { state, score, band, level, urgency, reason } = entry
  if (state !== 'done')
    return (
      <span className="entry-result" title={reason || undefined}>
        <Tag tone={state === 'absent' ? 'amber' : 'plain'}>{t(`codes.entryStates.${state}`)}</Tag>
        {reason && <span className="entry-hint">{reason}</span>}
      </span>
    )
  return (
    <span className="entry-result">
      {urgency && <Tag tone="red">{t(`codes.urgenciesInPerson.${urgency}`)}</Tag>}
      {entry.void && <Tag title={t('screenings.voidHint')}>{t('screenings.void')}</Tag>}
      {score !== null && <span>{t('screenings.score', { n: score })}</span>}
      {score === null && !entry.void && <span className="entry-hint">{t('screenings.unscored')}</span>}
      {band && (
        <Tag tone={bandTone(band.severity)} title={bothIn(currentLanguage(), band)}>
          {bothIn(currentLanguage(), band)}
        </Tag>
      )}
      {level && <Tag tone={isQuietLevel(level) ? 'plain' : 'amber'}>{level}</Tag>}
    </span>
  )
}
