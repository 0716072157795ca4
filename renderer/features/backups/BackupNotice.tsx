import './backup-notice.css'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { BackupStatus } from '#contract/backups'
import { outsidePlaces, nextInTurn } from '#lib/backup-standing'
import { paths } from '#lib/paths'
import { useVaultStatus } from '#lib/vault-status'
import { backupQueries } from './queries.ts'

/** On Today, one quiet line when the records have no good backup or an old one; nothing when all is well. */
export function BackupNotice() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const room = useVaultStatus()
  const { data: status } = useQuery(backupQueries.status())
  // The alarm above says what to do first; what is written down of backups stands still as long as it is there.
  if (room?.state === 'read-only') return null
  if (pathname !== paths.today || !status) return null
  const { age, rehearsal } = status
  const isUnproven = age === 'good' && rehearsal?.ok === false
  if (age === 'good' && !isUnproven) return null
  return (
    <div className={age === 'never' ? 'backup-notice' : 'backup-notice backup-notice-amber'} role="status">
      <strong>{t(isUnproven ? 'backups.notice.rehearsal' : `backups.notice.${age}`)}</strong>
      <span>{hint()}</span>
      <Button size="small" onClick={() => void navigate(paths.backups)}>
        {t('backups.notice.go')}
      </Button>
    </div>
  )

  function hint(): string {
    if (isUnproven) return t('backups.notice.rehearsalHint')
    const place = wanted(status)
    if (age === 'never' && !place) return t('backups.notice.neverHint')
    return place ? t(place.isThere ? 'backups.notice.plugged' : 'backups.notice.plugIn', { place: place.label }) : ''
  }
}

/** The stick to use now: the one that is plugged in, else the one whose turn it is. */
const wanted = (status: BackupStatus | undefined) => {
  const places = outsidePlaces(status?.places ?? [])
  return places.find(({ isThere }) => isThere) ?? nextInTurn(places) ?? places[0]
}
