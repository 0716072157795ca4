import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '#ui/Panel'
import { Rows } from '#ui/Rows'
import { DraftRow } from './DraftRow.tsx'
import { todayQueries } from './queries.ts'

/** At the desk: forms that were begun and not sent; nothing stands here when there are none. */
export function BegunPanel() {
  const { t } = useTranslation()
  const { data: drafts = [] } = useQuery(todayQueries.drafts())
  if (drafts.length === 0) return null
  return (
    <Panel title={t('today.begun')}>
      <Rows label={t('today.begun')}>
        {drafts.map((draft) => (
          <DraftRow key={`${draft.form} ${draft.subjectId}`} draft={draft} />
        ))}
      </Rows>
    </Panel>
  )
}
