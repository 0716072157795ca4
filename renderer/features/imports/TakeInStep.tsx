import { useQuery } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { AppError } from '#contract/errors'
import { paths } from '#lib/paths'
import type { TakenIn } from '#lib/use-take-in'
import { ErrorState } from '#ui/ErrorState'
import { Panel } from '#ui/Panel'
import { importQueries } from './queries.ts'
import { UndoImport } from './UndoImport.tsx'

type Props = { progress: TakenIn; error: AppError | null; onContinue: () => void; onLeave: () => void }

/** The bar, and afterwards what the import brought and the way back. */
export function TakeInStep({ progress, error, onContinue, onLeave }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isUndoing, setUndoing] = useState(false)
  const { data } = useQuery(importQueries.list)
  const { importId, done, rows, finished } = progress
  const result = data?.find(({ id }) => id === importId)
  const percent = rows === 0 ? 0 : Math.floor((done / rows) * 100)
  return (
    <Panel className="imports-taking">
      <p className="imports-taking-title" role="status">
        {finished ? t('imports.done') : t('imports.taking', { done, rows })}
      </p>
      <Progress
        percent={finished ? 100 : percent}
        status={error ? 'exception' : finished ? 'success' : 'active'}
        aria-label={t('imports.title')}
      />
      {error && <ErrorState error={error} what={t('imports.stopped', { done, rows })} onRetry={onContinue} />}
      {finished && result && (
        <p>
          {t('imports.brought', { added: result.added, updated: result.updated })}
          {result.skipped > 0 && ` · ${t('imports.skipped', { n: result.skipped })}`}
        </p>
      )}
      {finished && (
        <div className="imports-taking-next">
          <Button type="primary" autoFocus onClick={() => void navigate(paths.students)}>
            {t('imports.toStudents')}
          </Button>
          <Button onClick={onLeave}>{t('imports.another')}</Button>
          <Button onClick={() => setUndoing(true)}>{t('imports.undoThis')}</Button>
        </div>
      )}
      {isUndoing && (
        <UndoImport
          importId={importId}
          fileName={result?.fileName ?? ''}
          onClose={() => setUndoing(false)}
          onUndone={onLeave}
        />
      )}
    </Panel>
  )
}
