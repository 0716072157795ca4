import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError } from '#contract/errors'
import type { Round } from '#contract/screenings'
import { client } from '#lib/client'
import { useTakeIn } from '#lib/use-take-in'
import { EmptyState } from '#ui/EmptyState'
import { FileDrop } from '#ui/FileDrop'
import { Panel } from '#ui/Panel'
import { Row } from '#ui/Row'
import { Rows } from '#ui/Rows'
import { beginReading } from './begin-reading.ts'
import { ResultSteps } from './ResultSteps.tsx'
import { useRoundView } from './round-view.ts'
import { resultSteps } from './take-in-steps.ts'
import { TakingStep } from './TakingStep.tsx'
import { forgetUnfinished, keepUnfinished, unfinishedImportQuery } from './unfinished-import.ts'

/** From a platform's file to results in this round: choose, name the columns, check against the roster, take in. */
export function ImportTab({ round }: { round: Round }) {
  const { t } = useTranslation()
  const { view, change } = useRoundView(round.id)
  const { progress, error, takeIn, clear } = useTakeIn(resultSteps)
  const { data: unfinished } = useQuery(unfinishedImportQuery(round.id))
  const { reading } = view
  const leaveFile = () => {
    if (reading) void client.screenings.forget({ fileId: reading.fileId }).catch(() => undefined)
    change({ reading: null })
  }
  useEffect(() => {
    if (progress?.finished) void forgetUnfinished(round.id).catch(() => undefined)
  }, [progress?.finished, round.id])
  if (progress)
    return (
      <TakingStep
        progress={progress}
        error={error}
        onContinue={() => void takeIn(progress.importId, progress.rows)}
        onLeave={clear}
        onNames={() => {
          clear()
          change({
            tab: 'names',
            question: { filter: 'flagged', text: '', className: null, sort: 'urgency' },
            at: 0,
          })
        }}
      />
    )
  if (round.state === 'closed')
    return (
      <Panel>
        <EmptyState title={t('screening-files.import.closed')} hint={t('screenings.closedHint')} />
      </Panel>
    )
  if (reading)
    return (
      <ResultSteps
        round={round}
        reading={reading}
        onChange={(part) => change({ reading: { ...reading, ...part } })}
        onLeave={leaveFile}
        onStarted={(importId, rows) => {
          leaveFile()
          void keepUnfinished(round.id, { importId, rows })
            .catch(() => undefined)
            .then(() => takeIn(importId, rows))
        }}
      />
    )
  return (
    <div className="round-import">
      {unfinished && (
        <Panel>
          <Rows>
            <Row
              name={t('screening-files.import.unfinished')}
              hint={t('screening-files.import.unfinishedHint', { n: unfinished.rows })}
              verb={
                <Button type="primary" onClick={() => void takeIn(unfinished.importId, unfinished.rows)}>
                  {t('screening-files.import.continue')}
                </Button>
              }
            />
          </Rows>
        </Panel>
      )}
      <FileDrop
        title={t('screening-files.import.drop', { short: round.short })}
        label={t('screening-files.import.file')}
        onFile={async (given) => {
          const found = await client.screenings.inspectFile({ roundId: round.id, ...given })
          const begun = beginReading({ ...found, fileName: given.fileName })
          if (!begun) throw new AppError('invalid', { reason: 'empty' })
          change({ reading: begun })
        }}
      />
      <p className="round-import-hint">{t('screening-files.import.again')}</p>
    </div>
  )
}
