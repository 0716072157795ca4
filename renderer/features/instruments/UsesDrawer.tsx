import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { formatDate } from '#lib/format'
import { paths } from '#lib/paths'
import { useWorkplace } from '#lib/workplace'
import { DateField } from '#ui/DateField'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { instrumentQueries } from './queries.ts'

const STEP = 100
type Period = { from: string; to: string }

/** 量表使用登记 (F11): who was given what, when and by whom, within some days. */
export function UsesDrawer({ start, onClose }: { start: Period; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { today } = useWorkplace()
  const [period, setPeriod] = useState(start)
  const [shown, setShown] = useState(STEP)
  const { data, error, refetch } = useQuery(instrumentQueries.uses(period.from, period.to))
  const isBackwards = period.to < period.from
  const left = (data?.length ?? 0) - shown
  return (
    <Drawer
      open
      size={680}
      title={t('instruments.register')}
      onClose={onClose}
      extra={
        <Button
          disabled={isBackwards}
          onClick={() => void navigate(paths.print('instrument-list', `${period.from}|${period.to}`))}
        >
          {t('instruments.printList')}
        </Button>
      }
    >
      <div className="form-row-line">
        <DateField
          label={t('instruments.uses.from')}
          value={period.from}
          onChange={(from) => from && setPeriod({ ...period, from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('instruments.uses.to')}
          value={period.to}
          hasError={isBackwards}
          onChange={(to) => to && setPeriod({ ...period, to })}
        />
        {isBackwards && <span className="field-error">{t('instruments.uses.backwards')}</span>}
        {data && !isBackwards && <span className="field-hint">{t('instruments.uses.count', { n: data.length })}</span>}
      </div>
      {error && <ErrorState error={error} what={t('instruments.uses.failed')} onRetry={() => void refetch()} />}
      {data?.length === 0 && !isBackwards && (
        <EmptyState title={t('instruments.uses.none')} hint={t('instruments.uses.noneHint')} />
      )}
      {data && data.length > 0 && !isBackwards && (
        <Rows label={t('instruments.register')}>
          {data.slice(0, shown).map((use) => (
            <Row
              key={use.assessmentId}
              lead={formatDate(use.on, today)}
              name={use.studentName}
              hint={[use.className, t(`codes.testModes.${use.mode}`), use.givenBy, use.no].filter(Boolean).join(' · ')}
              state={<Tag tone="blue">{use.short}</Tag>}
              onOpen={() => void navigate(paths.assessment(use.assessmentId))}
            />
          ))}
        </Rows>
      )}
      {left > 0 && (
        <Button onClick={() => setShown(shown + STEP)}>
          {t('instruments.uses.more', { n: Math.min(left, STEP) })}
        </Button>
      )}
    </Drawer>
  )
}
