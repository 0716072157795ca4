import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { lacking } from '#lib/sheet-flow'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { TakenDay } from './TakenDay.tsx'
import { useBoth } from './use-both.ts'
import type { Sheet } from './use-sheet.ts'

type Props = {
  assessment: Assessment
  form: Questionnaire
  sheet: Sheet
  /** A paper may have been filled in earlier. */
  asksDay?: boolean
}

/** Everything was gone through: what was left blank, when it was taken, done. */
export function SheetEnd({ assessment, form, sheet, asksDay = false }: Props) {
  const { t } = useTranslation()
  const both = useBoth()
  const { today } = useWorkplace()
  const [day, setDay] = useState(today)
  const finish = useRef<HTMLButtonElement>(null)
  const blanks = lacking(form, sheet.sheet)
  const isInterview = assessment.mode === 'interview'
  const isLate = day > today
  const isEmpty = Object.keys(sheet.sheet.answers).length === 0
  useEffect(() => finish.current?.focus(), [])
  return (
    <div className="sheet-end">
      <h2>{t(blanks.length > 0 ? 'sheets.endLacks' : isInterview ? 'sheets.endAsked' : 'sheets.endWhole')}</h2>
      {blanks.length > 0 && (
        <>
          <p className="sheet-end-hint">{t(isInterview ? 'sheets.notAskedHint' : 'sheets.blanksHint')}</p>
          <ul className="sheet-blanks" aria-label={t('sheets.blanks')}>
            {blanks.map(({ item, no }) => (
              <li key={item.id}>
                <button type="button" onClick={() => sheet.goTo(item.id)}>
                  <span className="question-no">{no}</span>
                  <span>{both(item)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {asksDay && <TakenDay day={day} isLate={isLate} onChange={setDay} />}
      <div className="sheet-end-verbs">
        <Button
          ref={finish}
          type="primary"
          size="large"
          loading={sheet.record.isFinishing}
          disabled={isLate || isEmpty}
          onClick={() => sheet.finish(day)}
        >
          {t(isInterview ? 'sheets.finishInterview' : 'sheets.finish')}
          <Kbd keys="⏎" />
        </Button>
        <Button onClick={sheet.back}>{t('sheets.lookBack')}</Button>
        {isEmpty && <span className="field-hint">{t('sheets.endEmpty')}</span>}
      </div>
      {sheet.record.finishError && (
        <ErrorState error={sheet.record.finishError} what={t('sheets.finishFailed')} isTextSafe />
      )}
    </div>
  )
}
