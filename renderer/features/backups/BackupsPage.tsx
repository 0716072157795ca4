import './backups.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFirst } from '#lib/backup-standing'
import { useIsPractice } from '#lib/vault-status'
import { ErrorState } from '#ui/ErrorState'
import { PageHeader } from '#ui/PageHeader'
import { AddPlaceDialog } from './AddPlaceDialog.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import { PassphrasePanel } from './PassphrasePanel.tsx'
import { PlacesPanel } from './PlacesPanel.tsx'
import { ProofPanel } from './ProofPanel.tsx'
import { backupQueries, untilNextLook } from './queries.ts'
import { Refusal } from './Refusal.tsx'
import { SchedulePanel } from './SchedulePanel.tsx'
import { TruthLine } from './TruthLine.tsx'
import { useRun } from './use-run.ts'

/** 备份: one sentence of truth, the places, the button, and whether it would really come back. */
export function BackupsPage() {
  const { t } = useTranslation()
  const {
    data: status,
    error,
    refetch,
  } = useQuery({
    ...backupQueries.status(),
    refetchInterval: ({ state }) => untilNextLook(Boolean(state.data?.running)),
  })
  const isPractice = useIsPractice()
  const { start, stop, isStarting, isStopping, failure } = useRun()
  const [isAdding, setAdding] = useState(false)
  const [isMaking, setMaking] = useState(false)
  /** To every place that can be reached, this computer among them. */
  const backUp = () => start(status?.places.filter(({ isThere }) => isThere).map(({ id }) => id) ?? [])
  const isBackingUp = status?.running?.what === 'backup'
  return (
    <div className="backups">
      <PageHeader title={t('backups.title')} hint={t('backups.hint')}>
        {isBackingUp ? (
          <Button size="large" loading={isStopping} onClick={stop}>
            {t(isStopping ? 'backups.stopped' : 'backups.stop')}
          </Button>
        ) : (
          status &&
          !isFirst(status) && (
            <Button
              type="primary"
              size="large"
              loading={isStarting}
              disabled={status.running !== null}
              onClick={backUp}
            >
              {t('backups.now')}
            </Button>
          )
        )}
      </PageHeader>
      {error && !status && <ErrorState error={error} what={t('backups.failed')} onRetry={() => void refetch()} />}
      {failure && <Refusal error={failure} what={t('backups.startFailed')} />}
      {!status && !error && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {status && (
        <>
          {isPractice ? (
            <p className="trouble backups-practice">{t('backups.practice')}</p>
          ) : (
            <TruthLine status={status} />
          )}
          <div className="backups-columns">
            <div className="backups-column">
              {!isPractice && (
                <FirstSteps
                  status={status}
                  onMakePassphrase={() => setMaking(true)}
                  onAddPlace={() => setAdding(true)}
                  onBackUp={backUp}
                />
              )}
              <PlacesPanel
                status={status}
                isPractice={isPractice}
                isStarting={isStarting}
                onAdd={() => setAdding(true)}
                onBackUp={(id) => start([id])}
              />
            </div>
            <div className="backups-column">
              <ProofPanel status={status} />
              {!isPractice && <PassphrasePanel since={status.passphraseSince} onMake={() => setMaking(true)} />}
              <SchedulePanel schedule={status.schedule} />
            </div>
          </div>
        </>
      )}
      {isAdding && <AddPlaceDialog onClose={() => setAdding(false)} />}
      {isMaking && <PassphraseDialog isAnew={Boolean(status?.passphraseSince)} onClose={() => setMaking(false)} />}
    </div>
  )
}
