import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '#ui/Panel'
import { SavedAt } from '#ui/SavedAt'
import type { ReportFields } from './use-report-fields.ts'

const PARTS = ['reporter', 'place', 'foundHow', 'signs', 'guardianAnswer', 'reportedTo', 'counselorOpinion'] as const
/** Lines of the form; the rest is prose. */
const LINES: readonly string[] = ['reporter', 'place', 'foundHow']

/** The written parts of 危机报告, filled when there is time for it. */
export function CrisisReport({ report, isClosed }: { report: ReportFields; isClosed: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const { fields, change, savedAt, failure } = report
  return (
    <Panel
      title={t('crises.report')}
      extra={<SavedAt savedAt={savedAt} hasFailed={failure !== null} />}
      className="crisis-report"
    >
      {PARTS.map((part) => (
        <div className="crisis-part" key={part}>
          <label htmlFor={`${id}-${part}`}>{t(`crises.parts.${part}`)}</label>
          <textarea
            id={`${id}-${part}`}
            className="crisis-text"
            rows={1}
            maxLength={
              LINES.includes(part) ? 200 : part === 'reportedTo' ? 1000 : part === 'guardianAnswer' ? 2000 : 4000
            }
            readOnly={isClosed}
            placeholder={t(`crises.partHints.${part}`)}
            value={fields[part]}
            onChange={(event) =>
              change({ [part]: LINES.includes(part) ? event.target.value.replaceAll('\n', ' ') : event.target.value })
            }
          />
        </div>
      ))}
    </Panel>
  )
}
