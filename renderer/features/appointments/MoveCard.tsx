import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { weightOf, useFindingLines } from '#lib/finding-words'
import { formatDay, formatTime } from '#lib/format'
import { Chips } from '#ui/Chips'
import { ErrorState } from '#ui/ErrorState'
import { Findings } from '#ui/Findings'
import { useBlockWords } from './use-block-words.ts'
import type { Moving, Scope } from './use-moves.ts'

type Props = { moving: Moving; onAnswer: (reason: string, scope: Scope) => void; onGiveUp: () => void }

/** What speaks against the place where a block was let go: it is back, or it waits for a reason. */
export function MoveCard({ moving, onAnswer, onGiveUp }: Props) {
  const { t } = useTranslation()
  const linesOf = useFindingLines()
  const { nameOf } = useBlockWords()
  const reasonId = useId()
  const { line, place, step, findings, error } = moving
  const [reason, setReason] = useState(line.overReason)
  const [scope, setScope] = useState<Scope>('one')
  const needsReason = weightOf(findings) === 'asks'
  const lacksReason = needsReason && reason.trim() === ''
  const send = () => {
    if (!lacksReason) onAnswer(needsReason ? reason.trim() : '', scope)
  }
  const when = `${formatDay(place.from)} ${formatTime(place.from)}–${formatTime(place.until)}`
  return (
    <>
      <div className="cal-card-who">
        <strong>{nameOf(line)}</strong>
        <span>{line.className}</span>
      </div>
      <p className="cal-card-when">
        {step === 'refused' ? t('calendar.wentBack', { when }) : t('calendar.moveTo', { when })}
      </p>
      {findings.length > 0 && <Findings label={t('calendar.speaksAgainst')} lines={linesOf(findings)} />}
      {error && <ErrorState error={error} what={t('calendar.moveFailed')} />}
      {step !== 'refused' && (
        <>
          {needsReason && (
            <div className="cal-card-field">
              <label htmlFor={reasonId}>{t('calendar.overReason')}</label>
              <Input
                id={reasonId}
                maxLength={200}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
                onPressEnter={send}
              />
            </div>
          )}
          {line.seriesId !== null && (
            <div className="cal-card-field">
              <Chips
                label={t('calendar.scope')}
                value={scope}
                options={(['one', 'following'] as const).map((value) => ({
                  value,
                  label: t(`calendar.scopes.${value}`),
                }))}
                onChange={setScope}
              />
            </div>
          )}
        </>
      )}
      <div className="cal-card-verbs">
        {step === 'refused' ? (
          <Button type="primary" onClick={onGiveUp}>
            {t('calendar.seen')}
          </Button>
        ) : (
          <>
            <Button type="primary" disabled={lacksReason} loading={step === 'saving'} onClick={send}>
              {t('calendar.doMove')}
            </Button>
            <Button onClick={onGiveUp}>{t('calendar.putBack')}</Button>
          </>
        )}
      </div>
    </>
  )
}
