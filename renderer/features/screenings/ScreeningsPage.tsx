import './screenings.css'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '#lib/paths'
import { useKey } from '#lib/use-key'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Kbd } from '#ui/Kbd'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { TestTabs } from '#ui/TestTabs'
import { screeningQueries } from './queries.ts'
import { RoundDialog } from './RoundDialog.tsx'
import { RoundRow } from './RoundRow.tsx'

/** 普查: each round with who was due, who was tested, and who still waits to be seen. */
export function ScreeningsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { me } = useWorkplace()
  const [isNew, setNew] = useState(false)
  const { data, error, refetch } = useQuery(screeningQueries.list())
  const mayWrite = me.roles.includes('counselor')
  const begin = () => mayWrite && setNew(true)
  useKey('n', begin)
  const button = (
    <Button type="primary" size="large" aria-keyshortcuts="N" onClick={begin}>
      {t('screenings.new')}
      <Kbd keys="N" />
    </Button>
  )
  return (
    <>
      <TestTabs>{mayWrite && data && data.length > 0 && button}</TestTabs>
      {error && <ErrorState error={error} what={t('screenings.listFailed')} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton active />}
      {data?.length === 0 && (
        <Panel>
          <EmptyState title={t('screenings.empty')} hint={t('screenings.emptyHint')}>
            {mayWrite && button}
          </EmptyState>
        </Panel>
      )}
      {data && data.length > 0 && (
        <Panel>
          <Rows label={t('screenings.rounds')}>
            {data.map((round) => (
              <RoundRow key={round.id} round={round} />
            ))}
          </Rows>
        </Panel>
      )}
      {isNew && (
        <RoundDialog
          round={null}
          onClose={() => setNew(false)}
          onSaved={({ id }) => void navigate(paths.screening(id))}
        />
      )}
    </>
  )
}
