import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localOf } from '#contract/calendar'
import type { Import } from '#contract/imports'
import { formatMoment } from '#lib/format'
import { useWorkplace } from '#lib/workplace'
import { EmptyState } from '#ui/EmptyState'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { Tag } from '#ui/Tag'
import { importQueries } from './queries.ts'
import { UndoImport } from './UndoImport.tsx'

/** Rosters taken in before: what each brought, and the way back. */
export function FormerImports({ onContinue }: { onContinue: (importId: string) => void }) {
  const { t } = useTranslation()
  const { today } = useWorkplace()
  const { data, error, refetch } = useQuery(importQueries.list)
  const [undoing, setUndoing] = useState<Import | null>(null)
  const verbOf = (one: Import) => {
    if (one.undoneAt !== null) return undefined
    return (
      <>
        {!one.finished && <Button onClick={() => onContinue(one.id)}>{t('imports.continue')}</Button>}{' '}
        <Button onClick={() => setUndoing(one)}>{t('imports.undo')}</Button>
      </>
    )
  }
  return (
    <Panel title={t('imports.former')}>
      {error && <ErrorState error={error} what={t('imports.listFailed')} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState title={t('imports.none')} hint={t('imports.noneHint')} />}
      <Rows label={t('imports.former')}>
        {data?.map((one) => (
          <Row
            key={one.id}
            lead={formatMoment(localOf(one.startedAt), today)}
            name={one.fileName}
            hint={[
              t('imports.brought', { added: one.added, updated: one.updated }),
              one.skipped > 0 && t('imports.skipped', { n: one.skipped }),
              one.by,
            ]
              .filter(Boolean)
              .join(' · ')}
            state={
              one.undoneAt !== null ? (
                <Tag>{t('imports.undone')}</Tag>
              ) : (
                !one.finished && <Tag tone="amber">{t('imports.unfinished')}</Tag>
              )
            }
            verb={verbOf(one)}
          />
        ))}
      </Rows>
      {undoing && <UndoImport importId={undoing.id} fileName={undoing.fileName} onClose={() => setUndoing(null)} />}
    </Panel>
  )
}
