import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { Questionnaire } from '#contract/instrument-file'
import { optionsOf } from '#contract/instrument-flow'
import { cellsOf } from '#lib/sheet-flow'
import { BLANK_KEY, keysOf, likelyScheme, optionAt, reread, schemesOf } from '#lib/sheet-keys'
import type { KeyScheme } from '#lib/sheet-keys'
import { Chips } from '#ui/Chips'
import { AnswerKeys } from './AnswerKeys.tsx'
import { PaperNumbers } from './PaperNumbers.tsx'
import { QuestionText } from './QuestionText.tsx'
import { SheetEnd } from './SheetEnd.tsx'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetHead } from './SheetHead.tsx'
import { SheetStrip } from './SheetStrip.tsx'
import { useBoth } from './use-both.ts'
import { useSheet } from './use-sheet.ts'
import { useSheetKeys } from './use-sheet-keys.ts'

/** 纸质录入: one key per answer, and the next question comes by itself. */
export function PaperSheet({ assessment, form }: { assessment: Assessment; form: Questionnaire }) {
  const { t } = useTranslation()
  const both = useBoth()
  const sheet = useSheet(assessment, form, 'in-order')
  const [scheme, setScheme] = useState<KeyScheme | null>(() => likelyScheme(form.options))
  const [strangeKey, setStrangeKey] = useState<string | null>(null)
  const cells = cellsOf(form, sheet.sheet)
  const here = cells.find(({ item }) => item.id === sheet.sheet.at)
  const options = here ? optionsOf(form, here.item) : form.options
  const rangeOf = (by: KeyScheme) => keysOf(form.options, by).join(' ')

  const press = (key: string): boolean => {
    setStrangeKey(null)
    if (key === 'Backspace' || key === 'ArrowUp' || key === 'ArrowLeft') sheet.back()
    else if (key === 'ArrowDown' || key === 'ArrowRight') sheet.forth()
    else if (key === 'End') sheet.toOpen()
    else if (!here || scheme === null) return false
    else if (key === BLANK_KEY) sheet.leaveBlank(here.item.id)
    else {
      const option = optionAt(options, scheme, key)
      if (option) sheet.answer(here.item.id, option.value)
      else if (/^\d$/u.test(key)) setStrangeKey(key)
      else return false
    }
    return true
  }
  useSheetKeys(press)
  const readBy = (next: KeyScheme) => {
    if (scheme && scheme !== next) sheet.replace(reread(form, sheet.sheet.answers, scheme, next))
    setScheme(next)
    setStrangeKey(null)
  }
  const done = cells.filter(({ state }) => state === 'answered' || state === 'blank').length
  const asked = cells.filter(({ state }) => state !== 'unasked').length

  return (
    <section className="sheet-desk" aria-label={t('sheets.paperDesk', { short: assessment.short })}>
      <SheetHead
        assessment={assessment}
        progress={t('sheets.entered', { done, of: asked })}
        saving={sheet.record.saving}
      >
        {scheme && schemesOf(form.options).length > 1 && (
          <Chips
            label={t('sheets.paperShows')}
            value={scheme}
            options={schemesOf(form.options).map((by) => ({
              value: by,
              label: t('sheets.paperRange', { range: rangeOf(by) }),
            }))}
            onChange={readBy}
          />
        )}
      </SheetHead>
      {scheme === null ? (
        <PaperNumbers options={form.options} onChoose={readBy} />
      ) : here ? (
        <div className="sheet-card">
          <QuestionText key={here.item.id} form={form} item={here.item} no={here.no} size="middle" />
          <AnswerKeys
            label={both(here.item)}
            options={options}
            scheme={scheme}
            value={here.value ?? undefined}
            layout="beside"
            onChoose={(value) => sheet.answer(here.item.id, value)}
          />
          <div className="sheet-under">
            <button
              type="button"
              className={here.state === 'blank' ? 'answer answer-blank answer-on' : 'answer answer-blank'}
              aria-keyshortcuts={BLANK_KEY}
              aria-pressed={here.state === 'blank'}
              onClick={() => sheet.leaveBlank(here.item.id)}
            >
              <span className="answer-key" aria-hidden="true">
                {BLANK_KEY}
              </span>
              <span>{t('sheets.leftBlank')}</span>
            </button>
            {strangeKey !== null && (
              <span className="sheet-strange" role="alert">
                {t(schemesOf(form.options).length > 1 ? 'sheets.strangeKeySwitch' : 'sheets.strangeKey', {
                  key: strangeKey,
                  range: keysOf(options, scheme).join(' '),
                })}
              </span>
            )}
          </div>
        </div>
      ) : (
        <div className="sheet-card">
          <SheetEnd assessment={assessment} form={form} sheet={sheet} asksDay />
        </div>
      )}
      <SheetStrip form={form} cells={cells} at={sheet.sheet.at} scheme={scheme ?? 'place'} onGo={sheet.goTo} />
      <SheetFoot instrument={form} keys={t('sheets.paperKeys')} />
    </section>
  )
}
