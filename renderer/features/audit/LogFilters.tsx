import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditFilter } from '#contract/audit'
import { LOG_KINDS, type LogKind } from '#lib/log-kinds'
import { useWorkplace } from '#lib/workplace'
import { DateField } from '#ui/DateField'
import { StudentSelect } from './StudentSelect.tsx'

const KINDS = Object.keys(LOG_KINDS) as LogKind[]
type Props = { filter: AuditFilter; onChange: (filter: AuditFilter) => void }

/** Who, what, about whom, from when to when; each narrows further. */
export function LogFilters({ filter, onChange }: Props) {
  const { t } = useTranslation()
  const { accounts } = useWorkplace()
  const [kind, setKind] = useState<LogKind | null>(null)
  const narrow = (change: AuditFilter) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)))
  const clear = () => {
    setKind(null)
    onChange({})
  }
  return (
    <div className="log-filters" role="search" aria-label={t('log.filters')}>
      {accounts.length > 1 && (
        <Select
          aria-label={t('log.by')}
          placeholder={t('log.anybody')}
          allowClear
          value={filter.userId ?? null}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(userId: string | null | undefined) => narrow({ userId: userId ?? undefined })}
        />
      )}
      <Select
        aria-label={t('log.what')}
        placeholder={t('log.anything')}
        allowClear
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`log.kinds.${value}`) }))}
        onChange={(chosen: LogKind | null | undefined) => {
          setKind(chosen ?? null)
          narrow({ events: chosen ? [...LOG_KINDS[chosen]] : undefined })
        }}
      />
      <StudentSelect
        studentId={filter.studentId ?? null}
        onChange={(studentId) => narrow({ studentId: studentId ?? undefined })}
      />
      <DateField
        label={t('log.from')}
        placeholder={t('log.from')}
        value={filter.from ?? null}
        isClearable
        onChange={(from) => narrow({ from: from ?? undefined })}
      />
      <DateField
        label={t('log.to')}
        placeholder={t('log.to')}
        value={filter.to ?? null}
        isClearable
        onChange={(to) => narrow({ to: to ?? undefined })}
      />
      {Object.keys(filter).length > 0 && (
        <Button type="text" size="small" onClick={clear}>
          {t('log.clear')}
        </Button>
      )}
    </div>
  )
}
