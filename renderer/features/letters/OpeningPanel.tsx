import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterStatus } from '#contract/letters'
import { client } from '#lib/client'
import { openDialog } from '#lib/dialogs'
import { formatDate } from '#lib/format'
import { useMay } from '#lib/rights'
import { useWrite } from '#lib/use-write'
import { useWorkplace } from '#lib/workplace'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { letterQueries } from './queries.ts'

/** Was it opened today, how many were in it, and which school days are missing. */
export function OpeningPanel() {
  const { t } = useTranslation()
  const may = useMay()
  const { data: status, error, refetch } = useQuery(letterQueries.status)
  if (error) return <ErrorState error={error} what={t('letters.statusFailed')} onRetry={() => void refetch()} />
  if (!status) return <Panel title={t('letters.openings')}>{null}</Panel>
  const mayWrite = may('letters.register')
  return (
    <div className="letters-side">
      <Panel title={t('letters.openings')}>
        <p className="letters-today">
          {status.today
            ? t(status.today.count === 0 ? 'letters.openedEmpty' : 'letters.opened', {
                n: status.today.count,
                by: status.today.openedBy,
              })
            : t('letters.notOpened')}
        </p>
        {mayWrite && <Opening status={status} />}
      </Panel>
      {status.missing.length > 0 && (
        <Panel title={t('letters.missing', { n: status.missing.length })}>
          {status.missing.map((day) => (
            <MissingDay key={day} day={day} mayWrite={mayWrite} />
          ))}
          <p className="field-hint">{t('letters.missingHint')}</p>
        </Panel>
      )}
    </div>
  )
}

function Opening({ status }: { status: LetterStatus }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { write, isPending, error } = useWrite(client.letters.recordOpening, { invalidates: ['letters'] })
  return (
    <>
      <div className="form-row-line">
        {!status.today && (
          <Button loading={isPending} onClick={() => write({ day: today, count: 0 })}>
            {t('letters.empty')}
          </Button>
        )}
        <Button type="primary" onClick={() => openDialog({ kind: 'letter' })}>
          {t('letters.register')}
        </Button>
      </div>
      {error && <ErrorState error={error} what={t('letters.openingFailed')} />}
    </>
  )
}

function MissingDay({ day, mayWrite }: { day: string; mayWrite: boolean }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const [count, setCount] = useState(0)
  const { write, isPending } = useWrite(client.letters.recordOpening, { invalidates: ['letters'] })
  return (
    <div className="letters-missing">
      <span>{formatDate(day, today)}</span>
      {mayWrite && (
        <>
          <InputNumber
            size="small"
            min={0}
            max={200}
            aria-label={t('letters.countOn', { day: formatDate(day, today) })}
            value={count}
            onChange={(value) => setCount(value ?? 0)}
          />
          <Button size="small" loading={isPending} onClick={() => write({ day, count })}>
            {t('letters.recordLate')}
          </Button>
        </>
      )}
    </div>
  )
}
