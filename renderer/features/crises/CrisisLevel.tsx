import { useTranslation } from 'react-i18next'
import { openDialog } from '#lib/dialogs'
import { useMay } from '#lib/rights'
import { useWorkplace } from '#lib/workplace'
import { Panel } from '#ui/Panel'
import type { ReportFields } from './use-report-fields.ts'

type Props = { report: ReportFields; studentId: string; isClosed: boolean }

/** First assessment: a person chooses and says on what ground. */
export function CrisisLevel({ report, studentId, isClosed }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { riskLevels } = useWorkplace()
  const { rank, rankReason } = report.fields
  return (
    <Panel title={t('crises.level')} extra={t('crises.byPerson')}>
      <div className="crisis-levels" role="radiogroup" aria-label={t('crises.level')}>
        {riskLevels
          .filter((level) => level.rank > 0)
          .map((level) => (
            <button
              key={level.rank}
              type="button"
              role="radio"
              aria-checked={rank === level.rank}
              className={rank === level.rank ? 'crisis-level crisis-level-on' : 'crisis-level'}
              title={level.criteria}
              disabled={isClosed}
              onClick={() => report.change({ rank: level.rank })}
            >
              {level.label}
            </button>
          ))}
      </div>
      <textarea
        className="crisis-text"
        rows={1}
        maxLength={2000}
        readOnly={isClosed}
        aria-label={t('crises.ground')}
        placeholder={t('crises.groundHint')}
        value={rankReason}
        onChange={(event) => report.change({ rankReason: event.target.value })}
      />
      {may('risks.set') && (
        <button type="button" className="crisis-link" onClick={() => openDialog({ kind: 'risk', studentId })}>
          {t('crises.studentLevel')}
        </button>
      )}
    </Panel>
  )
}
