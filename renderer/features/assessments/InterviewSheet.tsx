import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import { alarmsOf } from '#lib/sheet-alarms'
import { cellsOf } from '#lib/sheet-flow'
import { BLANK_KEY, optionAt } from '#lib/sheet-keys'
import { Kbd } from '#ui/Kbd'
import { AnswerDetail } from './AnswerDetail.tsx'
import { AnswerKeys } from './AnswerKeys.tsx'
import { AskedList } from './AskedList.tsx'
import { FallenAnswers } from './FallenAnswers.tsx'
import { InterviewAlarm } from './InterviewAlarm.tsx'
import { QuestionText } from './QuestionText.tsx'
import { SheetEnd } from './SheetEnd.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetHead } from './SheetHead.tsx'
import { useBoth } from './use-both.ts'
import { useSheet } from './use-sheet.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

/** 访谈提问: one question at a time, only those that follow from the answers; what must be done now is said now. */
export function InterviewSheet({ assessment, form }: { assessment: Assessment; form: Questionnaire }) {
  const { t } = useTranslation()
  const both = useBoth()
  const sheet = useSheet(assessment, form, 'open')
  const { answers } = sheet.sheet
  const cells = cellsOf(form, sheet.sheet)
  const here = cells.find(({ item }) => item.id === sheet.sheet.at)
  const alarms = alarmsOf(form, answers)

  const answer = (value: number) => {
    if (!here) return
    const { item } = here
    const raises = alarmsOf({ items: [item] }, { [item.id]: value }).length > 0
    sheet.answer(item.id, value, raises && item.detail !== undefined)
  }
  useSheetKeys((key) => {
    if (key === 'Backspace' || key === 'ArrowUp' || key === 'ArrowLeft') sheet.back()
    else if (key === 'ArrowDown' || key === 'ArrowRight') sheet.forth()
    else if (key === 'End') sheet.toOpen()
    else if (!here) return false
    else if (key === BLANK_KEY) sheet.leaveBlank(here.item.id)
    else if (key === 'Enter' && here.value !== null) sheet.next()
    else {
      const option = optionAt(optionsOf(form, here.item), 'place', key)
      if (!option) return false
      answer(option.value)
    }
    return true
  })
  const passed = cells.filter(({ state }) => state === 'answered' || state === 'blank')

  return (
    <section className="sheet-desk" aria-label={t('sheets.interviewDesk', { short: assessment.short })}>
      <SheetHead
        assessment={assessment}
        progress={passed.length === 0 ? '' : t('sheets.askedSoFar', { done: passed.length })}
        saving={sheet.record.saving}
      />
      <div className="interview">
        <div className="interview-side">
          <AskedList form={form} cells={passed} details={sheet.details} at={sheet.sheet.at} onGo={sheet.goTo} />
          {passed.length === 0 && <p className="interview-how">{both(form.instructions)}</p>}
        </div>
        <div className="interview-main">
          {alarms.length > 0 && <InterviewAlarm form={form} alarms={alarms} studentId={assessment.studentId} />}
          <div className="sheet-card">
            {here ? (
              <>
                <QuestionText key={here.item.id} form={form} item={here.item} no={here.no} size="middle" />
                <AnswerKeys
                  label={both(here.item)}
                  options={optionsOf(form, here.item)}
                  scheme="place"
                  value={here.value ?? undefined}
                  layout="beside"
                  onChoose={answer}
                />
                {here.item.detail && here.value !== null && (
                  <AnswerDetail
                    key={`detail-${here.item.id}`}
                    label={both(here.item.detail)}
                    text={sheet.details[here.item.id] ?? ''}
                    onType={(text) => sheet.describe(here.item.id, text)}
                    onNext={sheet.next}
                  />
                )}
                <div className="sheet-under">
                  <Button onClick={() => sheet.leaveBlank(here.item.id)}>
                    {t('sheets.couldNotAsk')}
                    <Kbd keys={BLANK_KEY} />
                  </Button>
                  <span className="sheet-keys">{t('sheets.notAskedNotNo')}</span>
                  {here.value !== null && (
                    <Button type="primary" onClick={sheet.next}>
                      {t('sheets.next')}
                      <Kbd keys={here.item.detail ? 'Ctrl ⏎' : '⏎'} />
                    </Button>
                  )}
                </div>
              </>
            ) : (
              <SheetEnd assessment={assessment} form={form} sheet={sheet} />
            )}
          </div>
          <FallenAnswers form={form} sheet={sheet} />
        </div>
      </div>
      <SheetFoot instrument={form} />
    </section>
  )
}
