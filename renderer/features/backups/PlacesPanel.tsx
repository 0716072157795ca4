import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupPlace, BackupStatus } from '#contract/backups'
import { isDue, nextInTurn, outsidePlaces } from '#lib/backup-standing'
import { useMay } from '#lib/rights'
import { useNow } from '#lib/use-now'
import { Panel } from '#ui/Panel'
import { PlaceCard } from './PlaceCard.tsx'
import { RemovePlace } from './RemovePlace.tsx'
import { SetsDialog } from './SetsDialog.tsx'

type Props = {
  status: BackupStatus
  /** Made-up records are kept nowhere else. */
  isPractice: boolean
  /** A backup was asked for just now: nothing of the one before counts any more. */
  isStarting: boolean
  onAdd: () => void
  onBackUp: (placeId: string) => void
}

/** Every place with its newest backup; sticks first, this computer last. */
export function PlacesPanel({ status, isPractice, isStarting, onAdd, onBackUp }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const now = useNow(60_000)
  const [shown, setShown] = useState<BackupPlace | null>(null)
  const [leaving, setLeaving] = useState<BackupPlace | null>(null)
  const { places, running, lastRun, schedule } = status
  const outside = outsidePlaces(places)
  const next = nextInTurn(places)
  const isBackingUp = running?.what === 'backup'
  const turnOf = (place: BackupPlace) => {
    if (place.isThisComputer) return null
    const due = isDue(place, schedule.everyDays, now)
    if (next) return place.id === next.id ? (due ? 'useThis' : 'nextThis') : null
    return due && place.newest ? 'dueAgo' : null
  }
  return (
    <Panel
      title={t('backups.places.title')}
      extra={
        !isPractice &&
        may('backups.addPlace') && (
          <Button size="small" onClick={onAdd}>
            {t('backups.places.add')}
          </Button>
        )
      }
    >
      <ul className="places" aria-label={t('backups.places.title')}>
        {[...outside, ...places.filter((place) => place.isThisComputer)].map((place) => (
          <PlaceCard
            key={place.id}
            place={place}
            turn={turnOf(place)}
            run={isBackingUp && isOf(running, place) ? running : isBackingUp || isStarting ? 'other' : null}
            outcome={(!isStarting && lastRun?.find(({ placeId }) => placeId === place.id)) || null}
            mayBackUp={running === null && !isPractice}
            onBackUp={() => onBackUp(place.id)}
            onShow={() => setShown(place)}
            onRemove={place.isThisComputer || !may('backups.removePlace') ? undefined : () => setLeaving(place)}
          />
        ))}
      </ul>
      {shown && <SetsDialog place={shown} onClose={() => setShown(null)} />}
      {leaving && <RemovePlace place={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  )
}

/** The copy is first made and proven on this computer, for all places at once. */
const isOf = ({ placeId }: NonNullable<BackupStatus['running']>, place: BackupPlace): boolean =>
  placeId === null ? place.isThisComputer : placeId === place.id
