import './alarms.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { statusQuery } from '#lib/vault-status'
import { AlarmShown } from './alarm-shown.ts'

/** On top of every page while the room is open for reading only. */
export function AlarmBanner() {
  const { t } = useTranslation()
  const show = useContext(AlarmShown)
  const { data: status } = useQuery(statusQuery)
  const kind = status?.alarm?.kind
  if (!kind) return null
  return (
    <div className="alarm-banner" role="status">
      <strong>{t('alarms.banner.title')}</strong>
      <span>{t(`alarms.kinds.${kind}.short`)}</span>
      {kind !== 'disk-full' && (
        <Button size="small" onClick={show}>
          {t('alarms.banner.more')}
        </Button>
      )}
    </div>
  )
}
