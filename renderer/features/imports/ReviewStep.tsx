import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#contract/imports'
import { Panel } from '#ui/Panel'
import { StepFoot } from '#ui/StepFoot'
import { DuplicatesTable } from './DuplicatesTable.tsx'
import { IssuesTable } from './IssuesTable.tsx'
import { SampleTable } from './SampleTable.tsx'

type Props = { preview: ImportPreview | undefined; isStarting: boolean; onBack: () => void; onStart: () => void }

/** What will happen, and every row that will not be taken, with the reason. Nothing has been written yet. */
export function ReviewStep({ preview, isStarting, onBack, onStart }: Props) {
  const { t } = useTranslation()
  if (!preview) return <Skeleton active className="imports-waiting" />
  const { added, updated, unchanged, errors, duplicates, warnings, importable, sample } = preview
  const counts = { added, updated, unchanged, errors: errors.length, duplicates: duplicates.length }
  return (
    <>
      <div className="imports-body">
        <dl className="imports-counts">
          {(Object.keys(counts) as (keyof typeof counts)[]).map((key) => (
            <div
              key={key}
              className={key === 'errors' && counts.errors > 0 ? 'imports-count imports-count-amber' : 'imports-count'}
            >
              <dt>{t(`imports.counts.${key}`)}</dt>
              <dd>{counts[key]}</dd>
            </div>
          ))}
        </dl>
        {errors.length > 0 && (
          <Panel title={t('imports.errors')} extra={t('imports.errorsHint')}>
            <IssuesTable issues={errors} words="reasons" />
          </Panel>
        )}
        {duplicates.length > 0 && (
          <Panel title={t('imports.duplicates')} extra={t('imports.duplicatesHint')}>
            <DuplicatesTable duplicates={duplicates} />
          </Panel>
        )}
        {warnings.length > 0 && (
          <Panel title={t('imports.warnings')} extra={t('imports.warningsHint')}>
            <IssuesTable issues={warnings} words="remarks" />
          </Panel>
        )}
        {sample.length > 0 && (
          <Panel title={t('imports.sample')}>
            <SampleTable sample={sample} />
          </Panel>
        )}
      </div>
      <StepFoot
        hint={t(
          importable === 0
            ? 'imports.nothingToTake'
            : added + updated === 0
              ? 'imports.allTheSame'
              : 'imports.undoLater',
        )}
        isMissing={importable === 0}
        back={t('imports.back')}
        next={t('imports.start', { count: importable })}
        isBusy={isStarting}
        onBack={onBack}
        onNext={importable > 0 ? onStart : undefined}
      />
    </>
  )
}
