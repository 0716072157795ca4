import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Intake, INTAKE_BLOCKS, Known } from '#contract/intakes'
import { formatDate, formatMoment } from '#lib/format'
import { currentLanguage } from '#lib/words'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'

type Props = { known?: Known; intake: Intake | null; lacks?: readonly (typeof INTAKE_BLOCKS)[number][] }

/** Beside the sheet: what lacks before it is finished, what is known already, and how often it was opened again. */
export function IntakeSide({ known, intake, lacks = [] }: Props) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const reopenings = intake?.reopenings ?? []
  const isEmpty = known && known.visits.length === 0 && known.tests.length === 0
  return (
    <aside className="sheet-beside">
      {lacks.length > 0 && (
        <div className="sheet-lack">
          {t('intakes.lacks', { what: lacks.map((lack) => t(`intakes.lack.${lack}`)).join(t('intakes.comma')) })}
        </div>
      )}
      {known && (
        <Panel title={t('intakes.known.title')}>
          <div className="sheet-facts">
            {known.visits.map(({ on, request, primaryProblem }) => (
              <div key={on + request}>
                <b>{t('intakes.known.visitOn', { day: formatDate(on, today) })}</b>
                {[primaryProblem && t(`codes.problems.${primaryProblem}`), request].filter(Boolean).join(' · ') || '—'}
              </div>
            ))}
            {known.tests.map(({ on, short, score, band }) => (
              <div key={on + short}>
                <b>{t('intakes.known.testOn', { short, day: formatDate(on, today) })}</b>
                {[score, band?.[currentLanguage()]].filter((part) => part !== undefined).join(' · ')}
              </div>
            ))}
            {isEmpty && <div>{t('intakes.known.none')}</div>}
          </div>
        </Panel>
      )}
      {reopenings.length > 0 && (
        <Panel title={t('intakes.reopenings')}>
          <div className="sheet-facts">
            {reopenings.toReversed().map(({ at, by, reason, finishedAt, before }) => (
              <details key={at}>
                <summary>
                  {formatMoment(localOf(at), today)} {by}
                  <div>{reason}</div>
                </summary>
                <b>{t('intakes.stoodThere', { time: formatMoment(localOf(finishedAt), today) })}</b>
                {before.conclusion}
              </details>
            ))}
          </div>
        </Panel>
      )}
    </aside>
  )
}
