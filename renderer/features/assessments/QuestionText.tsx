import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item, Questionnaire } from '#contract/instrument-file'
import { useBoth } from './use-both.ts'

type Props = { form: Questionnaire; item: Item; no: number; size: 'middle' | 'large' }

/** One question word for word; give it the item's id as `key`. It takes the focus when it comes, so that it is read out. */
export function QuestionText({ form, item, no, size }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const { activeElement } = document
    const isFree = activeElement === document.body || activeElement?.closest('.sheet-desk')
    if (isFree) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={`question question-${size}`}>
      <p className="question-frame">
        {[both(form.timeframe), form.stem && both(form.stem)].filter(Boolean).join(' · ')}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        <span className="question-no" aria-label={t('sheets.questionNo', { no })}>
          {no}
        </span>
        <span>{both(item)}</span>
      </h2>
      {item.hint && (
        <p className="question-hint">
          {item.hint.interviewerOnly && <b>{t('sheets.interviewerOnly')}</b>}
          {both(item.hint)}
        </p>
      )}
    </div>
  )
}
