import { useTranslation } from 'react-i18next'
import type { Instrument } from '#contract/instrument-file'
import type { Result } from '#contract/results'
import { bothIn } from '#lib/both'
import { currentLanguage } from '#lib/words'
import { Panel } from '#ui/Panel'

type Props = { result: Result; instrument: Instrument }

/** What to do next, how the instrument is to be read, where it comes from. */
export function MeaningPanel({ result, instrument }: Props) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const steps =
    result.nextSteps &&
    ((language === 'en' && result.nextSteps.en.length > 0 && result.nextSteps.en) || result.nextSteps.zh)
  const { confidence, license } = instrument
  const isUnofficial = confidence.zhText === 'circulating' || confidence.zhText === 'own translation'
  return (
    <Panel title={t('assessments.meaning.title')} extra={t('assessments.meaning.hint')}>
      {steps && steps.length > 0 && (
        <>
          <h3 className="result-sub">{t('assessments.meaning.steps')}</h3>
          <ol className="result-list result-steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      )}
      {result.advice.length > 0 && (
        <ul className="result-list">
          {result.advice.map((advice) => (
            <li key={advice.zh}>{bothIn(language, advice)}</li>
          ))}
        </ul>
      )}
      <p className="result-text">{bothIn(language, instrument.interpretation)}</p>
      <p className="result-source">
        {[
          bothIn(language, instrument.title),
          license.attribution,
          isUnofficial ? t(`codes.zhTexts.${confidence.zhText}`) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Panel>
  )
}
