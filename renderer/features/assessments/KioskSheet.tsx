import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { lacking, openSheet } from '#lib/sheet-flow'
import { ErrorState } from '#ui/ErrorState'
import { HandOver } from './HandOver.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetHead } from './SheetHead.tsx'
import { useHandOver } from './use-hand-over.ts'
import { useSheetRecord } from './use-sheet-record.ts'

/** A sheet that the student left before its end: on at the kiosk, or scored as it is. */
export function KioskSheet({ assessment, form }: { assessment: Assessment; form: Questionnaire }) {
  const { t } = useTranslation()
  const record = useSheetRecord(assessment)
  const [asks, setAsks] = useState(false)
  const handOver = useHandOver(assessment.studentId, [assessment.id])
  const done = Object.keys(assessment.answers).length
  const blanks = lacking(form, openSheet(form, assessment.answers))
  return (
    <section className="sheet-desk" aria-label={t('sheets.kioskDesk', { short: assessment.short })}>
      <SheetHead assessment={assessment} progress={t('sheets.answeredSoFar', { done })} />
      <div className="sheet-card">
        <HandOver handOver={handOver} />
        <div className="sheet-end-verbs">
          <Button type="primary" size="large" loading={handOver.isPending} onClick={handOver.start}>
            {t(done > 0 ? 'sheets.handOverAgain' : 'sheets.handOver')}
          </Button>
          {done > 0 && !asks && <Button onClick={() => setAsks(true)}>{t('sheets.scoreAsIs')}</Button>}
        </div>
        {asks && (
          <div className="sheet-asis">
            <p>
              {blanks.length > 0
                ? t('sheets.asIsBlanks', { list: blanks.map(({ no }) => no).join(t('sheets.listSign')) })
                : t('sheets.asIsWhole')}
            </p>
            <Button
              danger
              loading={record.isFinishing}
              onClick={() =>
                record.finish(
                  { answers: assessment.answers, details: assessment.details },
                  assessment.begunAt.slice(0, 10),
                )
              }
            >
              {t('sheets.finish')}
            </Button>
            {record.finishError && <ErrorState error={record.finishError} what={t('sheets.finishFailed')} />}
          </div>
        )}
      </div>
      <SheetFoot instrument={form} />
    </section>
  )
}
