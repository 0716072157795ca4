import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { client } from '#lib/client'
import { ErrorState } from '#ui/ErrorState'
import { Tag } from '#ui/Tag'

/** Recomputes the whole chain on demand and says what came out. */
export function LogVerdict() {
  const { t } = useTranslation()
  const { data, error, isPending, mutate } = useMutation({ mutationFn: () => client.audit.verify({}) })
  return (
    <div className="log-verdict" role="status">
      {data && data.fault === null && <Tag tone="green">{t('log.whole', { rows: data.rows, head: data.head })}</Tag>}
      {data && data.fault !== null && (
        <Tag tone="red">{t('log.broken', { seq: data.brokenAt, fault: t(`log.faults.${data.fault}`) })}</Tag>
      )}
      {error && <ErrorState error={error} onRetry={() => mutate()} />}
      <Button size="small" loading={isPending} onClick={() => mutate()}>
        {t('log.verify')}
      </Button>
    </div>
  )
}
