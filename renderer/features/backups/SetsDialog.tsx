import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { BackupPlace } from '#contract/backups'
import { formatBytes } from '#lib/format-bytes'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { SheetDialog } from '#ui/SheetDialog'
import { Tag } from '#ui/Tag'
import { backupQueries } from './queries.ts'

/** Every backup of a place, newest first. */
export function SetsDialog({ place, onClose }: { place: BackupPlace; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data: sets, error, refetch } = useQuery(backupQueries.sets(place.id))
  const label = place.isThisComputer ? t('backups.places.here') : place.label
  return (
    <SheetDialog title={t('backups.places.setsOf', { place: label })} width={620} onClose={onClose}>
      {!place.isThere && <p className="field-hint">{t('backups.sets.away')}</p>}
      {error && <ErrorState error={error} what={t('backups.sets.failed')} onRetry={() => void refetch()} />}
      {!sets && !error && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      {sets?.length === 0 && <EmptyState title={t('backups.sets.empty')} />}
      <div className="sets">
        <Rows label={t('backups.places.setsOf', { place: label })}>
          {sets?.map((set) => (
            <Row
              key={set.name}
              name={formatMoment(localOf(set.madeAt), today)}
              hint={t('backups.sets.row', {
                bytes: formatBytes(set.bytes),
                verified: t(set.verifiedAt ? 'backups.places.verified' : 'backups.places.unverified'),
              })}
              second={set.name}
              state={
                set.trouble ? (
                  <Tag tone="red">{t(`backups.troubles.${set.trouble}.what`)}</Tag>
                ) : (
                  set.verifiedAt && <Tag tone="green">{t('backups.ages.good')}</Tag>
                )
              }
            />
          ))}
        </Rows>
      </div>
    </SheetDialog>
  )
}
