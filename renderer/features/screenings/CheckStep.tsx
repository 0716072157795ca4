import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ResultPreview } from '#contract/screenings'
import { isQuietLevel } from '#lib/flag-levels'
import { Chips } from '#ui/Chips'
import { Panel } from '#ui/Panel'
import { StepFoot } from '#ui/StepFoot'
import { CheckFigures } from './CheckFigures.tsx'
import { OtherNames } from './OtherNames.tsx'
import { ResultIssues } from './ResultIssues.tsx'
import { ResultSample } from './ResultSample.tsx'

type Props = {
  preview: ResultPreview | undefined
  /** The next answer is being worked out. */
  isStale: boolean
  isStarting: boolean
  accepted: number[]
  flagLevels: string[]
  onAccept: (rows: number[]) => void
  onLevels: (levels: string[]) => void
  onBack: () => void
  onStart: () => void
}

/** What the file says beside the roster. Nothing has been written yet. */
export function CheckStep(props: Props) {
  const { preview, isStale, isStarting, accepted, flagLevels, onAccept, onLevels, onBack, onStart } = props
  const { t } = useTranslation()
  if (!preview) return <Skeleton active className="imports-waiting" />
  const { importable, fresh, changed, names, levels, errors, duplicates, sample } = preview
  const held = names.length - names.filter(({ row }) => accepted.includes(row)).length
  const flagging = levels.filter(({ level }) => flagLevels.includes(level)).reduce((sum, { count }) => sum + count, 0)
  const nothingNew = importable > 0 && fresh + changed === 0
  return (
    <>
      <div className="round-steps-body">
        <CheckFigures preview={preview} />
        {names.length > 0 && <OtherNames names={names} accepted={accepted} onAccept={onAccept} />}
        {levels.length > 0 && (
          <Panel
            title={t('screening-files.import.levels')}
            extra={t('screening-files.import.levelsCount', { n: flagging })}
          >
            <Chips
              label={t('screening-files.import.levels')}
              isMultiple
              value={flagLevels}
              options={levels.map(({ level, count }) => ({
                value: level,
                label: t('screening-files.import.level', { level, n: count }),
                ...(isQuietLevel(level) && { hint: t('screening-files.import.quiet') }),
              }))}
              onChange={onLevels}
            />
            <p className="field-hint">{t('screening-files.import.levelsHint')}</p>
          </Panel>
        )}
        {errors.length > 0 && (
          <Panel title={t('screening-files.import.errors')} extra={t('imports.errorsHint')}>
            <ResultIssues issues={errors} />
          </Panel>
        )}
        {duplicates.length > 0 && (
          <Panel title={t('screening-files.import.duplicates')} extra={t('screening-files.import.duplicatesHint')}>
            <ResultIssues issues={duplicates} />
          </Panel>
        )}
        {sample.length > 0 && (
          <Panel title={t('screening-files.import.sample')}>
            <ResultSample sample={sample} />
          </Panel>
        )}
      </div>
      <StepFoot
        hint={
          importable === 0
            ? t('screening-files.import.nothing')
            : nothingNew
              ? t('screening-files.import.nothingNew')
              : held > 0
                ? t('screening-files.import.held', { n: held })
                : t('screening-files.import.safe')
        }
        isMissing={importable === 0 || held > 0}
        back={t('imports.back')}
        next={t('screening-files.import.start', { n: importable })}
        isBusy={isStarting || isStale}
        onBack={onBack}
        onNext={importable > 0 && !isStale ? onStart : undefined}
      />
    </>
  )
}
