import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PrivateNote } from '#contract/privates'
import { client } from '#lib/client'
import { flushAll } from '#lib/flushers'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'

/** The note of its visit went to another student's file: one's own private note goes after it on request. */
export function LeftBehind({ note: { id, studentId } }: { note: PrivateNote }) {
  const { t } = useTranslation()
  const { write, isPending, error } = useWrite(client.privates.follow, { invalidates: ['privates'] })
  return (
    <div className="privates-left">
      <span className="field-hint">{t('privates.leftBehind')}</span>
      <Button size="small" loading={isPending} onClick={() => void flushAll().then(() => write({ id, studentId }))}>
        {t('privates.follow')}
      </Button>
      {error && <ErrorState error={error} what={t('privates.followFailed')} />}
    </div>
  )
}
