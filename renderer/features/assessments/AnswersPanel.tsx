import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Instrument, Questionnaire } from '#contract/instrument-file'
import { isSkipped, optionsOf } from '#contract/instrument-flow'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'

type Props = { assessment: Assessment; instrument: Instrument }

/** The sheet as it was filled in, folded. */
export function AnswersPanel({ assessment, instrument }: Props) {
  const { t } = useTranslation()
  if (instrument.kind === 'score-entry') return null
  return (
    <details className="panel result-answers">
      <summary>{t('assessments.answers.title')}</summary>
      <ol>
        {instrument.items.map((item, at) => (
          <li key={item.id}>
            <span className="result-answer-no">{at + 1}</span>
            <span>
              {bothIn(currentLanguage(), item)}
              {assessment.details[item.id] && <span className="result-detail">{assessment.details[item.id]}</span>}
            </span>
            <Answer assessment={assessment} form={instrument} item={item} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Answer({
  assessment,
  form,
  item,
}: {
  assessment: Assessment
  form: Questionnaire
  item: Questionnaire['items'][number]
}) {
  const { t } = useTranslation()
  const value = assessment.answers[item.id]
  const option = optionsOf(form, item).find((one) => one.value === value)
  if (value === undefined || !option)
    return (
      <em className="result-blank">
        {t(isSkipped(item, assessment.answers) ? 'assessments.answers.notAsked' : 'assessments.answers.blank')}
      </em>
    )
  const isCritical = assessment.result?.critical.some((one) => one.item === item.id)
  return <strong className={isCritical ? 'result-critical' : undefined}>{bothIn(currentLanguage(), option)}</strong>
}
