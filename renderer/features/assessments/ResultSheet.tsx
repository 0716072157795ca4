import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Instrument } from '#contract/instrument-file'
import { AnswersPanel } from './AnswersPanel.tsx'
import { CoursePanel } from './CoursePanel.tsx'
import { CriticalPanel } from './CriticalPanel.tsx'
import { FactsPanel } from './FactsPanel.tsx'
import { FeedbackPanel } from './FeedbackPanel.tsx'
import { InterpretationPanel } from './InterpretationPanel.tsx'
import { MeaningPanel } from './MeaningPanel.tsx'
import { ResultWarnings } from './ResultWarnings.tsx'
import { ScoresPanel } from './ScoresPanel.tsx'

type Props = { assessment: Assessment; instrument: Instrument }

/** What came out, the most urgent first; beside it what the counselor makes of it. */
export function ResultSheet({ assessment, instrument }: Props) {
  const { t } = useTranslation()
  const { result } = assessment
  return (
    <div className="result">
      <div className="result-column">
        {assessment.state === 'withdrawn' && (
          <p className="result-banner">{t('assessments.withdrawnFor', { reason: assessment.withdrawnReason ?? '' })}</p>
        )}
        {result && (
          <>
            <CriticalPanel assessment={assessment} result={result} />
            <ResultWarnings result={result} />
            <ScoresPanel result={result} instrument={instrument} />
          </>
        )}
        <CoursePanel assessment={assessment} />
        {result && <MeaningPanel result={result} instrument={instrument} />}
        <AnswersPanel assessment={assessment} instrument={instrument} />
      </div>
      <aside className="result-column">
        {assessment.state !== 'withdrawn' && result && (
          <>
            <InterpretationPanel assessment={assessment} result={result} instrument={instrument} />
            <FeedbackPanel assessment={assessment} />
          </>
        )}
        <FactsPanel assessment={assessment} />
      </aside>
    </div>
  )
}
