import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment, Interpretation } from '#contract/assessments'
import { localOf } from '#contract/calendar'
import type { Instrument } from '#contract/instrument-file'
import type { Result } from '#contract/results'
import { client } from '#lib/client'
import { formatMoment } from '#lib/format'
import { useDraft } from '#lib/use-draft'
import { useWrite } from '#lib/use-write'
import { currentLanguage } from '#lib/words'
import { useMayWrite } from '#lib/whose'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { SavedAt } from '#ui/SavedAt'
import { courseBefore } from './course-before.ts'
import { assessmentQueries } from './queries.ts'
import { startingText } from './starting-text.ts'

type Props = { assessment: Assessment; result: Result; instrument: Instrument }
const EMPTY = { text: '' }

/** The result in the counselor's own words; until it is there nothing of it leaves the room. */
export function InterpretationPanel({ assessment, result, instrument }: Props) {
  const { t } = useTranslation()
  const ids = useId()
  const mayWrite = useMayWrite()
  const { id: assessmentId, studentId, instrumentId, interpretations } = assessment
  const [id, setId] = useState(() => crypto.randomUUID())
  const [isRewriting, setRewriting] = useState(false)
  const draft = useDraft('interpretation', assessmentId, EMPTY)
  const { data: course } = useQuery(assessmentQueries.course(studentId, instrumentId))
  const { write, isPending, error } = useWrite(client.assessments.interpret, {
    invalidates: ['assessments', 'students'],
    onSuccess: () => {
      setId(crypto.randomUUID())
      setRewriting(false)
      void draft.discard().catch(() => undefined)
    },
  })
  const { text } = draft.value
  const latest = interpretations.at(-1)
  const isWriting = mayWrite && (!latest || isRewriting || draft.wasRestored)
  const begin = () => {
    const before = courseBefore(course?.scales[0]?.points ?? [], assessmentId)
    draft.change({ text: startingText({ assessment, result, instrument, before }, currentLanguage(), t) })
  }
  const rewrite = () => {
    setRewriting(true)
    if (text === '') draft.change({ text: latest?.text ?? '' })
  }
  const putAside = () => {
    setRewriting(false)
    void draft.discard().catch(() => undefined)
  }
  return (
    <Panel
      title={t('assessments.interpretation.title')}
      extra={isWriting && <SavedAt savedAt={draft.savedAt} hasFailed={draft.hasFailed} />}
    >
      {!latest && (
        <p className="result-banner" id={`${ids}-rule`}>
          {t('assessments.interpretation.waits')}
        </p>
      )}
      {latest && !isWriting && <Written interpretation={latest} />}
      {isWriting && (
        <>
          <textarea
            className="interpretation-text"
            aria-label={t('assessments.interpretation.title')}
            placeholder={t('assessments.interpretation.placeholder')}
            maxLength={20_000}
            disabled={!draft.isReady}
            value={text}
            onChange={(event) => draft.change({ text: event.target.value })}
          />
          <div className="result-actions">
            <Button
              type="primary"
              loading={isPending}
              disabled={text.trim() === ''}
              onClick={() => write({ assessmentId, studentId, id, text: text.trim() })}
            >
              {t('assessments.interpretation.save')}
            </Button>
            {text.trim() === '' && draft.isReady && (
              <Button onClick={begin}>{t('assessments.interpretation.begin')}</Button>
            )}
            {latest && (
              <Button type="text" onClick={putAside}>
                {t('frame.cancel')}
              </Button>
            )}
          </div>
        </>
      )}
      {error && <ErrorState error={error} what={t('assessments.interpretation.failed')} isTextSafe />}
      {latest && !isWriting && mayWrite && (
        <Button size="small" onClick={rewrite}>
          {t('assessments.interpretation.rewrite')}
        </Button>
      )}
      {interpretations.length > 1 && (
        <details className="interpretation-former">
          <summary>{t('assessments.interpretation.former', { n: interpretations.length - 1 })}</summary>
          {interpretations
            .slice(0, -1)
            .toReversed()
            .map((former) => (
              <Written key={former.id} interpretation={former} />
            ))}
        </details>
      )}
    </Panel>
  )
}

function Written({ interpretation }: { interpretation: Interpretation }) {
  const { today } = useWorkplace()
  return (
    <div className="interpretation-written">
      <p className="interpretation-prose">{interpretation.text}</p>
      <p className="field-hint">{`${formatMoment(localOf(interpretation.at), today)} ${interpretation.by}`}</p>
    </div>
  )
}
