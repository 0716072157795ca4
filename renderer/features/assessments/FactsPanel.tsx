import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import { formatDate, formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'

/** How it was given, by whom, and that it was explained. */
export function FactsPanel({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const facts = [
    ['mode', `${t(`codes.testModes.${assessment.mode}`)} · ${assessment.givenBy}`],
    ['taken', assessment.takenOn && formatDate(assessment.takenOn, today)],
    ['age', assessment.age !== null && t('assessments.facts.years', { n: assessment.age })],
    ['purpose', assessment.purpose],
    ['explained', assessment.explainedAt && `${formatMoment(assessment.explainedAt, today)} ${assessment.explainedBy}`],
  ] as const
  return (
    <Panel title={t('assessments.facts.title')}>
      <dl className="result-facts">
        {facts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <dt>{t(`assessments.facts.${key}`)}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </Panel>
  )
}
