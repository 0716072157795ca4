import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Assessment } from '#contract/assessments'
import type { ScoreEntry } from '#contract/instrument-file'
import { scoreRowsOf, scoresOf, typedOf } from '#lib/sheet-scores'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { SheetFoot } from './SheetFoot.tsx'
import { SheetHead } from './SheetHead.tsx'
import { TakenDay } from './TakenDay.tsx'
import { useBoth } from './use-both.ts'
import { useSheetRecord } from './use-sheet-record.ts'

/** 录入分数: one row per scale, Enter goes down; a score outside its range is said at once. */
export function ScoreSheet({ assessment, instrument }: { assessment: Assessment; instrument: ScoreEntry }) {
  const { t } = useTranslation()
  const both = useBoth()
  const { today } = useWorkplace()
  const record = useSheetRecord(assessment)
  const [typed, setTyped] = useState(() => typedOf(assessment.answers))
  const [day, setDay] = useState(today)
  const table = useRef<HTMLDivElement>(null)
  const rows = scoreRowsOf(instrument.scales, typed)
  const flawed = rows.filter(({ flaw }) => flaw !== null)
  const open = rows.filter(({ score, flaw }) => score === null && flaw === null)
  const isLate = day > today
  const kept = (answers = scoresOf(rows)) => ({ answers, details: assessment.details })
  const type = (id: string, text: string) => {
    const next = { ...typed, [id]: text }
    setTyped(next)
    record.keep(kept(scoresOf(scoreRowsOf(instrument.scales, next))))
  }
  const walk = (event: KeyboardEvent, place: number) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.nativeEvent.isComposing || event.ctrlKey) return
    event.preventDefault()
    const boxes = [...(table.current?.querySelectorAll<HTMLElement>('input') ?? [])]
    const box = boxes[place + step] ?? table.current?.parentElement?.querySelector<HTMLElement>('.score-finish')
    box?.focus()
    if (box instanceof HTMLInputElement) box.select()
  }
  return (
    <section className="sheet-desk" aria-label={t('sheets.scoreDesk', { short: assessment.short })}>
      <SheetHead
        assessment={assessment}
        progress={t('sheets.entered', { done: rows.length - open.length - flawed.length, of: rows.length })}
        saving={record.saving}
      />
      <div className="sheet-card">
        <div className={rows.length > 6 ? 'scores scores-two' : 'scores'} ref={table}>
          {rows.map(({ scale, text, flaw }, place) => (
            <div className="score" key={scale.id}>
              <label htmlFor={`score-${scale.id}`}>{both(scale.title)}</label>
              <Input
                id={`score-${scale.id}`}
                autoFocus={place === 0}
                inputMode="decimal"
                autoComplete="off"
                maxLength={8}
                value={text}
                status={flaw ? 'error' : undefined}
                aria-invalid={flaw !== null}
                aria-describedby={`range-${scale.id}`}
                onChange={(event) => type(scale.id, event.target.value)}
                onKeyDown={(event) => walk(event, place)}
              />
              <span id={`range-${scale.id}`} className={flaw ? 'field-error' : 'field-hint'}>
                {flaw === 'no-number' ? t('sheets.noNumber') : t('sheets.range', { min: scale.min, max: scale.max })}
              </span>
            </div>
          ))}
        </div>
        <TakenDay day={day} isLate={isLate} onChange={setDay} />
        <div className="sheet-end-verbs">
          <Button
            className="score-finish"
            type="primary"
            size="large"
            loading={record.isFinishing}
            disabled={isLate || flawed.length > 0 || open.length === rows.length}
            onClick={() => record.finish(kept(), day)}
          >
            {t('sheets.finish')}
            <Kbd keys="⏎" />
          </Button>
          <span className="field-hint">
            {open.length > 0 &&
              t('sheets.scoresOpen', { list: open.map(({ scale }) => both(scale.title)).join(t('sheets.listSign')) })}
          </span>
        </div>
        {record.finishError && <ErrorState error={record.finishError} what={t('sheets.finishFailed')} isTextSafe />}
      </div>
      <SheetFoot instrument={instrument} keys={t('sheets.scoreKeys')} />
    </section>
  )
}
