import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import { cellsOf } from '#lib/sheet-flow'
import { BLANK_KEY, likelyScheme, optionAt } from '#lib/sheet-keys'
import { Kbd } from '#ui/Kbd'
import { AnswerKeys } from './AnswerKeys.tsx'
import { FallenAnswers } from './FallenAnswers.tsx'
import { QuestionText } from './QuestionText.tsx'
import { SheetEnd } from './SheetEnd.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetHead } from './SheetHead.tsx'
import { useBoth } from './use-both.ts'
import { useSheet } from './use-sheet.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

/** 教师读题: the instructions first, then one question a page, word for word. */
export function AloudSheet({ assessment, form }: { assessment: Assessment; form: Questionnaire }) {
  const { t } = useTranslation()
  const both = useBoth()
  const sheet = useSheet(assessment, form, 'open')
  const scheme = likelyScheme(form.options) ?? 'place'
  const [isBegun, setBegun] = useState(() => Object.keys(assessment.answers).length > 0)
  const begin = useRef<HTMLButtonElement>(null)
  useEffect(() => begin.current?.focus(), [])
  const cells = cellsOf(form, sheet.sheet)
  const asked = cells.filter(({ state }) => state !== 'unasked')
  const here = asked.find(({ item }) => item.id === sheet.sheet.at)

  useSheetKeys((key) => {
    if (!isBegun) return false
    if (key === 'Backspace' || key === 'ArrowUp' || key === 'ArrowLeft') sheet.back()
    else if (key === 'ArrowDown' || key === 'ArrowRight') sheet.forth()
    else if (key === 'End') sheet.toOpen()
    else if (here && key === BLANK_KEY) sheet.leaveBlank(here.item.id)
    else {
      const option = here && optionAt(optionsOf(form, here.item), scheme, key)
      if (!option) return false
      sheet.answer(here.item.id, option.value)
    }
    return true
  })

  return (
    <section className="sheet-desk" aria-label={t('sheets.aloudDesk', { short: assessment.short })}>
      <SheetHead
        assessment={assessment}
        progress={
          here && isBegun
            ? t('sheets.questionOf', { no: asked.indexOf(here) + 1, of: asked.length })
            : t('sheets.aloudHint')
        }
        saving={sheet.record.saving}
      />
      {!isBegun ? (
        <div className="sheet-card sheet-aloud">
          <div className="question question-large">
            <p className="question-frame">{t('sheets.readThis')}</p>
            <p className="sheet-instructions">{both(form.instructions)}</p>
          </div>
          <div className="sheet-end-verbs">
            <Button ref={begin} type="primary" size="large" onClick={() => setBegun(true)}>
              {t('sheets.toFirst')}
              <Kbd keys="⏎" />
            </Button>
          </div>
        </div>
      ) : here ? (
        <div className="sheet-card sheet-aloud">
          <QuestionText key={here.item.id} form={form} item={here.item} no={here.no} size="large" />
          <AnswerKeys
            label={both(here.item)}
            options={optionsOf(form, here.item)}
            scheme={scheme}
            value={here.value ?? undefined}
            layout="below"
            onChoose={(value) => sheet.answer(here.item.id, value)}
          />
          <div className="sheet-under">
            <Button onClick={sheet.back} disabled={asked[0] === here}>
              {t('sheets.back')}
              <Kbd keys="↑" />
            </Button>
            <Button onClick={() => sheet.leaveBlank(here.item.id)}>
              {t('sheets.notAnswered')}
              <Kbd keys={BLANK_KEY} />
            </Button>
          </div>
        </div>
      ) : (
        <div className="sheet-card">
          <SheetEnd assessment={assessment} form={form} sheet={sheet} />
        </div>
      )}
      <FallenAnswers form={form} sheet={sheet} />
      <SheetFoot instrument={form} />
    </section>
  )
}
