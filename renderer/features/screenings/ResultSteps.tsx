import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Round } from '#contract/screenings'
import { client } from '#lib/client'
import { startingLevels } from '#lib/flag-levels'
import { lackOf } from '#lib/result-columns'
import { useWrite } from '#lib/use-write'
import { ErrorState } from '#ui/ErrorState'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { screeningQueries } from './queries.ts'
import type { Reading } from './round-view.ts'

type Props = {
  round: Round
  reading: Reading
  onChange: (part: Partial<Reading>) => void
  onLeave: () => void
  onStarted: (importId: string, rows: number) => void
}

/** The two looks before anything is written: what the columns mean, and what that gives beside the roster. */
export function ResultSteps({ round, reading, onChange, onLeave, onStarted }: Props) {
  const { t } = useTranslation()
  const { fileId, fileName, mapping, accepted, step } = reading
  const isReadable = lackOf(mapping.columns) === null
  const outcome = useQuery({ ...screeningQueries.preview(round.id, fileId, mapping, accepted), enabled: isReadable })
  const levels = outcome.data?.levels ?? []
  const flagLevels = reading.flagLevels ?? startingLevels(levels, round.flagRule.levels)
  const start = useWrite(client.screenings.startImport, {
    onSuccess: ({ importId, rows }) => onStarted(importId, rows),
  })
  return (
    <div className="round-steps">
      <ol className="round-trail" aria-label={t('imports.steps.label')}>
        {(['columns', 'check'] as const).map((one) => (
          <li key={one} aria-current={one === step ? 'step' : undefined}>
            {t(`screening-files.import.steps.${one}`)}
          </li>
        ))}
        <li className="round-trail-file">{fileName}</li>
      </ol>
      {outcome.error && (
        <ErrorState error={outcome.error} what={t('imports.notRead')} onRetry={() => void outcome.refetch()} />
      )}
      {step === 'columns' ? (
        <ColumnsStep
          round={round}
          reading={reading}
          understood={isReadable && !outcome.isPlaceholderData ? outcome.data : undefined}
          isBusy={outcome.isFetching}
          onChange={onChange}
          onBack={onLeave}
        />
      ) : (
        <>
          {start.error && <ErrorState error={start.error} what={t('imports.notStarted')} />}
          <CheckStep
            preview={outcome.data}
            isStale={outcome.isPlaceholderData}
            isStarting={start.isPending}
            accepted={accepted}
            flagLevels={flagLevels}
            onAccept={(rows) => onChange({ accepted: rows })}
            onLevels={(chosen) => onChange({ flagLevels: chosen })}
            onBack={() => onChange({ step: 'columns' })}
            onStart={() =>
              start.write({ id: reading.importId, roundId: round.id, fileId, mapping, accepted, flagLevels })
            }
          />
        </>
      )}
    </div>
  )
}
